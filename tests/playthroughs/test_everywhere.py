"""The same games everywhere: whatever the hash seed, with and without asserts and libyaml, in both languages."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from dosmesas.load.locate import shipped_packs
from tests.playthroughs.digests import digests
from tests.playthroughs.rewrite import digests_of, games_of
from tests.support.full import FULL, cases

ROOT = Path(__file__).parents[2]
SEEDS = range(10) if FULL else (0, 3)
SURROUNDINGS = {
    **{f"hash seed {seed}": ([], ["en"], {"PYTHONHASHSEED": str(seed)}) for seed in SEEDS},
    "without asserts": (["-O"], ["en"], {}),
    "without libyaml": ([], ["en", "pure"], {}),
    "in Spanish": ([], ["es"], {}),
    "in Spanish, without either, under a Turkish locale": (["-O"], ["es", "pure"], {"LC_ALL": "tr_TR.UTF-8"}),
}


def recorded(pack: str) -> list[str]:
    return digests_of(pack).read_text(encoding="utf-8").splitlines()


def played(pack: str, flags: list[str], words: list[str], more: dict[str, str], last: int) -> list[str]:
    """The lines that a process of its own prints."""
    language, *pure = words
    done = subprocess.run(
        [sys.executable, *flags, "-m", "tests.playthroughs.digests", pack, language, "0", str(last), *pure],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **more},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("pack", shipped_packs())
def test_every_shipped_pack_has_its_recorded_games_and_no_two_are_alike(pack: str) -> None:
    games = games_of(pack)
    assert [line.split()[0] for line in recorded(pack)] == [str(seed) for seed in range(games)]
    assert len({line.split()[1] for line in recorded(pack)}) > games * 99 // 100


def everywhere() -> list[tuple[str, str]]:
    """Packs with surroundings: in the gate the first pack in all of them, the others in one each by turns."""
    named = list(SURROUNDINGS)
    return [
        (pack, name)
        for number, pack in enumerate(sorted(shipped_packs(), key=lambda name: name != "culiacan"))
        for turn, name in enumerate(named)
        if FULL or not number or number % len(named) == turn
    ]


@pytest.mark.parametrize(("pack", "name"), everywhere())
def test_recorded_games_come_out_the_same(pack: str, name: str) -> None:
    flags, words, more = SURROUNDINGS[name]
    last = cases(games_of(pack), 40)
    again = "run python tests/playthroughs/rewrite.py and read the diff"
    assert played(pack, flags, words, more, last) == recorded(pack)[:last], again


DEBATES = 6
"""So many games are argued by experts in each surrounding."""


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_games_argued_by_experts_come_out_the_same(name: str) -> None:
    flags, words, more = SURROUNDINGS[name]
    _, *pure = words  # the small world speaks one language
    assert played("small:parley", flags, ["en", *pure], more, DEBATES) == argued_here()


@cache
def argued_here() -> list[str]:
    return [*digests("small:parley", "en", 0, DEBATES)]
