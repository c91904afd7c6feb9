"""The outcome on the screen: it unfolds, is skipped with one key, goes on with one, and tells no secrets."""

import asyncio

import pytest
from textual.pilot import Pilot

from dosmesas.engine.state import Point
from dosmesas.session.guide import note_line, notes_after
from dosmesas.session.largest import LARGEST
from dosmesas.session.ratification import ratification
from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.session.unfolding import Step, unfolding
from dosmesas.text.catalog import say
from dosmesas.tui.app import DosMesasApp, Wish
from dosmesas.tui.screens import outcome
from dosmesas.tui.screens.outcome import OutcomeScreen
from tests.support.midway import SECRETARY, arguing
from tests.support.playing import finish
from tests.support.screens import in_sight, name, opened, press, run, screen_text
from tests.support.shipped import shipped
from tests.support.small import parley

HEADS = [f"step_{one}" for one in Step]
PRESIDENT = "us.president"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps come by themselves, but not while a test runs."""
    monkeypatch.delenv("TEXTUAL_ANIMATIONS")
    monkeypatch.setattr(outcome, "PACE", 1e6)


def shown(app: DosMesasApp) -> list[Step]:
    """The steps that are there."""
    return [one for one in Step if app.screen.query_one(f"#step-{one}").display]


def on_outcome(app: DosMesasApp) -> OutcomeScreen:
    assert isinstance(app.screen, OutcomeScreen)
    return app.screen


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("key", ["enter", "space"])
def test_one_key_brings_up_all_that_is_still_to_come_and_then_enter_goes_on(key: str) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert shown(app) == [Step.ACT]
        assert say("en", "key_reveal") in screen_text(app)
        await press(pilot, key)
        assert shown(app) == [*Step]
        assert say("en", "key_reveal") not in screen_text(app)
        await press(pilot, "enter")
        assert name(app) == "TableScreen"

    run(arguing(Point.REPLY), play)


@pytest.mark.usefixtures("slow")
def test_the_steps_come_up_one_after_another_and_the_last_one_is_in_sight() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        for count in range(2, len(Step) + 1):
            on_outcome(app).reveal()
            await pilot.pause()
            assert shown(app) == [*Step][:count]
        await pilot.pause()
        assert say("en", "step_press") in in_sight(app)
        on_outcome(app).reveal()
        assert shown(app) == [*Step]

    run(arguing(Point.REPLY), play)


def test_where_nothing_may_move_by_itself_all_stands_there_at_once_from_the_top() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert shown(app) == [*Step]
        assert say("en", "step_act") in in_sight(app)
        await press(pilot, "enter")
        assert name(app) == "TableScreen"

    run(arguing(Point.REPLY), play)


@pytest.mark.usefixtures("slow")
def test_the_setting_for_less_motion_has_it_all_at_once() -> None:
    session = arguing(Point.REPLY)

    async def play() -> None:
        app = DosMesasApp("en", session, Wish(Settings(motion="reduced")))
        async with app.run_test() as pilot:
            await pilot.pause()
            await press(pilot, "enter")
            assert shown(app) == [*Step]

    import asyncio

    asyncio.run(play())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_acts_votes_changes_reasons_and_papers_are_told_in_their_order(
    language: str, size: tuple[int, int]
) -> None:
    session = arguing(Point.REPLY, language=language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        text = " ".join(screen_text(app).split())
        view = unfolding(session, 2, SECRETARY, language)
        count, every = len(view.largest), len(view.largest) + len(view.folded)
        places = [text.index(say(language, key, count=count, all=every)) for key in HEADS]
        assert places == sorted(places)
        assert view.home is not None
        for one in view.home.votes:
            assert one.name in text
        for line in (*view.home.means, *view.home.why):
            assert " ".join(line.split()) in text
        assert all(one.name in text for one in view.changed)

    run(session, play, size, language)


def test_the_largest_receipts_are_shown_and_b_unfolds_the_rest() -> None:
    session = arguing(Point.REPLY)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        view = unfolding(session, 2, SECRETARY, "en")
        every = LARGEST + len(view.folded)
        assert say("en", "step_why", count=LARGEST, all=every) in screen_text(app)
        assert say("en", "step_more", count=len(view.folded), typed="b") in screen_text(app)
        before = screen_text(app).count(" · ")
        await press(pilot, "b")
        assert screen_text(app).count(" · ") == before + len(view.folded)
        assert say("en", "step_why_all", all=every) in in_sight(app)
        await press(pilot, "b")
        assert screen_text(app).count(" · ") == before

    run(session, play)


def test_n_opens_the_front_pages_and_the_other_language_is_one_key_away() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "e")
        assert say("es", "step_act") in screen_text(app)
        await press(pilot, "n")
        assert name(app) == "PaperScreen"
        await press(pilot, "n")
        assert name(app) == "OutcomeScreen"

    run(arguing(Point.REPLY), play)


def test_between_two_players_no_vote_is_shown_until_its_own_office_opens_it_at_its_table() -> None:
    pack = shipped("culiacan")
    session = Session.start(pack, Setup((SECRETARY, PRESIDENT), 3, argue="auto"))
    while session.state.turn < 2 and (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[0])
    names = {
        seat: [pack.ruleset.audiences[one].name("en") for one, _ in pack.ruleset.offices[seat].audiences]
        for seat in (SECRETARY, PRESIDENT)
    }

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.push_screen(OutcomeScreen(1))
        await pilot.pause()
        text = screen_text(app)
        assert Step.HOME not in shown(app)
        assert not any(one in text for seat in names for one in names[seat])
        assert say("en", "vote_at_table", typed="v") in " ".join(text.split())
        app.pop_screen()
        await pilot.pause()
        assert name(app) == "TableScreen"
        await press(pilot, "v")
        assert name(app) == "VoteScreen"
        mine, theirs = (names[app.last_seat], names[PRESIDENT if app.last_seat == SECRETARY else SECRETARY])
        assert all(one in screen_text(app) for one in mine)
        assert not any(one in screen_text(app) for one in theirs if one not in mine)

    run(session, play)


def test_the_vote_of_earlier_turns_is_a_digit_away_and_there_is_none_at_first() -> None:
    session = arguing(Point.CASE, turn=3)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.open("vote")
        await pilot.pause()
        for turn in (2, 1):
            await press(pilot, str(turn))
            view = ratification(session, turn, SECRETARY, "en")
            assert view is not None
            assert view.label in screen_text(app)
        await press(pilot, "9")
        assert view.label in screen_text(app)
        await press(pilot, "escape")
        assert name(app) == "CaseScreen"

    run(session, play)

    async def first(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert say("en", "vote_none") in screen_text(app)

    run(Session.start(parley(), Setup(("no.minister",), 3)), first)


def test_a_newcomer_is_told_the_words_of_an_outcome_and_others_are_not() -> None:
    session = finish(Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, argue="all")))
    turn = next(turn for turn in range(1, 5) if notes_after(session, turn, "en"))
    notes = notes_after(session, turn, "en")

    async def told(guide: str) -> str:
        async with opened(session, (80, 24), "en", Settings(guide=guide)) as (app, pilot):
            app.push_screen(OutcomeScreen(turn))
            await pilot.pause()
            return " ".join(in_sight(app).split())

    for note in notes:
        assert note_line(note, "en") in asyncio.run(told("on"))
        assert note.text not in asyncio.run(told("off"))
