"""Tests that are written hold of the pack as it is, and notice the changes that they are written for."""

from pathlib import Path

import pytest

from dosmesas.desk.trial.games import Games
from dosmesas.desk.trial.trying import try_out
from dosmesas.load.loading import read
from dosmesas.load.source import Sources
from dosmesas.load.trials.suite import Suite, suite_of_game, suite_of_pack
from dosmesas.sim.sweep.run import Here
from dosmesas.testing.mutation.mutant import Kind
from dosmesas.testing.mutation.sheets.covering import Sheet, cover
from dosmesas.testing.mutation.sheets.writing import Written, group_of, write
from dosmesas.testing.mutation.trying import Bench, Job, bench_of
from dosmesas.testing.mutation.verdict import Fate
from tests.testing.mutation.harbour import harbour_with_tests, job_of


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    return job_of(harbour_with_tests(tmp_path_factory.mktemp("tested")), games=40)


def suites(bench: Bench) -> tuple[Suite, Suite]:
    own, shared = (suite for suite, _ in bench.suites)
    return own, shared


def test_what_survived_is_noticed_by_the_tests_that_are_written_for_it(job: Job, tmp_path: Path) -> None:
    bench = bench_of(job)
    survivors = [
        one
        for one in bench.mutants()
        if one.owner.id in {"talks/refuse", "talks/agree", "quota", "pact-works", "poachers-feed"}
        and one.kind in {Kind.NEGATE, Kind.SCALE, Kind.DELAY}
        and bench.verdict(one).fate is Fate.SURVIVED
    ]
    assert len(survivors) > 6
    parts = write(job, survivors, Here(), lambda done, total: None)
    base = Path(job.content).parent
    for shared, home in ((False, Path(job.folder)), (True, Path(job.game))):
        written = Written.of_all(one for one in parts if one.shared is shared)
        assert written.tests
        (home / "tests" / "written.yaml").write_text(written.text)
    after = Bench(job_of(base, games=40))
    after.get_ready()  # all tests hold: it would raise
    assert not after.loaded.problems.errors
    fates = [after.verdict(one).fate for one in survivors]
    assert fates.count(Fate.KILLED) == sum(one.noticed for one in parts) >= len(survivors) - 2
    for home in (Path(job.folder), Path(job.game)):
        (home / "tests" / "written.yaml").unlink()


def test_a_rule_is_tested_on_both_sides_of_where_it_begins_to_work(job: Job) -> None:
    bench = bench_of(job)
    owner = next(one.owner for one in bench.mutants() if one.owner.id == "poachers-feed")
    ready = Sheet(bench, suites(bench)[1]).ready(owner)
    text = "\n".join(line for one in ready for line in one.lines)
    assert "poaching: 21" in text
    assert "poaching: 20" in text
    assert "- not_fired: poachers-feed" in text


def test_an_ending_is_tested_on_both_sides_of_its_bounds(job: Job) -> None:
    bench = bench_of(job)
    owner = next(one.owner for one in bench.mutants() if one.owner.id == "shared-sea")
    ready = Sheet(bench, suites(bench)[1]).ready(owner)
    endings = [line.strip() for one in ready for line in one.lines if "ending:" in line]
    assert "- ending: shared-sea" in endings
    assert "- ending: as-before" in endings


def test_a_band_lets_an_amount_be_tuned_a_little(job: Job) -> None:
    """A tenth more or less breaks nothing; half or twice as much does."""
    base = Path(job.content).parent
    bench = bench_of(job)
    ready = Sheet(bench, suites(bench)[0]).ready(
        group_of(next(it for it in bench.mutants() if it.owner.id == "quota"))
    )
    mine = [one for one in ready if "quota" in {it.text for it in one.sketch.expect}]
    assert mine
    file = base / "content" / "harbour" / "events" / "talks.yaml"
    text = file.read_text()
    for amount, held in (("+5.4", True), ("+10", False), ("+2.5", False), ("-5", False)):
        changed = read(
            Path(job.folder),
            job.roots,
            None,
            Sources(instead={str(file): text.replace("goodwill: +5", f"goodwill: {amount}")}),
        )
        assert changed.pack is not None
        assert all(try_out(Games(changed.pack), one.trial).holds for one in mine) is held


def test_the_fewest_lines_are_taken_that_notice_all() -> None:
    noticed = [{0, 1}, {1}, {2, 1}, {3}, set()]
    assert cover(noticed, [1, 1, 1, 1]) == [1, 3]
    assert cover(noticed, [1, 100, 1, 1]) == [0, 1, 2, 3][1:] or cover(noticed, [1, 100, 1, 1]) == [
        0,
        1,
        2,
        3,
    ]
    assert cover(noticed, [1, 1, 1, 1], least=2) == [1]


def test_without_tests_of_the_game_none_are_written_for_its_rules(tmp_path: Path) -> None:
    base = harbour_with_tests(tmp_path)
    for file in (base / "game" / "tests").iterdir():
        file.unlink()
    (base / "game" / "tests").rmdir()
    job = job_of(base, games=20)
    found = [one for one in Bench(job).mutants() if one.owner.id == "pact-works"]
    parts = write(job, found, Here(), lambda done, total: None)
    assert [one.tests for one in parts] == [()]
    assert suite_of_game(read(Path(job.folder)), Path(job.game)) is not None
    assert suite_of_pack(read(Path(job.folder)), Path(job.folder)) is not None
