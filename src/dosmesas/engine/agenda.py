"""The agenda: which event comes onto the table, and which bulletins."""

from dosmesas.engine.draws import Draws, below, greatest
from dosmesas.engine.scene import Scene
from dosmesas.engine.state import State
from dosmesas.lang.evaluate import evaluate
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.limits import BULLETINS_A_TURN
from dosmesas.model.rules import Pack


def next_event(pack: Pack, state: State, scene: Scene, draws: Draws) -> Event:
    """The event of a turn: the scheduled one, else the winner among the highest tier whose `when` holds.

    Each makes `weight` draws of its own name and the greatest wins, so that the odds are exact and no order
    matters. Each comes once; the pack's one fallback repeats.
    """
    fixed = next((event for event in pack.events.values() if event.turn == state.turn), None)
    if fixed is not None:
        return fixed
    past = {name for name, _ in state.happened}
    ready = [event for event in pack.events.values() if _ready(event, past, scene)]
    if not ready:
        return next(event for event in pack.events.values() if event.repeats)
    tier = max(event.tier for event in ready)
    return max((event for event in ready if event.tier == tier), key=lambda event: _race(event, state, draws))


def _ready(event: Event, past: set[str], scene: Scene) -> bool:
    if event.turn is not None or event.repeats or event.id in past:
        return False
    return event.when is None or bool(evaluate(event.when, scene))


def _race(event: Event, state: State, draws: Draws) -> tuple[int, str]:
    return greatest(draws, state.seed, f"agenda:{event.first}", state.turn, event.weight), event.first


def next_bulletins(pack: Pack, state: State, scene: Scene, draws: Draws) -> list[Bulletin]:
    """The bulletins of a turn, by first name: those due whose chance came, at most four by greatest draw."""
    past = {name for name, _ in state.happened}
    drawn = []
    for bulletin in pack.bulletins.values():
        if bulletin.id in past or not _due(bulletin, state.turn, scene):
            continue
        number = draws.number(state.seed, f"bulletin:{bulletin.first}", state.turn, 0)
        if below(number, bulletin.chance):
            drawn.append((number, bulletin.first, bulletin))
    chosen = sorted(drawn, key=lambda one: one[:2], reverse=True)[:BULLETINS_A_TURN]
    return [bulletin for _, _, bulletin in sorted(chosen, key=lambda one: one[1])]


def _due(bulletin: Bulletin, turn: int, scene: Scene) -> bool:
    if bulletin.turn is not None and bulletin.turn != turn:
        return False
    return bulletin.when is None or bool(evaluate(bulletin.when, scene))
