"""A player that looks ahead sees no more than its seat, and finds what pays later."""

import numpy as np
from attrs import evolve

from dosmesas.bots.bot import Official
from dosmesas.bots.names import GREEDY, PERSONA
from dosmesas.bots.speaker import ADVOCATE, Speaker
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.planning import Planner
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.batch.scores import returns
from dosmesas.sim.batch.states import Reader, without_receipts
from dosmesas.sim.planner import PlannerBot
from dosmesas.sim.sweep.players import Seated, chooser_of
from tests.support.batches import PACKS, game_of, seeds
from tests.support.making import NORDEN, SUDEN, change, event, made, option, rule, set_flag
from tests.support.small import parley


def trap() -> Pack:
    """In the first turn a little now, or a flag for which a rule pays from the third turn on."""
    now = option("day/now", change("stock", "2"))
    later = option("day/later", change("stock", "-1"), set_flag("pact"))
    seats = {NORDEN: (now, later), SUDEN: (option("day/rest"),)}
    grows = rule("grows", change("stock", "1"), condition="pact and turn >= 3")
    events = (event("day", seats, turn=1), event("wait", repeats=True))
    return made(events, rules=(grows,), turns=4)


def test_it_takes_what_pays_later_where_the_greedy_takes_what_pays_now() -> None:
    game = game_of(trap())
    ahead = BatchGame(game, rehearsed=True)
    means = {}
    for name, chooser in (("planner", Planner(ahead, 4)), (GREEDY, chooser_of(GREEDY, ahead))):
        over = ahead.play(ahead.begin(seeds(20)), chooser)
        means[name] = np.concatenate([returns(game.pack, one)[NORDEN] for one in over]).mean()
    assert means["planner"] > means[GREEDY]


def test_at_the_table_it_decides_as_in_a_batch() -> None:
    for pack, count in ((parley(), 4), (PACKS["regatta"], 6)):
        game = game_of(pack)
        batch, ahead = BatchGame(game), BatchGame(game, rehearsed=True)
        over = batch.play(batch.begin(seeds(count)), Planner(ahead, 6))
        states = {
            int(one.seeds[row]): Reader(batch).state(one, row) for one in over for row in range(one.size)
        }
        for seed in range(count):
            speaker = Speaker(pack, game.view, ADVOCATE, seed)
            bot = Official(PlannerBot(pack, game.view, seed, 6), speaker)
            end = playout(game, seed, bot.choose)[-1].state
            assert without_receipts(end) == without_receipts(states[seed]), (pack.id, seed)


def test_what_it_does_not_see_does_not_move_it() -> None:
    pack = PACKS["regatta"]
    hidden = next(
        one for one in pack.ruleset.indicators.values() if not one.seen(NORDEN) or not one.seen(SUDEN)
    )
    seat = NORDEN if not hidden.seen(NORDEN) else SUDEN
    game, other = game_of(pack), game_of(with_start(pack, hidden.id, hidden.high))
    for seed in range(5):
        infos = [one.information_state(one.new_initial_state(seed), seat) for one in (game, other)]
        bots = [PlannerBot(pack, game.view, 3, 8) for _ in infos]
        assert bots[0].choose(infos[0]) == bots[1].choose(infos[1])


def with_start(pack: Pack, name: str, start: int) -> Pack:
    """The pack with an indicator that begins elsewhere."""
    world = dict(pack.ruleset.indicators)
    world[name] = evolve(world[name], start=start)
    return evolve(pack, ruleset=evolve(pack.ruleset, indicators=world))


def test_more_is_reached_by_looking_ahead_than_without_in_paired_games() -> None:
    pack = PACKS["culiacan"]
    game, seat = game_of(pack), "us.president"
    batch, ahead = BatchGame(game), BatchGame(game, rehearsed=True)
    persona = chooser_of(PERSONA, batch)
    found = {}
    for name, chooser in (("planner", Planner(ahead, 8)), (GREEDY, chooser_of(GREEDY, batch))):
        seated = Seated({**dict.fromkeys(pack.seats, persona), seat: chooser})
        over = batch.play(batch.begin(seeds(24)), seated)
        order = np.argsort(np.concatenate([one.index for one in over]))
        found[name] = np.concatenate([returns(pack, one)[seat] for one in over])[order]
    better = found["planner"] - found[GREEDY]
    assert better.mean() > 1.96 * better.std() / len(better) ** 0.5


def test_words_and_choices_of_a_planner_are_legal() -> None:
    game: Game = game_of(parley())
    bot = Official(PlannerBot(parley(), game.view, 1, 4), Speaker(parley(), game.view, ADVOCATE, 1))
    points = {one.state.point for one in playout(game, 1, bot.choose)}
    assert Point.WORD in points
    assert Point.END in points
