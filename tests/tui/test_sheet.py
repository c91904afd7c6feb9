"""The flow sheet on the screen: all that was said, in three columns, and on another page who moved the policy."""

import pytest
from textual.pilot import Pilot

from dosmesas.engine.state import Point
from dosmesas.session.debates.flow import FlowSheet
from dosmesas.session.debates.past import judged_turns
from dosmesas.session.debates.sheets import argued
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.sheet import Paper
from tests.support.midway import SECRETARY, arguing
from tests.support.screens import name, press, run, screen_text, skip_to_debrief, text_of
from tests.support.small import parley

BOTH = ("no.minister", "su.minister")


def replied() -> Session:
    """A game after its first debate, in which there was a case, an answer and a reply."""
    session = arguing(Point.REPLY)
    session.decide(SECRETARY, next(one for one in session.legal(SECRETARY) if one.startswith("reply")))
    return session


def finished() -> Session:
    session = arguing(Point.CASE)
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[-1])
    return session


def faces(sheet: FlowSheet) -> list[tuple[int, str]]:
    """All cards of a sheet, each with its column."""
    return [
        (column, one.card.face)
        for row in sheet.rows
        for column, cards in enumerate((row.case, row.rebuttals, row.replies))
        for one in cards
    ]


def column(lines: list[str], which: int) -> str:
    """What stands in a column, run together."""
    cells = [line.split("│") for line in lines if "│" in line]
    return " ".join(" ".join(cell[which].strip() for cell in cells if len(cell) > which).split())


@pytest.mark.parametrize("width", [76, 116])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_card_stands_in_its_column_and_no_line_is_too_wide(width: int, language: str) -> None:
    sheet = argued(replied(), SECRETARY, language, 2)[0].sheet
    lines = Paper(width, language).drawn(sheet)
    assert max(map(len, lines)) <= width
    found = faces(sheet)
    assert {where for where, _ in found} == {0, 1, 2}
    assert all(face in column(lines, where) for where, face in found)


def test_strengths_marks_and_the_policys_path_stand_beside_the_cards() -> None:
    sheet = argued(replied(), SECRETARY, "en", 2)[0].sheet
    text = "\n".join(Paper(116, "en").drawn(sheet))
    fell = next(one for row in sheet.rows for one in (*row.case, *row.rebuttals) if not one.stands)
    path = " > ".join(f"{value / 10**9:.2f}" for value in fell.strengths if value is not None)
    assert f"{path}  x defeated" in text
    assert "+ stands" in text
    for one in sheet.audiences:
        line = next(line for line in text.splitlines() if line.startswith(f"{one.name} ({one.share})"))
        path = [f"{value / 10**9:.2f}" for value in one.policy]
        assert line.split()[-5:] == [*path, str((one.support or 0) // 1000)]


def test_f_opens_the_sheet_v_turns_to_the_three_views_and_escape_goes_back() -> None:
    session = arguing(Point.REPLY)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert name(app) == "OutcomeScreen"
        await press(pilot, "f")
        assert name(app) == "FlowScreen"
        found = argued(session, SECRETARY, "en", 2)
        sheet = text_of(app, "#sheet")
        assert sheet.count("FOR") == len(found) == 4
        await press(pilot, "v")
        views = text_of(app, "#sheet")
        order = [views.index(key) for key in ("In order of play", "Without it", "Credit, whatever the order")]
        assert order == sorted(order)
        assert "AGAINST" not in views
        assert views.count("In order of play") == len(found)
        await press(pilot, "e")
        assert "Aporte, sea cual sea el orden" in text_of(app, "#sheet")
        await press(pilot, "v")
        assert "EN CONTRA" in text_of(app, "#sheet")
        await press(pilot, "escape")
        assert name(app) == "OutcomeScreen"

    run(session, play)


def test_the_arrows_scroll_the_sheet() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "f", "down", "down", "down")
        assert app.screen.query_one("#sheet-pane").scroll_offset.y == 3

    run(arguing(Point.REPLY), play)


def test_in_mid_debate_the_sheet_shows_what_has_been_said_so_far_and_no_verdict() -> None:
    session = arguing(Point.REPLY)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "f")
        text = text_of(app, "#sheet")
        assert text.startswith("Turn 2. Secretary of Security")
        assert text.count("AGAINST") == 1
        assert "of 100" not in text
        await press(pilot, "v")
        assert text_of(app, "#sheet") == "Nothing has been argued yet."
        await press(pilot, "f")
        assert name(app) == "ReplyScreen"

    run(session, play)


def test_another_offices_debate_is_shown_without_its_support_at_home() -> None:
    mine, *others = argued(replied(), SECRETARY, "en", 2)
    assert mine.sheet.seat == SECRETARY
    assert mine.sheet.support is not None
    assert others
    assert all(one.sheet.support is None for one in others)
    assert all(listener.support is None for one in others for listener in one.sheet.audiences)


def test_the_debrief_opens_every_debate_of_the_game() -> None:
    session = finished()
    count = sum(len(one.debates) for one in judged_turns(session))
    assert count > 8

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await skip_to_debrief(app, pilot)
        assert name(app) == "DebriefScreen"
        await press(pilot, "f")
        text = text_of(app, "#sheet")
        assert text.count("AGAINST") == text.count("of 100\n") == count
        assert text.index("Turn 2.") < text.index("Turn 3.") < text.index("Turn 4.")
        assert text.startswith("Turn 2. Secretary of Security")

    run(session, play)


def test_why_opens_the_sheet_of_the_turns_before() -> None:
    session = arguing(Point.CASE, turn=3)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "w", "f")
        assert text_of(app, "#sheet").startswith("Turn 2. Secretary of Security")
        await press(pilot, "escape", "escape")
        assert name(app) == "CaseScreen"

    run(session, play)


def test_of_two_players_neither_reads_the_others_support() -> None:
    session = Session.start(parley(), Setup(BOTH, 1, argue="all"))
    while session.state.turn == 1:
        seat = session.next_seat() or ""
        session.decide(seat, session.legal(seat)[-1])

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.told = 0
        app.go_on()
        await pilot.pause()
        assert name(app) == "OutcomeScreen"
        await press(pilot, "f")
        text = text_of(app, "#sheet")
        assert "Minister of Norden" in text
        assert "Minister of Suden" in text
        assert "of 100" not in text
        await press(pilot, "escape", "w", "f")
        assert "of 100" not in text_of(app, "#sheet")

    run(session, play)


def test_a_pack_without_debates_says_so() -> None:
    from tests.support.small import harbour

    session = Session.start(harbour(), Setup(("no.minister",), 1))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "w", "f")
        assert "Nothing has been argued yet." in screen_text(app)

    run(session, play)
