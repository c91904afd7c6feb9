"""A process that is killed in mid-game: every decision whose result was shown is there when it is resumed."""

import os
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import pytest

from dosmesas.journal.journal import read_journal
from dosmesas.journal.records import Decided
from dosmesas.session.session import Session
from tests.support.full import cases
from tests.support.small import harbour

ROOT = Path(__file__).parents[2]
ANSWERS = 4
"""How many answers a whole game takes: a word in the first turn, and a choice in each of three."""


class Playing:
    """A game of plain mode in a process of its own, answered with `1` each time."""

    def __init__(self, save: Path) -> None:
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.journal.play_small", str(save)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        )

    def until_asked(self) -> bool:
        """Read on to the next prompt; False where the game is over."""
        assert self.process.stdout is not None
        seen = b""
        while not seen.endswith(b"\n> ") and seen != b"> ":
            piece = os.read(self.process.stdout.fileno(), 1 << 16)
            if not piece:
                return False
            seen += piece
        return True

    def answer(self) -> None:
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):  # the game may be over already
            self.process.stdin.write(b"1\n")
            self.process.stdin.flush()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


def mine(save: Path) -> list[str]:
    records = read_journal(save).records
    return [one.action for one in records if isinstance(one, Decided) and one.seat == "no.minister"]


@cache
def undisturbed() -> tuple[str, list[str]]:
    """The last state of a game that nobody killed, and its decisions."""
    with TemporaryDirectory() as folder:
        save = Path(folder) / "game.jsonl"
        play = Playing(save)
        while play.until_asked():
            play.answer()
        play.kill()
        return Session.replay(harbour(), save).state.digest(), mine(save)


@pytest.mark.parametrize("number", range(cases(200, 12)))
def test_a_killed_game_goes_on_from_the_last_decision_that_was_acknowledged(
    tmp_path: Path, number: int
) -> None:
    # Twelve ways to stand between answers; under `.ci/full` each again and again, killed a little later each time.
    answered, in_flight, later = number % ANSWERS, number // ANSWERS % 3, number // (3 * ANSWERS)
    save = tmp_path / "game.jsonl"
    end, decisions = undisturbed()
    assert len(decisions) == ANSWERS
    play = Playing(save)
    for _ in range(answered):
        assert play.until_asked()
        play.answer()
    assert play.until_asked()
    for _ in range(in_flight):
        play.answer()
    sleep(later / 1000)
    play.kill()
    done = mine(save)
    assert done == decisions[: len(done)]
    assert answered <= len(done) <= answered + in_flight
    again = Playing(save)
    while again.until_asked():
        again.answer()
    again.kill()
    assert mine(save) == decisions
    assert Session.replay(harbour(), save).state.digest() == end
