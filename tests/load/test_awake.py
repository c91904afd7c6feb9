"""What sleeps in a worldview, and which worldviews an author answers for."""

import shutil
from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.load.awake import is_awake
from dosmesas.load.loading import Loaded, read
from tests.support.making import chance, change, option, rule, set_flag
from tests.support.small import copy_of_small, roots_of

BELIEF = {"stock-falls": 100, "talks-help": 0, "fish-come-back": 60}
SCEPTIC = "view: sceptic\nname: Sceptic\ntext: Nothing is believed but facts.\narticle: 0\nrivals: 0\n"


def told(loaded: Loaded) -> list[str]:
    return [f"{one.code} {one.message} {one.hint}" for one in loaded.problems]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return copy_of_small(tmp_path)


def harbour_of(base: Path) -> Loaded:
    return read(base / "content" / "harbour", roots_of(base))


def test_one_change_that_counts_keeps_an_option_awake() -> None:
    asleep, awake = change("stock", "+1", "talks-help"), change("stock", "+1", "fish-come-back")
    assert not is_awake(option("a/b", asleep), BELIEF)
    assert is_awake(option("a/b", asleep, awake), BELIEF)
    assert is_awake(rule("r", chance("r~1", 5, asleep, otherwise=(awake,))), BELIEF)


def test_a_change_counts_by_the_least_believed_of_its_claims() -> None:
    assert not is_awake(rule("r", change("stock", "+1", "stock-falls", "talks-help")), BELIEF)


def test_what_changes_no_number_is_awake_while_something_it_cites_is_believed() -> None:
    assert is_awake(rule("r", set_flag("pact")), BELIEF)
    assert not is_awake(rule("r", set_flag("pact")), {**BELIEF, "stock-falls": 0})


def test_a_counter_counts_whatever_is_believed() -> None:
    """So it neither wakes a rule nor puts it to sleep: that hangs on what the rule cites."""
    counted = evolve(change("stock", "+1", "talks-help"), counted=True)
    assert is_awake(rule("r", counted), BELIEF)
    assert not is_awake(rule("r", counted, change("stock", "+1", "talks-help")), BELIEF)


def test_a_rule_that_no_worldview_believes_is_told_so(base: Path) -> None:
    doubter = base / "game/worldviews/doubter.yaml"
    doubter.write_text(doubter.read_text().replace("rivals: 100", "rivals: 0"))
    sea = base / "game/dynamics/sea.yaml"
    sea.write_text(sea.read_text().replace("    view: doubter\n", ""))
    (problem,) = told(harbour_of(base))
    assert problem.startswith(
        "E0213 the rule 'fish-return' does nothing in the worldviews 'authors' and 'doubter'"
    )
    assert problem.endswith("cite a claim that a worldview believes, or believe one of these in a worldview")


def test_a_worldview_of_the_pack_is_read_and_asked_only_about_what_the_pack_brings(base: Path) -> None:
    """Its author can mend an option of the pack, but not a rule of the game."""
    own = base / "content/harbour/worldviews"
    own.mkdir()
    (own / "sceptic.yaml").write_text(SCEPTIC + "beliefs:\n  talks-help: 10\n")
    found = told(harbour_of(base))
    assert found
    assert all(one.startswith("E0213 the option") and "'sceptic'" in one for one in found)
    (own / "sceptic.yaml").write_text(SCEPTIC + "beliefs:\n  talks-help: 10\n  stock-falls: 100\n")
    loaded = harbour_of(base)
    assert told(loaded) == []
    assert loaded.pack is not None
    assert list(loaded.pack.ruleset.worldviews) == ["authors", "doubter", "sceptic"]


def test_a_worldview_of_the_pack_takes_the_place_of_the_games(base: Path) -> None:
    own = base / "content/harbour/worldviews"
    own.mkdir()
    shutil.copy(base / "game/worldviews/doubter.yaml", own / "mine.yaml")
    (own / "mine.yaml").write_text((own / "mine.yaml").read_text().replace("article: 50", "article: 70"))
    loaded = harbour_of(base)
    assert told(loaded) == []
    assert loaded.pack is not None
    assert loaded.pack.ruleset.worldviews["doubter"].article == 70


def test_two_worldviews_of_one_pack_with_one_id_are_a_fault(base: Path) -> None:
    own = base / "content/harbour/worldviews"
    own.mkdir()
    for name in ("one", "two"):
        (own / f"{name}.yaml").write_text(SCEPTIC + "beliefs:\n  talks-help: 10\n  stock-falls: 100\n")
    assert [one.partition(" ")[0] for one in told(harbour_of(base))] == ["E0116"]
