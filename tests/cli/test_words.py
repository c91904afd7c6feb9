"""`words` on the command line: a row for each way of arguing, as text and as JSON."""

import json
from pathlib import Path

import pytest

from dosmesas.cli.words import print_words
from dosmesas.load import loading
from dosmesas.plain.words import A_MINUTE
from dosmesas.text.catalog import say
from tests.cli.running import dosmesas
from tests.support.small import parley


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small pack, whatever name is given."""
    monkeypatch.setattr(loading, "load_pack", lambda _: parley())


def printed(
    capsys: pytest.CaptureFixture[str], *, as_json: bool, detail: str = "first", guide: bool = True
) -> str:
    print_words("parley", 1, "en", detail=detail, guide=guide, as_json=as_json)
    return capsys.readouterr().out


@pytest.mark.usefixtures("_small")
def test_the_words_of_a_pack_are_told_by_how_long_its_turns_are_argued(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = json.loads(printed(capsys, as_json=True))
    assert [(row["argue"], row["turns"]) for row in rows] == [("none", 3), ("short", 6), ("full", 3)]
    for row in rows:
        assert 0 < row["median"] <= row["most"]
        assert abs(row["seconds"] - row["debate"] * 60 // A_MINUTE) <= 1
    assert rows[0]["debate"] == rows[0]["seconds"] == 0
    assert rows[1]["debate"] > 0
    assert [row["budget"] for row in rows] == sorted(row["budget"] for row in rows)


@pytest.mark.usefixtures("_small")
def test_the_text_says_what_the_json_holds(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, as_json=True))
    text = " ".join(printed(capsys, as_json=False).split())
    head = say("en", "words_head", pack="The parley", turns=sum(row["turns"] for row in rows))
    assert text == " ".join([head, *(say("en", "words_line", **row) for row in rows)])


@pytest.mark.usefixtures("_small")
def test_detail_and_notes_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    first, bare, full = (
        [
            (row["median"], row["most"])
            for row in json.loads(printed(capsys, as_json=True, detail=one, guide=two))
        ]
        for one, two in (("first", True), ("first", False), ("full", False))
    )
    assert first != bare != full


@pytest.mark.usefixtures("_small")
def test_the_same_games_have_the_same_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, as_json=True) == printed(capsys, as_json=True)


def test_the_quick_pack_is_counted_in_spanish(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "words", "--games", "1", "--lang", "es")
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    assert text.startswith(say("es", "words_head", pack="#", turns="#").split("#")[0])
    assert text.count(say("es", "words_line", **dict.fromkeys(ROW, "#")).split("#")[0].strip()) >= 2


ROW = ("argue", "turns", "median", "most", "budget", "debate", "seconds")


def test_an_unknown_pack_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "words", "culiacann")
    assert done.returncode != 0
    assert "culiacan" in done.stderr


@pytest.mark.parametrize("games", ["0", "101", "x"])
def test_a_wrong_count_of_games_is_refused(tmp_path: Path, games: str) -> None:
    done = dosmesas(tmp_path, "words", "--games", games)
    assert done.returncode == 2
    assert done.stdout == ""
