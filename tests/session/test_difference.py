"""Where a save parts from the rules of now in mid-debate: told by the cards, whatever the save says."""

from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.engine.state import Point
from dosmesas.journal.journal import read_journal
from dosmesas.journal.records import Decided
from dosmesas.journal.scan import Recovered
from dosmesas.session.debates.plays import in_words
from dosmesas.session.difference import parting, told
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.making import NORDEN
from tests.support.rounds import until
from tests.support.small import parley


def saved_at(folder: Path, point: Point) -> tuple[Session, Recovered]:
    """A save that ends with Norden's word at a point of the debate of turn 2."""
    path = folder / "a.jsonl"
    setup = Setup((NORDEN,), 7, "random", argue="all")
    session = until(Session.start(parley(), setup, save=path), 2, point)
    session.decide(NORDEN, session.legal(NORDEN)[0])
    session.close()
    recovered = read_journal(path)
    mine = [
        place
        for place, one in enumerate(recovered.records)
        if isinstance(one, Decided) and one.seat == NORDEN
    ]
    return session, evolve(recovered, records=recovered.records[: mine[-1] + 1])


def said_otherwise(recovered: Recovered, action: str) -> str:
    """How the parting is told where the last word of the save is another."""
    records = (*recovered.records[:-1], evolve(recovered.records[-1], action=action))
    changed = evolve(recovered, records=records)
    found = parting(parley(), changed, None)
    assert found is not None
    assert found.number == len(records)
    return told(found, changed, None)


@pytest.mark.parametrize(
    ("point", "action"),
    [
        (Point.CASE, "waters-are-warm+nobody-counts"),
        (Point.REBUT, "a-pact-holds"),
        (Point.REPLY, "reply:boats-stay-home"),
    ],
)
def test_a_word_that_cannot_be_said_any_more_is_told_by_its_cards(
    point: Point, action: str, tmp_path: Path
) -> None:
    session, recovered = saved_at(tmp_path, point)
    text = said_otherwise(recovered, action)
    assert in_words(point, action, session.game.tables.floor.cards, "en") in text
    assert "Minister of Norden" in text


@pytest.mark.parametrize("action", ["shout:x", "reply:a:b:c:d", "back", "", "none", "haul/share-haul"])
@pytest.mark.parametrize("point", [Point.CASE, Point.REBUT, Point.REPLY])
def test_what_was_never_a_word_is_told_as_it_was_written(point: Point, action: str, tmp_path: Path) -> None:
    _, recovered = saved_at(tmp_path, point)
    if action == "none" and point is not Point.REPLY:
        return
    assert action.rsplit(":", maxsplit=1)[-1][:4] in said_otherwise(recovered, action)
