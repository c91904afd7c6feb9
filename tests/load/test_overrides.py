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
    assert loaded.pack is not None, [str(one.message) for one in loaded.problems]
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
    assert (problem.code, str(problem.hint) if hint else "") == (code, hint)


def test_a_pack_that_changes_nothing_has_no_overrides(tmp_path: Path) -> None:
    assert played(changed(tmp_path)).ruleset.overrides == {}


OWN_ENDINGS = """endings:
  - ending: full-nets
    title: Full nets
    when: stock >= 10
    because:
      - stock-falls
    text: The nets are full for another year.
"""
LAST_ENDING = """  - ending: another-year
    title: Another year
    because:
      - stock-falls
    text: Nothing was settled, and the boats go out again.
"""


def with_endings(folder: Path, text: str) -> list[str]:
    """The endings of harbour with its own, in the order in which they are asked."""
    base = copy_of_small(folder)
    (base / "content" / "harbour" / "endings.yaml").write_text(text)
    return [one.id for one in played(load_from(base)).ruleset.endings]


def test_endings_of_a_pack_are_asked_first_and_in_place_of_the_games_where_the_last_always_holds(
    tmp_path: Path,
) -> None:
    before, instead = tmp_path / "before", tmp_path / "instead"
    before.mkdir(), instead.mkdir()
    first = with_endings(before, OWN_ENDINGS)
    assert first[0] == "full-nets"
    assert len(first) > 1
    assert with_endings(instead, OWN_ENDINGS + LAST_ENDING) == ["full-nets", "another-year"]


def test_the_calendar_passes_over_the_months_that_a_pack_skips(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    file = base / "content" / "harbour" / "pack.yaml"
    file.write_text(file.read_text() + "skips:\n  - 2020-02\n  - 2020-03\n  - 2020-05\n")
    pack = played(load_from(base))
    assert [pack.month(turn)("en") for turn in (1, 2, 3)] == ["January 2020", "April 2020", "June 2020"]


def test_a_short_version_is_read(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    file = base / "content" / "harbour" / "pack.yaml"
    file.write_text(file.read_text() + "short:\n  turns: 2\n  minutes: 4\n")
    short = played(load_from(base)).short
    assert short is not None
    assert (short.turns, short.minutes) == (2, 4)
