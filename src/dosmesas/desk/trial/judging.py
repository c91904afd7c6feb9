"""Whether an expectation holds of a game, and what came where it does not."""

from collections.abc import Callable, Mapping

from attrs import frozen

from dosmesas.desk.trial.playing import Course
from dosmesas.engine.home import Band
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.scene import Scene, chosen_in
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Node
from dosmesas.model.trials import Expectation, FlagIs, Form, Holds, Measure, Shown, Sign
from dosmesas.session.debates.past import judged_turn
from dosmesas.text.number import exact

_NEGATED = {one: Sign(f"not_{one}") for one in Sign if f"not_{one}" in set(Sign)}
_PLAIN = {no: yes for yes, no in _NEGATED.items()}
_FATES = {
    Sign.CARRIED: Band.CARRIED,
    Sign.WATERED: Band.WATERED,
    Sign.BLOCKED: Band.BLOCKED,
    Sign.GAVE_WAY: Band.GAVE_WAY,
}
_SIGNS = {band: sign for sign, band in _FATES.items()}


@frozen
class Outcome:
    """Whether it holds in one game; `value` is what came, in thousandths; `came` the same in words.

    `sign` and `name` are what would have been right where that is no number.
    """

    kept: bool
    came: str
    value: int | None = None
    sign: Sign | None = None
    name: str = ""


def outcome(one: Expectation, course: Course, other: Course | None) -> Outcome:
    """What came of an expectation in a game."""
    what, turn = one.what, one.turn or course.last
    match what:
        case Measure():
            return _measured(what, one, turn, course, other)
        case FlagIs(flag=flag, value=value):
            found = course.flags(turn)[flag]
            return Outcome(found is value, f"it is {_yes(found)}", int(found))
        case Holds(condition=condition):
            scene = scene_at(course, turn)
            told = ", ".join(readings(course, condition, scene)) or "it does not"
            return Outcome(bool(evaluate(condition, scene)), told)
        case Shown(sign=sign, id=name):
            return _shown(sign, name, one.turn, course)


def _measured(what: Measure, one: Expectation, turn: int, course: Course, other: Course | None) -> Outcome:
    now = course.value(what.indicator, turn)
    before = course.value(what.indicator, one.since)
    if what.form is Form.LEVEL:
        value, came = now, f"it is {exact(now)}"
    elif what.form is Form.MOVE:
        value = now - before
        word = f"rose by {exact(value)}" if value > 0 else f"fell by {exact(-value)}" if value else "stayed"
        came = f"it {word} ({exact(before)} to {exact(now)})" if value else f"it stayed at {exact(now)}"
    else:
        there = other.value(what.indicator, one.turn or other.last) if other else now
        value = now - there
        word = f"{exact(abs(value))} {'higher' if value > 0 else 'lower'}" if value else "the same"
        came = f"it is {word} ({exact(now)} against {exact(there)})"
    low, high = what.low, what.high
    kept = (low is None or low <= value) and (high is None or value <= high)
    return Outcome(kept, came, value)


def scene_at(course: Course, turn: int) -> Scene:
    """What a condition reads as a turn ended."""
    state, values = (
        course.session.state,
        course.turns[min(turn, len(course.turns)) - 1].values if turn else None,
    )
    starts = {one.id: one.start for one in course.session.pack.ruleset.indicators.values()}
    numbers = {**(values or starts), **{name: int(it) for name, it in course.flags(turn).items()}}
    numbers["turn"] = max(turn, 1) * 1000
    options = chosen_in(one for one in state.decisions if one.turn <= turn)
    return Scene(numbers, options, {name: at for name, at in state.happened if at <= turn})


def readings(course: Course, condition: Node, scene: Scene) -> list[str]:
    """What the names in a condition stood at."""
    flags = course.session.pack.ruleset.flags
    return [
        f"{name} is {_yes(bool(scene.value(name))) if name in flags else exact(scene.value(name))}"
        for name in sorted(names_in(condition))
    ]


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _shown(sign: Sign, name: str, turn: int | None, course: Course) -> Outcome:
    if sign is Sign.ENDING:
        found = course.session.state.ending
        return Outcome(found == name, f"it is '{found}'" if found else "there is none yet", None, sign, found)
    if sign in _FATES:
        return _fated(sign, name, course)
    plain = _PLAIN.get(sign, sign)
    turns = _ASKED[plain](name, course)
    came = [one for one in turns if one == turn or (turn is None and one <= course.last)]
    kept = bool(came) is (sign is plain)
    right = plain if came else _NEGATED[plain]
    told = f"it did in turn {', '.join(map(str, came[:3]))}" if came else "it did not"
    if not came and turns:
        told += f" then, but in turn {turns[0]}"
    if plain is Sign.COMES and not came:
        told += _instead(turn, course)
    return Outcome(kept, told, None, right, name)


def _instead(turn: int | None, course: Course) -> str:
    found = [one.event for one in course.turns if not one.outlook and turn in {None, one.number}]
    return f"; what came: {', '.join(found)}"


def _fired(name: str, course: Course) -> list[int]:
    return _turns(course, lambda one: one.by == name)


def _cited(name: str, course: Course) -> list[int]:
    return _turns(course, lambda one: name in one.claims and bool(one.applied))


def _turns(course: Course, meant: Callable[[Receipt], bool]) -> list[int]:
    return [
        turn.number
        for turn in course.turns
        if any(meant(one) for one in turn.receipts if one.kind is not ReceiptKind.LIMIT)
    ]


def _came(name: str, course: Course) -> list[int]:
    return [turn for what, turn in course.session.state.happened if what == name and turn <= course.last]


def _chosen(name: str, course: Course) -> list[int]:
    return [turn.number for turn in course.turns if name in turn.decisions.values()]


def _struck(name: str, course: Course) -> list[int]:
    return [turn.number for turn in course.turns for one in turn.deals if one.deal == name and one.struck]


def _broken(name: str, course: Course) -> list[int]:
    return [turn.number for turn in course.turns for one in turn.deals if one.deal == name and one.broken]


_ASKED: Mapping[Sign, Callable[[str, Course], list[int]]] = {
    Sign.FIRED: _fired,
    Sign.CITES: _cited,
    Sign.COMES: _came,
    Sign.CHOSEN: _chosen,
    Sign.STRUCK: _struck,
    Sign.BROKEN: _broken,
}


def _fated(sign: Sign, name: str, course: Course) -> Outcome:
    """What the home table made of an option."""
    turns = _chosen(name, course)
    if not turns:
        return Outcome(False, "nobody chose it")
    judged = judged_turn(course.session, turns[-1])
    verdict = (
        next((one for one in judged.verdicts.values() if one.option.id == name), None) if judged else None
    )
    band = verdict.band if verdict else Band.CARRIED
    support = f" with a support of {exact(verdict.support)}" if verdict else ""
    found = _SIGNS[band]
    return Outcome(
        found is sign,
        f"it was {band.replace('_', ' ')}{support}".replace("was gave", "gave"),
        None,
        found,
        name,
    )
