"""The record of a game as JSON: its keys, and numbers that add up for whoever computes them again."""

import json
from decimal import Decimal

import pytest

from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.session.record import record, state_record
from tests.support.full import packs
from tests.support.making import NORDEN, SUDEN, regatta
from tests.support.playing import BOTH, do, finish, start
from tests.support.small import harbour

PACKS = {"harbour": harbour, "regatta": regatta}
GAME = (
    *("pack", "seed", "seats", "start", "turns", "outlook", "ending", "returns", "joint_return"),
    *("debate", "digest"),
)
TURN = (
    "turn",
    "event",
    "bulletins",
    "decisions",
    "words",
    "deals",
    "home",
    "receipts",
    "indicators",
    "headlines",
)
RECEIPT = ("id", "kind", "indicator", "applied", "by", "claims", "stage", "cause")


def pack_named(name: str) -> Pack:
    """A pack of ours or a shipped one."""
    return PACKS[name]() if name in PACKS else load_pack(name)


def read(name: str, seed: int = 7) -> dict:
    """The record of a random game as another program reads it, with exact decimals."""
    session = start(pack=pack_named(name), seed=seed, counterpart="random")
    return json.loads(json.dumps(record(session)), parse_float=Decimal, parse_int=Decimal)


@pytest.mark.parametrize("name", [*PACKS, *packs(0)])
def test_the_keys_are_those_that_were_promised(name: str) -> None:
    found = read(name)
    assert tuple(found) == GAME
    assert all(tuple(turn) == TURN for turn in (*found["turns"], *found["outlook"]))
    receipts = [one for turn in found["turns"] for one in turn["receipts"]]
    assert receipts
    assert all(tuple(one) == RECEIPT for one in receipts)
    assert all(set(one) == {"deal", "kept"} for turn in found["turns"] for one in turn["deals"])
    assert all(set(one) == {"country", "by", "text"} for turn in found["turns"] for one in turn["headlines"])


@pytest.mark.parametrize("name", [*PACKS, *packs(0)])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_start_and_receipts_sum_to_the_indicators_of_every_turn_and_of_the_outlook(
    name: str, seed: int
) -> None:
    found = read(name, seed)
    values = dict(found["start"])
    for turn in (*found["turns"], *found["outlook"]):
        for receipt in turn["receipts"]:
            if receipt["kind"] in {"change", "limit"}:
                values[receipt["indicator"]] += receipt["applied"]
        assert turn["indicators"] == values


@pytest.mark.parametrize("name", [*PACKS, *packs(0)])
def test_turns_are_numbered_on_into_the_outlook_of_twelve_steps(name: str) -> None:
    found = read(name)
    numbers = [turn["turn"] for turn in (*found["turns"], *found["outlook"])]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(found["outlook"]) == 12
    assert all(turn["event"] is None and not turn["decisions"] for turn in found["outlook"])
    assert all(turn["event"] and turn["decisions"] for turn in found["turns"])


def test_a_turn_tells_its_words_deals_decisions_and_headlines() -> None:
    session = do(start(*BOTH), "quota", "decline", "talks/sign", "talks/agree")
    (turn,) = record(session)["turns"]
    assert turn["words"] == {NORDEN: "quota"}
    assert turn["decisions"] == {NORDEN: "talks/sign", SUDEN: "talks/agree"}
    assert turn["deals"] == [{"deal": "quota", "kept": True}]
    assert turn["home"] is None
    assert {"country": "su", "by": "talks/agree", "text": "Suden shares"} in turn["headlines"]


def test_a_game_that_goes_on_has_no_ending_and_tells_only_turns_that_are_over() -> None:
    found = record(do(start(NORDEN), "quota"))
    assert (found["ending"], found["returns"], found["joint_return"]) == (None, None, None)
    assert (found["turns"], found["outlook"]) == ([], [])


def test_who_sat_where_is_told() -> None:
    session = finish(start(NORDEN, counterpart="random"))
    assert record(session)["seats"] == {NORDEN: "human", SUDEN: "random"}
    assert record(session)["digest"] == session.state.digest()


def test_returns_are_numbers_of_a_hundred() -> None:
    session = finish(start(NORDEN))
    found = record(session)
    assert found["returns"] == {
        seat: value / 1000 for seat, value in session.game.returns(session.state).items()
    }
    assert found["joint_return"] == session.game.joint_return(session.state) / 1000


def test_the_state_at_the_end_of_a_turn_is_that_of_the_record() -> None:
    session = finish(start(*BOTH))
    found = record(session)
    assert state_record(session, 0)["indicators"] == found["start"]
    assert state_record(session, 0)["flags"] == {"informer": True, "pact": False}
    for number, turn in enumerate((*found["turns"], *found["outlook"]), 1):
        assert state_record(session, number)["indicators"] == turn["indicators"]
    assert state_record(session, 1)["flags"] == {"informer": True, "pact": True}
