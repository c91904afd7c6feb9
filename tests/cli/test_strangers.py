"""What a stranger's names, saves and arguments hold never reaches the terminal alive."""

from pathlib import Path

import pytest

from dosmesas.journal.records import Header, encode
from dosmesas.text.safe import faults
from tests.cli.running import dosmesas
from tests.support.small import copy_of_small

CLEAR = "\x1b[2J\x9b31m\u202e"
HEADER = Header(CLEAR, CLEAR, CLEAR, 1, (CLEAR,), "persona", CLEAR, "en", folder=f"/{CLEAR}")


@pytest.mark.parametrize(
    "words",
    [
        (CLEAR,),
        (f"--{CLEAR}",),
        ("play", CLEAR),
        ("play", "--as", CLEAR),
        ("play", "--seed", CLEAR),
        ("play", "--draws", CLEAR),
        ("play", "--worldview", CLEAR, "--save", "x.jsonl"),
        ("play", "culiacan", CLEAR),
        ("check", CLEAR),
        ("resume", CLEAR),
        ("verify", CLEAR),
        ("verify", CLEAR, "--json"),
        ("replay", CLEAR, "--json"),
        ("why", CLEAR, "x"),
        ("state", CLEAR, "--turn", CLEAR),
    ],
    ids=lambda words: ascii(" ".join(words)).replace("\\", "_"),
)
def test_what_is_typed_is_echoed_inert(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = dosmesas(tmp_path, *words)
    assert done.returncode in {1, 2}
    assert faults(done.stdout + done.stderr) == []


@pytest.mark.parametrize(
    "words", [("resume",), ("verify",), ("verify", "--json"), ("replay",), ("why", "stock")]
)
@pytest.mark.parametrize("folder", [True, False], ids=["with a folder", "with an id"])
def test_a_save_whose_every_field_is_hostile_is_told_inert(
    tmp_path: Path, words: tuple[str, ...], *, folder: bool
) -> None:
    command, *more = words
    header = HEADER if folder else Header(CLEAR, "", "", 1, (), "persona", CLEAR, "en")
    line, _ = encode(header, 0, "")
    (tmp_path / "a.jsonl").write_text(line + "\n", encoding="utf-8")
    done = dosmesas(tmp_path, command, "a.jsonl", *more)
    assert done.returncode in {1, 2}
    assert done.stdout + done.stderr
    assert faults(done.stdout + done.stderr) == []


def test_a_pack_with_hostile_names_of_files_and_folders_is_told_inert(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    pack = base / "content" / CLEAR
    (base / "content/harbour").rename(pack)
    (pack / "events" / f"{CLEAR}.yaml").write_text("event: x\n")
    (pack / "bulletins" / f"{CLEAR}.yml").write_text("x: y\n")
    done = dosmesas(tmp_path, "check", str(pack))
    assert done.returncode == 1
    assert "a file cannot be called" in done.stdout
    assert faults(done.stdout + done.stderr) == []
