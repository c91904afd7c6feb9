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
from dosmesas.text.phrase import Phrase, listed, phrase

_NEGATED = {one: Sign(f"not_{one}") for one in Sign if f"not_{one}" in set(Sign)}
_PLAIN = {no: yes for yes, no in _NEGATED.items()}
_FATES = {
    Sign.CARRIED: Band.CARRIED,
    Sign.WATERED: Band.WATERED,
    Sign.BLOCKED: Band.BLOCKED,
    Sign.GAVE_WAY: Band.GAVE_WAY,
}
_SIGNS = {band: sign for sign, band in _FATES.items()}
_BANDS = {
    Band.CARRIED: phrase("it was carried"),
    Band.WATERED: phrase("it was watered"),
    Band.BLOCKED: phrase("it was blocked"),
    Band.GAVE_WAY: phrase("it gave way"),
}


@frozen
class Outcome:
    """Whether it holds in one game; `value` is what came, in thousandths; `came` the same in words.

    `sign` and `name` are what would have been right where that is no number.
    """

    kept: bool
    came: Phrase
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
            came = phrase("it is yes") if found else phrase("it is no")
            return Outcome(found is value, came, int(found))
        case Holds(condition=condition):
            scene = scene_at(course, turn)
            read = readings(course, condition, scene)
            told = listed(read) or phrase("it does not")
            return Outcome(bool(evaluate(condition, scene)), told)
        case Shown(sign=sign, id=name):
            return _shown(sign, name, one.turn, course)


def _measured(what: Measure, one: Expectation, turn: int, course: Course, other: Course | None) -> Outcome:
    now = course.value(what.indicator, turn)
    before = course.value(what.indicator, one.since)
    if what.form is Form.LEVEL:
        value, came = now, phrase("it is {value}", value=exact(now))
    elif what.form is Form.MOVE:
        value, came = now - before, _moved(before, now)
    else:
        there = other.value(what.indicator, one.turn or other.last) if other else now
        value, came = now - there, _compared(now, there)
    low, high = what.low, what.high
    kept = (low is None or low <= value) and (high is None or value <= high)
    return Outcome(kept, came, value)


def _moved(before: int, now: int) -> Phrase:
    step, was, after = exact(abs(now - before)), exact(before), exact(now)
    if now > before:
        return phrase("it rose by {step} ({before} to {after})", step=step, before=was, after=after)
    if now < before:
        return phrase("it fell by {step} ({before} to {after})", step=step, before=was, after=after)
    return phrase("it stayed at {value}", value=after)


def _compared(now: int, there: int) -> Phrase:
    step, here, other = exact(abs(now - there)), exact(now), exact(there)
    if now > there:
        return phrase("it is {step} higher ({value} against {other})", step=step, value=here, other=other)
    if now < there:
        return phrase("it is {step} lower ({value} against {other})", step=step, value=here, other=other)
    return phrase("it is the same ({value} against {other})", value=here, other=other)


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


def readings(course: Course, condition: Node, scene: Scene) -> tuple[Phrase, ...]:
    """What the names in a condition stood at."""
    flags = course.session.pack.ruleset.flags
    return tuple(
        is_yes(name, value=bool(scene.value(name)))
        if name in flags
        else phrase("{name} is {value}", name=name, value=exact(scene.value(name)))
        for name in sorted(names_in(condition))
    )


def is_yes(name: str, *, value: bool) -> Phrase:
    """A flag with what it is."""
    return phrase("{name} is yes", name=name) if value else phrase("{name} is no", name=name)


def _shown(sign: Sign, name: str, turn: int | None, course: Course) -> Outcome:
    if sign is Sign.ENDING:
        found = course.session.state.ending
        came = phrase("it is '{ending}'", ending=found) if found else phrase("there is none yet")
        return Outcome(found == name, came, None, sign, found)
    if sign in _FATES:
        return _fated(sign, name, course)
    plain = _PLAIN.get(sign, sign)
    turns = _ASKED[plain](name, course)
    then = [one for one in turns if one == turn or (turn is None and one <= course.last)]
    kept = bool(then) is (sign is plain)
    right = plain if then else _NEGATED[plain]
    told = _when(then, turns)
    if plain is Sign.COMES and not then:
        instead = tuple(one.event for one in course.turns if not one.outlook and turn in {None, one.number})
        told = phrase("{told}; what came: {events}", told=told, events=instead)
    return Outcome(kept, told, None, right, name)


def _when(then: list[int], turns: list[int]) -> Phrase:
    """Whether it came when it was to, and else in which turn."""
    if then:
        return phrase("it did in turn {turns}", turns=tuple(map(str, then[:3])))
    if turns:
        return phrase("it did not then, but in turn {turn}", turn=turns[0])
    return phrase("it did not")


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
        return Outcome(False, phrase("nobody chose it"))
    judged = judged_turn(course.session, turns[-1])
    verdict = (
        next((one for one in judged.verdicts.values() if one.option.id == name), None) if judged else None
    )
    band = verdict.band if verdict else Band.CARRIED
    told, found = _BANDS[band], _SIGNS[band]
    if verdict:
        support = exact(verdict.support)
        told = phrase("{verdict} with a support of {support}", verdict=told, support=support)
    return Outcome(found is sign, told, None, found, name)
