"""simulate, balance and sensitivity from the shell: what they print, keep and refuse."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import ROOT, dosmesas, surroundings

REGATTA = str(ROOT / "tests" / "small" / "content" / "regatta")
SMALL = {
    "DOSMESAS_SEEDS": str(ROOT / "tests" / "small" / "seeds"),
    "DOSMESAS_GAME": str(ROOT / "tests" / "small" / "game"),
}


def test_simulate_prints_what_a_program_reads(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "simulate", "--games", "6", "--bot", "random", "--json")
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert record["games"] == sum(record["endings"].values()) == 6
    assert set(record["indicators"]["trust"]) == {"1", "2", "3", "4", "after"}
    assert set(record["indicators"]["trust"]["1"]) == {"mean", "error", "p10", "p50", "p90"}
    assert {"seconds", "games_per_second", "turns_per_second", "returns", "digest"} <= set(record)


def test_the_same_sweep_twice_has_one_fingerprint_and_both_languages_tell_it(tmp_path: Path) -> None:
    english, spanish = (
        dosmesas(tmp_path, "simulate", "--games", "5", "--lang", language).stdout for language in ("en", "es")
    )
    assert english.splitlines()[-1].rpartition(" ")[2] == spanish.splitlines()[-1].rpartition(" ")[2]
    assert "Endings" in english
    assert "Finales" in spanish


def test_an_unknown_bot_or_worldview_is_wrong_usage(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "simulate", "--games", "5", "--bot", "hwak")
    assert (done.returncode, "did you mean 'hawk'?" in done.stderr) == (2, True)
    assert dosmesas(tmp_path, "balance", "--worldview", "nobody").returncode == 2
    assert dosmesas(tmp_path, "sensitivity", "--worldview", "nobody").returncode == 2


def test_a_file_of_another_sweep_is_refused(tmp_path: Path) -> None:
    kept = str(tmp_path / "kept.json")
    assert dosmesas(tmp_path, "simulate", "--games", "4", "--resume", kept).returncode == 0
    other = dosmesas(tmp_path, "simulate", "--games", "5", "--resume", kept)
    assert (other.returncode, "differs in games" in other.stderr) == (2, True)
    Path(kept).write_text("not a sweep", encoding="utf-8")
    assert dosmesas(tmp_path, "simulate", "--games", "4", "--resume", kept).returncode == 2


def test_one_game_is_told_and_says_nothing_of_others(tmp_path: Path) -> None:
    told = dosmesas(tmp_path, "simulate", "--games", "1", "--bot", "random", "--lang", "en").stdout
    assert "give or take anything" in told
    record = json.loads(dosmesas(tmp_path, "simulate", "--games", "1", "--bot", "random", "--json").stdout)
    assert record["returns"]["joint"]["error"] is None


def test_what_could_not_be_kept_or_told_is_refused_before_the_work(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    for words, about in [
        (["simulate", "--games", "4", "--resume", str(in_the_way / "kept.json")], "name another file"),
        (["balance", "--html", str(in_the_way / "page.html")], "name another file"),
        (["balance", "--games", "19"], "--games 20 or more"),
        (["simulate", "--games", "4", "--scheduler", "nowhere"], "tcp://HOST:8786"),
    ]:
        done = dosmesas(tmp_path, *words)
        assert (done.returncode, about in done.stderr) == (2, True), words


def test_a_card_that_many_games_cannot_weigh_is_named(tmp_path: Path) -> None:
    for folder in ("game", "seeds", "content/culiacan"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    arms = tmp_path / "game" / "arguments" / "arms.yaml"
    both = "      - stings-lost-guns\n      - counted-on-paper\n"
    text = arms.read_text(encoding="utf-8")
    assert both in text
    arms.write_text(text.replace(both, f"{both}      - two-laws-broken\n"), encoding="utf-8")
    done = dosmesas(tmp_path, "simulate", str(tmp_path / "content" / "culiacan"), "--games", "4")
    assert (done.returncode, "card 'checked-goals-beat-stings'" in done.stderr) == (1, True)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_prints_what_is_done_and_the_file_goes_on(tmp_path: Path) -> None:
    words = ["simulate", "--bot", "random", "--games", "400000", "--workers", "2", "--json"]
    kept = tmp_path / "kept.json"
    command = [sys.executable, "-m", "dosmesas", *words, "--resume", str(kept)]
    begun = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=surroundings(tmp_path),
    )
    while not kept.exists():
        assert begun.poll() is None
        time.sleep(0.05)
    begun.send_signal(signal.SIGINT)
    out, err = begun.communicate()
    assert begun.returncode == 130, err
    assert "Traceback" not in err
    assert f"--games 400000 --seed 0 --bot random --worldview authors --resume {kept}" in err
    done = json.loads(out)["games"]
    assert 0 < done < 400_000
    record = json.loads(kept.read_text(encoding="utf-8"))
    assert record["summary"]["games"] == done
    assert sum(games for _, games in record["open"]) == 400_000 - done


def test_balance_leaves_with_1_where_something_is_outside_and_writes_its_page(tmp_path: Path) -> None:
    page = tmp_path / "certificate.html"
    done = dosmesas(tmp_path, "balance", "--games", "24", "--workers", "1", "--json", "--html", str(page))
    record = json.loads(done.stdout)
    assert done.returncode == (1 if record["outside"] else 0)
    assert record["outside"] == sum(one["verdict"] == "outside" for one in record["figures"])
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_balance_tells_the_debates_on_request(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "balance", "--debates", "--hands", "1", "--games", "1")
    assert done.returncode == 0
    assert "Debates of" in done.stdout


def test_sensitivity_of_a_save_names_the_claims_and_of_half_a_game_refuses(tmp_path: Path) -> None:
    whole = ROOT / "saves" / "examples" / "culiacan-persona.jsonl"
    done = dosmesas(tmp_path, "sensitivity", str(whole), "--json")
    record = json.loads(done.stdout)
    assert record["tried"] >= len(record["claims"]) > 0
    assert all(one["ending"] for one in record["claims"])
    half = tmp_path / "half.jsonl"
    half.write_text("\n".join(whole.read_text(encoding="utf-8").splitlines()[:4]) + "\n", encoding="utf-8")
    refused = dosmesas(tmp_path, "sensitivity", str(half))
    assert (refused.returncode, "not over yet" in refused.stderr) == (2, True)
