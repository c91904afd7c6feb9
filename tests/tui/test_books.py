"""The ledger, the tree behind a number, the dossier and the past turns on the screens, by keys alone."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from dosmesas.journal.journal import Journal, JournalError
from dosmesas.session.ledger import ledger
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.turns import finished_turns
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.listing import Listing
from tests.support.full import cases
from tests.support.making import NORDEN, SUDEN
from tests.support.midway import SECRETARY
from tests.support.playing import BOTH, do, secretive, start
from tests.support.screens import in_sight, name, notices, press, run, text_of
from tests.support.shipped import shipped

SIZES = [(80, 24), (120, 40)]


def game(turns: int, save: Path | None = None, language: str = "en") -> Session:
    setup = Setup((SECRETARY,), 3, argue="auto", language=language)
    session = Session.start(shipped("culiacan"), setup, save=save)
    while finished_turns(session) < turns:
        session.decide(SECRETARY, session.legal(SECRETARY)[0])
    return session


async def type_keys(app: DosMesasApp, pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what is read beside the screen."""
    for key in keys:
        await press(pilot, key)
        await app.workers.wait_for_complete()
        await pilot.pause()


def listed(app: DosMesasApp, of: str) -> list[str]:
    return [" ".join(one.text.split()) for one in app.screen.query_one(of, Listing).rows]


@pytest.mark.parametrize("size", SIZES)
def test_the_ledger_opens_at_the_last_turn_that_is_over_and_a_turn_unfolds(size: tuple[int, int]) -> None:
    session = game(2)
    counts = {
        turn: sum(one.turn == turn for one in ledger(session, SECRETARY, "en").lines) for turn in (1, 2, 3)
    }

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "l")
        assert name(app) == "LedgerScreen"
        headings = [one for one in listed(app, "#lines") if one.startswith("Turn ")]
        assert headings == [f"Turn {turn}. Receipts: {counts[turn]}." for turn in (1, 2, 3)]
        assert len(listed(app, "#lines")) == 3 + counts[2] + counts[3]
        await type_keys(app, pilot, "up", "enter")
        assert len(listed(app, "#lines")) == 3 + counts[3]
        await type_keys(app, pilot, "up", "enter")
        assert len(listed(app, "#lines")) == 3 + counts[1] + counts[3]
        await type_keys(app, pilot, "l")
        assert name(app) == "TableScreen"

    run(session, play, size)


def test_a_key_goes_through_indicators_claims_and_sources_and_arrows_through_their_values() -> None:
    session = game(1)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "l", "i")
        assert text_of(app, "#said").startswith("By indicator: Homicides. ")
        assert "Sum +0.062: Homicides went from 28 to 28.062 per 100,000 a year." in text_of(app, "#total")
        await type_keys(app, pilot, "right")
        assert text_of(app, "#said").startswith("By indicator: State authority. ")
        await type_keys(app, pilot, "left", "i")
        assert text_of(app, "#said").startswith("By claim: ")
        assert text_of(app, "#total") == ""
        await type_keys(app, pilot, "i")
        assert text_of(app, "#said").startswith("By source: ")
        await type_keys(app, pilot, "i")
        assert text_of(app, "#said").startswith("All receipts. ")

    run(session, play)


def test_typed_words_narrow_and_what_names_an_indicator_is_taken_for_it() -> None:
    session = game(1)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "l", "f", *"inquiry")
        assert ', with "inquiry"' in text_of(app, "#said")
        lines = [one for one in listed(app, "#lines") if not one.startswith("Turn ")]
        found = [one for one in ledger(session, SECRETARY, "en").lines if "inquiry" in one.said]
        assert 0 < len(lines) == len(found) < 20
        await type_keys(app, pilot, "enter", "o")
        assert text_of(app, "#said").startswith("All receipts. ")
        await type_keys(app, pilot, "f", *"trust", "enter")
        assert text_of(app, "#said").startswith("By indicator: Trust. ")
        await type_keys(app, pilot, "o", "f", *"zebra", "escape")
        assert "No receipt fits." in text_of(app, "#said")
        assert name(app) == "LedgerScreen"
        await type_keys(app, pilot, "escape")
        assert name(app) == "TableScreen"

    run(session, play)


def test_a_line_opens_the_tree_at_its_own_branch_and_back_again() -> None:
    session = game(1)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "l", "i", "right", "right", "right")
        line = listed(app, "#lines")[1]
        await type_keys(app, pilot, "enter")
        assert name(app) == "WhyScreen"
        assert text_of(app, "#said").startswith("Trust, turn 1: ")
        opened = listed(app, "#tree")
        assert opened[0].partition(";")[0] == line.partition(";")[0]
        assert len(opened) > 2
        await type_keys(app, pilot, "escape")
        assert name(app) == "LedgerScreen"

    run(session, play)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_line_of_the_ledger_has_a_why(language: str) -> None:
    session = game(2, language=language)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for line in ledger(session, SECRETARY, language).lines[:: cases(1, 6)]:
            app.open("why", line.receipt)
            await pilot.pause()
            assert listed(app, "#tree")
            await press(pilot, "escape")

    run(session, play, language=language)


def test_the_tree_folds_down_to_the_paragraph_and_up_again() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "w")
        folded = listed(app, "#tree")
        assert not any("paragraph" in one for one in folded)
        await type_keys(app, pilot, "b")
        every = listed(app, "#tree")
        assert any(one.startswith("paragraph 5 of the article: ") for one in every)
        await type_keys(app, pilot, "b")
        assert len(listed(app, "#tree")) < len(folded)
        await type_keys(app, pilot, "home", "right", "down", "left", "left")
        assert len(listed(app, "#tree")) < len(folded)

    run(game(1), play)


def test_the_whole_tree_of_state_authority_says_what_is_against_a_claim() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "w", "i", "down", "enter", "b")
        assert text_of(app, "#said").startswith("State authority, ")
        assert any(one.startswith("against it: ") for one in listed(app, "#tree"))

    run(game(2), play)


def test_the_tree_of_another_number_and_another_turn() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "w")
        assert text_of(app, "#said").startswith("Homicides, turn 2: ")
        await type_keys(app, pilot, "r")
        assert text_of(app, "#said").startswith("Homicides, turn 1: ")
        await type_keys(app, pilot, "r", "v", "v")
        assert text_of(app, "#said").startswith("Homicides, turn 3 so far: ")
        await type_keys(app, pilot, "v", "i", "down", "enter")
        assert text_of(app, "#said").startswith("State authority, turn 3 so far: ")
        await type_keys(app, pilot, "i", "escape")
        assert name(app) == "WhyScreen"
        await type_keys(app, pilot, "w")
        assert name(app) == "TableScreen"

    run(game(2), play)


def test_the_claim_under_the_cursor_opens_in_the_dossier() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "w", "b", "home")
        rows = listed(app, "#tree")
        down = next(place for place, row in enumerate(rows) if row.startswith("homicides-rose"))
        await type_keys(app, pilot, *["down"] * down, "d")
        assert text_of(app, "#header") == "Claim homicides-rose"
        await type_keys(app, pilot, "escape")
        assert name(app) == "WhyScreen"

    run(game(1), play, (120, 40))


def test_from_a_claim_one_goes_to_the_claim_against_it_and_back() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "d", *"release-was-humiliation", "enter")
        assert text_of(app, "#header") == "Claim release-was-humiliation"
        rows = listed(app, "#page")
        assert "Against it:" in rows
        rival = next(place for place, row in enumerate(rows) if row.startswith("lives-before-captures"))
        headings = sum(one.heading for one in app.screen.query_one("#page", Listing).rows[:rival])
        await type_keys(app, pilot, "home", *["down"] * (rival - headings), "enter")
        assert text_of(app, "#header") == "Claim lives-before-captures"
        await type_keys(app, pilot, "escape")
        assert text_of(app, "#header") == "Claim release-was-humiliation"
        await type_keys(app, pilot, "escape", "escape")
        assert name(app) == "TableScreen"

    session = game(0)
    run(session, play)
    assert {"release-was-humiliation", "lives-before-captures"} <= session.notes.before(SECRETARY, 1)


def test_a_past_turn_is_read_again() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "j")
        rows = listed(app, "#turns")
        assert rows[0].startswith("Turn 1. October 2019. Culiacán, 17 October. ")
        assert "Secretary of Security: Order the detainee's release (carried" in rows[0]
        assert rows[2] == "Turn 3, which is being played."
        await type_keys(app, pilot, "up", "enter")
        assert name(app) == "PastTurnScreen"
        assert text_of(app, "#header").startswith("Turn 1 of 4.")
        assert "Order the detainee's release" in in_sight(app)
        await type_keys(app, pilot, "enter")
        assert name(app) == "TurnsScreen"
        await type_keys(app, pilot, "enter", "b", "escape", "j")
        assert name(app) == "TableScreen"

    run(game(2), play)


def test_a_fork_asks_first_and_then_begins_another_game_with_a_save_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    session = game(2, path)
    before = path.read_bytes()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "j", "k")
        assert "from the beginning of turn 2?" in text_of(app, "#question")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "turn 2?" in text_of(app, "#question"), "a new size takes no question away"
        await type_keys(app, pilot, "up")
        assert text_of(app, "#question") == "", "another turn does"
        await type_keys(app, pilot, "down", "k", "escape")
        assert text_of(app, "#question") == ""
        await type_keys(app, pilot, "k", "enter")
        assert name(app) == "TableScreen"
        assert app.game is not session
        assert app.game.state.turn == 2
        assert app.game.journal is not None
        assert app.game.journal.path.name == "culiacan-3-turn-2.jsonl"
        assert any("falls as before" in one and "a.jsonl" in one for one in notices(app))
        assert len(app.screen_stack) == 2

    run(session, play)
    assert path.read_bytes() == before


def test_where_the_new_game_cannot_be_saved_the_old_one_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = game(1, tmp_path / "a.jsonl")

    def full(*_: object) -> None:
        raise JournalError("No space left on device")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(Journal, "append", full)
        await type_keys(app, pilot, "j", "k", "enter")
        assert app.game is session
        assert "No space left" in notices(app)[-1]

    run(session, play)


@pytest.mark.parametrize("key", ["l", "w", "d", "j"])
def test_the_language_changes_where_one_stands(key: str) -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, key)
        before = in_sight(app)
        if key == "d":
            await type_keys(app, pilot, *"seized-drugs-from", "enter")
            before = in_sight(app)
        await type_keys(app, pilot, "e")
        assert in_sight(app) != before
        assert "volver" in in_sight(app)

    run(game(1), play)


def test_between_two_players_what_is_read_together_shows_no_ones_own_numbers() -> None:
    session = do(start(*BOTH, pack=secretive()), "day/act")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        app.last_seat = SUDEN
        app.take_seat(SUDEN)
        await type_keys(app, pilot, "w", "i")
        assert any("Poaching" in row for row in listed(app, "#numbers"))
        await type_keys(app, pilot, "escape", "escape", "enter")
        assert name(app) == "OutcomeScreen"
        for key, rows in (("w", "#numbers"), ("l", "#lines")):
            await type_keys(app, pilot, key)
            text = " ".join(listed(app, rows)) + in_sight(app)
            assert "oaching" not in text
            assert "informer" not in text
            await type_keys(app, pilot, "escape")

    run(session, play)


def test_a_seat_at_its_table_reads_with_its_own_eyes() -> None:
    session = do(start(*BOTH, pack=secretive()), "day/act", "day/rest")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await type_keys(app, pilot, "l")
        assert app.reader == NORDEN
        assert "oaching" not in " ".join(listed(app, "#lines"))

    run(session, play)
