"""What one seat may know: the only thing that bots and faces are given of a state."""

from attrs import frozen

from dosmesas.engine.floor import ARGUING, Debate
from dosmesas.engine.state import Decision, Point, State, written
from dosmesas.engine.tables import Tables


@frozen
class Opened:
    """A debate as a seat sees it, cards by id; what is another's alone is empty.

    `hand` is its speaker's, `ready` the foe's: all others know `waiting`, how many lie ready face down, and
    see what became the case and the rebuttals `against` it.
    """

    seat: str
    foe: str
    option: str
    hand: tuple[str, ...]
    ready: tuple[str, ...]
    waiting: int
    case: tuple[str, ...]
    against: tuple[str, ...]


@frozen
class InformationState:
    """Everything that the holder of a seat has seen and may do.

    `values` and `flags` hold what the office sees; `decisions` its own, and the others' once revealed: words
    when all have spoken, choices when all have chosen, cases and rebuttals when all are made. `hands` are the
    cards dealt for each of its own options before it chooses; `debates` those on the table after.
    """

    seat: str
    turn: int
    point: Point
    event: str
    values: tuple[tuple[str, int], ...]
    flags: tuple[tuple[str, bool], ...]
    happened: tuple[tuple[str, int], ...]
    decisions: tuple[Decision, ...]
    legal: tuple[str, ...]
    ending: str
    hands: tuple[tuple[str, tuple[str, ...]], ...] = ()
    debates: tuple[Opened, ...] = ()

    def encode(self) -> bytes:
        """The same knowledge as the same bytes."""
        return written(self)


def observe(tables: Tables, state: State, seat: str, legal: tuple[str, ...]) -> InformationState:
    """The information state of a seat."""
    ruleset = tables.pack.ruleset
    values = zip(ruleset.indicators.values(), state.values, strict=True)
    flags = zip(ruleset.flags.values(), state.flags, strict=True)
    return InformationState(
        seat,
        state.turn,
        state.point,
        state.event,
        tuple((one.id, value) for one, value in values if one.seen(seat)),
        tuple((one.id, value) for one, value in flags if one.seen(seat)),
        state.happened,
        state.decisions,
        legal,
        state.ending,
        _hands(tables, state, seat),
        _opened(tables, state, seat),
    )


def _hands(tables: Tables, state: State, seat: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The cards of each own option while one may still choose."""
    if state.point not in {Point.WORD, Point.CHOOSE}:
        return ()
    event, floor = tables.pack.events[state.event], tables.floor
    if not floor.is_open(event):
        return ()
    found = []
    for option in event.seats.get(seat, ()):
        dealt = floor.dealt(event, seat, option, state.seed, state.turn)
        found.append((option.id, tuple(card.id for card in dealt.hand)))
    return tuple(found)


def _opened(tables: Tables, state: State, seat: str) -> tuple[Opened, ...]:
    """The debates: while cases are made one sees the own alone."""
    if state.point not in ARGUING:
        return ()
    debates = tables.debates(state, answered=state.point is Point.REPLY)
    return tuple(
        _seen(one, seat) for one in debates.values() if state.point is not Point.CASE or one.seat == seat
    )


def _seen(one: Debate, seat: str) -> Opened:
    ready = tuple(card.id for card in one.bench.ready)
    return Opened(
        one.seat,
        one.foe,
        one.option.id,
        tuple(card.id for card in one.bench.hand) if seat == one.seat else (),
        ready if seat == one.foe else (),
        len(ready),
        one.case,
        one.against,
    )
