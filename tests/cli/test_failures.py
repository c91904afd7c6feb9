"""What goes wrong around a game: said in one clear message, with the right exit code, and nothing lost."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dosmesas.load.locate import roots
from tests.cli.running import dosmesas, surroundings


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("saves")
    assert dosmesas(folder, "play", "--seed", "5", "--save", "a.jsonl", typed="3\n1\n" * 8).returncode == 0
    return (folder / "a.jsonl").read_bytes()


def own_pack(folder: Path) -> Path:
    """A copy of the shipped pack under another name."""
    mine = folder / "mine"
    shutil.copytree(roots().content / "culiacan", mine)
    pack = mine / "pack.yaml"
    pack.write_text(pack.read_text().replace("pack: culiacan", "pack: mine"))
    return mine


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["play", "--as", ""], "'--as' names no office. Offices: mx.president"),
        (["play", "--as", " , "], "'--as' names no office"),
        (["play", "--as", "mx.president,us.presidnt"], "did you mean 'us.president'?"),
        (["play", "--seed", "-1"], "'--seed'"),
        (["play", "--seed", "seven"], "'seven' is not a valid integer"),
        (["play", "--counterpart", "clever"], "no bot 'clever'. There are: persona, greedy, historical"),
        (["play", "--counterpart", "hawkk"], "did you mean 'hawk'?"),
        (["demo", "--counterpart", "personna"], "did you mean 'persona'?"),
        (["play", "--difficulty", "easy"], "'easy' is not one of 'gentle', 'fair', 'hard', 'severe'"),
        (["play", "--level", "genius"], "'genius' is not one of 'novice', 'advocate', 'expert'"),
        (["play", "--argue", "some"], "'some' is not one of 'alternate', 'all', 'auto'"),
        (["play", "--draws", "lucky"], "'lucky' is not one of"),
        (["play", "a", "b"], "Got unexpected extra argument (b)"),
        (["replay"], "Missing argument 'SAVE'"),
        (["state", "x.jsonl"], "Missing option '--turn'"),
        (["demo", "zzz"], "no pack 'zzz'. Packs that come with the game: border-killings"),
        (["check", "."], "holds no pack.yaml, so it is not a pack"),
        (["play", "a\x1b[2J"], "no pack 'a\ufffd[2J'"),
        (["--tongue", "es"], "No such option"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_would_be_right(
    tmp_path: Path, words: list[str], message: str
) -> None:
    done = dosmesas(tmp_path, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_not_played_over(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("two years of work")
    done = dosmesas(tmp_path, "play", "--save", "thesis.txt")
    assert done.returncode == 1
    assert "thesis.txt exists already; resume it, or choose another name" in done.stderr
    assert (tmp_path / "thesis.txt").read_text() == "two years of work"


def test_a_save_in_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = dosmesas(tmp_path, "play", "--save", "file/game.jsonl")
    assert done.returncode == 1
    assert "cannot make the folder file" in done.stderr


@pytest.mark.parametrize("command", ["resume", "replay"])
def test_a_damaged_save_is_refused_with_the_record_that_is_damaged(
    tmp_path: Path, whole: bytes, command: str
) -> None:
    path = tmp_path / "bad.jsonl"
    damaged = whole.replace(b'"n":3', b'"n":4', 1)
    path.write_bytes(damaged)
    done = dosmesas(tmp_path, command, "bad.jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert "bad.jsonl: record 3 is damaged" in done.stderr
    assert path.read_bytes() == damaged


def test_a_torn_save_goes_on_and_says_so(tmp_path: Path, whole: bytes) -> None:
    (tmp_path / "torn.jsonl").write_bytes(whole[:-30])
    told = json.loads(dosmesas(tmp_path, "verify", "torn.jsonl", "--json").stdout)
    assert told["ok"] is False
    assert "was not finished" in told["problem"]
    done = dosmesas(tmp_path, "resume", "torn.jsonl")
    assert done.returncode == 0
    assert "was not finished" in done.stdout
    assert (tmp_path / "torn.jsonl.torn").exists()


@pytest.mark.parametrize("content", [b"", b"hello\n", b"\x00" * 500, b'{"n":0}\n'])
def test_a_file_that_is_no_save_is_refused_by_all_that_read_saves(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    words = (["resume", "x"], ["replay", "x"], ["state", "x", "--turn", "1"], ["why", "x", "trust"])
    for done in (dosmesas(tmp_path, *one) for one in words):
        assert (done.returncode, done.stdout) == (1, "")
        assert "is not a save of this game" in done.stderr
    assert dosmesas(tmp_path, "verify", "x").returncode == 1


def test_a_save_whose_pack_has_gone_or_broken_is_told_and_not_raised(tmp_path: Path) -> None:
    mine = own_pack(tmp_path)
    assert dosmesas(tmp_path, "play", "mine", "--seed", "1", "--save", "m.jsonl", typed="1\n").returncode == 0
    pack = mine / "pack.yaml"
    pack.write_text(pack.read_text() + "bogus: 1\n")
    told = dosmesas(tmp_path, "verify", "m.jsonl", "--json")
    assert (told.returncode, json.loads(told.stdout)["ok"]) == (0, True)
    assert "these are the rules that the save was played under" in told.stderr
    shutil.rmtree(tmp_path / "packs")
    told = dosmesas(tmp_path, "verify", "m.jsonl", "--json")
    assert (told.returncode, json.loads(told.stdout)["problem"]) == (1, "errors in the pack: 1")
    played = dosmesas(tmp_path, "resume", "m.jsonl")
    assert played.returncode == 1
    assert "has no key 'bogus'" in played.stderr
    shutil.rmtree(mine)
    told = dosmesas(tmp_path, "verify", "m.jsonl", "--json")
    assert told.returncode == 1
    assert "no pack" in json.loads(told.stdout)["problem"]
    assert dosmesas(tmp_path, "resume", "m.jsonl").returncode == 2


def test_every_pack_that_is_named_is_checked_and_one_bad_one_fails_the_run(tmp_path: Path) -> None:
    mine = own_pack(tmp_path)
    clean = dosmesas(tmp_path, "check", "culiacan", "mine")
    assert (clean.returncode, clean.stdout.count("0 errors, 0 warnings")) == (0, 2)
    event = mine / "events" / "culiacan.yaml"
    line = event.read_text().split("\n").index("turn: 1") + 1
    event.write_text(event.read_text().replace("turn: 1\n", "turn: 99\n"))
    bad = dosmesas(tmp_path, "check", "culiacan", "mine")
    assert bad.returncode == 1
    assert f"mine/events/culiacan.yaml:{line}:7-8 error E0114 'turn:' is 1 to 24, not 99" in bad.stdout
    assert "1 error, 0 warnings" in bad.stdout
    played = dosmesas(tmp_path, "play", "mine")
    assert (played.returncode, played.stdout) == (1, "")
    assert f"mine/events/culiacan.yaml:{line}:7-8" in played.stderr


def heed_interrupts() -> None:
    """A gate that was started in the background hands on that interrupts are ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_at_the_prompt_ends_with_130_and_keeps_the_game(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "dosmesas", "play", "--plain", "--seed", "3", "--save", "g.jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=surroundings(tmp_path),
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - the test has one thread
    )
    assert process.stdout is not None
    seen = b""
    while not seen.endswith(b"\n> "):
        seen += process.stdout.read(1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert dosmesas(tmp_path, "verify", "g.jsonl").returncode == 0


def test_a_reader_that_stops_reading_ends_the_demo_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "dosmesas", "demo"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=surroundings(tmp_path),
    )
    assert process.stdout is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() in {0, 1}
    assert b"Traceback" not in errors
