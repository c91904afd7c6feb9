"""What is added and can never be at work changes no game."""

from collections.abc import Iterable, Iterator, Sequence

from dosmesas.load.nodes import Node
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.content import MOST_TURNS, OPTION
from dosmesas.load.shapes.declared import Form
from dosmesas.load.writing import made, mapping, scalar, sequence, written
from dosmesas.model.limits import OPTIONS_A_SEAT
from dosmesas.testing.metamorphic.holding import unchanged
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.parts import Part, twin_of
from dosmesas.testing.metamorphic.plan import Plan, listing, replacing, rewriting, together
from dosmesas.testing.metamorphic.property import NotApplicableError, Wrong, named

NEVER = "turn < 1"
_SIDES = ("aa", "zz")
"""Ids come first or last in the order of their letters, so that everything between moves its place."""
_SAID = "what never comes "
_BRIEF = _SAID * 14
_Content = dict[str, object]


@named
def never_comes(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Rules, events, bulletins and endings that cannot come are no part of any game."""
    cited = material.believed
    if not cited:
        raise NotApplicableError("no claim is believed in every worldview, so nothing can be cited")
    yield from unchanged(material, seeds, together(*_that_never_come(material, cited)))


@named
def never_open(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """An option that can never be chosen changes nothing for those beside it."""
    word = material.unused("never-open")
    what = "its first option stands there again, never open"
    plan = rewriting(material, lambda part: _with_twin(part, word), what, only=("event",))
    yield from unchanged(material, seeds, plan, nothing="every office has as many options as it may have")


def _that_never_come(material: Material, cited: str) -> Iterator[Plan]:
    moved, word = material.pack.headline[0], material.unused("never-comes")
    later = {"after": 1, "effects": [{moved: "+2"}]}
    drawn = {"chance": 50, "effects": [{moved: "-1"}], "otherwise": [{moved: "+1"}]}
    done: _Content = {"because": [cited], "effects": [{moved: "+1"}, later, drawn]}
    yield _rules(material, word, done)
    yield _news(material, word, done)
    yield from _events(material, word, done)
    yield _endings(material, word, cited)


def _times(material: Material, word: str) -> Iterator[tuple[str, _Content]]:
    """Times that no game comes to, with an id for what would come then."""
    for side in _SIDES:
        yield f"{side}-{word}", {"when": NEVER}
    taken = {one.turn for one in material.pack.events.values()}
    late = [turn for turn in range(material.pack.turns + 1, MOST_TURNS + 1) if turn not in taken]
    for turn in late[:2]:
        yield f"turn-{turn}-{word}", {"turn": turn}


def _rules(material: Material, word: str, done: _Content) -> Plan:
    rules = [{"rule": f"{side}-{word}", "text": _SAID, "when": NEVER, **done} for side in _SIDES]
    return _listed(material, "rules", f"pack/dynamics/{word}.yaml", rules)


def _news(material: Material, word: str, done: _Content) -> Plan:
    news = [
        {"bulletin": f"news-{name}", "text": _SAID, "chance": 50, **time, **done}
        for name, time in _times(material, word)
    ]
    return _listed(material, "bulletins", f"pack/bulletins/{word}.yaml", news)


def _events(material: Material, word: str, done: _Content) -> Iterator[Plan]:
    option = {"label": _SAID, "reason": _SAID, "headline": _SAID, **done}
    options = [{"option": f"{word}-{number}", **option} for number in range(2)]
    told = {"title": _SAID, "soil": "both", "brief": _BRIEF, "because": done["because"]}
    for name, time in _times(material, word):
        first = {"tier": 9, "weight": 9} if "when" in time else {}
        event = {"event": name, **told, **time, **first, "seats": {material.pack.seats[0]: options}}
        file = f"pack/events/{name}.yaml"
        what = "an event is added that never comes"
        yield replacing(material.place(file), what, {file: written(made(event))})


def _endings(material: Material, word: str, cited: str) -> Plan:
    told: _Content = {"title": _SAID, "text": _SAID, "because": [cited]}
    now = {"ending": f"{word}-at-once", "when_now": NEVER, **told}
    after = {"ending": f"{word}-after", "when": NEVER, **told}
    own = "pack/endings.yaml" in material.documents
    return _listed(material, "endings", "pack/endings.yaml" if own else "game/endings.yaml", [now, after])


def _listed(material: Material, key: str, file: str, entries: Iterable[_Content]) -> Plan:
    return listing(material, file, key, entries, f"{key} are added that never come")


def _with_twin(part: Part, word: str) -> list[Node] | None:
    """The options of an office, and the first of them again, which nobody may ever take."""
    if part.form is not Form.LIST or part.value.item is None or part.value.item.shape is not OPTION:
        return None
    options = part.node.items if isinstance(part.node, Listed) else []
    if not options or len(options) >= OPTIONS_A_SEAT:
        return None
    twin = twin_of(options[0], "option", f"{word}-{part.origin.span.line}")
    left = [
        (key, value) for key, value in twin.items if key.text not in {"requires", "renamed_from", "decided"}
    ]
    return [sequence([mapping([*left, (scalar("requires"), scalar(NEVER))]), *options])]


PROPERTIES = (never_comes, never_open)
