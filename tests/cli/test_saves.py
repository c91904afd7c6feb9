"""Where games are saved, and what other programs may read of them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import dosmesas
from tests.support.shipped import shipped

PACK = shipped("culiacan")


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole game, and one that was left after its first choice."""
    folder = tmp_path_factory.mktemp("saves")
    assert dosmesas(folder, "play", "--seed", "5", "--save", "a.jsonl", typed="3\n1\n" * 8).returncode == 0
    assert dosmesas(folder, "play", "--seed", "5", "--save", "b.jsonl", typed="3\n1\n").returncode == 0
    return folder


def told(folder: Path, *words: str) -> dict[str, object]:
    done = dosmesas(folder, *words, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_a_game_is_saved_in_the_folder_of_saves_under_a_name_that_is_free(tmp_path: Path) -> None:
    for _ in range(2):
        assert dosmesas(tmp_path, "play", "--seed", "3", typed="1\n").returncode == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "culiacan-3-2.jsonl",
        "culiacan-3.jsonl",
        "packs",
    ]


def test_the_same_input_gives_the_same_transcript_and_the_same_save(tmp_path: Path) -> None:
    runs = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        done = dosmesas(folder, "play", "--seed", "9", "--save", "g.jsonl", typed="2\n1\nwhy trust\n" * 8)
        runs.append((done.stdout, (folder / "g.jsonl").read_bytes()))
    assert runs[0] == runs[1]


def test_a_game_in_two_sittings_is_the_game_in_one(tmp_path: Path, saves: Path) -> None:
    (tmp_path / "g.jsonl").write_bytes((saves / "b.jsonl").read_bytes())
    dosmesas(tmp_path, "resume", "g.jsonl", typed="3\n1\n" * 7)
    assert (tmp_path / "g.jsonl").read_bytes() == (saves / "a.jsonl").read_bytes()


def test_a_finished_game_is_resumed_to_its_end_and_not_changed(saves: Path) -> None:
    before = (saves / "a.jsonl").read_bytes()
    done = dosmesas(saves, "resume", "a.jsonl")
    assert done.returncode == 0
    assert "The ending:" in done.stdout
    assert (saves / "a.jsonl").read_bytes() == before


def test_every_turn_of_a_replay_has_values_of_the_agreed_types(saves: Path) -> None:
    game = told(saves, "replay", "a.jsonl")
    assert (game["pack"], game["seed"]) == ("culiacan", 5)
    assert game["seats"] == {
        seat: "human" if seat == "mx.security_secretary" else "persona" for seat in PACK.seats
    }
    assert game["ending"] in {one.id for one in PACK.ruleset.endings}
    turns = game["turns"]
    assert isinstance(turns, list)
    for turn in turns:
        assert turn["event"] in PACK.events
        assert set(turn["decisions"]) <= set(PACK.seats)
        assert all(option.startswith(f"{turn['event']}/") for option in turn["decisions"].values())
        assert all(set(deal) == {"deal", "kept"} and deal["kept"] in {True, False} for deal in turn["deals"])
        assert set(turn["indicators"]) == set(PACK.ruleset.indicators)
        assert all(isinstance(number, int | float) for number in turn["indicators"].values())
        assert turn["home"] is None
        assert {one["country"] for one in turn["headlines"]} <= set(PACK.ruleset.countries)


def test_every_receipt_of_a_replay_points_to_things_that_are_there(saves: Path) -> None:
    game = told(saves, "replay", "a.jsonl")
    turns = [*game["turns"], *game["outlook"]]
    receipts = {one["id"]: one for turn in turns for one in turn["receipts"]}
    assert len(receipts) == sum(len(turn["receipts"]) for turn in turns) > 100
    known = {*PACK.ruleset.dossier.claims, *PACK.ruleset.assumptions}
    for one in receipts.values():
        assert one["kind"] in {"change", "limit", "flag", "scheduled", "drawn"}
        assert set(one["claims"]) <= known
        assert one["cause"] is None or one["cause"] in receipts
        if one["kind"] in {"change", "limit"}:
            assert one["indicator"] in PACK.ruleset.indicators


def test_the_replay_of_a_game_that_goes_on_has_neither_ending_nor_returns(saves: Path) -> None:
    game = told(saves, "replay", "b.jsonl")
    assert [game[key] for key in ("ending", "returns", "joint_return", "outlook")] == [None, None, None, []]
    assert told(saves, "verify", "b.jsonl")["turns"] == len(game["turns"])


def test_the_state_at_the_start_is_that_of_the_files(saves: Path) -> None:
    start = told(saves, "state", "a.jsonl", "--turn", "0")
    assert set(start) == {"pack", "seed", "turn", "indicators", "flags"}
    assert start["indicators"] == {one.id: one.start / 1000 for one in PACK.ruleset.indicators.values()}
    assert start["flags"] == {one.id: one.start for one in PACK.ruleset.flags.values()}
    plain = dosmesas(saves, "state", "a.jsonl", "--turn", "0").stdout.splitlines()
    assert "homicides: 28" in plain


def test_json_goes_to_stdout_and_looking_leaves_the_save_alone(saves: Path) -> None:
    before = (saves / "a.jsonl").read_bytes()
    for words in (["verify", "a.jsonl"], ["replay", "a.jsonl"], ["state", "a.jsonl", "--turn", "4"]):
        told(saves, *words)
    assert (saves / "a.jsonl").read_bytes() == before
    assert sorted(one.name for one in saves.iterdir()) == ["a.jsonl", "b.jsonl", "packs"]


@pytest.mark.parametrize(
    ("words", "header", "told"),
    [
        (["--difficulty", "gentle"], ("persona", "novice", "+5"), "begin 5 points warmer"),
        (
            ["--difficulty", "severe", "--counterpart", "random"],
            ("random", "expert", "-5"),
            "5 points colder",
        ),
        (["--difficulty", "hard", "--level", "novice"], ("greedy", "novice", ""), ""),
        ([], ("persona", "advocate", ""), ""),
    ],
)
def test_a_difficulty_is_kept_in_the_save_and_told_and_what_is_said_besides_goes_first(
    words: list[str], header: tuple[str, str, str], told: str, tmp_path: Path
) -> None:
    played = dosmesas(tmp_path, "play", "--seed", "5", "--save", "d.jsonl", *words, typed="3\n1\n").stdout
    first = json.loads((tmp_path / "d.jsonl").read_text().splitlines()[0])
    assert (first["counterpart"], first["level"], first["handicap"]) == header
    assert told in played
    assert ("Handicap" in played) is bool(told)
    assert dosmesas(tmp_path, "verify", "d.jsonl").returncode == 0
    assert dosmesas(tmp_path, "replay", "d.jsonl").returncode == 0
