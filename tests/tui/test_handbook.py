"""The help: every key of the screen one came from and none that is wrong, every mark, every word."""

import asyncio
from pathlib import Path

import pytest
from attrs import evolve
from textual.pilot import Pilot
from textual.screen import Screen

from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.text.catalog_en import ENGLISH
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.commands import COMMON, PICK, TABLE_SCREEN, Command, every_command, printed
from dosmesas.tui.drawn import Drawn
from dosmesas.tui.handbook import Keys, handbook, told_by
from dosmesas.tui.marks import LEGEND
from tests.support.full import sampled
from tests.support.midway import SECRETARY
from tests.support.places import PLACES, Place
from tests.support.screens import in_sight, name, opened, press, run
from tests.support.shipped import shipped
from tests.support.snapshots import KEPT

NAMED = {"?": "question_mark", "Enter": "enter", "PgDn": "pagedown", "Esc": "escape", "Space": "space"}
ARROWS = {"←": "left", "→": "right"}
ORNAMENT = "«»¿·─│┈┌┐└┘┤┴╭╮╯╰▉▊▋▌▍▎▏▔▁▂▃▄▅▆▇←↑→↓◂╸"
"""Lines, frames, scroll bars, parts of bars, keys, and signs of the languages."""
WITHOUT = {"saves", "saves-delete", "settings-of-title", "sentence"}
"""Where there is no game yet, and where every letter is written down."""
ALONE = {"TitleScreen", "SetupScreen", "CodeScreen", "SmallScreen", "CurtainScreen", "LookupScreen"}
HELPED = [one for one in PLACES if one.screen not in ALONE and one.name not in WITHOUT]


def game() -> Session:
    return Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, argue="auto"))


def shown(app: DosMesasApp, width: int = 80) -> str:
    lines = app.screen.query_one("#chapters", Drawn).lines(width)
    return "\n".join(line.plain for line in lines)


def bound(screen: Screen[None]) -> dict[str, str]:
    """What each key does on a screen, by the name of the command."""
    known = every_command()
    active = screen.active_bindings.items()
    return {key: one.binding.id for key, one in active if one.enabled and one.binding.id in known}


def told(text: str) -> dict[str, str]:
    """The keys of the first two chapters, with the names beside them."""
    found = {}
    for line in text.split("\n Marks ", maxsplit=1)[0].split("Marks ─", maxsplit=1)[0].split("\n"):
        keys, gap, rest = line.strip().partition("  ")
        if gap and ". " in rest:
            found |= {NAMED.get(key, ARROWS.get(key, key)): rest.partition(". ")[0] for key in keys.split()}
    return found


async def helped(place: Place) -> tuple[dict[str, str], dict[str, str]]:
    """What the keys of a screen do, and what the help says of them."""
    async with opened(place.moment(shipped("culiacan"), "en")) as (app, pilot):
        await place.reach(app, pilot)
        does = bound(app.screen)
        app.open("help")
        await pilot.pause()
        return does, told(shown(app))


@pytest.mark.parametrize("place", sampled(HELPED, 3), ids=lambda one: one.name)
def test_the_help_of_a_screen_has_all_its_keys_and_no_others(place: Place, machine: None) -> None:
    does, says = asyncio.run(helped(place))
    known = every_command()
    names = {ENGLISH[one.name].capitalize(): one.id for one in known.values()} | {"Sign": "speak"}
    said = {key: names[text] for key, text in says.items() if key != "1-9"}
    assert does
    assert said == does


@pytest.mark.parametrize("command", every_command().values(), ids=every_command())
def test_every_command_says_what_it_does(command: Command) -> None:
    of_the_title = {"play", "other", "resume"}
    assert told_by(command) in ENGLISH or command.id in of_the_title


def test_a_players_own_keys_stand_in_the_help() -> None:
    async def whole() -> None:
        async with opened(game(), settings=Settings(keys={"undo": "f9"})) as (app, pilot):
            await press(pilot, "h")
            assert "   f9  Undo. " in shown(app)
            assert "u" not in told(shown(app))

    asyncio.run(whole())


def test_picking_by_digits_is_in_the_help() -> None:
    assert printed(evolve(PICK, key="space"), "en", {}) == "1-9 Space"


def test_the_keys_of_the_screen_come_first_then_those_of_all_then_marks_then_words() -> None:
    found = handbook(Keys((*TABLE_SCREEN, *COMMON), ("Enter choose",)), shipped("culiacan"), "en")
    assert [one.title for one in found] == ["On this screen", "On every screen", "Marks", "Words"]
    assert found[0].entries[0].head == "Enter"
    assert found[0].entries[0].name == "Choose"


def test_every_mark_on_any_screen_is_explained() -> None:
    legend = "".join(signs for signs, _ in LEGEND)
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(KEPT).glob("*.txt"))]
    assert texts
    marks = {one for text in texts for one in text if 0x2190 <= ord(one) < 0x2800 and one not in ORNAMENT}
    assert marks <= set(legend)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_all_of_the_help_can_be_read_by_keys(size: tuple[int, int]) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "h")
        read = in_sight(app)
        before = ""
        while before != in_sight(app):
            before = in_sight(app)
            await press(pilot, "pagedown")
            read += in_sight(app)
        words = " ".join(read.split())
        assert "for the better, for the worse" in words
        assert max(one.term("en") for one in game().pack.ruleset.glossary) in words
        await press(pilot, "pageup", "up")
        assert in_sight(app) != before

    run(game(), play, size)


def test_what_is_typed_narrows_keys_marks_and_words() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "question_mark")
        assert "Back to the beginning of the turn" in " ".join(in_sight(app).split())
        await press(pilot, *"tariff")
        entries = [line for line in shown(app).split("\n") if line and not line.startswith(" ")]
        assert any(line.startswith("Tariff. ") for line in entries)
        assert "Undo." not in shown(app)
        await press(pilot, *["backspace"] * 6, *"deal", "space", *"country")
        assert "◆  part of a deal with the other country" in shown(app)
        await press(pilot, *"xyz")
        assert shown(app) == "Nothing here has that in it."
        await press(pilot, "escape")
        assert name(app) == "TableScreen"

    run(game(), play)
