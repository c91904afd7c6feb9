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
from dosmesas.text.span import Span


@frozen
class Broken:
    """An invariant that does not hold: the place, what was expected and came, in which turn and game."""

    invariant: Invariant
    where: Span
    expected: str
    came: str
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
    sign, word = (1, "rose") if one.promise is Promise.RISES else (-1, "fell")
    for name, (most, where) in one.limits.items():
        for turn, (before, after) in enumerate(
            pairwise(course.value(name, number) for number in range(len(course.turns) + 1)), 1
        ):
            moved = sign * (after - before)
            if moved > most:
                verb = "rises" if sign > 0 else "falls"
                expected = f"{name} {verb} by at most {exact(most)} a turn"
                came = f"in turn {turn} it {word} by {exact(moved)}, from {exact(before)} to {exact(after)}"
                yield Broken(one, where, expected, came, turn, course, name)


def _conditions(one: Invariant, course: Course) -> Iterator[Broken]:
    """The states in which a condition is not as promised."""
    if one.condition is None:
        return
    wanted = one.promise is Promise.ALWAYS
    for turn, when, scene in _scenes(course):
        if bool(evaluate(one.condition, scene)) is not wanted:
            read = sorted(names_in(one.condition))
            told = ", ".join(readings(course, one.condition, scene))
            numbers = [name for name in read if name in course.session.pack.ruleset.indicators]
            expected = "this always holds" if wanted else "this never holds"
            came = f"{when} of turn {turn} it does{'' if not wanted else ' not'}: {told}"
            yield Broken(one, one.where, expected, came, turn, course, numbers[0] if numbers else "")


def _scenes(course: Course) -> Iterator[tuple[int, str, Scene]]:
    """What there is to read in every state: at each point of decision, and as each turn ends."""
    tables = course.session.game.tables
    for transition in course.session.path[:-1]:
        yield transition.state.turn, "at the table", tables.scene(transition.state)
    for one in course.turns:
        yield one.number, "at the end", scene_at(course, one.number)
