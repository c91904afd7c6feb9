"""From one decision point to the next: enact, drift, reckon, then the brief of the next turn or the end."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import evolve, frozen

from dosmesas.engine.agenda import Happened, next_bulletins, next_event
from dosmesas.engine.deals import Outcome, legal_words, open_deals, outcomes
from dosmesas.engine.floor import ARGUING, Debate
from dosmesas.engine.home import Verdict, verdicts
from dosmesas.engine.program import Delay, Flags, World, key_of
from dosmesas.engine.ratify import HomeSites, enacted, ratified
from dosmesas.engine.receipts import Page, Receipts, Site
from dosmesas.engine.scene import scene_of
from dosmesas.engine.slots import Vector
from dosmesas.engine.stages import Due, delayed, landing, stage
from dosmesas.engine.state import Decision, Pending, Point, State
from dosmesas.engine.tables import Tables
from dosmesas.model.events import Event
from dosmesas.model.limits import OUTLOOK_STEPS

BROKEN_WORD = "word-broken"
"""The rule of game/conduct.yaml that says what a word broken by choice costs."""
Decisions = tuple[Decision, ...]
Judgement = tuple[Mapping[str, Debate], dict[str, Verdict]]
"""The debates of a turn, and what the home tables make of its choices, by seat."""
Closed = tuple[Vector, Flags, tuple[Pending, ...], str, list[Page]]
"""A turn that is over: values, flags, effects on their way, the ending that came at once, its receipts."""


@frozen(eq=False, slots=False)
class Transition:
    """A state, and the pages of receipts of everything that happened on the way to it."""

    state: State
    sites: Sequence[Site]
    pages: Sequence[Page] = ()

    @cached_property
    def receipts(self) -> Receipts:
        """What happened, receipt by receipt."""
        return Receipts(self.sites, self.pages)

    def __eq__(self, other: object) -> bool:
        """Whether the same state was reached by the same receipts."""
        same = isinstance(other, Transition) and self.state == other.state
        return same and self.receipts == other.receipts  # type: ignore[attr-defined] # it is a Transition

    def __hash__(self) -> int:
        return hash(self.state)


def next_point(tables: Tables, state: State, decisions: Decisions) -> State | None:
    """Where the seats act next on the choices of this turn, or None when they can be carried out."""
    if not tables.floor.is_open(tables.events[state.event].event):
        return None
    later = ARGUING[ARGUING.index(state.point) + 1 :] if state.point in ARGUING else ARGUING
    for point in later:
        following = evolve(state, point=point, decisions=decisions)
        if acts(tables, following):
            return following
    return None


def acts(tables: Tables, state: State) -> dict[str, tuple[str, ...]]:
    """What each seat may say at a point of the debate, for the seats that have a choice."""
    debates = tables.debates(state, answered=state.point is Point.REPLY)
    return tables.floor.legal(debates, state.point)


def resolve(tables: Tables, state: State, decisions: Decisions) -> Transition:
    """Carry out the choices of a turn, let the rules drift, and go on to the next turn or to the end."""
    values, flags, pending, ending, pages = close_turn(tables, state, decisions)
    seed, turn, happened = state.seed, state.turn, state.happened
    if ending or turn == tables.pack.turns:
        last = State(seed, turn, Point.END, values, values, flags, "", happened, pending, decisions)
        return outlook(tables, last, ending, pages)
    return open_turn(tables, seed, turn + 1, values, flags, pending, happened, decisions, pages)


def close_turn(
    tables: Tables, state: State, decisions: Decisions, supposed: Judgement | None = None
) -> Closed:
    """Carry out the choices of a turn and let the rules drift, as far as the evening.

    `supposed` stands in place of what was said and made of it, for whoever asks what comes of that.
    """
    program, seed, turn, made = tables.program, state.seed, state.turn, state.made
    entry = tables.events[state.event]
    asked = program.slots.past(decisions, state.happened) if program.asks else ()
    world: World = (state.values, state.flags, asked, turn)
    pages: list[Page] = []
    promised: list[Delay] = []
    if tables.home is None:
        # The last decisions are those of this point, one a seat, in the order of the seats.
        blocks = [(program.blocks[one.action], 0) for one in decisions[-len(entry.seats) :]]
        if entry.event.deals:
            blocks += _of_deals(tables, entry.event, turn, decisions)
    else:
        ended = evolve(state, decisions=decisions)
        world, blocks, page, promised = _ratify(tables, tables.home, ended, world, supposed)
        pages, made = [page], made + len(page[3])
    values, flags, enacting, delays = stage(program, world, state.opened, made, seed, blocks)
    world, later = (values, flags, asked, turn), made + len(enacting)
    values, flags, drifted, more = program.drift(world, state.opened, later, seed)
    pages += [(turn, "enact", made, enacting), (turn, "drift", later, drifted)]
    later_on = promised + delays + more
    pending = delayed(program, state.pending, later_on) if later_on else state.pending
    ending = ending_of(tables, (values, flags, asked, turn), now=True) if tables.endings_now else ""
    return values, flags, pending, ending, pages


def open_turn(  # noqa: PLR0913, PLR0917 - plain values, see stages.py
    tables: Tables,
    seed: int,
    turn: int,
    values: Vector,
    flags: Flags,
    pending: tuple[Pending, ...],
    happened: Happened,
    decisions: Decisions,
    pages: list[Page],
) -> Transition:
    """The brief: delayed effects land, bulletins come, then the event is chosen on what came of that."""
    program, opened, made = tables.program, values, 0
    world: World = (values, flags, program.slots.past(decisions, happened) if program.asks else (), turn)
    news = next_bulletins(tables, world, seed, happened) if tables.bulletins else []
    blocks, pending = landing(program, pending, turn) if pending else ([], pending)
    if news or blocks:
        blocks += [(program.blocks[key_of("bulletin", one.id)], 0) for one in news]
        values, flags, entries, delays = stage(program, world, opened, 0, seed, blocks)
        pages.append((turn, "brief", 0, entries))
        pending, made = delayed(program, pending, delays), len(entries)
        happened = (*happened, *((one.id, turn) for one in news))
        world = (values, flags, program.slots.past(decisions, happened), turn)
    event = next_event(tables, world, seed, happened)
    happened = (*happened, (event.id, turn))
    state = State(
        seed, turn, Point.CHOOSE, values, opened, flags, event.id, happened, pending, decisions, made
    )
    if event.deals and words_of(tables, state):
        state = State(
            seed, turn, Point.WORD, values, opened, flags, event.id, happened, pending, decisions, made
        )
    return Transition(state, program.sites, pages)


def words_of(tables: Tables, state: State) -> dict[str, tuple[str, ...]]:
    """The words that each seat may say on the deals now open, for the seats that have one."""
    entry = tables.events[state.event]
    deals = open_deals(tables.pack, entry.event, scene_of(state, tables.names, tables.flags))
    found = {seat: legal_words(deals, seat) for seat in entry.seats} if deals else {}
    return {seat: words for seat, words in found.items() if words}


def outlook(tables: Tables, state: State, ending: str, pages: list[Page]) -> Transition:
    """Delayed effects and drift alone, twelve steps; then all endings are read.

    `state` is that at the end of the last turn.
    """
    program, seed = tables.program, state.seed
    values, flags, pending, turn = state.values, state.flags, state.pending, state.turn
    asked = program.slots.past(state.decisions, state.happened)
    opened, made = values, 0
    for turn in range(state.turn + 1, state.turn + 1 + OUTLOOK_STEPS):
        opened = values
        values, flags, pending, steps = later_step(tables, (values, flags, asked, turn), pending, seed)
        made = sum(len(page[3]) for page in steps)
        pages += steps
    ending = ending or ending_of(tables, (values, flags, asked, turn), now=False)
    end = State(
        seed,
        turn,
        Point.END,
        values,
        opened,
        flags,
        "",
        state.happened,
        pending,
        state.decisions,
        made,
        state.values,
        ending,
    )
    return Transition(end, program.sites, pages)


def later_step(
    tables: Tables, world: World, pending: tuple[Pending, ...], seed: int
) -> tuple[Vector, Flags, tuple[Pending, ...], list[Page]]:
    """One step of the outlook: values, flags, effects on their way after it, its receipts."""
    program, (opened, _, asked, turn) = tables.program, world
    blocks, pending = landing(program, pending, turn)
    values, flags, landed, delays = stage(program, world, opened, 0, seed, blocks)
    made = len(landed)
    values, flags, drifted, more = program.drift((values, flags, asked, turn), opened, made, seed)
    pending = delayed(program, pending, delays + more)
    return values, flags, pending, [(turn, "brief", 0, landed), (turn, "drift", made, drifted)]


def ending_of(tables: Tables, world: World, *, now: bool) -> str:
    """The id of the first ending that holds; those marked `when_now` are read every turn as well."""
    for ending, condition in tables.endings_now if now else tables.endings:
        if condition is None or condition(*world):
            return ending.id
    return ""


def judged(tables: Tables, state: State, supposed: Mapping[str, Debate] | None = None) -> Judgement:
    """The debates of a turn in which all has been said, and what the home tables make of its choices.

    `supposed` are debates in place of those on the table.
    """
    event = tables.events[state.event].event
    debates = tables.debates(state) if supposed is None else supposed
    scene = scene_of(state, tables.names, tables.flags)
    return debates, verdicts(tables.pack, event, state.chosen(state.turn), scene, debates)


def _ratify(
    tables: Tables, home: HomeSites, state: State, world: World, supposed: Judgement | None
) -> tuple[World, list[Due], Page, list[Delay]]:
    """The stage `ratify`: the world after it, the blocks that may be enacted, its receipts and delays."""
    program, event, turn = tables.program, tables.events[state.event].event, state.turn
    debates, found = supposed or judged(tables, state)
    blocks = ratified(home, event, turn, state.decisions, debates, found, tables.floor.cards)
    if BROKEN_WORD in tables.pack.ruleset.conduct:
        blocks += _broken(tables, outcomes(event, turn, state.decisions))
    values, flags, entries, delays = stage(program, world, state.opened, state.made, state.seed, blocks)
    enacting = enacted(program, event, turn, state.decisions, found)
    return (values, flags, world[2], turn), enacting, (turn, "ratify", state.made, entries), delays


def _of_deals(tables: Tables, event: Event, turn: int, decisions: Decisions) -> list[Due]:
    """The blocks of the deals struck, and of words broken by choice."""
    found: list[Due] = []
    for outcome in outcomes(event, turn, decisions):
        if outcome.struck:
            found.append((tables.program.blocks[key_of("deal", outcome.deal.id)], 0))
        if BROKEN_WORD in tables.pack.ruleset.conduct:
            found += _broken(tables, (outcome,))
    return found


def _broken(tables: Tables, found: Iterable[Outcome]) -> list[Due]:
    """The blocks of the words broken by choice."""
    return [(tables.program.blocks[key_of("conduct", BROKEN_WORD)], 0) for one in found for _ in one.broken]
