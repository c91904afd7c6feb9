"""What a pack changes of the game: starts, rules replaced and left out; remembered, and told when wrong."""

from pathlib import Path

import pytest

from dosmesas.load.loading import Loaded
from dosmesas.model.rules import Pack, Rule
from dosmesas.model.world import Indicator
from tests.support.making import game_of, value
from tests.support.small import copy_of_small, load_from

OWN_RULE = """rules:
  - rule: stock-shrinks
    text: here the fleet is small
    because:
      - stock-falls
    effects:
      - stock: -0.25
"""


def changed(folder: Path, *, start: str = "", without: str = "", rule: str = "") -> Loaded:
    """Harbour with changes of its own."""
    base = copy_of_small(folder)
    pack = base / "content" / "harbour" / "pack.yaml"
    more = (f"start:\n  {start}\n" if start else "") + (f"without:\n  - {without}\n" if without else "")
    pack.write_text(pack.read_text() + more)
    if rule:
        (pack.parent / "dynamics").mkdir(exist_ok=True)
        (pack.parent / "dynamics" / "own.yaml").write_text(rule)
    return load_from(base)


def played(loaded: Loaded) -> Pack:
    assert loaded.pack is not None, [one.message for one in loaded.problems]
    return loaded.pack


def test_a_start_value_of_the_pack_is_where_its_games_begin(tmp_path: Path) -> None:
    pack = played(changed(tmp_path, start="stock: 71.5"))
    game = game_of(pack)
    first = game.begin(7)
    moved = sum(one.applied for one in first.receipts if one.indicator == "stock")
    assert value(game, first.state, "stock") == 71_500 + moved
    override = pack.ruleset.overrides["stock"]
    assert isinstance(override.was, Indicator)
    assert isinstance(override.now, Indicator)
    assert (override.was.start, override.now.start) == (50_000, 71_500)
    assert str(override.where).endswith("pack.yaml:24:3-7")


def test_a_rule_with_the_id_of_one_of_the_game_takes_its_place(tmp_path: Path) -> None:
    pack = played(changed(tmp_path, rule=OWN_RULE))
    assert pack.ruleset.rules["stock-shrinks"].text("en") == "here the fleet is small"
    override = pack.ruleset.overrides["stock-shrinks"]
    assert isinstance(override.was, Rule)
    assert override.was.text("en") == "more is caught than grows"
    assert override.now is pack.ruleset.rules["stock-shrinks"]


def test_a_pack_may_play_without_a_rule_of_the_game(tmp_path: Path) -> None:
    pack = played(changed(tmp_path, without="stock-shrinks"))
    assert "stock-shrinks" not in pack.ruleset.rules
    assert pack.ruleset.overrides["stock-shrinks"].now is None


@pytest.mark.parametrize(
    ("more", "code", "hint"),
    [
        ({"without": "stock-shrink"}, "E0202", "did you mean 'stock-shrinks'?"),
        ({"without": "[a]"}, "E0112", ""),
        ({"start": "stock: 101"}, "E0114", ""),
        ({"start": "stock: many"}, "E0112", ""),
        ({"start": "fish: 3"}, "E0202", ""),
    ],
)
def test_an_override_of_nothing_is_told(tmp_path: Path, more: dict[str, str], code: str, hint: str) -> None:
    loaded = changed(tmp_path, **more)
    (problem,) = loaded.problems
    assert (problem.code, problem.hint if hint else "") == (code, hint)


def test_a_pack_that_changes_nothing_has_no_overrides(tmp_path: Path) -> None:
    assert played(changed(tmp_path)).ruleset.overrides == {}
