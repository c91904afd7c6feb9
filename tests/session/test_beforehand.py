"""What is done before a game: a planner gets ready once, beside whoever reads, and for nobody who only looks back."""

from pathlib import Path

import pytest

from dosmesas.bots.names import PLANNER
from dosmesas.session.beforehand import get_ready
from dosmesas.session.decisive import Search
from dosmesas.session.session import Session
from dosmesas.session.setup import AUTO, Setup
from dosmesas.sim import planner
from dosmesas.sim.batch.playing import BatchGame
from tests.support.making import NORDEN, regatta


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[BatchGame]:
    """The games that were got ready."""
    found: list[BatchGame] = []
    ready = BatchGame.get_ready

    def noted(game: BatchGame) -> None:
        found.append(game)
        ready(game)

    monkeypatch.setattr(BatchGame, "get_ready", noted)
    monkeypatch.setattr(planner, "_kept", planner.kept(2, planner._made))
    return found


def finished(save: Path | None = None) -> Session:
    session = Session.start(regatta(), Setup((NORDEN,), 3, PLANNER, argue=AUTO), save=save)
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[0])
    return session


def test_all_seats_and_every_what_if_have_the_same_planner(made: list[BatchGame]) -> None:
    session = finished()
    get_ready(session)
    assert Search(session).found()
    assert len(made) == 1


def test_who_only_looks_back_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save = tmp_path / "game.jsonl"
    finished(save).close()
    monkeypatch.setattr(planner, "planner_of", lambda *_: pytest.fail("nobody asks a bot"))
    assert Session.replay(regatta(), save).over


def test_other_bots_have_nothing_to_get_ready(made: list[BatchGame]) -> None:
    get_ready(Session.start(regatta(), Setup((NORDEN,), 3)))
    assert not made
