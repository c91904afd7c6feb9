"""Runs all tests of a pack or ruleset, and holds every game to the invariants."""

from collections.abc import Callable, Iterable, Iterator

from attrs import Factory, define, field

from dosmesas.desk.trial.games import Games
from dosmesas.desk.trial.playing import Course, play
from dosmesas.desk.trial.promises import Broken, broken, states
from dosmesas.desk.trial.trying import Result, try_out
from dosmesas.load.trials.suite import Suite
from dosmesas.model.trials import Chances, Debates, Invariant, Line, Others, Trial
from dosmesas.text.span import NOWHERE

Told = Callable[[int, int], None]
"""Told how many of how many tests and games are done."""
_MONTHS = 12
"""So long are the games that try the rules alone."""


@define
class Report:
    """What came of a suite: its tests, invariants that do not hold, how many games and states were seen."""

    results: list[Result] = Factory(list)
    broken: list[Broken] = Factory(list)
    games: int = 0
    states: int = 0

    @property
    def holds(self) -> bool:
        """Whether everything does."""
        return all(one.holds for one in self.results) and not self.broken


@define(eq=False)
class Runner:
    """Tries the tests of one suite, one by one; `invariants` are its own and those of its ruleset."""

    suite: Suite
    invariants: tuple[Invariant, ...]
    games: Games = field(init=False)

    @games.default
    def _games(self) -> Games:
        return Games(self.suite.pack)

    def try_out(self, trial: Trial, report: Report) -> Result:
        """One test, with the invariants in all its games."""
        result = try_out(self.games, trial)
        report.results.append(result)
        for course in result.courses:
            self.hold(self.invariants, course, report)
        return result

    def hold(self, invariants: Iterable[Invariant], course: Course, report: Report) -> None:
        """A game held to invariants; each is told once."""
        told = {id(one.invariant) for one in report.broken}
        open_ones = [one for one in invariants if id(one) not in told]
        report.broken += broken(open_ones, course)
        report.games += 1
        report.states += states(course)

    def at_random(self, games: int) -> Iterator[Course]:
        """Games in which everybody does anything."""
        trial = _any_game(self.suite)
        game = self.games.game(trial, trial.line)
        return (play(game, trial, trial.line, seed) for seed in range(1, games + 1))


def run(
    suite: Suite, invariants: tuple[Invariant, ...], trials: Iterable[Trial], games: int, told: Told
) -> Report:
    """Some tests of a suite, and so many random games where something is promised of them."""
    runner, report, wanted = Runner(suite, invariants), Report(), list(trials)
    games = games if invariants else 0
    total = len(wanted) + games
    for number, trial in enumerate(wanted):
        told(number, total)
        runner.try_out(trial, report)
    for number, course in enumerate(runner.at_random(games), len(wanted)):
        told(number, total)
        runner.hold(invariants, course, report)
    told(total, total)
    return report


def _any_game(suite: Suite) -> Trial:
    turns = _MONTHS if suite.alone else suite.pack.turns
    how = (Others.RANDOM, Debates.NONE, Chances.DRAWN)
    return Trial("", NOWHERE, Line(), None, (), 1, 1, *how, suite.alone, None, turns, ())
