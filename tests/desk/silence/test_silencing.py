"""An author silences one warning at one place, with a reason; nothing else, and not for ever."""

import json
from pathlib import Path

import pytest

from dosmesas.desk.checking import check
from dosmesas.load.loading import Loaded
from tests.cli.running import dosmesas
from tests.support.small import copy_of_small, roots_of

QUESTION = "Cuántas veces siguió una tripulación?"
ASKED = "      en: How often did a crew sail on?\n"


def checked(folder: Path, spanish: str, before: str = "", asked: str = ASKED) -> Loaded:
    """The regatta with a counter whose Spanish line, and what stands before it, are given."""
    base = copy_of_small(folder)
    file = base / "content" / "regatta" / "counters.yaml"
    text = file.read_text(encoding="utf-8")
    old = "    text: How often a crew sailed on in bad weather.\n"
    assert text.count(old) == 1
    file.write_text(text.replace(old, f"    text:\n{asked}{before}      es: {spanish}\n"), encoding="utf-8")
    return check(base / "content" / "regatta", roots_of(base))


def codes(loaded: Loaded) -> list[str]:
    return [one.code for one in loaded.problems]


def test_without_a_comment_it_is_told(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, QUESTION)) == ["W0611"]


@pytest.mark.parametrize(
    ("behind", "before"),
    [
        (" # allow W0611: the crew writes so", ""),
        ("", "      # allow W0611: the crew writes so\n"),
        ("", "      # allow W0611: the crew writes so\n\n      # and another comment\n"),
        (" #allow W0514, W0611:the crew writes so", ""),
    ],
)
def test_with_a_reason_it_is_silent_and_kept_with_the_reason(
    tmp_path: Path, behind: str, before: str
) -> None:
    loaded = checked(tmp_path, QUESTION + behind, before)
    assert {*codes(loaded)} <= {"W0804"}  # of two codes the one that silences nothing is told
    assert [(one.code, reason) for one, reason in loaded.silenced] == [("W0611", "the crew writes so")]


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        (" # allow W0611", ["W0611", "W0801"]),
        (" # allow W0611:   ", ["W0611", "W0801"]),
        (" # allow W0610: hard on purpose", ["W0611", "W0804"]),
        (" # allow W0999: nothing", ["W0611", "W0802"]),
        (" # allow E0201: nothing, W0611: too late", ["W0611", "W0803"]),
        (" # allow W0801: it is not said why", ["W0611", "W0803"]),
        (" # allow the crew to write W0611 as it likes", ["W0611"]),
    ],
)
def test_what_silences_nothing_is_told(tmp_path: Path, behind: str, found: list[str]) -> None:
    assert codes(checked(tmp_path, QUESTION + behind)) == found


def test_it_is_about_its_own_line_only(tmp_path: Path) -> None:
    loaded = checked(tmp_path, QUESTION, asked=ASKED.replace("\n", "  # allow W0611: so\n"))
    assert codes(loaded) == ["W0804", "W0611"]


def test_in_a_text_it_is_text(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, f"'{QUESTION} # allow W0611: so'")) == ["W0611"]


def test_an_error_stays_and_nothing_is_called_stale_while_there_are_errors(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    file = base / "content" / "regatta" / "pack.yaml"
    text = file.read_text(encoding="utf-8").replace("turns: ", "turnz: ", 1)
    file.write_text(text.replace("pack: regatta", "pack: regatta # allow W0506: as meant"), encoding="utf-8")
    assert {one[0] for one in codes(check(base / "content" / "regatta", roots_of(base)))} == {"E"}


def test_programs_are_told_what_was_silenced_and_why(tmp_path: Path) -> None:
    checked(tmp_path, QUESTION + " # allow W0611: the crew writes so")
    pack = str(tmp_path / "small" / "content" / "regatta")
    told = dosmesas(tmp_path, "check", pack)
    assert told.returncode == 0
    assert "1 warning silenced with a reason." in told.stdout
    (one,) = json.loads(dosmesas(tmp_path, "check", pack, "--format", "json").stdout)
    assert (one["code"], one["suppressed"]) == ("W0611", "the crew writes so")
    run = json.loads(dosmesas(tmp_path, "check", pack, "--format", "sarif").stdout)["runs"][0]
    assert run["results"][0]["suppressions"] == [{"kind": "inSource", "justification": "the crew writes so"}]
    assert dosmesas(tmp_path, "check", pack, "--format", "github").stdout == ""
