"""What check calls unreachable is proven, refuted or left open, as far as the search came."""

from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.desk.checking import check
from dosmesas.desk.proofs import CODES, Proof, Verdict, own, proofs
from dosmesas.load.loading import Loaded
from dosmesas.sim.search.explore import Budget, Found, search
from dosmesas.sim.search.facts import Fact
from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.span import Span
from tests.support.phrases import literal
from tests.support.small import copy_of_small, roots_of

EVENTS = "content/harbour/events"
FOG = "flags:\n  - flag: fog\n    name: fog\n    start: no\n    text: Nobody sees the other side.\n"
PLANTED = {
    "W0501": (f"{EVENTS}/storm.yaml", "when: turn == 2", "when: turn == 1", "event:storm"),
    "W0502": (
        f"{EVENTS}/talks.yaml",
        "requires: goodwill >= 90",
        "requires: happened('storm')",
        "option:talks/threaten",
    ),
    "W0511": (f"{EVENTS}/storm.yaml", "when: turn == 2", "when: turn == 2 and fog", "flag:fog"),
    "W0509": ("game/endings.yaml", "when: pact and stock >= 45", "when: stock <= 4", "ending:shared-sea"),
}


def planted(folder: Path, code: str, states: int = 100_000) -> tuple[Loaded, Found]:
    """The small world with a slip that check tells, and a search of it."""
    base = copy_of_small(folder)
    name, old, new, _ = PLANTED[code]
    path = base / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    if code == "W0511":
        (base / "content/harbour/flags.yaml").write_text(FOG, encoding="utf-8")
    loaded = check(base / "content" / "harbour", roots_of(base))
    assert loaded.pack is not None
    return loaded, search(loaded.pack, loaded.pack.ruleset.worldviews["authors"], budget=Budget(states))


@pytest.mark.parametrize("code", PLANTED)
def test_a_finding_that_is_right_is_proven(tmp_path: Path, code: str) -> None:
    found = proofs(*planted(tmp_path, code))
    assert (code, PLANTED[code][3], Verdict.PROVEN) in {
        (one.finding.code, str(one.fact), one.verdict) for one in found
    }
    assert {one.verdict for one in found} == {Verdict.PROVEN}


def test_a_search_that_does_not_finish_proves_nothing_unreachable(tmp_path: Path) -> None:
    loaded, found = planted(tmp_path, "W0501", states=20)
    assert {one.verdict for one in proofs(loaded, found)} == {Verdict.OPEN}


def claimed(loaded: Loaded, found: Found, message: str) -> Proof:
    """What is said of a false alarm."""
    loaded.problems.note(Diagnostic("W0503", literal(message), Span("x.yaml", 1, 1, 1, 2)))
    return next(one for one in proofs(loaded, found) if str(one.finding.message) == message)


def test_a_false_alarm_is_refuted_also_by_a_search_that_did_not_finish(tmp_path: Path) -> None:
    loaded, found = planted(tmp_path, "W0501", states=20)
    assert (
        claimed(loaded, found, "nothing can bring about the rule 'stock-shrinks'").verdict is Verdict.REFUTED
    )


def test_what_was_seen_only_after_a_supposed_debate_stays_open(tmp_path: Path) -> None:
    loaded, found = planted(tmp_path, "W0501")
    fact = Fact("rule", "stock-shrinks")
    found.seen[fact] = evolve(found.seen[fact], sure=False)
    assert claimed(loaded, found, "nothing can bring about the rule 'stock-shrinks'").verdict is Verdict.OPEN


def test_what_only_a_played_game_saw_is_refuted_too(tmp_path: Path) -> None:
    loaded, found = planted(tmp_path, "W0501", states=20)
    found.seen.pop(Fact("rule", "stock-shrinks"))
    found.played = {Fact("rule", "stock-shrinks"): 3}
    assert (
        claimed(loaded, found, "nothing can bring about the rule 'stock-shrinks'").verdict is Verdict.REFUTED
    )


def test_what_the_game_declares_is_not_the_packs_own(tmp_path: Path) -> None:
    loaded, found = planted(tmp_path, "W0501")
    folder = tmp_path / "small" / "content" / "harbour"
    assert own(folder, found, Fact("event", "talks"))
    assert not own(folder, found, Fact("ending", "as-before"))
    assert loaded.pack is found.pack


def test_every_code_that_is_answered_for_is_one_of_check() -> None:
    pages = Path(__file__).parents[2] / "src" / "dosmesas" / "desk" / "codes"
    assert all((pages / f"{code}.md").is_file() for code in CODES)
