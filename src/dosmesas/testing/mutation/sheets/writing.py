"""Writes tests for mutants that nothing noticed, by several processes."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, as_completed

from attrs import frozen

from dosmesas.load.source import shown_path
from dosmesas.testing.mutation.mutant import Mutant, Owner
from dosmesas.testing.mutation.sheets.covering import HEAD, Sheet, cover
from dosmesas.testing.mutation.trying import Job, bench_of

_PARTS = ("option", "deal", "event")
Told = Callable[[int, int], None]


@frozen
class Written:
    """Tests as YAML, each with its lines; `noticed` is how many of how many mutants they notice."""

    tests: tuple[tuple[str, ...], ...]
    noticed: int
    of: int
    shared: bool

    @classmethod
    def of_all(cls, parts: Iterable["Written"]) -> "Written":
        """Several together."""
        every = [*parts]
        tests = tuple(test for one in every for test in one.tests)
        return cls(tests, sum(one.noticed for one in every), sum(one.of for one in every), shared=False)

    @property
    def text(self) -> str:
        """A file of tests."""
        return "\n".join([HEAD, *("\n".join(test) + "\n" for test in self.tests)])


def group_of(mutant: Mutant) -> Owner:
    """What tests are written of together: a whole event, or one rule, bulletin or ending."""
    owner = mutant.owner
    return Owner("event", owner.event, owner.event) if owner.kind in _PARTS else owner


def write_part(job: Job, mutants: tuple[Mutant, ...]) -> Written:
    """Tests for mutants of one group, in whatever process this is done."""
    bench = bench_of(job)
    shared = mutants[0].file.startswith(shown_path(job.roots.game))
    suites = [suite for suite, _ in bench.suites if suite.alone is shared]
    if not suites:
        return Written((), 0, len(mutants), shared)
    sheet = Sheet(bench, suites[0])
    ready = sheet.ready(group_of(mutants[0]))
    noticed = [sheet.noticed(ready, one) for one in mutants]
    chosen = cover(noticed, [len(one.lines) for one in ready])
    tests = tuple(tuple(ready[place].lines) for place in chosen)
    return Written(tests, sum(map(bool, noticed)), len(mutants), shared)


def write(job: Job, mutants: Sequence[Mutant], pool: Executor, told: Told) -> list[Written]:
    """Tests for all of them, group by group in the order of the mutants."""
    groups: dict[tuple[Owner, str], list[Mutant]] = {}
    for one in mutants:
        groups.setdefault((group_of(one), one.file), []).append(one)
    futures = [pool.submit(write_part, job, tuple(some)) for some in groups.values()]
    for number, _ in enumerate(as_completed(futures), 1):
        told(number, len(futures))
    return [one.result() for one in futures]
