"""The game in a real terminal: from the title through four turns and two changes of size, and on again later."""

import sys
from pathlib import Path

import pytest

from dosmesas.session.session import Session
from dosmesas.session.turns import finished_turns
from dosmesas.text.catalog import say
from tests.support.shipped import shipped
from tests.support.terminal import Terminal

TURNS = 4
SMALL, LARGE = (80, 24), (120, 40)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_game_is_played_resized_left_and_resumed_in_a_real_terminal(language: str, tmp_path: Path) -> None:
    with started(tmp_path, language) as terminal:
        terminal.wait_for(say(language, "key_play"))
        terminal.press("\r")
        terminal.wait_for(turn(language, 1))
        for number in range(1, TURNS + 1):
            played(terminal, language, number)
            if number == 2:
                terminal.resize(LARGE)
                terminal.wait(lambda _: filled(terminal, LARGE))
            elif number == 3:
                terminal.resize(SMALL)
                terminal.wait(lambda _: filled(terminal, SMALL))
        terminal.press("q")
        assert terminal.ended() == 0
        assert "culiacan-" in terminal.text
    (save,) = (tmp_path / "saves").glob("*.jsonl")
    before = Session.replay(shipped("culiacan"), save)
    assert finished_turns(before) == TURNS
    with started(tmp_path, language) as terminal:
        terminal.wait_for(say(language, "key_resume"))
        terminal.press("r")
        terminal.wait_for(following(language, TURNS))
        terminal.press("q")
        assert terminal.ended() == 0
    assert Session.replay(shipped("culiacan"), save).digest() == before.digest()


def started(folder: Path, language: str) -> Terminal:
    environment = {
        "DOSMESAS_SAVES": str(folder / "saves"),
        "DOSMESAS_SETTINGS": str(folder / "settings.toml"),
        "LC_ALL": {"en": "en_US.UTF-8", "es": "es_MX.UTF-8"}[language],
        "PYTHONUTF8": "1",
    }
    return Terminal([sys.executable, "-m", "dosmesas"], environment, SMALL)


def turn(language: str, number: int) -> str:
    """What stands at the top of every screen of a turn."""
    return say(language, "turn_short", turn=number, turns=TURNS)


def told(language: str, number: int) -> str:
    """What stands at the top where the outcome of a turn is told."""
    return say(language, "turn_heading", turn=number, turns=TURNS, month="#").partition("#")[0].strip()


def played(terminal: Terminal, language: str, number: int) -> None:
    """Enter alone plays the turn, up to its outcome or past it; then Enter goes on to what follows it."""
    here, after = (turn(language, number), told(language, number)), following(language, number)
    while told(language, number) not in terminal.rows[0] and after not in terminal.text:
        before = terminal.text
        terminal.press("\r")
        terminal.wait(
            lambda text, before=before: text != before and any(one in text for one in (*here, after))
        )  # type: ignore[misc]
        terminal.wait_for(f"q {say(language, 'key_quit')}")  # the foot is drawn as well
    if after not in terminal.text:
        terminal.press("\r")
        terminal.wait_for(after)


def following(language: str, number: int) -> str:
    """What stands at the top after the outcome of a turn."""
    if number < TURNS:
        return turn(language, number + 1)
    return say(language, "swap_title", turn=TURNS, office="#").partition("#")[0].strip()


def filled(terminal: Terminal, size: tuple[int, int]) -> bool:
    """Whether the screen reaches from the first row to the last."""
    rows = terminal.rows
    return len(rows) == size[1] and bool(rows[-1]) and bool(rows[0])
