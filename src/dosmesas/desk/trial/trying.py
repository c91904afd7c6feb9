"""Tries a test in all of its games, and says what of it does not hold."""

from attrs import frozen

from dosmesas.desk.trial.games import Games
from dosmesas.desk.trial.judging import Outcome, outcome
from dosmesas.desk.trial.playing import Course, Unkept, play
from dosmesas.model.trials import Expectation, Trial

_FULL = 100


@frozen
class Missed:
    """An expectation that does not hold: in how many games of how many it does, and one in which not.

    `outcomes` are those of all games.
    """

    expectation: Expectation
    kept: int
    outcomes: tuple[Outcome, ...]
    first: Outcome
    course: Course
    other: Course | None
    seed: int


@frozen
class Result:
    """A test that was tried in its games: what was missed, and decisions that could not be taken."""

    trial: Trial
    missed: tuple[Missed, ...]
    unkept: tuple[Unkept, ...]
    courses: tuple[Course, ...]

    @property
    def holds(self) -> bool:
        """Whether all is as expected."""
        return not self.missed and not self.unkept


def try_out(games: Games, trial: Trial) -> Result:
    """Play every game of a test."""
    game = games.game(trial, trial.line)
    against = games.game(trial, trial.other) if trial.other else None
    seeds = range(trial.seed, trial.seed + trial.seeds)
    courses = [play(game, trial, trial.line, seed) for seed in seeds]
    others = [play(against, trial, trial.other, seed) if against and trial.other else None for seed in seeds]
    missed = [_missed(one, courses, others, trial.seed) for one in trial.expect]
    unkept = {id(one.wish): one for course in (*courses, *others) if course for one in course.unkept}
    every = (*courses, *(one for one in others if one))
    return Result(trial, tuple(one for one in missed if one), tuple(unkept.values()), every)


def _missed(one: Expectation, courses: list[Course], others: list[Course | None], seed: int) -> Missed | None:
    found = [outcome(one, course, other) for course, other in zip(courses, others, strict=True)]
    kept = sum(it.kept for it in found)
    if kept * _FULL >= one.share * len(found):
        return None
    at = next(number for number, it in enumerate(found) if not it.kept)
    return Missed(one, kept, tuple(found), found[at], courses[at], others[at], seed + at)
