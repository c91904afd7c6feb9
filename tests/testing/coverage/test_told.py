"""Coverage as lines and as a record."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from dosmesas.testing.coverage import Kind, places
from dosmesas.testing.coverage.lines import allotted, coverage_lines
from dosmesas.testing.coverage.record import coverage_record
from dosmesas.testing.coverage.tally import Source, Tally, twin_of
from dosmesas.testing.coverage.words import Words
from tests.support.making import regatta
from tests.support.small import parley
from tests.testing.coverage.test_gathering import counted, found
from tests.testing.coverage.test_tally import EFFECT, NO, YES, place

PAGE = Path(__file__).parents[3] / "docs" / "coverage.md"


def words_of(name: str = "regatta", language: str = "en", games: int = 3) -> Words:
    of = found(name)
    tally = counted(of, sources=frozenset({Source.PLAYOUTS}), games=games)
    assert of.loaded.pack is not None
    return Words(of.loaded.pack, tally, language, of.loaded.sources.line)


def test_it_is_a_screenful_with_a_table_and_the_rest_counted() -> None:
    words = words_of(games=1)
    lines = [*coverage_lines(words)]
    assert len(lines) < 55
    assert lines[0] == "Coverage of The regatta (games played for this: 1)"
    share = words.tally.share()
    assert f"{share.reached} of {share.places}" in next(line for line in lines if "all together" in line)
    listed = [line for line in lines if re.match(r" {4}\S+\.yaml:\d+: ", line)]
    counts = [int(one) for line in lines for one in re.findall(r"^  [a-z ]+ \((\d+)\)$", line)]
    assert sum(counts) == len(words.tally.first_missed())
    left = sum(counts) + len(words.tally.once()) - len(listed)
    assert lines[-1].startswith(f"{left} more: ")


def test_nothing_is_missed_where_all_was_reached() -> None:
    words = words_of()
    words.tally.counts.update({place.key: 2 for place in words.tally.places})
    lines = [*coverage_lines(words)]
    assert "100 %" in lines[-2]
    assert lines[-1] == "Everything was at work."


def test_every_kind_gets_its_turn_before_one_gets_two() -> None:
    many = [place(Kind.EVENT, f"e{number}") for number in range(9)] + [place(Kind.RULE, "r"), EFFECT]
    assert [one.key for one in allotted(many, 4)] == ["event:e0", "event:e1", "rule:r", EFFECT.key]
    assert allotted(many, 99) == many
    assert allotted([], 5) == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("pack", [regatta(), parley()], ids=lambda pack: pack.id)
def test_every_place_can_be_told_reached_and_missed(pack, language: str) -> None:
    tally = Tally(places(pack))
    words = Words(pack, tally, language, lambda _file, _line: "- when: x")
    never = {one.key: words.told(one) for one in tally.places}
    tally.counts.update({one.key: 41 for one in tally.places if one.side not in {"no", "did-not"}})
    for one in tally.places:
        if tally.counts[one.key]:
            assert "41" in words.told(one)
        elif twin_of(one):
            assert words.told(one) != never[one.key], "one side was missed, or nobody asked"
    assert all("41" not in text for text in never.values())


def test_a_side_says_whether_it_alone_was_missed() -> None:
    tally = Tally((YES, NO))
    words = Words(regatta(), tally, "en", lambda _file, _line: "    - when: stock > 3")
    assert (words.told(YES), words.told(NO)) == ("never asked", "never asked")
    tally.counts[YES.key] = 1
    assert (words.told(YES), words.told(NO)) == ("held 1×", "never failed")
    assert words.name(YES) == "when: stock > 3"


def test_the_record_has_every_place_and_the_page_tells_every_key() -> None:
    words = words_of()
    record = json.loads(json.dumps(coverage_record(words)))
    assert [one["key"] for one in record["places"]] == [one.key for one in places(words.pack)]
    assert record["games"] == {"playouts": 3}
    assert record["total"]["reached"] == sum(one["count"] > 0 for one in record["places"])
    assert sum(one["places"] for one in record["kinds"].values()) == len(record["places"])
    by_key = {one["key"]: one for one in record["places"]}
    assert all(by_key[one]["count"] == 0 for one in record["missed"])
    assert all(by_key[one]["count"] == 1 for one in record["once"])
    assert all(one["inside"] in {None, *by_key} for one in record["places"])
    told = set(re.findall(r"`([a-z_]+)`", PAGE.read_text(encoding="utf-8")))
    keys = {*record, *record["total"], *record["places"][0]}
    assert keys <= told
    assert {str(kind) for kind in Kind} <= told


def test_the_lines_of_python_on_the_page_run(capsys: pytest.CaptureFixture[str]) -> None:
    exec(PAGE.read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0], {})
    assert re.fullmatch(r"ending:[a-z-]+\n", capsys.readouterr().out)


def test_what_comes_with_another_is_not_reached_without_it() -> None:
    for name in ("regatta", "parley"):
        tally = words_of(name, games=12).tally
        for one in tally.places:
            # A condition among effects has a number; others hold before their owner comes, and it may not.
            asked = one.kind is not Kind.CONDITION or "#" in one.id
            if tally.counts[one.key] and one.inside and asked and one.kind is not Kind.CHANCE:
                assert tally.counts[one.inside] or half(one.inside, tally.counts), one


def half(inside: str, counts: Counter[str]) -> bool:
    """Whether an option was watered down: it does then by halves what it would do if it was carried."""
    return bool(counts[inside.replace(":carried", ":watered")])
