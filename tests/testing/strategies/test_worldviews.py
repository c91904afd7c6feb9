"""Worldviews that are drawn are read by the loader, and play."""

import pytest
from hypothesis import given
from hypothesis.errors import InvalidArgument

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.model.rules import Worldview
from dosmesas.testing.strategies import worldviews
from tests.support.small import harbour
from tests.testing.strategies.making import QUICK, simplest


@QUICK
@given(worldviews(harbour()))
def test_any_worldview_believes_claims_of_the_pack_and_can_be_played_under(view: Worldview) -> None:
    known = {*harbour().ruleset.dossier.claims, *harbour().ruleset.assumptions}
    assert {*view.beliefs, *view.rationale} <= known
    assert all(0 <= belief <= 100 for belief in (view.article, view.rivals, *view.beliefs.values()))
    game = Game(harbour(), view)
    assert game.is_terminal(playout(game, 3, RandomBot(3).choose)[-1].state)


def test_the_simplest_of_which_something_holds_names_that_claim_alone() -> None:
    assert simplest(worldviews(harbour()), lambda _: True).beliefs == {}
    found = simplest(worldviews(harbour().ruleset), lambda view: view.beliefs.get("talks-help", 100) < 50)
    assert (found.beliefs, found.article, found.rivals, dict(found.rationale)) == (
        {"talks-help": 0},
        100,
        0,
        {},
    )


def test_what_is_no_pack_is_told_at_once() -> None:
    with pytest.raises(InvalidArgument, match="did you mean 'culiacan'"):
        worldviews("culiacann")
