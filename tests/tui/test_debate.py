"""Arguing on the screens, with keys alone: picking a case, rebutting, standing by it."""

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from dosmesas.engine.plays import play_of
from dosmesas.engine.state import Point
from dosmesas.journal.journal import JournalError
from dosmesas.session.debates.asked import case_asked, rebut_asked, reply_asked, standing_with
from dosmesas.session.guide import note_line, notes_now
from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.text.catalog import say
from dosmesas.tui.app import DosMesasApp
from tests.support.full import sampled
from tests.support.midway import SECRETARY, arguing
from tests.support.screens import in_sight, name, notices, opened, press, rows, run, screen_text, text_of
from tests.support.shipped import shipped
from tests.support.small import parley

BOTH = ("no.minister", "su.minister")


def decided(session: Session, point: Point) -> str:
    return next(
        one.action
        for one in reversed(session.state.decisions)
        if one.point is point and one.seat == SECRETARY
    )


def together(app: DosMesasApp) -> str:
    """The line of the home table as a whole."""
    return next(line for line in text_of(app, "#home").splitlines() if line.startswith("together"))


def boxes(app: DosMesasApp) -> list[str]:
    """The boxes of the cards, without the pointer."""
    return [row[1:4] for row in rows(app)[:-1]]


def points(support: int | None) -> str:
    assert support is not None
    return str(support // 1000)


@pytest.mark.parametrize(
    ("language", "size"), sampled([("en", (120, 40)), ("en", (80, 24)), ("es", (80, 24))], 2)
)
def test_enter_alone_argues_a_whole_game_of_words_given_and_plays_cards(
    language: str, size: tuple[int, int]
) -> None:
    session = Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, language=language, argue="all"))
    seen: list[str] = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        while name(app) != "DebriefScreen" and len(seen) < 80:
            seen.append(name(app))
            await press(pilot, *(("1",) if session.state.point is Point.WORD else ()), "enter")

    run(session, play, size, language)
    assert session.over
    last = len(seen) - seen[::-1].index("OutcomeScreen")
    assert {"TableScreen", "CaseScreen", "RebutScreen", "ReplyScreen", "OutcomeScreen"} == set(seen[:last])
    told = ["StatementScreen", "StatementToldScreen", "SentenceScreen"]
    assert [*dict.fromkeys(seen[last:])] == ["CaseScreen", "ReplyScreen", "SwapToldScreen", *told]
    cases = [one for one in session.state.decisions if one.point is Point.CASE and one.seat == SECRETARY]
    assert len(cases) == 3
    assert all(len(play_of(one.action)) >= 2 for one in cases)


def test_what_the_staff_does_is_not_asked() -> None:
    session = Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, argue="auto"))
    seen: list[str] = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        while name(app) != "DebriefScreen" and len(seen) < 40:
            seen.append(name(app))
            await press(pilot, "enter")

    run(session, play)
    assert session.over
    last = len(seen) - seen[::-1].index("OutcomeScreen")
    assert {"TableScreen", "OutcomeScreen"} == set(seen[:last])


@pytest.mark.parametrize("keys", [("2",), ("down", "space")], ids=["digit", "space"])
def test_a_card_is_picked_and_taken_back_and_the_home_table_moves_along(keys: tuple[str, ...]) -> None:
    session = arguing(Point.CASE)
    card = case_asked(session, SECRETARY, "en").cards[1]

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        before = text_of(app, "#home")
        await press(pilot, *keys)
        assert boxes(app) == ["[ ]", "[x]", "[ ]", "[ ]", "[ ]"]
        assert "Speak with this card" in rows(app)[-1]
        now = standing_with(session, SECRETARY, (card.id,), "en")
        assert f" {points(now.support)} " in together(app)
        for one in now.listeners:
            assert any(
                one.name in line and f" {points(one.support)} " in line
                for line in text_of(app, "#home").splitlines()
            )
        assert text_of(app, "#home") != before
        await press(pilot, keys[-1])
        assert text_of(app, "#home") == before
        assert "[x]" not in screen_text(app)
        assert "Speak without a card" in rows(app)[-1]

    run(session, play)


def test_the_cards_that_answer_or_feed_a_doubt_stand_under_it() -> None:
    session = arguing(Point.CASE)
    cards = case_asked(session, SECRETARY, "en").cards
    number, feeding = next((n, card) for n, card in enumerate(cards, 1) if card.feeds)
    expected = {feeding.answers: str(number), **dict.fromkeys(feeding.feeds, f"!{number}")}

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, str(number))
        lines = text_of(app, "#home").splitlines()
        heads, marks = lines[0], lines[-1]
        assert sorted(marks.partition("feed):")[2].split()) == sorted(expected.values())
        for question, mark in expected.items():
            column = slice(heads.index(question), heads.index(question) + len(question))
            assert marks[column].strip() == mark
            sign = "!" if mark.startswith("!") else "●"
            assert any(line[column.start : column.stop + 1].rstrip().endswith(sign) for line in lines[1:-1])

    run(session, play)


def test_one_card_more_than_fits_is_refused_and_the_notice_says_why() -> None:
    session = arguing(Point.CASE)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "1", "3", "4")
        assert "No more than 2" in notices(app)[-1]
        assert boxes(app) == ["[x]", "[ ]", "[x]", "[ ]", "[ ]"]
        await press(pilot, "g")
        assert notices(app) == []

    run(session, play)


def test_g_speaks_with_what_was_picked_in_whatever_order() -> None:
    session = arguing(Point.CASE)
    cards = case_asked(session, SECRETARY, "en").cards

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "4", "1", "g")
        assert name(app) == "RebutScreen"

    run(session, play)
    assert set(play_of(decided(session, Point.CASE))) == {cards[0].id, cards[3].id}


@pytest.mark.parametrize("again", ["g", "enter"])
@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT])
def test_g_without_a_card_asks_first_and_speaks_when_it_is_pressed_again(point: Point, again: str) -> None:
    session = arguing(point)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        before = name(app)
        await press(pilot, "g")
        assert name(app) == before
        assert notices(app)[-1] == say("en", "speak_asks")
        await press(pilot, again)
        assert name(app) != before

    run(session, play)
    assert play_of(decided(session, point)) == ()


def test_enter_picks_goes_on_and_never_takes_back() -> None:
    session = arguing(Point.CASE)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "2", "enter")
        assert boxes(app)[1] == "[x]"
        assert app.screen.query_one(OptionList).highlighted == 2
        await press(pilot, "enter")
        assert boxes(app)[2] == "[x]"
        assert app.screen.query_one(OptionList).highlighted == 5
        assert name(app) == "CaseScreen"

    run(session, play)


def test_the_card_that_is_highlighted_opens_with_its_warrant_basis_and_what_it_feeds() -> None:
    session = arguing(Point.CASE)
    cards = case_asked(session, SECRETARY, "en").cards
    at, card = next((at, card) for at, card in enumerate(cards) if card.feeds)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * at)
        text = " ".join(text_of(app, "#opened").split())
        assert text.startswith(f"{at + 1}. {card.warrant}")
        assert card.basis in text
        assert f"Answers: {card.answers}" in text
        assert card.feeds[0] in text

    run(session, play)


def test_rebuttals_are_picked_against_the_cards_that_they_hit() -> None:
    session = arguing(Point.REBUT)
    asked = rebut_asked(session, SECRETARY, "en")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        assert asked.office in in_sight(app)
        assert all(card.face in text_of(app, "#said") for card in asked.case)
        assert "━" not in text_of(app, "#home")  # how they stand at home is not for us to see
        for row, one in zip(rows(app), asked.cards, strict=False):
            hit = ["ABC"[asked.case.index(card)] for card in one.hits]
            assert row.endswith(f"against {', '.join(hit)}" if hit else f"!{one.card.answers}")
        await press(pilot, "1", "2", "3")
        assert "No more than 2" in notices(app)[-1]
        await press(pilot, "2", "g")
        assert name(app) == "ReplyScreen"

    run(session, play)
    assert decided(session, Point.REBUT) == asked.cards[0].card.id


def test_each_answer_shows_where_support_would_go_and_enter_gives_it() -> None:
    session = arguing(Point.REPLY)
    asked = reply_asked(session, SECRETARY, "en")
    moved = next(n for n, one in enumerate(asked.answers) if one.after.support != asked.now.support)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        text = in_sight(app)
        assert all(one.card.face in text for one in asked.against)
        assert f"With your case {points(asked.made.support)} of 100, now {points(asked.now.support)}." in text
        for row, one in zip(rows(app), asked.answers, strict=True):
            assert row.lstrip("▸ ").split()[1:3] == ["→", points(one.after.support)]
        await press(pilot, str(moved + 1))
        assert f" {points(asked.answers[moved].after.support)} " in together(app)
        await press(pilot, "enter")
        assert name(app) == "OutcomeScreen"

    run(session, play)
    assert decided(session, Point.REPLY) == asked.answers[moved].action


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_newcomer_is_told_the_words_of_a_debate_and_others_are_not(size: tuple[int, int]) -> None:
    session = arguing(Point.CASE)
    notes = notes_now(session, SECRETARY, "en")

    async def told(guide: str) -> str:
        async with opened(session, size, "en", Settings(guide=guide)) as (app, _):
            return " ".join(screen_text(app).split())

    assert notes
    for note in notes:
        assert note_line(note, "en") in asyncio.run(told("on"))
        assert note.text not in asyncio.run(told("off"))


def test_with_room_the_warrants_of_all_picked_cards_stay_in_sight() -> None:
    session = arguing(Point.CASE)
    cards = case_asked(session, SECRETARY, "en").cards

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        assert "Nothing yet" in in_sight(app)
        await press(pilot, "1", "2", "5")
        told = " ".join(text_of(app, "#picked").split())
        assert all(card.warrant in told for card in cards[:2])

    run(session, play, (120, 40))


def test_a_window_made_small_in_mid_debate_keeps_the_picks() -> None:
    session = arguing(Point.CASE)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "2", "4")
        before = screen_text(app)
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert name(app) == "SmallScreen"
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert screen_text(app) == before
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert boxes(app) == ["[ ]", "[x]", "[ ]", "[x]", "[ ]"]
        assert "\n" in rows(app)[0]  # with room to tell below a card what it does

    run(session, play)


def test_the_language_changes_in_mid_case_and_keeps_the_picks() -> None:
    session = arguing(Point.CASE)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "2", "4", "e")
        assert "Hablar con estas 2 cartas" in rows(app)[-1]
        assert boxes(app) == ["[ ]", "[x]", "[ ]", "[x]", "[ ]"]
        await press(pilot, "1")
        assert "No caben más de 2" in notices(app)[-1]

    run(session, play)


def test_what_was_opened_on_the_screen_counts_as_read_before_speaking(tmp_path: Path) -> None:
    session = arguing(Point.CASE, save=tmp_path / "a.jsonl")
    cards = case_asked(session, SECRETARY, "en").cards

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "2", "g")

    run(session, play)
    read = session.notes.before(SECRETARY, len(session.path))
    assert {*cards[0].claims, *cards[1].claims} <= read
    unseen = {claim for card in cards[2:] for claim in card.claims} - {*cards[0].claims, *cards[1].claims}
    assert unseen
    assert not unseen & read
    assert '"opened"' in (tmp_path / "a.jsonl").read_text()


@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT, Point.REPLY])
def test_a_key_struck_twice_before_the_screen_can_change_speaks_once(point: Point) -> None:
    session = arguing(point)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        cards = app.screen.query_one(OptionList)
        await press(pilot, "end")
        cards.action_select()
        cards.action_select()
        await pilot.pause()
        assert name(app) in {"RebutScreen", "ReplyScreen", "OutcomeScreen"}

    run(session, play)
    assert len([one for one in session.state.decisions if (one.seat, one.point) == (SECRETARY, point)]) <= 2


def test_undo_in_a_debate_goes_back_to_the_beginning_of_the_turn() -> None:
    session = arguing(Point.REPLY)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "u")
        assert name(app) == "TableScreen"

    run(session, play)
    assert max(one.turn for one in session.state.decisions) == 1


def test_a_case_that_cannot_be_saved_is_told_and_stays_picked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = arguing(Point.CASE, save=tmp_path / "a.jsonl")

    def full(*_: object) -> None:
        raise JournalError("cannot write the save: No space left on device")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "1")
        monkeypatch.setattr("dosmesas.journal.journal.Journal.append", full)
        await press(pilot, "g")
        assert "No space left" in notices(app)[-1]
        assert boxes(app)[0] == "[x]"

    run(session, play)
    assert session.state.point is Point.CASE


@pytest.mark.parametrize("seat", [SECRETARY, "us.attorney_general"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_at_80_by_24_all_that_is_needed_to_decide_is_in_sight_together(seat: str, language: str) -> None:
    session = arguing(Point.CASE, seat, language=language)
    asked = case_asked(session, seat, language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        text = in_sight(app)
        assert all(card.face in text for card in asked.cards)
        assert all(
            "┃" in line
            for line in text.splitlines()
            if line.strip()[:5] in {one.name[:5] for one in asked.before.listeners}
        )
        assert rows(app)[-1].strip() in text
        assert asked.label in text
        assert asked.cards[0].warrant[:40] in text
        assert ("h help" if language == "en" else "h ayuda") in " ".join(text.split())

    run(session, play, language=language)


def test_two_players_argue_a_turn_with_curtains_that_hide_what_was_picked() -> None:
    session = Session.start(parley(), Setup(BOTH, 1, argue="all"))
    seen: list[str] = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for _ in range(30):
            seen.append(name(app))
            if seen[-1] == "OutcomeScreen":
                break
            if seen[-1] == "CurtainScreen":
                assert "[x]" not in screen_text(app)
                assert not any(card in screen_text(app) for card in said(session))
            keys = ("1", "g") if seen[-1] in {"CaseScreen", "RebutScreen"} else ("enter",)
            await press(pilot, *keys)

    run(session, play)
    assert seen[-1] == "OutcomeScreen"
    assert [seen.count(f"{one}Screen") for one in ("Table", "Case", "Rebut", "Reply")] == [
        4,
        2,
        2,
        2,
    ]  # the word, then the choice
    assert seen.count("CurtainScreen") >= 4
    made = [one for one in session.state.decisions if one.turn == 1 and one.seat in BOTH]
    assert all(play_of(one.action) for one in made if one.point in {Point.CASE, Point.REBUT})


def said(session: Session) -> set[str]:
    """The faces of all cards of the pack."""
    return {card.face("en") for card in session.game.tables.floor.cards.values()}
