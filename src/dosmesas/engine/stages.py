"""The stages of a turn that change the state: brief, enact, drift, and the steps of the outlook.

`choose` is a decision point and changes nothing itself. Each stage reads the world as it began.
"""

from dosmesas.engine.agenda import next_bulletins, next_event
from dosmesas.engine.deals import outcomes
from dosmesas.engine.program import key_of
from dosmesas.engine.run import Due, Run
from dosmesas.engine.tables import Tables
from dosmesas.model.events import Event

BROKEN_WORD = "word-broken"
"""The rule of game/conduct.yaml that says what a word broken by choice costs."""


def brief(tables: Tables, run: Run) -> None:
    """Delayed effects land, bulletins come, then the event is chosen on what came of that."""
    news = next_bulletins(tables, run)
    blocks = [(tables.program.block(key_of("bulletin", one.id)), 0) for one in news]
    run.stage("brief", run.landing() + blocks)
    if news:
        run.came(*(one.id for one in news))
    event = next_event(tables, run)
    run.came(event.id)
    run.event = event.id


def enact(tables: Tables, run: Run) -> None:
    """The effects of all seats' options as one, of the deals struck, and of words broken by choice."""
    event, block = tables.events[run.event].event, tables.program.block
    chosen = {one.seat: one.action for one in run.decisions[-len(tables.events[run.event].seats) :]}
    blocks = [(block(option), 0) for _, option in sorted(chosen.items())]
    run.stage("enact", blocks + _deals(tables, run, event) if event.deals else blocks)


def _deals(tables: Tables, run: Run, event: Event) -> list[Due]:
    block, found = tables.program.block, list[Due]()
    for outcome in outcomes(event, run.turn, run.decisions):
        if outcome.struck:
            found.append((block(key_of("deal", outcome.deal.id)), 0))
        if BROKEN_WORD in tables.pack.ruleset.conduct:
            found += [(block(key_of("conduct", BROKEN_WORD)), 0) for _ in outcome.broken]
    return found


def drift(tables: Tables, run: Run) -> None:
    """The rules of the dynamics fire on the world as it now is."""
    run.stage("drift", ((tables.program.drift, 0),))


def outlook_step(tables: Tables, run: Run) -> None:
    """One silent step after the last turn: delayed effects land, then the drift."""
    run.open(run.turn + 1)
    run.stage("brief", run.landing())
    drift(tables, run)


def ending_of(tables: Tables, run: Run, *, now: bool) -> str:
    """The id of the first ending that holds; those marked `when_now` are read every turn as well."""
    for ending, condition in tables.endings:
        if now and not ending.now:
            continue
        if condition is None or condition(run.values, run.flags, run.asked, run.turn):
            return ending.id
    return ""
