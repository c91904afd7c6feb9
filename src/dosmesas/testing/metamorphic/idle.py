"""What is added and never at work changes no game."""

from collections.abc import Iterator, Sequence

from dosmesas.load.nodes import Mapping, Node
from dosmesas.load.nodes import Sequence as Listed
from dosmesas.load.shapes.content import MOST_TURNS, OPTION
from dosmesas.load.shapes.declared import Form
from dosmesas.load.writing import made, mapping, scalar, sequence, written
from dosmesas.model.limits import OPTIONS_A_SEAT
from dosmesas.testing.metamorphic.holding import Claim, unchanged
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.parts import Part, id_in
from dosmesas.testing.metamorphic.plan import Plan, as_one, listing, replacing, rewriting, together
from dosmesas.testing.metamorphic.playing import Kept
from dosmesas.testing.metamorphic.property import NotApplicableError, Wrong, named

NEVER = "turn < 1"
_SIDES = ("aa", "zz")
"""Ids come first or last in the order of their letters, so that everything between moves its place."""
_SAID = "what never comes "
_BRIEF = _SAID * 14


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
    plan = rewriting(material, _with_twin, "its first option stands there again, never open", only=("event",))
    yield from unchanged(material, seeds, plan, nothing="every office has as many options as it may have")


@named
def cited_by_nobody(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """A claim on which nothing rests changes nothing, whoever believes it."""
    first = next(iter(material.pack.ruleset.dossier.claims))
    claims = [
        {"claim": "aa-cited-by-nobody", "kind": "causal", "text": _SAID, "paragraph": "P1"},
        {"claim": "zz-cited-by-nobody", "kind": "fact", "text": _SAID}
        | {"rival": "yes", "source": _SAID, "attacks": [first]},
    ]
    plan = listing(material, "seeds/claims/cited-by-nobody.yaml", "claims", claims, "two claims are added")
    yield from unchanged(material, seeds, plan)


@named
def moved_by_nobody(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """An indicator, a counter or a flag that nothing reads or moves leaves all others as they are."""
    told = {"name": _SAID, "text": _SAID}
    scale = {"range": "0 to 100", "start": "50", "source": "estimate", "good": "high"}
    plan = together(
        _everywhere(material, "indicators", "indicator", told | scale),
        _everywhere(material, "counters", "counter", told),
        _everywhere(material, "flags", "flag", told | {"start": "no"}),
    )
    yield from unchanged(material, seeds, plan, Claim(Kept.LEDGER))


@named
def asked_by_nobody(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """An office at the table that no event asks moves no number, and no return but the joint one."""
    seats = material.pack.seats
    idle = f"{material.pack.ruleset.offices[seats[0]].country}.aa_nobody"

    def seated(part: Part) -> list[Node] | None:
        if part.form is not Form.LIST or not isinstance(part.node, Listed):
            return None
        if (part.document.kind.name, part.key) == ("pack", "seats"):
            return [sequence([scalar(idle), *part.node.items])]
        twins = [_twin(one, "office", idle) for one in part.node.items if id_in(one, "office") == seats[0]]
        return [sequence([*twins, *part.node.items])] if twins else None

    plan = rewriting(material, seated, "an office is added", only=("pack", "offices"))
    yield from unchanged(material, seeds, as_one(plan), Claim(Kept.LEDGER, without=("joint",)))


def _that_never_come(material: Material, cited: str) -> Iterator[Plan]:
    moved = material.pack.headline[0]
    effects = [{moved: "+1"}, {"after": 1, "effects": [{moved: "+2"}]}]
    effects.append({"chance": 50, "effects": [{moved: "-1"}], "otherwise": [{moved: "+1"}]})
    done = {"because": [cited], "effects": effects}
    taken = {one.turn for one in material.pack.events.values()}
    late = [turn for turn in range(material.pack.turns + 1, MOST_TURNS + 1) if turn not in taken]
    times: list[tuple[str, dict[str, object]]] = [(f"{side}-never-comes", {"when": NEVER}) for side in _SIDES]
    times += [(f"turn-{turn}-comes-too-late", {"turn": turn}) for turn in late[:2]]

    rules = [{"rule": f"{side}-never-comes", "text": _SAID, "when": NEVER, **done} for side in _SIDES]
    yield listing(
        material, "pack/dynamics/never-comes.yaml", "rules", rules, "rules are added that never work"
    )

    news = [{"bulletin": f"news-{name}", "text": _SAID, "chance": 50, **time, **done} for name, time in times]
    yield listing(
        material, "pack/bulletins/never-comes.yaml", "bulletins", news, "news is added that never comes"
    )

    option = {"label": _SAID, "reason": _SAID, "headline": _SAID, **done}
    options = [{"option": f"never-done-{number}", **option} for number in range(2)]
    for name, time in times:
        first = {"tier": 9, "weight": 9} if "when" in time else {}
        event = {"event": name, "title": _SAID, "soil": "both", "brief": _BRIEF, **time, **first}
        event |= {"because": [cited], "seats": {material.pack.seats[0]: options}}
        file = f"pack/events/{name}.yaml"
        yield replacing(
            material.place(file), "an event is added that never comes", {file: written(made(event))}
        )

    told = {"title": _SAID, "text": _SAID, "because": [cited]}
    endings = [
        {"ending": "never-comes-at-once", "when_now": NEVER, **told},
        {"ending": "never-comes-after", "when": NEVER, **told},
    ]
    file = next(one for one in ("pack/endings.yaml", "game/endings.yaml") if one in material.documents)
    yield listing(material, file, "endings", endings, "endings are added that never come")


def _everywhere(material: Material, key: str, kind: str, content: dict[str, str]) -> Plan:
    """Two of a kind, the first and the last of all, in the game's file of them."""
    entries = [{kind: f"{side}_moved_by_nobody_{kind}", **content} for side in _SIDES]
    return listing(material, f"game/{key}.yaml", key, entries, f"{key} are added that nothing moves")


def _with_twin(part: Part) -> list[Node] | None:
    """The options of an office, and the first of them again, which nobody may ever take."""
    if part.form is not Form.LIST or part.value.item is None or part.value.item.shape is not OPTION:
        return None
    options = part.node.items if isinstance(part.node, Listed) else []
    if not options or len(options) >= OPTIONS_A_SEAT:
        return None
    twin = _twin(options[0], "option", f"never-open-{part.origin.span.line}")
    left = [
        (key, value) for key, value in twin.items if key.text not in {"requires", "renamed_from", "decided"}
    ]
    return [sequence([mapping([*left, (scalar("requires"), scalar(NEVER))]), *options])]


def _twin(node: Node, key: str, name: str) -> Mapping:
    """The same mapping under another id."""
    items = node.items if isinstance(node, Mapping) else []
    return mapping((one, scalar(name) if one.text == key else value) for one, value in items)


PROPERTIES = (never_comes, never_open, cited_by_nobody, moved_by_nobody, asked_by_nobody)
