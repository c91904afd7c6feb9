"""Reading a whole pack: clean as it stands, the same in any order of files and keys, with the pack's own changes."""

import gc
import random
import weakref
from pathlib import Path

import pytest
import yaml

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.receipts import Receipt
from dosmesas.load.loading import BrokenPackError, load_pack, read
from dosmesas.load.locate import pack_folder
from dosmesas.model.rules import Pack
from tests.support.shipped import shipped
from tests.support.small import SMALL, copy_of_small, harbour, load_from, roots_of

PACK = "content/harbour"
SEEDS = range(8)


def games_of(pack: Pack) -> list[tuple[str, list[Receipt]]]:
    """Some whole games: the last state of each, and every receipt on the way."""
    game = Game(pack, pack.ruleset.worldviews["authors"])
    games = [playout(game, seed, RandomBot(seed).choose) for seed in SEEDS]
    return [(path[-1].state.digest(), [one for step in path for one in step.receipts]) for path in games]


def loaded(base: Path, pack: str = "harbour") -> Pack:
    found = read(base / "content" / pack, roots_of(base))
    assert found.pack is not None, [str(one) for one in found.problems]
    return found.pack


class Lingering:
    """Something that only a collection frees, as a game that is over."""

    def __init__(self) -> None:
        self.itself = self


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_small_world_is_clean() -> None:
    found = load_from(SMALL)
    assert list(found.problems) == []
    assert found.pack is not None


def test_the_names_of_files_change_nothing(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    for folder in ("content/harbour/events", "content/harbour/bulletins", "game/dynamics", "game/worldviews"):
        for number, path in enumerate(sorted((base / folder).iterdir(), reverse=True)):
            path.rename(path.with_name(f"{number}.yaml"))
    assert games_of(loaded(base)) == games_of(harbour())


def test_the_order_of_rules_in_a_file_and_of_files_changes_nothing(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    rules = base / "game/dynamics/sea.yaml"
    head, *parts = rules.read_text().split("  - rule:")
    for number, part in enumerate(reversed(parts)):
        (base / "game/dynamics" / f"{number}.yaml").write_text(f"{head}  - rule:{part}")
    rules.unlink()
    assert games_of(loaded(base)) == games_of(harbour())


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("pack", ["harbour", "regatta"])
def test_the_order_of_keys_in_every_mapping_changes_nothing(tmp_path: Path, pack: str, seed: int) -> None:
    base = copy_of_small(tmp_path)
    before = loaded(base, pack)
    for path in base.rglob("*.yaml"):
        data = yaml.load(path.read_text(), yaml.BaseLoader)
        path.write_text(yaml.safe_dump(shuffled(data, random.Random(seed)), sort_keys=False, width=999))
    assert games_of(loaded(base, pack)) == games_of(before)


@pytest.mark.parametrize(
    "name", ["indicators", "flags", "offices", "countries", "audiences", "assumptions", "glossary"]
)
def test_the_order_of_entries_in_a_file_changes_nothing(tmp_path: Path, name: str) -> None:
    base = copy_of_small(tmp_path)
    path = base / "game" / f"{name}.yaml"
    data = yaml.load(path.read_text(), yaml.BaseLoader)
    turned = {name: list(reversed(data[name]))}
    path.write_text(yaml.safe_dump(shuffled(turned, random.Random(1)), sort_keys=False, width=999))
    assert games_of(loaded(base)) == games_of(harbour())


def shuffled(value: object, chance: random.Random) -> object:
    if isinstance(value, list):
        return [shuffled(one, chance) for one in value]
    if not isinstance(value, dict):
        return Quoted(value)
    keys = list(value)
    chance.shuffle(keys)
    return {Quoted(key): shuffled(value[key], chance) for key in keys}


class Quoted(str):
    """A text that is always written in quotes, so that `no` stays a text."""

    __slots__ = ()


yaml.SafeDumper.add_representer(
    Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="'")
)


def test_windows_lines_and_a_byte_order_mark_change_neither_game_nor_fingerprint(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    before = load_from(base).sources.digest()
    for path in base.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_from(base).sources.digest() == before
    assert games_of(loaded(base)) == games_of(harbour())


def test_a_pack_may_begin_with_other_numbers(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    change(base / PACK / "pack.yaml", "minutes: 5", "start:\n  stock: 80\n  goodwill: 12.5")
    starts = {one.id: one.start for one in loaded(base).ruleset.indicators.values()}
    assert starts == {"stock": 80_000, "goodwill": 12_500, "poaching": 30_000}


def test_a_pack_may_replace_a_rule_of_the_game_by_its_id_and_add_others(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / PACK / "dynamics").mkdir()
    text = (base / "game/dynamics/sea.yaml").read_text()
    own = text[: text.index("  - rule: pact-works")]
    (base / PACK / "dynamics/own.yaml").write_text(
        own.replace("more is caught than grows", "twice as much is caught")
        + own.replace("rules:\n", "").replace("stock-shrinks", "nets-tear")
    )
    rules = loaded(base).ruleset.rules
    assert set(rules) == {*harbour().ruleset.rules, "nets-tear"}
    assert rules["stock-shrinks"].text("en") == "twice as much is caught"


def test_a_pack_may_not_write_one_rule_twice_itself(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / PACK / "dynamics").mkdir()
    text = (base / "game/dynamics/sea.yaml").read_text()
    for name in ("a.yaml", "b.yaml"):
        (base / PACK / "dynamics" / name).write_text(text[: text.index("  - rule: pact-works")])
    assert [one.code for one in load_from(base).problems] == ["E0116"]


def test_the_endings_of_a_pack_are_asked_before_those_of_the_game(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    text = (base / "game/endings.yaml").read_text().replace("shared-sea", "own-end")
    own = "endings:\n" + text[text.index("  - ending: own-end") : text.index("  - ending: as-before")]
    (base / PACK / "endings.yaml").write_text(own)
    assert [one.id for one in loaded(base).ruleset.endings] == [
        "own-end",
        "empty-sea",
        "shared-sea",
        "as-before",
    ]


def test_an_instructor_may_use_a_flag_of_the_packs_own(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    flags = "flags:\n  - flag: storm_warning\n    name: a warning\n    start: no\n    text: It blows.\n"
    (base / PACK / "flags.yaml").write_text(flags)
    change(base / PACK / "events/storm.yaml", "- goodwill: +1\n", "- storm_warning: yes\n")
    assert {"storm_warning", "pact"} <= set(loaded(base).ruleset.flags)


def test_a_pack_with_errors_is_not_handed_out(tmp_path: Path) -> None:
    folder = (copy_of_small(tmp_path) / PACK).rename(tmp_path / "alone")
    with pytest.raises(BrokenPackError) as caught:
        load_pack(str(folder))  # against the shipped ruleset, whose names it does not use
    assert caught.value.loaded.pack is None
    assert caught.value.loaded.problems.errors > 5


def test_a_pack_is_read_with_the_rules_beside_the_content_that_it_lies_in(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path) / PACK
    assert "stock" in load_pack(str(folder)).ruleset.indicators


def test_a_pack_with_warnings_only_can_be_played(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    change(base / PACK / "events/talks.yaml", "requires: goodwill >= 90", "requires: goodwill >= 900")
    assert [one.code for one in load_from(base).problems] == ["W0307"]
    assert "talks" in loaded(base).events


def test_the_same_files_have_the_same_fingerprint_and_others_another(tmp_path: Path) -> None:
    assert shipped("culiacan").digest == load_pack(str(pack_folder("culiacan"))).digest
    base = copy_of_small(tmp_path)
    before = load_from(base).sources.digest()
    change(base / PACK / "events/calm.yaml", "A calm month", "A quiet month")
    assert load_from(base).sources.digest() != before


def test_a_conduct_that_the_game_does_not_ask_for_is_told(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / "game/conduct.yaml"
    path.write_text(path.read_text().replace("word_broken", "word_broke"))
    told = [(one.code, str(one.hint)) for one in load_from(base).problems]
    assert told == [("E0110", "did you mean 'word_broken'?")]


def test_one_office_that_sees_something_need_not_be_a_list(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    listed = load_from(base).pack
    change(base / "game/indicators.yaml", "seen_by:\n      - su.minister", "seen_by: su.minister")
    alone = load_from(base).pack
    assert listed is not None
    assert alone is not None
    poaching = alone.ruleset.indicators["poaching"]
    assert poaching.seen_by == listed.ruleset.indicators["poaching"].seen_by == {"su.minister"}
    change(base / "game/indicators.yaml", "seen_by: su.minister", "seen_by: su.ministr")
    assert [(one.code, str(one.hint)) for one in load_from(base).problems] == [
        ("E0202", "did you mean 'su.minister'?")
    ]


def test_what_lies_about_while_a_pack_is_read_can_still_be_collected() -> None:
    lingering = Lingering()
    end = weakref.ref(lingering)
    gc.disable()
    try:
        del lingering
        loaded(SMALL)
    finally:
        gc.enable()
    gc.collect()
    assert end() is None
