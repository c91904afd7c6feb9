"""The front pages on the screen: side by side or one after the other, month by month."""

import pytest
from textual.pilot import Pilot

from dosmesas.engine.state import Point
from dosmesas.session.paper import front_pages
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.catalog import say
from dosmesas.tui.app import DosMesasApp
from tests.support.midway import SECRETARY, arguing
from tests.support.playing import start
from tests.support.screens import in_sight, name, press, run, text_of
from tests.support.shipped import shipped


def spaced(masthead: str) -> str:
    """A name as it stands over a page."""
    return " ".join(masthead.upper()).replace("   ", "    ")


@pytest.mark.parametrize("language", ["en", "es"])
def test_at_80_columns_the_arrows_go_from_one_paper_to_the_other(language: str) -> None:
    session = arguing(Point.CASE, turn=3, language=language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        own, other = front_pages(session, 2, SECRETARY, language)
        for page in (own, other, own):
            text = in_sight(app)
            assert page.edition in text
            assert page.place in text
            assert spaced(page.masthead) in text
            assert (other if page is own else own).place not in text.splitlines()[3]
            await press(pilot, "right")

    run(session, play, (80, 24), language)


def test_at_120_columns_both_papers_stand_side_by_side_and_no_key_is_offered_for_the_other() -> None:
    session = arguing(Point.CASE, turn=3)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        first, second = front_pages(session, 2, SECRETARY, "en")
        text = in_sight(app)
        line = next(one for one in text.splitlines() if spaced(first.masthead) in one)
        assert spaced(second.masthead) in line
        assert say("en", "key_other_paper") not in text
        await press(pilot, "right")
        assert in_sight(app) == text
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert spaced(second.masthead) not in in_sight(app)
        assert say("en", "key_other_paper") in in_sight(app)

    run(session, play, (120, 40))


def test_a_digit_opens_the_papers_of_that_month() -> None:
    session = arguing(Point.CASE, turn=3)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        for turn in (1, 2):
            await press(pilot, str(turn))
            page = front_pages(session, turn, SECRETARY, "en")[0]
            assert page.edition in in_sight(app)
        await press(pilot, "7")
        assert page.edition in in_sight(app)
        await press(pilot, "escape")
        assert name(app) == "CaseScreen"

    run(session, play)


def test_from_a_report_the_papers_are_those_of_its_month_though_others_have_decided_since() -> None:
    session = Session.start(shipped("year-two"), Setup(("us.president",), 1848))
    while session.state.turn == 1:
        session.decide("us.president", session.legal("us.president")[-1])
    assert session.state.turn > 2

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.told = 0
        app.go_on()
        await pilot.pause()
        await press(pilot, "n")
        page = front_pages(session, 1, "us.president", "en")[0]
        assert page.edition in in_sight(app)

    run(session, play)


def test_before_the_first_month_is_over_there_is_no_paper_yet() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "n")
        assert text_of(app, "#header") == say("en", "paper_none")
        await press(pilot, "right", "1", "escape")
        assert name(app) == "TableScreen"

    run(start("no.minister"), play)
