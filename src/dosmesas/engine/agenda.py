"""The agenda: which event comes onto the table, and which bulletins."""

from dosmesas.engine.draws import below, greatest
from dosmesas.engine.program import World
from dosmesas.engine.tables import Agendum, Tables
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.limits import BULLETINS_A_TURN

Happened = tuple[tuple[str, int], ...]


def next_event(tables: Tables, world: World, seed: int, happened: Happened) -> Event:
    """The event of a turn: the scheduled one, else the winner among the highest tier whose `when` holds.

    Each makes `weight` draws of its own name and the greatest wins, so that the odds are exact and no order
    matters. Each comes once; the pack's one fallback repeats.
    """
    turn = world[3]
    if turn in tables.fixed:
        return tables.fixed[turn]
    past = dict(happened)
    for tier in tables.tiers:
        ready = [one for one in tier if one.id not in past and (one.holds is None or one.holds(*world))]
        if ready:
            return ready[0].event if len(ready) == 1 else _winner(tables, ready, seed, turn)
    assert tables.fallback is not None, "the loader lets no pack pass in which a turn may lack an event"
    return tables.fallback


def _winner(tables: Tables, ready: list[Agendum], seed: int, turn: int) -> Event:
    """The one with the greatest draw; of two equal ones the later by first name."""
    best, winner = -1, ready[0]
    for one in ready:
        draw = greatest(tables.draws, seed, one.race, turn, one.event.weight)
        if draw > best or (draw == best and one.event.first > winner.event.first):
            best, winner = draw, one
    return winner.event


def next_bulletins(tables: Tables, world: World, seed: int, happened: Happened) -> list[Bulletin]:
    """The bulletins of a turn, by first name: those due whose chance came, at most four by greatest draw."""
    past, turn = dict(happened), world[3]
    drawn = []
    for bulletin, holds in tables.bulletins:
        on_time = bulletin.turn is None or bulletin.turn == turn
        if on_time and bulletin.id not in past and (holds is None or holds(*world)):
            number = tables.draws.number(seed, f"bulletin:{bulletin.first}", turn, 0)
            if below(number, bulletin.chance):
                drawn.append((number, bulletin.first, bulletin))
    chosen = sorted(drawn, key=lambda one: one[:2], reverse=True)[:BULLETINS_A_TURN]
    return [bulletin for _, _, bulletin in sorted(chosen, key=lambda one: one[1])]
