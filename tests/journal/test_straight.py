"""Saving and loading after every decision is the same as playing straight: the shipped pack and both small ones."""

from pathlib import Path

import pytest

from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.full import cases
from tests.support.making import regatta
from tests.support.shipped import shipped
from tests.support.small import harbour

PACKS = {"culiacan": lambda: shipped("culiacan"), "harbour": harbour, "regatta": regatta}


def choice(session: Session, seat: str, seed: int) -> str:
    legal = session.legal(seat)
    return legal[(seed + session.state.turn) % len(legal)]


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("humans", [1, 2])
@pytest.mark.parametrize("seed", range(cases(20, 2)))
def test_loading_after_every_decision_changes_nothing(
    tmp_path: Path, name: str, humans: int, seed: int
) -> None:
    pack: Pack = PACKS[name]()
    setup = Setup(pack.seats[:humans], seed, "random")
    straight = Session.start(pack, setup, save=tmp_path / "straight.jsonl")
    session = Session.start(pack, setup, save=tmp_path / "loaded.jsonl")
    while (seat := straight.next_seat()) is not None:
        straight.decide(seat, choice(straight, seat, seed))
        session.decide(seat, choice(session, seat, seed))
        session.close()
        session = Session.resume(pack, tmp_path / "loaded.jsonl")
        assert (session.state, session.held) == (straight.state, straight.held)
        assert list(session.receipts) == list(straight.receipts)
    assert straight.over
    assert (tmp_path / "loaded.jsonl").read_bytes() == (tmp_path / "straight.jsonl").read_bytes()
