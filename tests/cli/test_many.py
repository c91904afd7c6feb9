"""simulate, balance and sensitivity from the shell: what they print, keep and refuse."""

import json
import os
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
