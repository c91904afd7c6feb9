"""What a class should know of a pack stands on the screen before its first decision, and not again."""

import pytest
from textual.pilot import Pilot

from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp
from tests.support.screens import in_sight, run
from tests.support.shipped import shipped

KILLINGS = shipped("border-killings")


def seen(app: DosMesasApp) -> str:
    """What stands in sight, its lines joined."""
    return " ".join(in_sight(app).split())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("seat", KILLINGS.seats)
def test_the_content_note_is_shown_in_a_new_game_whoever_spoke_first(seat: str, language: str) -> None:
    session = Session.start(KILLINGS, Setup((seat,), 12, language=language))
    note = KILLINGS.note(language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert note in seen(app)

    run(session, play, language=language)


def test_a_game_that_goes_on_does_not_tell_it_again() -> None:
    session = Session.start(KILLINGS, Setup(("us.president",), 12))
    session.decide("us.president", session.legal("us.president")[0])

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert KILLINGS.note("en") not in seen(app)

    run(session, play)
