"""Commands: one declaration for keys, footer and settings; a player's own keys take their places."""

import pytest
from textual.binding import Binding

from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import (
    CHARTS_SCREEN,
    COMMON,
    END_SCREEN,
    FLOW_SCREEN,
    LEDGER_SCREEN,
    MAP_SCREEN,
    PICK_SCREEN,
    READING_SCREEN,
    SAVES_SCREEN,
    SIGN_SCREEN,
    TABLE_SCREEN,
    TITLE_SCREEN,
    TURNS_SCREEN,
    WHY_SCREEN,
    Command,
    checked_keys,
    every_command,
    keys_of,
)

SCREENS = {
    "title": TITLE_SCREEN,
    "table": (*COMMON, *TABLE_SCREEN),
    "pick": (*COMMON, *PICK_SCREEN),
    "sign": (*COMMON, *SIGN_SCREEN),
    "reading": (*COMMON, *READING_SCREEN),
    "end": (*COMMON, *END_SCREEN),
    "flow": (*COMMON, *FLOW_SCREEN),
    "charts": (*COMMON, *CHARTS_SCREEN),
    "map": (*COMMON, *MAP_SCREEN),
    "ledger": (*COMMON, *LEDGER_SCREEN),
    "why": (*COMMON, *WHY_SCREEN),
    "turns": (*COMMON, *TURNS_SCREEN),
    "saves": (*COMMON, *SAVES_SCREEN),
}


def test_one_declaration_feeds_keys_and_footer() -> None:
    found = bindings(TABLE_SCREEN)
    assert [one.id for one in found if isinstance(one, Binding)] == [one.id for one in TABLE_SCREEN]
    assert "h help" in keys_of(TABLE_SCREEN, "en", {})
    assert "u deshacer" in keys_of(TABLE_SCREEN, "es", {})


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS.keys())
def test_no_key_does_two_things_on_a_screen(screen: tuple[Command, ...]) -> None:
    once = dict.fromkeys(screen)
    keys = [key for one in once for key in one.key.split(",")]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("command", every_command().values(), ids=every_command())
def test_every_key_is_on_a_spanish_keyboard(command: Command) -> None:
    named = {"enter", "escape", "pagedown", "space", "question_mark", "left", "right"}
    for key in command.key.split(","):
        assert (len(key) == 1 and key.isascii() and key.isalpha()) or key in named


def test_a_players_key_stands_in_the_footer() -> None:
    keys, problems = checked_keys({"undo": "Z", "charts": "f5"}, "en")
    assert (keys, problems) == ({"undo": "z", "charts": "f5"}, [])
    assert "z undo" in keys_of(TABLE_SCREEN, "en", keys)
    assert "f5 charts" in keys_of(TABLE_SCREEN, "en", keys)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"unda": "z"}, "Did you mean 'undo'?"),
        ({"undo": "ctrl+z"}, "only one letter"),
        ({"undo": "3"}, "only one letter"),
        ({"undo": ""}, "only one letter"),
        ({"undo": "f13"}, "only one letter"),
        ({"undo": "c"}, "'charts' has it"),
        ({"other": "r"}, "'resume' has it"),
    ],
)
def test_a_key_that_cannot_be_used_is_named_and_the_old_one_stays(given: dict[str, str], said: str) -> None:
    keys, problems = checked_keys(given, "en")
    assert keys == {}
    assert len(problems) == 1
    assert said in problems[0]


def test_two_commands_may_change_places() -> None:
    keys, problems = checked_keys({"undo": "c", "charts": "u"}, "en")
    assert (keys, problems) == ({"undo": "c", "charts": "u"}, [])
