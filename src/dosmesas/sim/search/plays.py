"""What games that were really played saw: proof, where a search had to suppose how debates end."""

from attrs import frozen

from dosmesas.bots.random import RandomBot
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack, Worldview
from dosmesas.sim.search.facts import Fact, Reader, options


@frozen
class Played:
    """So many games in which everybody does anything, and for each thing that came the first game's seed."""

    games: int
    seen: dict[Fact, int]


def play(pack: Pack, view: Worldview, games: int) -> Played:
    """Play the games of seeds 0, 1, 2 ... and note what came."""
    game, seen = Game(pack, view), dict[Fact, int]()
    reader = Reader(pack, game.tables.program.sites)
    for seed in range(games):
        for one in playout(game, seed, RandomBot(seed).choose):
            for fact in _facts(game, reader, one):
                seen.setdefault(fact, seed)
    return Played(games, seen)


def _facts(game: Game, reader: Reader, one: Transition) -> list[Fact]:
    state = one.state
    found = [*reader.of_pages(one.pages), *reader.of_names(name for name, _ in state.happened)]
    if state.point is Point.CHOOSE:
        found += options(game.legal_actions(state, seat) for seat in game.to_move(state))
    return [*found, Fact("ending", state.ending)] if state.point is Point.END else found
