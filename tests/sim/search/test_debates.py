"""Supposed debates: every band that a case can bring about, and none that it cannot."""

from functools import cache

import pytest
from attrs import evolve

from dosmesas.bots.random import RandomBot
from dosmesas.debate.graph import ONE
from dosmesas.engine.game import Game
from dosmesas.engine.home import Band, Heard
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Decision, Point, State
from dosmesas.engine.turn import judged
from dosmesas.model.arguments import Ratify
from dosmesas.sim.search.debates import Supposing, supposed
from tests.support.small import parley

PACK = parley()
GAME = Game(PACK, PACK.ruleset.worldviews["authors"])
CHOSEN = {"no.minister": "haul/share-haul", "no.warden": "haul/watch-haul", "su.minister": "haul/take-half"}


@cache
def chosen() -> State:
    state = GAME.new_initial_state(1)
    made = tuple(Decision(1, Point.CHOOSE, seat, option) for seat, option in CHOSEN.items())
    return evolve(state, point=Point.CHOOSE, decisions=made)


def bands(how: Supposing, *, few: bool = False) -> list[tuple[Band, ...]]:
    return [
        tuple(one.band for one in found.values())
        for _, found in supposed(GAME.tables, chosen(), how, few=few)
    ]


def test_an_ordinary_debate_moves_nobody() -> None:
    [(debates, found)] = supposed(GAME.tables, chosen(), Supposing.PAR, few=False)
    assert {*debates} == {*CHOSEN}
    for one in found.values():
        assert all(heard.strength in {None, heard.par} for heard in one.audiences)


def test_each_combination_of_bands_comes_once() -> None:
    every = bands(Supposing.BANDS)
    assert len(every) == len({*every}) > 3
    assert bands(Supposing.PAR)[0] in every
    for place in range(3):
        assert {one[place] for one in bands(Supposing.BANDS, few=True)} == {one[place] for one in every}


def test_the_band_that_a_real_debate_ends_in_is_among_the_supposed() -> None:
    seen = set()
    for seed in range(12):
        last = [one.state for one in playout(GAME, seed, RandomBot(seed).choose) if one.state.turn == 1][-1]
        whole = playout(GAME, seed, RandomBot(seed).choose)[-1].state.decisions
        ended = evolve(last, decisions=tuple(one for one in whole if one.turn == 1))
        real = judged(GAME.tables, ended)[1]
        plain = evolve(ended, decisions=tuple(one for one in ended.decisions if one.point is Point.CHOOSE))
        ways = [
            {seat: one.band for seat, one in found.items()}
            for _, found in supposed(GAME.tables, plain, Supposing.BANDS, few=False)
        ]
        assert {seat: one.band for seat, one in real.items()} in ways
        seen.update(one.band for one in real.values())
    assert len(seen) > 1


@pytest.mark.parametrize("strength", [0, ONE])
def test_no_band_is_supposed_that_no_case_reaches(strength: int) -> None:
    from dosmesas.sim.search.debates import _stands

    heard = (Heard("fishers", 1, 95_000, 0, ONE // 2),)
    stands = _stands(heard, frozenset({"fishers"}), Ratify.CONSENT, Supposing.BANDS)
    assert stands == ((("fishers", ONE // 2),),)
