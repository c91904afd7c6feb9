"""Tries mutants of one pack, one after the other, in whatever process this is done."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from attrs import Factory, define, evolve, field, frozen

from dosmesas.desk.checking import judge
from dosmesas.desk.trial.running import Report, Runner
from dosmesas.load.folders import Kept
from dosmesas.load.loading import BrokenPackError, Loaded, read
from dosmesas.load.locate import Roots
from dosmesas.load.source import Sources, shown_path
from dosmesas.load.trials.alone import alone
from dosmesas.load.trials.suite import FOLDER, Suite, suite_of_game, suite_of_pack
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Invariant, Trial
from dosmesas.testing.mutation.finding import mutants_of
from dosmesas.testing.mutation.mutant import Mutant
from dosmesas.testing.mutation.proving import Proof, Prover
from dosmesas.testing.mutation.tracing import Trace
from dosmesas.testing.mutation.verdict import By, Fate, Verdict
from dosmesas.text.diagnostic import Severity

RANDOM_GAMES = 5
"""Games in which everybody does anything, that are held to invariants."""


@frozen
class Job:
    """Which pack, with the rules of which game, and how many games prove that nothing differs."""

    folder: str
    seeds: str
    game: str
    content: str
    games: int

    @property
    def roots(self) -> Roots:
        """Where seeds/, game/ and content/ lie."""
        return Roots(Path(self.seeds), Path(self.game), Path(self.content))


class UnsoundError(Exception):
    """A test of the clean pack does not hold, so that mutants prove nothing; the message names it."""


@frozen(eq=False)
class Tried:
    """A test of a suite (or, without one, a random game by its place) with what was at work in it."""

    suite: int
    trial: Trial | None
    place: int
    trace: Trace


@define(eq=False)
class Bench:
    """The clean pack with all that is tried against its mutants."""

    job: Job
    kept: Kept = Factory(dict)
    loaded: Loaded = field(init=False)
    pack: Pack = field(init=False)
    suites: list[tuple[Suite, tuple[Invariant, ...]]] = Factory(list)
    tried: list[Tried] = Factory(list)
    warned: Counter[str] = Factory(Counter)

    @loaded.default
    def _loaded(self) -> Loaded:
        return read(Path(self.job.folder), self.job.roots, self.kept)

    @pack.default
    def _pack(self) -> Pack:
        if self.loaded.pack is None:
            raise BrokenPackError(self.loaded)
        return self.loaded.pack

    def mutants(self) -> list[Mutant]:
        """All mutants of the pack."""
        return mutants_of(self.pack, Path(self.job.folder), Path(self.job.game), self.kept)

    def get_ready(self) -> None:
        """Read and play the tests of the clean pack.

        Raises:
            UnsoundError: one does not hold.
        """
        folder, game = Path(self.job.folder), Path(self.job.game)
        shared = suite_of_game(self.loaded, game, self.kept) if (game / FOLDER).is_dir() else None
        own = suite_of_pack(self.loaded, folder, self.kept)
        promised = shared.invariants if shared else ()
        for suite in (own, shared):
            if suite is not None:
                mine = (*promised, *suite.invariants) if suite is own else suite.invariants
                self.suites.append((suite, mine))
        if self.loaded.problems.errors:
            raise BrokenPackError(self.loaded)
        for place, (suite, invariants) in enumerate(self.suites):
            self.tried += _played(place, suite, invariants)
        self.warned = self._codes(read(folder, self.job.roots, self.kept))

    @property
    def prover(self) -> Prover:
        """What plays many games; the clean ones are kept."""
        return _prover(self)

    def verdict(self, mutant: Mutant) -> Verdict:
        """What becomes of a mutant."""
        changed = self.changed(mutant)
        if changed.pack is None:
            code = next(one.code for one in changed.problems if one.severity is Severity.ERROR)
            return Verdict(mutant, Fate.REFUSED, name=code)
        found = self._noticed(mutant, changed)
        if found is not None:
            return Verdict(mutant, Fate.KILLED, *found)
        told = self._codes(changed) - self.warned
        if told:
            return Verdict(mutant, Fate.KILLED, By.CHECK, min(told))
        proof = self._proof(mutant, changed.pack)
        fate = Fate.EQUIVALENT if proof.games and not proof.differs else Fate.SURVIVED
        return Verdict(mutant, fate, By.NOTHING, "", proof.differs, proof.games, proof.forced)

    def changed(self, mutant: Mutant) -> Loaded:
        """The pack with a mutant in it, as far as it can be read."""
        texts = self.loaded.sources.texts
        instead = {**texts, mutant.file: mutant.of(texts[mutant.file])}
        return read(Path(self.job.folder), self.job.roots, {**self.kept}, Sources(instead=instead))

    def _codes(self, loaded: Loaded) -> Counter[str]:
        """How often `check` says what of a pack, its tests aside."""
        judge(loaded, Path(self.job.folder), self.job.roots)
        return Counter(one.code for one in loaded.problems)

    def _noticed(self, mutant: Mutant, changed: Loaded) -> tuple[By, str] | None:
        """The first test or invariant that does not hold any more."""
        runners = [self._runner(place, changed) for place in range(len(self.suites))]
        for one in self._ordered(mutant):
            runner, report = runners[one.suite], Report()
            if one.trial is not None:
                if not runner.try_out(one.trial, report).holds:
                    return By.TEST, one.trial.name
            else:
                course = [*runner.at_random(one.place + 1)][-1]
                runner.hold(runner.invariants, course, report)
            if report.broken:
                return By.INVARIANT, report.broken[0].invariant.name
        return None

    def _runner(self, place: int, changed: Loaded) -> Runner:
        suite, invariants = self.suites[place]
        assert changed.pack is not None, "what was refused is not played"
        assert changed.rules is not None, "a pack has the rules that it was read with"
        pack = alone(changed.rules, 1) if suite.alone else changed.pack
        return Runner(evolve(suite, pack=pack), invariants)

    def _ordered(self, mutant: Mutant) -> Iterable[Tried]:
        """What can notice it: first where its owner was at work, and what takes little time."""
        of_game = mutant.file.startswith(shown_path(Path(self.job.game)))
        found = [
            ((matters, one.trial is None, one.trace.effort, -one.suite, one.place), one)
            for one in self.tried
            if (matters := one.trace.matters(mutant)) is not None
            and (of_game or not self.suites[one.suite][0].alone)
        ]
        return (one for _, one in sorted(found, key=lambda pair: pair[0]))

    def _proof(self, mutant: Mutant, changed: Pack) -> Proof:
        event = mutant.owner.event if mutant.owner.kind != "event" else ""
        from dosmesas.sim.batch.cards import MixedLayersError

        try:
            return self.prover.proof(changed, event)
        except MixedLayersError:  # this pack cannot be played as a batch, so nothing is proven
            return Proof(0, 0)


@lru_cache(1)
def _prover(bench: Bench) -> Prover:
    return Prover(bench.pack, bench.job.games)


def _played(place: int, suite: Suite, invariants: tuple[Invariant, ...]) -> Iterator[Tried]:
    """The tests of a suite, played with the clean pack."""
    runner = Runner(suite, invariants)
    for number, trial in enumerate(suite.trials):
        report = Report()
        result = runner.try_out(trial, report)
        if not result.holds or report.broken:
            raise UnsoundError(trial.name)
        yield Tried(place, trial, number, Trace.of(result.courses, alone=trial.alone))
    if invariants:
        for number, course in enumerate(runner.at_random(RANDOM_GAMES)):
            report = Report()
            runner.hold(invariants, course, report)
            if report.broken:
                raise UnsoundError(report.broken[0].invariant.name)
            yield Tried(place, None, number, Trace.of([course], alone=suite.alone))


@lru_cache(1)
def bench_of(job: Job) -> Bench:
    """The bench of a job: once a process."""
    bench = Bench(job)
    bench.get_ready()
    return bench


def try_out(job: Job, mutants: tuple[Mutant, ...]) -> list[Verdict]:
    """What becomes of some mutants."""
    bench = bench_of(job)
    return [bench.verdict(one) for one in mutants]
