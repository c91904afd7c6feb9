"""The dossier and the reasons on the screens: what stood there counts as read, and no more than that."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.records import Opened
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.why import claim_line, why
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.flow import finished_turns
from tests.support.midway import SECRETARY
from tests.support.screens import in_sight, name, notices, press, run
from tests.support.shipped import shipped


def game(save: Path | None = None, *, turns: int = 0) -> Session:
    session = Session.start(shipped("culiacan"), Setup((SECRETARY,), 3, argue="auto"), save=save)
    while finished_turns(session) < turns:
        session.decide(SECRETARY, session.legal(SECRETARY)[0])
    return session


def read(session: Session) -> frozenset[str]:
    return session.notes.before(SECRETARY, len(session.path))


def whole(text: str, session: Session) -> set[str]:
    """The claims that stand in a text of the screen, wherever their lines break."""
    letters = "".join("".join(line[:77] for line in text.splitlines()).split())  # without the scroll bar
    claims = session.pack.ruleset.dossier.claims
    return {one for one in claims if "".join(claim_line(session.pack, one, "en").split()) in letters}


def test_a_claim_that_was_looked_up_counts_as_read_and_those_that_flew_by_do_not(tmp_path: Path) -> None:
    session = game(tmp_path / "a.jsonl")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "d", *"seized-drugs-from", "escape")
        assert name(app) == "TableScreen"

    run(session, play)
    assert read(session) == {"seized-drugs-from-mexico"}
    (found,) = [one for one in read_journal(tmp_path / "a.jsonl").records if isinstance(one, Opened)]
    assert found.claims == ("seized-drugs-from-mexico",)


@pytest.mark.parametrize("pages", [0, 1, 3])
def test_claims_count_as_read_that_stood_whole_on_the_screen(pages: int) -> None:
    session, stood = game(), set[str]()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "d")
        stood.update(whole(in_sight(app), session))
        for _ in range(pages):
            await press(pilot, "pagedown")
            stood.update(whole(in_sight(app), session))
        await press(pilot, "escape")

    run(session, play)
    assert stood
    assert read(session) == stood
    assert len(stood) < len(session.pack.ruleset.dossier.claims)


def test_claims_behind_a_number_count_as_read_that_stood_whole_in_its_tree() -> None:
    session, stood = game(turns=1), set[str]()

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "w")
        folded = whole(in_sight(app), session)
        await press(pilot, "b", "home")
        for _ in range(4):
            stood.update(whole(in_sight(app), session))
            await press(pilot, "pagedown")
        stood.update(whole(in_sight(app), session))
        assert folded < stood
        await press(pilot, "escape")

    before = read(session)
    run(session, play)
    found = why(session, "homicides", 1, SECRETARY, "en")
    behind = {claim for reason in found.reasons for claim in reason.cited}
    assert stood <= read(session) - before
    assert behind & set(session.pack.ruleset.dossier.claims) & stood


def test_what_stays_folded_has_not_been_read() -> None:
    session = game(turns=1)

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "w", "home", "left", "escape")

    before = read(session)
    run(session, play)
    behind = {
        claim
        for reason in why(session, "homicides", 1, SECRETARY, "en").reasons[1:]
        for claim in reason.cited
    }
    assert behind
    assert len(read(session) - before) <= 2


def test_where_it_cannot_be_saved_the_dossier_still_opens_and_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = game(tmp_path / "a.jsonl")

    def full(*_: object) -> None:
        raise JournalError("No space left on device")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(Journal, "append", full)
        await press(pilot, "d", "escape")
        assert name(app) == "TableScreen"
        assert "No space left" in notices(app)[-1]

    run(session, play)
