"""The debrief on the screen: pages opened by digits and arrows, nothing of it out of reach."""

import asyncio
from collections.abc import Iterator
from threading import Event

import pytest
from textual.pilot import Pilot

from dosmesas.session.debrief import debrief
from dosmesas.session.decisive import Search, Swing
from dosmesas.session.guide import note_line, notes_at_end
from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.session.tell_decisive import decisive_lines
from dosmesas.text.catalog import say
from dosmesas.text.local import dated
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.screens.debrief import DebriefScreen
from tests.support.midway import SECRETARY
from tests.support.playing import finish
from tests.support.screens import debrief_text, in_sight, opened, press, run, screen_text
from tests.support.shipped import shipped
from tests.support.small import harbour


def over(language: str = "en") -> Session:
    """A game that is over."""
    return finish(Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, language=language, argue="all")))


def tab(app: DosMesasApp) -> int:
    assert isinstance(app.screen, DebriefScreen)
    return app.screen.opened + 1


async def to_end(app: DosMesasApp, pilot: Pilot[None]) -> None:
    """The debrief, whatever is asked before it."""
    app.push_screen(DebriefScreen())
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_all_that_the_debrief_holds_stands_on_one_of_its_pages(language: str, size: tuple[int, int]) -> None:
    session = over(language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await to_end(app, pilot)
        # A line may end behind the hyphen of a word, so no spaces are compared.
        text = "".join((await debrief_text(app, pilot)).split())
        view = debrief(session, language)
        wanted = [view.text, *view.questions, view.view]
        wanted += [text for one in view.claims for text in (one.text, one.moved)]
        wanted += [text for one in view.teaching for text in (one.heading, *one.told)]
        wanted += [one.label for one in view.decisions]
        wanted += [text for _, text in view.secrets] + [text for _, text, _ in view.later]
        wanted += [dated(date, language) for date, _, _ in view.later]
        wanted += [one.office for one in view.scores]
        for one in wanted:
            assert "".join(one.split()) in text

    run(session, play, size, language)


def test_digits_jump_and_arrows_and_enter_turn_the_pages_and_each_begins_at_its_top() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await to_end(app, pilot)
        assert tab(app) == 1
        await press(pilot, "3", "down", "down")
        assert tab(app) == 3
        page = app.screen.query_one("#page")
        assert page.scroll_offset.y == 2
        await press(pilot, "right")
        assert (tab(app), page.scroll_offset.y) == (4, 0)
        await press(pilot, "enter", "left", "left")
        assert tab(app) == 3
        await press(pilot, "7", "right")
        assert tab(app) == 1
        await press(pilot, "left")
        assert tab(app) == 7

    run(over(), play)


def test_three_charts_stand_on_the_page_of_paths_and_the_other_indicators_below() -> None:
    session = over()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await to_end(app, pilot)
        picture = app.screen.query_one("#picture")
        assert not picture.display
        await press(pilot, "2")
        assert picture.display
        for row in debrief(session, "en").paths:
            assert row.name in in_sight(app)
        await press(pilot, "3")
        assert not picture.display

    run(session, play)


def test_the_language_changes_on_the_page_that_is_open() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await to_end(app, pilot)
        await press(pilot, "5", "e")
        assert tab(app) == 5
        assert say("es", "claims_heading") in screen_text(app)

    run(over(), play)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_of_claims_begins_with_the_thesis_its_opponent_and_where_the_game_stood(
    language: str,
) -> None:
    session = over(language)
    teaches = session.pack.teaches
    assert teaches is not None

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await to_end(app, pilot)
        await press(pilot, "5")
        text = " ".join(screen_text(app).split())
        began = [say(language, key) for key in ("teaches_thesis", "teaches_opponent", "stood_heading")]
        began += [teaches.thesis(language).rstrip("."), teaches.opponent(language).rstrip(".")]
        began += [say(language, "stood_limit"), say(language, "claims_heading")]
        order = [0, 3, 1, 4, 2, 5, 6]
        places = [text.find(began[one]) for one in order]
        assert -1 not in places
        assert places == sorted(places)

    run(session, play, (120, 40), language)


def test_where_nothing_was_argued_there_is_no_page_for_it() -> None:
    session = finish(Session.start(harbour(), Setup(("no.minister",), 3)))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await to_end(app, pilot)
        assert say("en", "end_page_argued") not in screen_text(app)
        await press(pilot, "6")
        assert "Whose fish is it?" in screen_text(app)
        await press(pilot, "7")
        assert tab(app) == 6

    run(session, play)


def test_the_choice_that_mattered_most_comes_onto_the_first_page_when_it_is_worked_out() -> None:
    session = over()
    told = {language: decisive_lines(session, Search(session).found(), language) for language in ("en", "es")}

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await to_end(app, pilot)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert all(line in " ".join(screen_text(app).split()) for line in told["en"])
        await press(pilot, "e")
        assert all(line in " ".join(screen_text(app).split()) for line in told["es"])

    run(session, play)


def test_until_then_that_is_said_and_the_place_on_the_page_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, steps = Event(), Search.steps

    def waiting(search: Search) -> Iterator[Swing]:
        go_on.wait(10)
        yield from steps(search)

    monkeypatch.setattr(Search, "steps", waiting)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await to_end(app, pilot)
        assert say("en", "decisive_working") in screen_text(app)
        await press(pilot, "3", "down", "down")
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert (tab(app), app.screen.query_one("#page").scroll_offset.y) == (3, 2)
        await press(pilot, "1")
        assert say("en", "decisive_working") not in screen_text(app)

    run(over(), play)


def test_a_newcomer_is_told_the_words_of_the_end_on_its_first_page_and_others_are_not() -> None:
    session = over()
    notes = notes_at_end(session, "en")

    async def told(guide: str, *keys: str) -> str:
        async with opened(session, (80, 24), "en", Settings(guide=guide)) as (app, pilot):
            await to_end(app, pilot)
            await press(pilot, *keys)
            return " ".join(screen_text(app).split()) if app.screen.query_one("#guide").display else ""

    assert notes
    for note in notes:
        assert note_line(note, "en") in asyncio.run(told("on"))
    assert asyncio.run(told("on", "2")) == ""
    assert asyncio.run(told("off")) == ""
