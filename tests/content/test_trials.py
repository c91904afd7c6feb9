"""The tests that ship with the rules and packs hold, and teach what there is."""

from functools import cache

import pytest

from dosmesas.desk.trial.finding import Finder, Found, homes_of
from dosmesas.desk.trial.running import Report, Runner
from dosmesas.desk.trial.telling import failure_of, failures
from dosmesas.load.locate import roots
from dosmesas.load.trials.suite import Suite
from dosmesas.model.trials import Shown, Sign, Trial


@cache
def suites() -> tuple[tuple[Found, Suite, Runner], ...]:
    finder, made = Finder(), []
    for home, only in homes_of(()):
        found = finder.found(home, only)
        assert found.suite is not None
        assert len(found.loaded.problems) == 0
        made.append((found, found.suite, Runner(found.suite, found.invariants)))
    return tuple(made)


@cache
def every() -> tuple[tuple[int, Trial], ...]:
    return tuple((number, trial) for number, (_, suite, _) in enumerate(suites()) for trial in suite.trials)


HOME = roots().game.parent
FILES = sorted(
    path.relative_to(HOME).as_posix()
    for path in (*HOME.glob("game/tests/*.yaml"), *HOME.glob("content/*/tests/*.yaml"))
)


@pytest.mark.parametrize("file", FILES)
def test_the_tests_of_a_shipped_file_hold(file: str) -> None:
    report = Report()
    tried = [suites()[number][2].try_out(one, report) for number, one in every() if one.where.file == file]
    told = [it for result in tried for it in failures(result, "en")]
    assert [(str(one.where), one.expected, one.came) for one in told] == []
    assert [(one.invariant.name, str(one.came)) for one in report.broken] == []


def test_each_file_has_tests_or_promises() -> None:
    promised = {one.where.file for _, suite, _ in suites() for one in suite.invariants}
    assert sorted({one.where.file for _, one in every()} | promised) == FILES


def test_what_is_promised_holds_in_random_games() -> None:
    for found, _, runner in suites():
        report = Report()
        for course in runner.at_random(3):
            runner.hold(found.invariants, course, report)
        assert [(failure_of(one, "en").test, str(one.came)) for one in report.broken] == []


def test_at_least_forty_tests_and_five_invariants_are_shipped() -> None:
    assert len(every()) >= 40
    assert sum(len(suite.invariants) for _, suite, _ in suites()) >= 5


def test_every_family_of_rules_has_a_test_that_sees_one_of_its_rules_work() -> None:
    fired = {
        one.what.id
        for _, trial in every()
        for one in trial.expect
        if isinstance(one.what, Shown) and one.what.sign is Sign.FIRED
    }
    rules = suites()[0][1].pack.ruleset.rules
    families: dict[str, set[str]] = {}
    for rule in rules.values():
        families.setdefault(rule.where.file.rpartition("/")[2], set()).add(rule.id)
    assert set(families) == {path.name for path in (roots().game / "dynamics").glob("*.yaml")}
    assert [family for family, ids in families.items() if not ids & fired] == []


def test_the_tests_show_every_kind_of_outcome() -> None:
    shown = {one.what.sign for _, trial in every() for one in trial.expect if isinstance(one.what, Shown)}
    assert shown == set(Sign)
    views = {trial.line.view for _, trial in every() if trial.line.view}
    assert {"prevention-first", "security-first"} <= views


def test_both_countries_decide_in_the_tests() -> None:
    offices = {office for _, trial in every() for _, office in trial.line.wishes}
    assert {"mx.president", "mx.security_secretary", "us.president", "us.attorney_general"} <= offices
