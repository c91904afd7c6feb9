"""The command line: clear messages, exit codes, JSON for other programs, and no tracebacks."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dosmesas import __version__
from dosmesas.load.locate import roots

KEYS = {
    "pack",
    "seed",
    "seats",
    "start",
    "turns",
    "outlook",
    "ending",
    "returns",
    "joint_return",
    "debate",
    "digest",
}
TURN = {
    "turn",
    "event",
    "bulletins",
    "decisions",
    "words",
    "deals",
    "home",
    "receipts",
    "indicators",
    "headlines",
}
RECEIPT = {"id", "kind", "indicator", "applied", "by", "claims", "stage", "cause"}


def dosmesas(folder: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "DOSMESAS_SAVES": str(folder), "LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"}
    command = [sys.executable, "-m", "dosmesas", *words]
    done = subprocess.run(command, input=typed, capture_output=True, text=True, env=env, check=False)
    assert "Traceback" not in done.stderr + done.stdout
    return done


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saves")
    played = dosmesas(folder, "play", "--seed", "5", "--save", str(folder / "a.jsonl"), typed="3\n1\n" * 8)
    assert played.returncode == 0, played.stderr
    return folder / "a.jsonl"


def test_the_version_is_told(tmp_path: Path) -> None:
    assert __version__ in dosmesas(tmp_path, "--version").stdout


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["play", "culican", "--plain"], 2, "did you mean 'culiacan'?"),
        (["play", "--as", "us.presiden", "--plain"], 2, "did you mean 'us.president'?"),
        (["play", "--worldview", "mine", "--plain"], 2, "no worldview 'mine'. Known: authors"),
        (["play", "--lang", "fr"], 2, "'fr' is not one of"),
        (["check", "nowhere"], 2, "no pack 'nowhere'"),
        (["balance", "nowhere"], 2, "no pack 'nowhere'"),
        (["balance", "--worldview", "mine"], 2, "no worldview 'mine'; there are authors"),
        (["resume", "none.jsonl"], 1, "cannot read the save"),
        (["replay", "none.jsonl"], 1, "cannot read the save"),
        (["fly"], 2, "No such command 'fly'"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_right_exit_code(
    tmp_path: Path, words: list[str], code: int, message: str
) -> None:
    done = dosmesas(tmp_path, *words)
    assert done.returncode == code
    assert message in done.stderr
    assert done.stdout == ""


def test_a_broken_pack_is_shown_at_its_line_and_not_played(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("pack: mine\ntitel: x\n")
    checked = dosmesas(tmp_path, "check", str(tmp_path))
    assert checked.returncode == 1
    assert "pack.yaml:2:1-5 error E0110 a pack has no key 'titel'" in checked.stdout
    played = dosmesas(tmp_path, "play", str(tmp_path), "--plain")
    assert played.returncode == 1
    assert "E0110" in played.stderr


def test_the_shipped_packs_are_clean(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "check")
    assert done.returncode == 0
    assert done.stdout.startswith("0 errors, 0 warnings in ")


def test_a_damaged_save_is_refused_and_left_as_it_was(tmp_path: Path, save: Path) -> None:
    data = bytearray(save.read_bytes())
    data[len(data) // 2] ^= 4
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(data)
    done = dosmesas(tmp_path, "resume", str(bad), "--plain")
    assert done.returncode == 1
    assert "is damaged" in done.stderr
    assert bad.read_bytes() == data
    told = json.loads(dosmesas(tmp_path, "verify", str(bad), "--json").stdout)
    assert (told["ok"], told["digest"]) == (False, None)


def test_replay_prints_the_whole_game_as_agreed(tmp_path: Path, save: Path) -> None:
    game = json.loads(dosmesas(tmp_path, "replay", str(save), "--json").stdout)
    assert set(game) == KEYS
    assert [turn["turn"] for turn in game["turns"]] == [1, 2, 3, 4]
    assert len(game["outlook"]) == 12
    values = dict(game["start"])
    for turn in [*game["turns"], *game["outlook"]]:
        assert set(turn) == TURN
        for receipt in turn["receipts"]:
            assert set(receipt) == RECEIPT
            if receipt["kind"] in {"change", "limit"}:
                values[receipt["indicator"]] = round(values[receipt["indicator"]] + receipt["applied"], 3)
        assert values == turn["indicators"]
    assert set(game["returns"]) == set(game["seats"])


def test_verify_and_replay_agree_on_the_digest(tmp_path: Path, save: Path) -> None:
    told = json.loads(dosmesas(tmp_path, "verify", str(save), "--json").stdout)
    game = json.loads(dosmesas(tmp_path, "replay", str(save), "--json").stdout)
    assert told == {"ok": True, "turns": 4, "digest": game["digest"], "problem": None}


def test_state_and_why_look_at_any_turn(tmp_path: Path, save: Path) -> None:
    state = json.loads(dosmesas(tmp_path, "state", str(save), "--turn", "2", "--json").stdout)
    game = json.loads(dosmesas(tmp_path, "replay", str(save), "--json").stdout)
    assert state["indicators"] == game["turns"][1]["indicators"]
    why = dosmesas(tmp_path, "why", str(save), "homicides", "--turn", "2").stdout
    assert "the year's trend goes on" in why
    assert "homicides-rose (fact, P5)" in why
    assert dosmesas(tmp_path, "state", str(save), "--turn", "99").returncode == 2
    assert dosmesas(tmp_path, "why", str(save), "zebra").returncode == 2


def test_replay_without_json_tells_the_game_in_words(tmp_path: Path, save: Path) -> None:
    text = dosmesas(tmp_path, "replay", str(save)).stdout
    assert "Turn 4 of 4." in text
    assert "The ending:" in text


def test_a_game_of_a_pack_from_elsewhere_is_found_again(tmp_path: Path) -> None:
    import shutil

    mine = tmp_path / "mine"
    shutil.copytree(roots().content / "culiacan", mine)
    pack = mine / "pack.yaml"
    pack.write_text(pack.read_text().replace("pack: culiacan", "pack: mine"))
    save = tmp_path / "m.jsonl"
    assert (
        dosmesas(tmp_path, "play", str(mine), "--seed", "1", "--save", str(save), typed="4\n1\n").returncode
        == 0
    )
    assert json.loads(dosmesas(tmp_path, "verify", str(save), "--json").stdout)["ok"] is True


def loaded_by(folder: Path, *words: str) -> set[str]:
    code = (
        "import sys; from dosmesas.cli.main import run; sys.argv[1:] = " + repr(list(words)) + "\n"
        "try: run()\nexcept SystemExit: pass\n"
        "print('LOADED', *{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    env = {**os.environ, "DOSMESAS_SAVES": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", code], input="", capture_output=True, text=True, env=env, check=True
    )
    return set(done.stderr.rpartition("LOADED")[2].split())


def test_how_well_the_others_argue_and_the_own_part_go_into_the_game(tmp_path: Path) -> None:
    save = str(tmp_path / "a.jsonl")
    words = ("play", "--plain", "--seed", "3", "--level", "expert", "--argue", "auto", "--save", save)
    assert dosmesas(tmp_path, *words, typed="quit\n").returncode == 0
    header = json.loads((tmp_path / "a.jsonl").read_text().splitlines()[0])
    assert '"expert"' in json.dumps(header)
    assert '"auto"' in json.dumps(header)


def test_detail_and_notes_are_said_on_the_command_line_for_a_new_game_and_one_gone_on_with(
    tmp_path: Path,
) -> None:
    said, save = ("--detail", "full", "--no-guide"), str(tmp_path / "a.jsonl")
    begin = ("play", "--plain", "--seed", "3", "--lang", "en", "--save")
    go_on = ("resume", "--plain", save)
    usual = [dosmesas(tmp_path, *words, typed="quit\n").stdout for words in ((*begin, save), go_on)]
    other = str(tmp_path / "b.jsonl")
    points = [dosmesas(tmp_path, *words, *said, typed="quit\n").stdout for words in ((*begin, other), go_on)]
    for words, numbers in zip(usual, points, strict=True):
        assert "New: options have" in words
        assert "State authority much" in words
        assert "New: " not in numbers
        assert re.search(r"State authority -[\d.]+; Rights \+[\d.]+;", " ".join(numbers.split()))


def test_a_demo_of_novices_is_argued_otherwise_than_one_of_experts(tmp_path: Path) -> None:
    novices, experts = (dosmesas(tmp_path, "demo", "--level", one).stdout for one in ("novice", "expert"))
    assert novices != experts


@pytest.mark.parametrize("words", [["check"], ["demo"], ["play", "--plain"]])
def test_what_needs_no_screen_loads_no_screen(tmp_path: Path, words: list[str]) -> None:
    assert not loaded_by(tmp_path, *words) & {"textual", "rich", "numpy", "hypothesis"}


def test_the_version_loads_next_to_nothing(tmp_path: Path) -> None:
    assert not loaded_by(tmp_path, "--version") & {"attrs", "yaml", "textual", "json"}


def test_explain_answers_for_a_name_and_knows_the_nearest_one(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "explain", "guard-stretched")
    assert done.returncode == 0
    assert done.stdout.startswith("guard-stretched: rule\n  game/dynamics/guard.yaml:")
    assert "[guard-south-leaves-gap]" in done.stdout
    missed = dosmesas(tmp_path, "explain", "guard-streched")
    assert (missed.returncode, missed.stdout) == (2, "")
    assert "did you mean 'guard-stretched'?" in missed.stderr


DEBATES = ("balance", "--debates", "--hands", "1", "--games", "1")


def test_balance_prints_the_same_figures_for_people_in_both_languages_and_for_programs(
    tmp_path: Path,
) -> None:
    figures = json.loads(dosmesas(tmp_path, *DEBATES, "--json").stdout)["debates"]
    for language, words in (("en", "Nobody speaks: "), ("es", "Si nadie habla, de una política queda ")):
        text = dosmesas(tmp_path, *DEBATES, "--lang", language).stdout
        assert f"{words}{figures['silent']:.2f}" in text
    assert set(figures) == {
        "hands_an_option",
        "silent",
        "levels",
        "naive_is_best",
        "pars",
        "stale_pars",
        "worst_deals",
        "best",
        "cards",
    }
