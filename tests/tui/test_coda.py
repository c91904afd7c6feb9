"""After the last turn, on the screens with keys alone: the other chair, the statement, the sentence, the debrief."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from dosmesas.engine.plays import play_of
from dosmesas.engine.state import Point
from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.records import Closing, Opened, Sentence
from dosmesas.session.coda.kept import kept_statement, kept_swap
from dosmesas.session.coda.statement import draft, let_stand
from dosmesas.session.coda.swap import swap_for
from dosmesas.session.debates.asked import case_of, reply_of
from dosmesas.session.debates.standing import standing
from dosmesas.session.debates.tell import share
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, Setup
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed
from dosmesas.tui.app import DosMesasApp
from tests.support.debating import WARDEN
from tests.support.making import NORDEN, SUDEN
from tests.support.midway import SECRETARY
from tests.support.playing import finish
from tests.support.screens import (
    debrief_text,
    in_sight,
    name,
    notices,
    press,
    rows,
    run,
    screen_text,
    skip_to_debrief,
    text_of,
)
from tests.support.shipped import shipped
from tests.support.small import parley

LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])
ENDS = [
    "CaseScreen",
    "ReplyScreen",
    "SwapToldScreen",
    "StatementScreen",
    "StatementToldScreen",
    "SentenceScreen",
]


def over(save: Path | None = None, language: str = "en") -> Session:
    """A game of culiacan that is over, in which cards were played on all sides."""
    setup = Setup((SECRETARY,), 3, language=language, argue=ALL)
    session = Session.start(shipped("culiacan"), setup, save=save)
    while (seat := session.next_seat()) is not None:
        legal = session.legal(seat)
        arguing = session.state.point in {Point.CASE, Point.REBUT}
        session.decide(seat, legal[-1] if arguing else legal[0])
    return session


def small(*seats: str) -> Session:
    return finish(Session.start(parley(), Setup(seats, 7, argue=ALL)), which=3)


async def at(app: DosMesasApp, pilot: Pilot[None], screen: str) -> None:
    """Skip to a screen."""
    for _ in range(6):
        if name(app) == screen:
            return
        await press(pilot, "escape")


@LANGUAGES
def test_keys_alone_argue_sign_and_write_and_all_of_it_is_kept(language: str, tmp_path: Path) -> None:
    session = over(tmp_path / "a.jsonl", language)
    swap, stood = swap_for(session, SECRETARY), let_stand(session)
    assert swap is not None
    hand = [card.id for card in case_of(session, swap.debate, language, seen=False).cards]
    seen = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for keys in (
            *(("1", "3", "g"), ("3", "enter"), ("enter",), ("2", "g"), ("enter",)),
            (*"because", "space", *"both", "enter"),
        ):
            seen.append(name(app))
            await press(pilot, *keys)
        told = " ".join((await debrief_text(app, pilot)).split())
        assert say(language, "argued_signed") in told
        assert "because both" in told

    run(session, play, language=language)
    assert seen == ENDS
    made = swap.argued(tuple(sorted((hand[0], hand[2]))))
    kept = [one for one in read_journal(tmp_path / "a.jsonl").records if not isinstance(one, Opened)]
    assert kept[-3:] == [
        Closing(SECRETARY, "swap", ("+".join(made.debate.case), made.actions[2])),
        Closing(SECRETARY, "statement", (stood[1].claim,)),
        Sentence(SECRETARY, "because both"),
    ]


def test_the_case_screen_of_the_other_chair_shows_how_far_the_policy_stands_and_no_support() -> None:
    session = over()
    swap = swap_for(session, SECRETARY)
    assert swap is not None
    asked = case_of(session, swap.debate, "en", seen=False)
    case = tuple(sorted((asked.cards[0].id, asked.cards[2].id)))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        assert text_of(app, "#header") == "Seats swapped, turn 4: argue it again, as U.S. Attorney General"
        await press(pilot, "1", "3")
        lines = text_of(app, "#home").splitlines()
        now = standing(session, swap.debate, case, "en", seen=False)
        for one in now.listeners:
            line = next(line for line in lines if line.startswith(one.name))
            assert f" {share(one.strength)} " in line
            assert "━" in line
        together = next(line for line in lines if line.startswith("together"))
        assert f" {share(now.strength)} " in together
        assert "of 100" not in screen_text(app)
        await press(pilot, "7")
        assert "old office answers" in " ".join(text_of(app, "#opened").split())

    run(session, play)


def test_each_answer_there_shows_where_the_policy_would_come_to_stand_and_no_trust() -> None:
    session = over()
    swap = swap_for(session, SECRETARY)
    assert swap is not None

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "1", "3", "g")
        hand = case_of(session, swap.debate, "en", seen=False).cards
        made = swap.argued(tuple(sorted((hand[0].id, hand[2].id))))
        asked = reply_of(session, made.debate, made.actions, "en", seen=False)
        text = in_sight(app)
        assert (
            f"With your case it stood at {share(asked.made.strength)}, now at {share(asked.now.strength)}"
            in text
        )
        assert asked.foe in text
        for row, one in zip(rows(app), asked.answers, strict=True):
            assert row.lstrip("▸ ").split()[1:3] == ["→", share(one.after.strength)]
        assert any(row.endswith("Take back card 1.") for row in rows(app))
        assert "trust" not in screen_text(app)

    run(session, play)


@LANGUAGES
def test_what_was_reached_kept_and_best_is_shown_with_why_before_going_on(language: str) -> None:
    session = over(language=language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "1", "3", "g", "3", "enter")
        swap = kept_swap(session, SECRETARY)
        assert swap is not None
        office = session.pack.ruleset.offices["us.attorney_general"].name(language)
        reached, kept, best = (fixed(one, 2) for one in (swap.reached, swap.kept, swap.best))
        told = say(language, "swap_result", reached=reached, office=office, kept=kept, best=best)
        text = " ".join(in_sight(app).split())
        assert told in text
        cards = session.game.tables.floor.cards
        assert all(cards[one].face(language) in text for one in swap.debate.case + swap.debate.against)
        assert ("fell from" if language == "en" else "bajó de") in text
        await press(pilot, "enter")
        assert name(app) == "StatementScreen"

    run(session, play, language=language)


@LANGUAGES
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_all_that_is_needed_is_in_sight_on_each_screen_and_nothing_scrolls_sideways_out(
    language: str, size: tuple[int, int]
) -> None:
    session = over(language=language)
    skip = say(language, "key_skip")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        text = in_sight(app)
        hidden = [row for row in rows(app) if row.split("\n")[0].strip() not in text]
        assert len(hidden) <= (2 if (language, size) == ("es", (80, 24)) else 0)  # long names take rows there
        assert f"g {say(language, 'key_speak')}" in " ".join(text.split())
        assert f"Esc {skip}" in " ".join(text.split())
        assert app.screen.max_scroll_y == 0
        await press(pilot, "1", "3", "g")
        text = in_sight(app)
        assert all(row.split("\n")[0].strip() in text for row in rows(app))
        assert app.screen.max_scroll_y == 0
        await press(pilot, "escape")
        text = in_sight(app)
        claims = rows(app)[:5] if size == (80, 24) else rows(app)  # more than five scroll on a small screen
        assert all(line.strip() in text for row in claims for line in row.split("\n"))
        assert app.screen.max_scroll_y == 0
        await press(pilot, "escape")
        assert say(language, "keys_sentence") in in_sight(app)

    run(session, play, size, language)


def test_escape_skips_each_part_nothing_is_asked_twice_and_nothing_is_kept(tmp_path: Path) -> None:
    session = over(tmp_path / "a.jsonl")
    seen = []

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        while name(app) != "DebriefScreen" and len(seen) < 10:
            seen.append(name(app))
            await press(pilot, "escape")

    run(session, play)
    assert seen == ["CaseScreen", "StatementScreen", "SentenceScreen"]
    assert not [
        one for one in read_journal(tmp_path / "a.jsonl").records if isinstance(one, (Closing, Sentence))
    ]


def test_escape_struck_twice_before_the_screen_can_change_skips_one_part() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for wanted in ("CaseScreen", "StatementScreen", "SentenceScreen"):
            screen = app.screen
            assert name(app) == wanted
            await screen.run_action("skip")
            await screen.run_action("skip")
            await pilot.pause()

    run(over(), play)


def test_escape_at_the_answer_skips_the_other_chair() -> None:
    session = over()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "1", "g")
        assert name(app) == "ReplyScreen"
        await press(pilot, "escape")
        assert name(app) == "StatementScreen"

    run(session, play)
    assert session.notes.closings == {}


def test_in_the_middle_of_the_game_escape_skips_nothing_and_at_the_end_u_takes_nothing_back() -> None:
    from tests.support.midway import arguing

    async def escape(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "1", "escape")
        assert name(app) == "CaseScreen"
        assert "Esc skip" not in text_of(app, "#keys")

    async def undo(app: DosMesasApp, pilot: Pilot[None]) -> None:
        assert "u undo" not in text_of(app, "#keys")
        await press(pilot, "u")
        assert name(app) == "CaseScreen"

    run(arguing(Point.CASE), escape)
    session = over()
    run(session, undo)
    assert session.over


@pytest.mark.parametrize("done", [1, 2, 3])
def test_a_resumed_game_goes_straight_to_what_is_missing(done: int, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    session = over(path)
    parts = [("1", "3", "g", "3", "enter", "enter"), ("2", "g", "enter"), (*"a", "space", *"b", "enter")]

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for keys in parts[:done]:
            await press(pilot, *keys)

    async def look(app: DosMesasApp, _: Pilot[None]) -> None:
        assert name(app) == ["StatementScreen", "SentenceScreen", "DebriefScreen"][done - 1]

    run(session, play)
    session.close()
    again = Session.resume(shipped("culiacan"), path)
    run(again, look)
    again.close()


def test_a_statement_holds_what_was_picked_and_the_claims_looked_at_count_as_read() -> None:
    session = over()
    stood = let_stand(session)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await at(app, pilot, "StatementScreen")
        assert len(rows(app)) == len(stood) + 1
        assert rows(app)[-1].strip().lstrip("▸ ") == ">     Sign nothing"
        await press(pilot, "2", "3", "2")
        assert rows(app)[-1].strip().lstrip("▸ ") == ">     Sign this claim"
        assert session.pack.ruleset.dossier.claims[stood[1].claim].text("en") in " ".join(
            text_of(app, "#opened").split()
        )
        await press(pilot, "g")
        assert name(app) == "StatementToldScreen"
        head, *lines = draft(session, (stood[2],), "en")
        assert text_of(app, "#header") == head
        assert text_of(app, "#text").splitlines() == lines
        await press(pilot, "enter")
        assert name(app) == "SentenceScreen"

    run(session, play)
    assert kept_statement(session) == (stood[2],)
    read = session.notes.before(SECRETARY, len(session.path))
    assert {stood[0].claim, stood[1].claim, stood[2].claim} <= read


def test_signing_nothing_goes_on_and_is_kept() -> None:
    session = over()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await at(app, pilot, "StatementScreen")
        await press(pilot, "g")
        assert name(app) == "StatementScreen"
        assert notices(app)[-1] == say("en", "sign_asks")
        await press(pilot, "enter")
        assert name(app) == "SentenceScreen"

    run(session, play)
    assert kept_statement(session) == ()


@LANGUAGES
def test_what_is_no_sentence_is_told_and_stays_to_be_mended(language: str) -> None:
    session = over(language=language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await at(app, pilot, "SentenceScreen")
        await press(pilot, *"because", "enter")
        assert text_of(app, "#status") == say(language, "sentence_short")
        field = app.screen.query_one(Input)
        field.value = "ab " * 93 + "cd"
        await pilot.pause()
        assert text_of(app, "#status") == say(language, "sentence_count", count=281, most=280)
        await press(pilot, "enter")
        assert text_of(app, "#status") == say(language, "sentence_long", count=281, most=280)
        await press(pilot, "end", "backspace", "enter")
        assert name(app) == "DebriefScreen"

    run(session, play, language=language)
    assert session.notes.sentences == {SECRETARY: "ab " * 93 + "c"}


def test_an_empty_line_leaves_the_sentence_out() -> None:
    session = over()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await at(app, pilot, "SentenceScreen")
        await press(pilot, "space", "enter")
        assert name(app) == "DebriefScreen"

    run(session, play)
    assert session.notes.sentences == {}


def test_the_language_changes_there_and_keeps_the_picks() -> None:
    session = over()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "2", "e")
        assert text_of(app, "#header").startswith("Cambio de silla, turno 4")
        assert rows(app)[1].lstrip("▸ ").startswith("[x]")
        await press(pilot, "g", "enter", "e")
        assert name(app) == "SwapToldScreen"
        assert "The case from there:" in screen_text(app)

    run(session, play)


def test_what_cannot_be_saved_is_told_and_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = over(tmp_path / "a.jsonl")

    def full(*_: object) -> None:
        raise JournalError("No space left on device")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(Journal, "append", full)
        await press(pilot, "1", "g", "enter")
        assert name(app) == "ReplyScreen"
        assert "No space left" in notices(app)[-1]
        await press(pilot, "escape", "2", "g")
        assert name(app) == "StatementScreen"
        assert rows(app)[1].lstrip("▸ ").startswith("[x]")
        await press(pilot, "escape", *"a", "space", *"b", "enter")
        assert name(app) == "SentenceScreen"

    run(session, play)
    assert (session.notes.closings, session.notes.sentences) == ({}, {})


def test_two_players_opposite_each_other_sign_once_and_write_each_behind_a_curtain() -> None:
    session = small(NORDEN, SUDEN)
    seen = list[str]()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        while name(app) != "DebriefScreen" and len(seen) < 20:
            seen.append(name(app))
            keys = [*"a", "space", *"b", "enter"] if seen[-1] == "SentenceScreen" else ["enter"]
            await press(pilot, *keys)

    run(session, play)
    statement = ["StatementScreen", "StatementToldScreen"] if let_stand(session) else []
    order = [one for one, before in zip(seen, ["", *seen], strict=False) if one != before]
    swap = ["CaseScreen", "ReplyScreen", "SwapToldScreen", "CurtainScreen"]
    assert order == [*swap, *swap, *statement, "SentenceScreen", "CurtainScreen", "SentenceScreen"]
    assert [*session.notes.sentences] == [NORDEN, SUDEN]


def test_of_two_players_on_one_side_the_one_with_a_computer_opposite_changes_chairs() -> None:
    session = small(NORDEN, WARDEN)
    seen = list[str]()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        while name(app) != "DebriefScreen" and len(seen) < 20:
            seen.append(name(app))
            await press(pilot, *(["1", "g"] if seen[-1] == "CaseScreen" else ["enter"]))

    run(session, play)
    assert seen[:3] == ["CaseScreen", "ReplyScreen", "SwapToldScreen"]
    assert seen.count("CaseScreen") == 1
    assert seen[-3:] == ["SentenceScreen", "CurtainScreen", "SentenceScreen"]
    kept = kept_swap(session, NORDEN)
    assert kept is not None
    assert len(play_of(session.notes.closings[NORDEN, "swap"][0])) == 1


def test_the_other_chair_of_the_same_seed_begins_with_a_course_of_its_own() -> None:
    session = over()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        first = app.course
        await skip_to_debrief(app, pilot)
        app.session = over()
        assert app.course is not first

    run(session, play)
