"""Invariants are held against every state of every test and of random games."""

from pathlib import Path

from dosmesas.desk.trial.finding import Finder
from dosmesas.desk.trial.running import run
from dosmesas.desk.trial.telling import failure_of
from tests.support.trying import failed, found, one_test, tried, written

RISES = """invariants:
  - invariant: The stock never leaps
    {}:
      stock: {}
    reason: Fish grow slowly.
"""


def test_a_promise_that_holds_is_silent_and_many_states_were_looked_at(tmp_path: Path) -> None:
    report = tried(tmp_path, RISES.format("falls_at_most", 5), games=8)
    assert report.holds
    assert report.games == 8
    assert report.states > 8 * 9


def test_a_move_that_is_too_large_is_told_with_turn_and_tree(tmp_path: Path) -> None:
    (one,) = failed(tmp_path, RISES.format("falls_at_most", 1), games=3)
    assert (one.where.line, one.where.column) == (4, 14)
    assert one.expected == "stock falls by at most 1 a turn"
    assert one.came.startswith("in turn 1 it fell by ")
    assert "it is promised because: Fish grow slowly." in one.why
    assert any("more is caught than grows" in line for line in one.why)


def test_a_promise_that_is_broken_is_told_in_spanish(tmp_path: Path) -> None:
    suite = found(tmp_path, RISES.format("falls_at_most", 1))
    assert suite.suite is not None
    report = run(suite.suite, suite.invariants, (), 3, lambda _done, _all: None)
    one = failure_of(report.broken[0], "es")
    assert one.expected == "stock baja a lo más 1 por turno"
    assert one.came.startswith("en el turno 1 bajó ")
    assert "se promete porque: Fish grow slowly." in one.why


def test_never_and_always_are_asked_at_the_table_and_as_turns_end(tmp_path: Path) -> None:
    text = """invariants:
  - invariant: No pact
    never: pact
    reason: x
  - invariant: Always the first
    always: turn < 3
    because:
      - stock-falls
tests:
  - test: A pact
    decisions:
      - turn: 1
        no.minister: sign
        su.minister: agree
    expect:
      - pact: yes
"""
    first, second = failed(tmp_path, text)
    assert first.came == "at the table of turn 2 it does: pact is yes"
    assert second.came.startswith("at the table of turn 3 it does not")
    assert second.why[0] == "it is promised on: stock-falls"


def test_the_promises_of_the_rules_hold_for_every_pack(tmp_path: Path) -> None:
    path = written(tmp_path, RISES.format("falls_at_most", 1), pack="")
    harbour = path.parents[2] / "content" / "harbour"
    found = Finder().found(harbour)
    assert [one.name for one in found.invariants] == ["The stock never leaps"]
    assert failed(tmp_path, one_test("expect:", "  - stock: 0 to 100")) != []
