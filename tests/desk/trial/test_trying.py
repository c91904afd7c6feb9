"""Tests in YAML hold where they should, and fail where they should, with what came and why."""

from pathlib import Path

import pytest

from dosmesas.desk.trial.running import run
from dosmesas.desk.trial.telling import failures, lines_of
from tests.support.trying import failed, found, one_test, tried

SIGN = ("decisions:", "  - turn: 1", "    no.minister: sign", "    su.minister: agree")
PACT = (
    "decisions:",
    "  - turn: 1",
    "    no.minister:",
    "      - quota",
    "      - sign",
    "    su.minister: agree",
)
BROKEN = (
    "decisions:",
    "  - turn: 1",
    "    no.minister:",
    "      - quota",
    "      - refuse",
    "    su.minister: delay",
)


@pytest.mark.parametrize(
    "lines",
    [
        (*SIGN, "until: 1", "expect:", "  - pact: yes"),
        (*SIGN, "until: 1", "expect:", "  - chosen: sign"),
        (*SIGN, "until: 1", "expect:", "  - not_chosen: refuse"),
        (*SIGN, "until: 1", "expect:", "  - carried: sign"),
        (*SIGN, "until: 1", "expect:", "  - cites: pact-saves-stock"),
        (*SIGN, "until: 1", "expect:", "  - struck: quota"),
        (*PACT, "until: 1", "expect:", "  - not_broken: quota"),
        (*BROKEN, "until: 1", "expect:", "  - broken: quota", "  - not_struck: quota", "  - fired: word-broken"),
        (*BROKEN, "until: 1", "expect:", "  - not_fired: pact-works", "  - not_cites: pact-saves-stock"),
        (*SIGN, "expect:", "  - ending: shared-sea", "  - comes: storm", "    turn: 2"),
        ("until: 1", "expect:", "  - not_comes: storm"),
        ("until: 1", "expect:", "  - comes: talks"),
        ("until: 2", "start:", "  pact: yes", "expect:", "  - fired: pact-works", "    turn: 2"),
        ("start:", "  goodwill: 95", "decisions:", "  - turn: 1", "    no.minister: threaten", "until: 1", "expect:", "  - goodwill: falls by at least 15"),
        ("decisions:", "  - turn: 1", "    event: storm", "until: 1", "expect:", "  - comes: storm"),
        ("decisions:", "  - turn: 1", "    event: calm", "until: 2", "expect:", "  - comes: calm", "    turn: 1"),
        ("chances: all", "decisions:", "  - turn: 1", "    no.minister: refuse", "until: 1", "expect:", "  - goodwill: falls by at least 9"),
        ("chances: none", "decisions:", "  - turn: 1", "    no.minister: refuse", "until: 1", "expect:", "  - goodwill: falls by at most 3"),
        ("rules_only: yes", "until: 2", "expect:", "  - stock: falls by 3.6", "  - poaching: 30"),
        ("rules_only: yes", "until: 3", "expect:", "  - stock: falls by 3.6", "    since: 1"),
        ("rules_only: yes", "until: 3", "expect:", "  - stock: 48.2", "    turn: 1"),
        ("rules_only: yes", "until: 3", "worldview: doubter", "expect:", "  - fired: fish-return"),
        ("rules_only: yes", "until: 2", "start:", "  stock: 6", "expect:", "  - ending: empty-sea"),
        ("rules_only: yes", "until: 2", "start:", "  poaching: 20", "compare_with:", "  start:", "    poaching: 90", "expect:", "  - stock: higher by 1.8"),
        ("compare_with:", "  worldview: doubter", "rules_only: yes", "expect:", "  - stock: lower"),
        ("expect:", "  - holds: turn >= 3 and chose('sign') or stock < 60"),
        ("seats:", "  - no.minister", "until: 1", "expect:", "  - not_chosen: agree", "  - not_chosen: delay"),
        ("seeds: 20", "others: random", "until: 1", "expect:", "  - chosen: sign", "    in_at_least: 20"),
    ],
)  # fmt: skip
def test_what_is_so_holds(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert [(one.expected, one.came) for one in failed(tmp_path, one_test(*lines))] == []


@pytest.mark.parametrize(
    ("lines", "expected", "came"),
    [
        (("  - pact: no",), "pact is no", "it is yes"),
        (("  - stock: 40",), "stock is 40", "it is 50.25"),
        (("  - goodwill: falls",), "goodwill falls", "it rose by 8 (40 to 48)"),
        (("  - goodwill: stays",), "goodwill stays", "it rose by 8 (40 to 48)"),
        (("  - not_chosen: sign",), "'sign' is not chosen", "it did in turn 1"),
        (("  - chosen: refuse",), "'refuse' is chosen", "it did not"),
        (("  - not_struck: quota",), "the deal 'quota' is not struck", "it did in turn 1"),
        (("  - not_fired: pact-works",), "the rule 'pact-works' does not work", "it did in turn 1"),
        (("  - fired: fish-return",), "the rule 'fish-return' works", "it did not"),
        (("  - comes: whales", "    turn: 9"), "'whales' comes in turn 9", "it did not"),
        (("  - holds: stock < 40 or not pact",), "this holds", "pact is yes"),
    ],
)
def test_what_is_not_so_fails_with_what_came(
    tmp_path: Path, lines: tuple[str, ...], expected: str, came: str
) -> None:
    until = () if "turn: 9" in "".join(lines) else ("until: 1",)
    (one,) = failed(tmp_path, one_test(*SIGN, *until, "expect:", *lines))
    assert one.expected.replace("talks/", "") == expected
    assert came in one.came


def test_all_that_fails_is_told_in_one_run_each_at_its_value(tmp_path: Path) -> None:
    text = one_test(
        *SIGN, "until: 1", "expect:", "  - pact: no", "  - stock: rises", "  - goodwill: 40 to 41"
    )
    places = [(one.where.line, one.where.column) for one in failed(tmp_path, text)]
    assert places == [(9, 15), (11, 19)]


def test_a_number_is_told_with_its_way_and_the_tree_of_what_moved_it_most(tmp_path: Path) -> None:
    (one,) = failed(tmp_path, one_test(*SIGN, "until: 2", "expect:", "  - goodwill: falls"))
    assert one.why[0].startswith("goodwill began at 40: turn 1 +8")
    tree = "\n".join(one.why)
    assert "Minister of Norden: Sign the pact" in tree
    assert "talks-help" in tree


def test_a_rule_that_did_not_work_is_told_with_what_it_asks_for(tmp_path: Path) -> None:
    (one,) = failed(tmp_path, one_test("rules_only: yes", "expect:", "  - fired: pact-works"))
    assert one.why[:2] == ("the rule asks for: pact", "    pact is no at the end of turn 1")


def test_an_ending_that_did_not_come_is_told_with_both_conditions(tmp_path: Path) -> None:
    text = one_test("rules_only: yes", "start:", "  stock: 40", "expect:", "  - ending: shared-sea")
    (one,) = failed(tmp_path, text)
    assert one.came.startswith("it is '")
    assert any("pact and stock >= 45" in line for line in one.why)


def test_a_failure_stands_in_the_form_of_a_diagnostic(tmp_path: Path) -> None:
    text = one_test("rules_only: yes", "expect:", "  - stock: rises   # never")
    (one,) = failed(tmp_path, text)
    suite = found(tmp_path, text)
    lines = lines_of(one, suite.loaded.sources.line, "en")
    assert lines[0].endswith("promises.yaml:5:16-20 failed A test")
    assert lines[2] == "      |                ^^^^^ expected: stock rises"
    assert lines[3].startswith("      came: it fell by 1.8 (50 to 48.2)")


def test_a_failure_is_told_in_spanish_from_what_was_expected_to_why(tmp_path: Path) -> None:
    text = one_test(
        "until: 1", *SIGN, "expect:", "  - goodwill: falls", "  - fired: fish-return", "    turn: 1"
    )
    suite = found(tmp_path, text)
    assert suite.suite is not None
    result = run(suite.suite, (), suite.trials, 0, lambda _done, _all: None).results[0]
    first, second = failures(result, "es")
    lines = lines_of(first, suite.loaded.sources.line, "es")
    assert lines[0].endswith(" no se cumple A test")
    assert lines[2].endswith("^^^^^ se esperaba: 'goodwill: falls'")
    assert lines[3] == "      pasó: subió 8 (de 40 a 48) (semilla 1)"
    assert lines[4] == "        goodwill empezó en 40: turno 1 +8"
    assert (second.expected, second.came) == ("la regla 'fish-return' actúa en el turno 1", "no")
    assert second.why[0] == "la regla no pide nada"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("  - turn: 2", "    no.minister: sign"),
            "in turn 2 comes 'storm', where no.minister may choose: pay-fishers",
        ),
        (("  - turn: 1", "    no.minister: threaten"), "what it requires does not hold"),
        (("  - turn: 1", "    no.minister:", "      - sign", "      - refuse"), "chooses once"),
        (("  - turn: 2", "    no.minister: quota"), "cannot give its word on 'quota'"),
    ],
)
def test_a_decision_that_cannot_be_taken_fails_the_test_at_its_place(
    tmp_path: Path, lines: tuple[str, ...], said: str
) -> None:
    text = one_test("decisions:", *lines, "until: 2", "expect:", "  - stock: 0 to 100")
    (one,) = failed(tmp_path, text)
    assert said in one.came
    assert one.where.line == text.split("\n").index(f"    {lines[-1]}") + 1


def test_a_share_is_told_with_how_many_games_keep_it_and_one_that_does_not(tmp_path: Path) -> None:
    text = one_test("seeds: 20", "seed: 5", "others: random", "until: 1", "expect:")
    (one,) = failed(tmp_path, text + "      - chosen: sign\n        in_at_least: 99\n")
    assert one.expected.endswith("in at least 99 % of 20 games")
    kept = int(one.came.split()[3])
    assert 0 < kept < 20
    assert one.seed is not None
    assert 5 <= one.seed < 25


def test_the_same_seed_gives_the_same_game_and_others_by_name_play_otherwise(tmp_path: Path) -> None:
    text = one_test("seed: 3", "others: random", "expect:", "  - stock: 0 to 100")
    paths = [tried(tmp_path, text).results[0].courses[0].session.state.decisions for _ in range(2)]
    assert paths[0] == paths[1]


def test_debates_without_a_word_are_decided_by_silence(tmp_path: Path) -> None:
    for word, silent in (("none", True), ("auto", False)):
        report = tried(tmp_path, one_test(f"debates: {word}", "expect:", "  - stock: 0 to 100"), "parley")
        cases = {
            one.action for one in report.results[0].courses[0].session.state.decisions if one.point == "case"
        }
        assert (cases <= {"none"}) is silent


def test_the_other_game_differs_in_what_is_written_and_in_nothing_else(tmp_path: Path) -> None:
    text = one_test(
        *SIGN, "seeds: 5", "others: random", "compare_with:", "  start:", "    goodwill: 40", "expect:",
        "  - stock: same", "  - goodwill: same", "  - poaching: same",
    )  # fmt: skip
    assert failed(tmp_path, text) == []
