"""The agenda: which event comes onto the table, and which bulletins."""

from dosmesas.engine.draws import Draws, below, greatest
from dosmesas.engine.program import Condition
from dosmesas.engine.run import Run
from dosmesas.engine.tables import Tables
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.limits import BULLETINS_A_TURN


def next_event(tables: Tables, run: Run) -> Event:
    """The event of a turn: the scheduled one, else the winner among the highest tier whose `when` holds.

    Each makes `weight` draws of its own name and the greatest wins, so that the odds are exact and no order
    matters. Each comes once; the pack's one fallback repeats.
    """
    fixed = tables.fixed.get(run.turn)
    if fixed is not None:
        return fixed
    past = {name for name, _ in run.happened}
    ready = [one.event for one in tables.drawn if one.event.id not in past and _holds(one.holds, run)]
    if not ready:
        return next(event for event in tables.pack.events.values() if event.repeats)
    tier = max(event.tier for event in ready)
    first = [event for event in ready if event.tier == tier]
    return max(first, key=lambda event: _race(event, run, tables.draws)) if len(first) > 1 else first[0]


def _holds(condition: Condition | None, run: Run) -> bool:
    return condition is None or bool(condition(run.values, run.flags, run.asked, run.turn))


def _race(event: Event, run: Run, draws: Draws) -> tuple[int, str]:
    return greatest(draws, run.seed, f"agenda:{event.id}", run.turn, event.weight), event.id


def next_bulletins(tables: Tables, run: Run) -> list[Bulletin]:
    """The bulletins of a turn, sorted by id: those due whose chance came, at most four by greatest draw."""
    if not tables.bulletins:
        return []
    past = {name for name, _ in run.happened}
    drawn = []
    for bulletin, condition in tables.bulletins:
        on_time = bulletin.turn is None or bulletin.turn == run.turn
        if on_time and bulletin.id not in past and _holds(condition, run):
            number = tables.draws.number(run.seed, f"bulletin:{bulletin.id}", run.turn, 0)
            if below(number, bulletin.chance):
                drawn.append((number, bulletin.id))
    chosen = sorted(drawn, reverse=True)[:BULLETINS_A_TURN]
    return [tables.pack.bulletins[name] for _, name in sorted(chosen, key=lambda pair: pair[1])]
