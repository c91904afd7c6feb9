"""The stages of a turn that change the state: brief, enact, drift and reckon. Each is a pure function.

A stage takes the tables and a state and gives the next state with the receipts it wrote. `choose` is a
decision point and changes nothing itself.
"""

from attrs import evolve

from dosmesas.engine.agenda import next_bulletins, next_event
from dosmesas.engine.deals import outcomes
from dosmesas.engine.effects import Origin
from dosmesas.engine.ledger import Ledger
from dosmesas.engine.names import first_by
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import Point, State
from dosmesas.engine.tables import Tables
from dosmesas.lang.evaluate import evaluate

Staged = tuple[State, list[Receipt]]
BROKEN_WORD = "word-broken"
"""The rule of game/conduct.yaml that says what a word broken by choice costs."""


def open_turn(state: State, turn: int) -> State:
    """The state as a turn begins."""
    return evolve(state, turn=turn, opened=state.values, made=0, event="")


def brief(tables: Tables, state: State) -> Staged:
    """Delayed effects land, bulletins come, then the event is chosen on what came of that."""
    ledger = Ledger(state.turn, "brief", state.made)
    scene = tables.scene(state)
    state = land(tables, state, ledger)
    news = next_bulletins(tables.pack, state, scene, tables.draws)
    performer = tables.performer(state, ledger)
    for bulletin in news:
        performer.perform(bulletin.effects, Origin(bulletin.id))
    state = tables.close(ledger, state)
    state = evolve(state, happened=(*state.happened, *((one.id, state.turn) for one in news)))
    event = next_event(tables.pack, state, tables.scene(state), tables.draws)
    happened = (*state.happened, (event.id, state.turn))
    return evolve(state, event=event.id, happened=happened, point=Point.WORD), ledger.receipts


def land(tables: Tables, state: State, ledger: Ledger) -> State:
    """Enter the delayed effects that are due; the state without them."""
    performer = tables.performer(state, ledger)
    for one in sorted(
        (one for one in state.pending if one.due == state.turn), key=lambda one: (first_by(one), one.cause)
    ):
        performer.perform(tables.delayed[one.after].effects, Origin(one.by, one.cause))
    return evolve(state, pending=tuple(one for one in state.pending if one.due != state.turn))


def enact(tables: Tables, state: State) -> Staged:
    """The effects of all seats' options as one, of the deals struck, and of words broken by choice."""
    ledger = Ledger(state.turn, "enact", state.made)
    performer = tables.performer(state, ledger)
    event = tables.pack.events[state.event]
    for _, option in sorted(state.chosen(state.turn).items()):
        performer.perform(tables.pack.option(option).effects, Origin(option))
    for outcome in outcomes(event, state):
        if outcome.struck:
            performer.perform(outcome.deal.effects, Origin(outcome.deal.id))
        rule = tables.pack.ruleset.conduct.get(BROKEN_WORD)
        for _ in outcome.broken if rule else ():
            performer.perform(rule.effects if rule else (), Origin(BROKEN_WORD))
    return tables.close(ledger, state), ledger.receipts


def drift(tables: Tables, state: State) -> Staged:
    """The rules of the dynamics fire on the state as it now is."""
    ledger = Ledger(state.turn, "drift", state.made)
    performer = tables.performer(state, ledger)
    for rule in tables.pack.ruleset.rules.values():
        if rule.when is None:
            performer.perform(rule.effects, Origin(rule.id))
        elif evaluate(rule.when, performer.scene):
            performer.perform(rule.effects, Origin(rule.id, saw=performer.seen(rule.when)))
    return tables.close(ledger, state), ledger.receipts


def outlook_step(tables: Tables, state: State) -> Staged:
    """One silent step after the last turn: delayed effects land, then the drift."""
    ledger = Ledger(state.turn, "brief", state.made)
    state = tables.close(ledger, land(tables, state, ledger))
    drifted, receipts = drift(tables, state)
    return drifted, [*ledger.receipts, *receipts]


def ending_of(tables: Tables, state: State, *, now: bool) -> str:
    """The id of the first ending that holds; those marked `when_now` are read every turn as well."""
    scene = tables.scene(state)
    for ending in tables.pack.ruleset.endings:
        if now and not ending.now:
            continue
        if ending.when is None or evaluate(ending.when, scene):
            return ending.id
    return ""
