"""The pack `harbour` of the small world, with tests beside it that notice some changes and not others."""

from functools import cache
from pathlib import Path

from dosmesas.testing.mutation.mutant import Mutant
from dosmesas.testing.mutation.trying import Bench, Job
from tests.support.small import SMALL, copy_of_small

TESTS = """\
tests:
  - test: Signing brings goodwill
    decisions:
      - turn: 1
        no.minister: sign
        su.minister: delay
    until: 1
    expect:
      - goodwill: rises by 0.5 to 1.5
  - test: A storm may come in the second turn
    others: random
    expect:
      - comes: storm
        turn: 2
"""
OF_GAME = """\
tests:
  - test: More is caught than grows
    start:
      poaching: 0
    until: 1
    expect:
      - stock: falls by 1.5
"""


def job_of(base: Path, pack: str = "harbour", games: int = 60) -> Job:
    """The job of a pack of a copy of the small world."""
    folders = (base / "content" / pack, base / "seeds", base / "game", base / "content")
    return Job(*map(str, folders), games)


def harbour_with_tests(folder: Path) -> Path:
    """A copy of the small world in which harbour and the game have tests."""
    base = copy_of_small(folder)
    for home, text in ((base / "content" / "harbour", TESTS), (base / "game", OF_GAME)):
        (home / "tests").mkdir()
        (home / "tests" / "first.yaml").write_text(text)
    return base


@cache
def mutants(pack: str = "harbour") -> tuple[Mutant, ...]:
    """All mutants of a pack of the small world."""
    return tuple(Bench(job_of(SMALL, pack)).mutants())


def lines(one: Mutant) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines that a mutant takes out and puts in, without their indents."""
    old = tuple(line.strip() for hunk in one.hunks for line in hunk.old)
    return old, tuple(line.strip() for hunk in one.hunks for line in hunk.new)
