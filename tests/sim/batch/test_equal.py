"""Many games at once come to the states that one at a time comes to, in every turn, for every bot and pack."""

import numpy as np
import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from dosmesas.bots.known import NOTES
from dosmesas.bots.names import GREEDY, HISTORICAL, PERSONA, RANDOM
from dosmesas.engine.draws import FIXED
from dosmesas.engine.game import Game
from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.sweep.players import chooser_of
from dosmesas.testing.strategies import games, packs
from tests.support.batches import PACKS, advocates, all_at_once, game_of, one_at_a_time, seeds
from tests.support.full import cases
from tests.support.making import (
    NORDEN,
    SUDEN,
    after,
    bulletin,
    chance,
    change,
    deal,
    event,
    made,
    option,
    regatta,
    rule,
    set_flag,
    when,
)
from tests.support.small import parley

FEW = {"culiacan": 8, "parley": 12, "herring": 12}
"""Sampled games of packs that are argued: one at a time takes long."""


def hold(game: Game, bot: str, count: int, first: int = 0) -> None:
    """Both ways of playing, state by state."""
    batch = BatchGame(game)
    found = all_at_once(batch, seeds(count, first), chooser_of(bot, batch))
    for seed in range(first, first + count):
        for state in one_at_a_time(game, seed, advocates(bot, game, seed)):
            turn = 0 if state.point is Point.END else state.turn
            assert found.pop((seed, turn)) == state, (bot, seed, turn)
    assert not found


@pytest.mark.parametrize("name", PACKS)
def test_random_games_are_the_same_state_by_state(name: str) -> None:
    hold(game_of(PACKS[name]), RANDOM, cases(2000, FEW.get(name, 60)))


@settings(max_examples=cases(1000, 15), suppress_health_check=list(HealthCheck), deadline=None)
@given(packs().flatmap(games))
def test_random_games_of_any_pack_are_the_same_state_by_state(game: Game) -> None:
    hold(game, RANDOM, 3)


@pytest.mark.parametrize("bot", [PERSONA, GREEDY, HISTORICAL, *NOTES])
@pytest.mark.parametrize("name", ["regatta", "parley"])
def test_every_bot_decides_the_same(name: str, bot: str) -> None:
    hold(game_of(PACKS[name]), bot, cases(200, 6), first=500)


@pytest.mark.parametrize("bot", [PERSONA, HISTORICAL, *PACKS["culiacan"].ruleset.doctrines])
def test_every_doctrine_decides_the_same_in_the_shipped_pack(bot: str) -> None:
    hold(game_of(PACKS["culiacan"]), bot, cases(200, 3), first=900)


@pytest.mark.parametrize("bot", [PERSONA, HISTORICAL, "hawk", "dove"])
@pytest.mark.parametrize("missing", PACKS["culiacan"].seats)
def test_deals_with_a_party_that_does_not_sit_weigh_nothing(missing: str, bot: str) -> None:
    pack = PACKS["culiacan"]
    few = evolve(pack, seats=tuple(one for one in pack.seats if one != missing))
    hold(game_of(few), bot, cases(100, 2), first=70)


@pytest.mark.parametrize("view", PACKS["culiacan"].ruleset.worldviews)
def test_beliefs_are_folded_in_as_in_the_engine(view: str) -> None:
    hold(game_of(PACKS["culiacan"], view), PERSONA, cases(100, 3), first=40)


def test_nested_effects_delays_flags_and_chances_are_the_same() -> None:
    inner = (change("stock", "-1"), chance("c2", 30, set_flag("pact"), otherwise=(change("goodwill", "2"),)))
    deep = when(
        "stock > 48 or pact",
        after("a1", 1, *inner),
        after("a2", 1, *inner),
        chance("c1", 60, change("goodwill", "0.1 * stock - turn"), set_flag("pact", to=False)),
        otherwise=(change("stock", "clamp(goodwill / 7, 1, 3)"),),
    )
    twice = (option("day/a", deep, after("a3", 2, deep)), option("day/b", set_flag("pact")))
    rest = (option("day/c"), option("day/d", change("stock", "min(3, max(goodwill, 1))")))
    bargain = deal("swap", {NORDEN: "day/a", SUDEN: "day/d"}, change("stock", "5"), set_flag("pact"))
    news = [bulletin(f"n{place}", change("goodwill", f"{place}"), percent=80) for place in range(6)]
    pack = made(
        (event("day", {NORDEN: twice, SUDEN: rest}, (bargain,), repeats=True),),
        bulletins=tuple(news),
        rules=(rule("r", change("stock", "turns_since('day/a') * 0.01"), condition="chose('a')"),),
    )
    hold(game_of(pack), RANDOM, cases(1000, 120))


def test_a_game_that_ends_early_ends_early_in_the_batch_as_well() -> None:
    pack = regatta()
    first, *others = pack.ruleset.endings
    early = evolve(first, now=True, when=when("stock > 50").condition)
    ruleset = evolve(pack.ruleset, endings=(early, *others))
    game = game_of(evolve(pack, ruleset=ruleset))
    batch = BatchGame(game)
    ended = batch.play(batch.begin(seeds(80)), chooser_of(RANDOM, batch))
    assert len({len(one.turns) for one in ended}) > 1
    hold(game, RANDOM, 80)


def test_cards_that_are_kept_from_options_come_up_where_they_do_in_the_engine() -> None:
    pack = parley()
    haul = pack.events["haul"]
    cards = (evolve(haul.cards[0], not_for=("haul/share-haul",)), *haul.cards[1:-1])
    last = evolve(haul.cards[-1], not_for=("haul/take-half", "haul/keep-haul"))
    kept = evolve(haul, cards=(*cards, last))
    hold(game_of(evolve(pack, events={**pack.events, "haul": kept})), RANDOM, cases(300, 12))


def test_renamed_options_and_events_draw_by_their_first_names() -> None:
    pack = regatta()
    events = {
        name: evolve(
            one,
            former=("old-" + name,),
            seats={
                seat: tuple(evolve(each, former=(f"old-{each.id}",)) for each in options)
                for seat, options in one.seats.items()
            },
        )
        for name, one in pack.events.items()
    }
    hold(game_of(evolve(pack, events=events)), RANDOM, 40)


def test_test_doubles_of_chance_are_refused() -> None:
    pack: Pack = regatta()
    with pytest.raises(TypeError):
        BatchGame(Game(pack, pack.ruleset.worldviews["authors"], FIXED))


def test_a_batch_keeps_the_order_of_its_games() -> None:
    batch = BatchGame(game_of(regatta()))
    shuffled = np.array([9, 2, 77, 3], np.uint64)
    over = batch.play(batch.begin(shuffled), chooser_of(RANDOM, batch))
    assert [int(seed) for one in over for seed in one.seeds[np.argsort(one.index)]] == [9, 2, 77, 3]
