"""Two engines, one set of rules: the generated code and a slow walk over the model come to the same games."""

import pytest

from dosmesas.bots.random import RandomBot
from dosmesas.engine.draws import GREATEST, LEAST, Draws, NamedDraws
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point, State
from dosmesas.model.rules import Pack
from tests.support.full import cases
from tests.support.making import regatta
from tests.support.reference import Slow
from tests.support.shipped import shipped
from tests.support.small import harbour, parley

PACKS = {
    "harbour": harbour(),
    "regatta": regatta(),
    "parley": parley(),
    "culiacan": shipped("culiacan"),
}


def compare(pack: Pack, view: str, draws: Draws, seed: int) -> None:
    """A random game in both engines, stage by stage."""
    worldview = pack.ruleset.worldviews[view]
    game = Game(pack, worldview, draws)
    path = playout(game, seed, RandomBot(seed).choose)
    slow = Slow(pack, worldview, draws, seed)
    slow.begin()
    end = path[-1].state
    last = max(one.turn for one in end.decisions)
    for one in path:
        if one.state.point is Point.CHOOSE:
            same(game, one.state, slow)
            spoken = [made for made in end.decisions if made.turn == slow.turn and made.point in ARGUING]
            argued = {(str(made.point), made.seat): made.action for made in spoken}
            slow.turn_over(said(end, slow.turn, Point.WORD), said(end, slow.turn, Point.CHOOSE), argued)
            if slow.turn < last:
                slow.open()
    slow.outlook()
    same(game, end, slow)
    assert [one for transition in path for one in transition.receipts] == slow.receipts


def said(end: State, turn: int, point: Point) -> dict[str, str]:
    return {one.seat: one.action for one in end.decisions if (one.turn, one.point) == (turn, point)}


def same(game: Game, state: State, slow: Slow) -> None:
    assert dict(zip(game.tables.names, state.values, strict=True)) == slow.values
    assert dict(zip(game.tables.flags, state.flags, strict=True)) == slow.flags
    pending = [(due, "half:" * half + after.id, by, cause) for due, after, by, cause, half in slow.pending]
    assert [(one.due, one.after, one.by, one.cause) for one in state.pending] == pending
    if state.point is not Point.END:
        assert (state.turn, state.event) == (slow.turn, slow.event)


@pytest.mark.parametrize("name", PACKS)
def test_random_games_agree_in_every_value_flag_delay_event_and_receipt(name: str) -> None:
    pack = PACKS[name]
    for seed in range(cases(400, 6 if name == "culiacan" else 30)):
        for view in pack.ruleset.worldviews:
            compare(pack, view, NamedDraws(), seed)


@pytest.mark.parametrize("draws", [LEAST, GREATEST])
@pytest.mark.parametrize("name", PACKS)
def test_they_agree_where_every_chance_comes_and_where_none_does(name: str, draws: Draws) -> None:
    for seed in range(6):
        compare(PACKS[name], "authors", draws, seed)


def test_the_random_games_of_parley_show_all_that_can_come_of_a_debate() -> None:
    game = Game(parley(), parley().ruleset.worldviews["authors"])
    paths = [playout(game, seed, RandomBot(seed).choose) for seed in range(60)]
    said = " ".join(one.action for path in paths for one in path[-1].state.decisions)
    for what in ("inconsistent~", "reply:inconsistent~", "reply:", "back:", "concede:", "+", "none", "rest"):
        assert what in said, what
    receipts = [one for path in paths for transition in path for one in transition.receipts]
    rules = {one.by for one in receipts if one.stage == "ratify"}
    assert rules >= {"case-made", "inquiry", "gave-way", "blamed", "credited", "conceded"}
    assert rules >= {"word-broken", "ratification-lost"}
    assert any(
        one.after.startswith("half:") for path in paths for reached in path for one in reached.state.pending
    )
    poaching = {one.applied for one in receipts if (one.by, one.indicator) == ("haul/take-all", "poaching")}
    assert poaching == {5_000, 2_500}
    assert any(
        (one.by, one.indicator, one.applied) == ("lull/rest-boats", "goodwill", -3_000) for one in receipts
    )
