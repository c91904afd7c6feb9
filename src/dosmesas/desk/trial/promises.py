"""Looks whether invariants hold in every state of a game."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import frozen

from dosmesas.desk.trial.judging import readings, scene_at
from dosmesas.desk.trial.playing import Course
from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.model.trials import Invariant, Promise
from dosmesas.text.number import exact
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import Span


@frozen
class Broken:
    """An invariant that does not hold: the place, what was expected and came, in which turn and game."""

    invariant: Invariant
    where: Span
    expected: Phrase
    came: Phrase
    turn: int
    course: Course
    indicator: str = ""


def broken(invariants: Iterable[Invariant], course: Course) -> Iterator[Broken]:
    """The first state of a game, if any, in which each invariant fails."""
    for one in invariants:
        found = next(_limits(one, course) if one.limits else _conditions(one, course), None)
        if found is not None:
            yield found


def states(course: Course) -> int:
    """How many states of a game are looked at: as each turn began, and as it ended."""
    return len(course.session.path) + len(course.turns)


def _limits(one: Invariant, course: Course) -> Iterator[Broken]:
    """The turns in which an indicator moves more than it may."""
    rises = one.promise is Promise.RISES
    for name, (most, where) in one.limits.items():
        for turn, (before, after) in enumerate(
            pairwise(course.value(name, number) for number in range(len(course.turns) + 1)), 1
        ):
            if (after - before if rises else before - after) > most:
                came = _moved(turn, before, after)
                yield Broken(one, where, _limited(name, most, rises=rises), came, turn, course, name)


def _limited(name: str, most: int, *, rises: bool) -> Phrase:
    if rises:
        return phrase("{name} rises by at most {most} a turn", name=name, most=exact(most))
    return phrase("{name} falls by at most {most} a turn", name=name, most=exact(most))


def _moved(turn: int, before: int, after: int) -> Phrase:
    step = exact(abs(after - before))
    if after > before:
        return phrase(
            "in turn {turn} it rose by {step}, from {before} to {after}",
            turn=turn,
            step=step,
            before=exact(before),
            after=exact(after),
        )
    return phrase(
        "in turn {turn} it fell by {step}, from {before} to {after}",
        turn=turn,
        step=step,
        before=exact(before),
        after=exact(after),
    )


def _conditions(one: Invariant, course: Course) -> Iterator[Broken]:
    """The states in which a condition is not as promised."""
    if one.condition is None:
        return
    wanted = one.promise is Promise.ALWAYS
    for turn, at_end, scene in _scenes(course):
        if bool(evaluate(one.condition, scene)) is not wanted:
            read = sorted(names_in(one.condition))
            told = readings(course, one.condition, scene)
            numbers = [name for name in read if name in course.session.pack.ruleset.indicators]
            expected = phrase("this always holds") if wanted else phrase("this never holds")
            verdict = phrase("it does not") if wanted else phrase("it does")
            came = phrase(
                "{when} {verdict}: {readings}",
                when=_when(turn, at_end=at_end),
                verdict=verdict,
                readings=told,
            )
            yield Broken(one, one.where, expected, came, turn, course, numbers[0] if numbers else "")


def _when(turn: int, *, at_end: bool) -> Phrase:
    if at_end:
        return phrase("at the end of turn {turn}", turn=turn)
    return phrase("at the table of turn {turn}", turn=turn)


def _scenes(course: Course) -> Iterator[tuple[int, bool, Scene]]:
    """What there is to read in every state: at each point of decision, and as each turn ends."""
    tables = course.session.game.tables
    for transition in course.session.path[:-1]:
        yield transition.state.turn, False, tables.scene(transition.state)
    for one in course.turns:
        yield one.number, True, scene_at(course, one.number)
