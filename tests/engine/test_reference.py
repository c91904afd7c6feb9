"""Two engines, one set of rules: the generated code and a slow walk over the model come to the same games."""

import pytest

from dosmesas.bots.random import RandomBot
from dosmesas.engine.draws import GREATEST, LEAST, Draws, NamedDraws
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point, State
from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from tests.support.full import cases
from tests.support.making import regatta
from tests.support.reference import Slow
from tests.support.small import harbour

PACKS = {"harbour": harbour(), "regatta": regatta(), "culiacan": load_pack("culiacan")}


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
            slow.turn_over(said(end, slow.turn, Point.WORD), said(end, slow.turn, Point.CHOOSE))
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
    pending = [(due, after.id, by, cause) for due, after, by, cause in slow.pending]
    assert [(one.due, one.after, one.by, one.cause) for one in state.pending] == pending
    if state.point is not Point.END:
        assert (state.turn, state.event) == (slow.turn, slow.event)


@pytest.mark.parametrize("name", PACKS)
def test_random_games_agree_in_every_value_flag_delay_event_and_receipt(name: str) -> None:
    pack = PACKS[name]
    for seed in range(cases(400, 12 if name == "culiacan" else 60)):
        for view in pack.ruleset.worldviews:
            compare(pack, view, NamedDraws(), seed)


@pytest.mark.parametrize("draws", [LEAST, GREATEST])
@pytest.mark.parametrize("name", PACKS)
def test_they_agree_where_every_chance_comes_and_where_none_does(name: str, draws: Draws) -> None:
    for seed in range(6):
        compare(PACKS[name], "authors", draws, seed)
