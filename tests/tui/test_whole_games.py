"""Whole games with keys alone, from the title to the debrief: in both languages, from a chair of each country."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from dosmesas.engine.plays import play_of
from dosmesas.engine.state import Point
from dosmesas.session.coda.kept import kept_statement
from dosmesas.session.session import Session
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.commands import ROOMS
from tests.support.full import crossed
from tests.support.screens import debrief_text, in_sight, name, press, run
from tests.support.shipped import shipped

CHAIRS = ("mx.president", "us.president")
WORDS = "no trust without proof"
MOST = 120
"""No game has so many screens."""


@pytest.mark.parametrize(("chair", "language"), crossed(CHAIRS))
def test_a_game_is_set_up_argued_signed_and_read_to_its_end_with_keys_alone(
    chair: str, language: str, machine: None
) -> None:
    seen: list[str] = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await sat_down(app, pilot, chair)
        while name(app) != "DebriefScreen" and len(seen) < MOST:
            seen.append(name(app))
            await answered(app, pilot)
        text = await debrief_text(app, pilot)
        assert WORDS in " ".join(text.split())
        assert app.game.over

    app = run(None, play, language=language)
    session = app.game
    assert (session.setup.seats, session.setup.language) == ((chair,), language)
    assert seen.count("OutcomeScreen") == session.pack.turns
    said = {"CaseScreen", "RebutScreen", "ReplyScreen", "SwapToldScreen", "StatementToldScreen"}
    assert said <= set(seen)
    assert kept_statement(session)
    own = [one for one in session.state.decisions if one.seat == chair]
    assert all(play_of(one.action) for one in own if one.point in {Point.CASE, Point.REBUT})
    session.close()
    (save,) = Path("saves").glob("*.jsonl")
    assert Session.replay(shipped("culiacan"), save).digest() == session.digest()


async def sat_down(app: DosMesasApp, pilot: Pilot[None], chair: str) -> None:
    """From the title through the set-up to the first table: another office, everything argued by oneself."""
    await press(pilot, "o", "down")
    office = shipped("culiacan").ruleset.offices[chair].name(app.language)
    for _ in range(10):
        if f"◂ {office} ▸" in in_sight(app):
            break
        await press(pilot, "right")
    await press(pilot, *["down"] * 6, "left", "left", "g")
    assert name(app) == "TableScreen"
    assert (app.game.setup.seats, app.game.setup.argue) == ((chair,), "all")


async def answered(app: DosMesasApp, pilot: Pilot[None]) -> None:
    """One screen further, with keys that its foot names."""
    screen = name(app)
    if screen == "TableScreen" and (app.game.state.turn, app.game.state.point) == (2, Point.CHOOSE):
        await looked_round(app, pilot)
    answers = {
        "TableScreen": ("2", "enter") if app.game.state.point is Point.CHOOSE else ("1", "enter"),
        "CaseScreen": ("1", "2", "g"),
        "RebutScreen": ("1", "g"),
        "ReplyScreen": ("2", "enter"),
        "StatementScreen": ("1", "g"),
        "SentenceScreen": (*"no", "space", *"trust", "space", *"without", "space", *"proof", "enter"),
    }
    if screen == "ReplyScreen" and app.screen.query_one(OptionList).option_count == 1:
        await press(pilot, "enter")
        return
    await press(pilot, *answers.get(screen, ("enter",)))


async def looked_round(app: DosMesasApp, pilot: Pilot[None]) -> None:
    """Every room opens over the table, in mid-turn, and closes again; nothing is decided by that."""
    before, table = app.game.digest(), app.screen
    for room in ROOMS:
        await press(pilot, room.key.partition(",")[0])
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen is not table, room.id
        await press(pilot, "escape")
        assert app.screen is table, room.id
    assert app.game.digest() == before
