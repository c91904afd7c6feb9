"""What becomes of a mutant: noticed by a test, an invariant or check, equivalent, refused, or not noticed."""

from pathlib import Path

import pytest

from dosmesas.sim.sweep.run import pool_of
from dosmesas.testing.mutation.mutant import Kind, Mutant
from dosmesas.testing.mutation.running import Work
from dosmesas.testing.mutation.sampling import sample
from dosmesas.testing.mutation.trying import Bench, UnsoundError, bench_of
from dosmesas.testing.mutation.verdict import By, Fate, Outcome, Tally, Verdict
from tests.testing.mutation.harbour import harbour_with_tests, job_of, lines

PROMISE = """\
invariants:
  - invariant: Goodwill is never lost within two turns
    always: goodwill > 30
    reason: Ministers who do not talk at all are another story.
"""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    base = harbour_with_tests(tmp_path_factory.mktemp("tested"))
    (base / "content" / "harbour" / "tests" / "second.yaml").write_text(PROMISE)
    return bench_of(job_of(base, games=200))


def mutant(bench: Bench, owner: str, kind: Kind, new: str = "") -> Mutant:
    return next(
        one
        for one in bench.mutants()
        if one.owner.id == owner and one.kind is kind and (lines(one)[1] == (new,) or not new)
    )


def test_a_test_notices_what_it_expects_otherwise(bench: Bench) -> None:
    found = bench.verdict(mutant(bench, "talks/sign", Kind.NEGATE, "- goodwill: -3"))
    assert (found.fate, found.by, found.name) == (Fate.KILLED, By.TEST, "Signing brings goodwill")


def test_the_tests_of_the_game_notice_changes_of_its_rules(bench: Bench) -> None:
    found = bench.verdict(mutant(bench, "stock-shrinks", Kind.SCALE, "- stock: -3"))
    assert (found.fate, found.name) == (Fate.KILLED, "More is caught than grows")


def test_an_invariant_notices_what_breaks_it_in_games_in_which_anything_is_done(bench: Bench) -> None:
    found = bench.verdict(mutant(bench, "talks/refuse", Kind.SCALE, "- goodwill: -20"))
    assert (found.fate, found.by) == (Fate.KILLED, By.INVARIANT)
    assert found.name == "Goodwill is never lost within two turns"


def test_check_notices_what_can_never_come_any_more(bench: Bench) -> None:
    found = bench.verdict(mutant(bench, "storm", Kind.SHIFT, "when: turn == 1"))
    assert found.fate is Fate.KILLED  # a test waits for the storm in turn 2
    bare = Bench(bench.job)  # and without tests check sees that turn 1 is taken
    bare.warned = bare._codes(bare.loaded)
    alone = bare.verdict(mutant(bench, "storm", Kind.SHIFT, "when: turn == 1"))
    assert (alone.fate, alone.by, alone.name) == (Fate.KILLED, By.CHECK, "W0501")


def test_what_makes_a_difference_and_is_noticed_by_nobody_survives_with_its_games(bench: Bench) -> None:
    found = bench.verdict(mutant(bench, "calm/count-boxes", Kind.SCALE, "- poaching: -4"))
    assert found.fate is Fate.SURVIVED
    assert 0 < found.differs <= found.games == 200


def test_what_makes_no_difference_in_any_game_is_equivalent(bench: Bench) -> None:
    """Goodwill never comes near 90, and lands nowhere between 90 and 80."""
    found = bench.verdict(mutant(bench, "talks/threaten", Kind.SCALE))
    assert found.fate is Fate.EQUIVALENT
    assert found.differs == 0
    assert found.games > 200


def test_a_difference_under_another_worldview_is_one(bench: Bench) -> None:
    """`fish-return` is at work for the doubter alone."""
    found = bench.verdict(mutant(bench, "fish-return", Kind.SCALE, "- stock: +8"))
    assert found.fate is Fate.SURVIVED
    assert found.differs > 0


def test_what_does_not_load_is_refused_and_counts_for_nothing(bench: Bench) -> None:
    found = bench.verdict(mutant(bench, "quota", Kind.DROP, ""))
    refused = [bench.verdict(one) for one in bench.mutants() if one.kind is Kind.OFFICE]
    assert found.fate is not Fate.REFUSED
    assert {one.fate for one in refused} <= {*Fate}
    tally = Tally.of([Verdict(found.mutant, Fate.REFUSED), Verdict(found.mutant, Fate.EQUIVALENT)])
    assert (tally.judged, tally.score) == (0, None)


def test_a_pack_whose_tests_do_not_hold_proves_nothing(tmp_path: Path) -> None:
    base = harbour_with_tests(tmp_path)
    file = base / "content" / "harbour" / "tests" / "first.yaml"
    file.write_text(file.read_text().replace("rises by 0.5 to 1.5", "falls"))
    with pytest.raises(UnsoundError, match="Signing brings goodwill"):
        Bench(job_of(base)).get_ready()


def test_the_number_of_processes_changes_nothing(bench: Bench) -> None:
    mutants = sample(bench.mutants(), 14, 2)
    found = []
    for workers in (1, 2):
        told: list[tuple[int, int]] = []
        work = Work(bench.job, mutants)
        with pool_of(workers) as pool:
            work.run(pool, workers, lambda done, total, told=told: told.append((done, total)))  # type: ignore[misc]
        assert told[-1] == (14, 14)
        found.append(work.verdicts())
    assert found[0] == found[1]
    outcome = Outcome("harbour", 2, 99, 14, found[0])
    assert sum(sum(one.counts.values()) for one in outcome.by_kind().values()) == 14
