"""A game as turns: the receipts of each, what was decided, and where the numbers stood as it ended."""

from collections.abc import Mapping

from attrs import frozen

from dosmesas.engine.deals import outcomes
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import State
from dosmesas.model.events import Event
from dosmesas.session.session import Session


@frozen
class Kept:
    """A deal of a turn: struck or not, who gave a word for it, who broke one."""

    deal: str
    struck: bool
    given: tuple[str, ...]
    broken: tuple[str, ...]


@frozen
class Turn:
    """One turn that is over, or a step of the outlook (then without event and decisions)."""

    number: int
    event: str
    bulletins: tuple[str, ...]
    decisions: Mapping[str, str]
    words: Mapping[str, str]
    deals: tuple[Kept, ...]
    receipts: tuple[Receipt, ...]
    values: Mapping[str, int]
    outlook: bool = False


def finished_turns(session: Session) -> int:
    """How many turns of a game are over."""
    decided = max((one.turn for one in session.state.decisions), default=0)
    return decided if session.over else session.state.turn - 1


def turns_of(session: Session) -> tuple[Turn, ...]:
    """The turns that are over. Their numbers are the starts plus what the receipts say, which is exact."""
    return session.once("turns", lambda: _turns_of(session))


def _turns_of(session: Session) -> tuple[Turn, ...]:
    finished = finished_turns(session)
    last = session.state.turn if session.over else finished
    by_turn: dict[int, list[Receipt]] = {}
    for receipt in session.receipts:
        by_turn.setdefault(receipt.turn, []).append(receipt)
    values = {one.id: one.start for one in session.pack.ruleset.indicators.values()}
    turns = []
    for number in range(1, last + 1):
        receipts = tuple(by_turn.get(number, ()))
        for receipt in receipts:
            if receipt.moves:
                values[receipt.indicator] += receipt.applied
        turns.append(_turn(session, number, receipts, dict(values), outlook=number > finished))
    return tuple(turns)


def _turn(
    session: Session, number: int, receipts: tuple[Receipt, ...], values: dict[str, int], *, outlook: bool
) -> Turn:
    if outlook:
        return Turn(number, "", (), {}, {}, (), receipts, values, outlook=True)
    state, pack = session.state, session.pack
    names = [name for name, turn in state.happened if turn == number]
    event = next(pack.events[name] for name in names if name in pack.events)
    bulletins = tuple(name for name in names if name in pack.bulletins)
    words = {
        seat: word for seat, word in state.words(number).items() if word in {deal.id for deal in event.deals}
    }
    return Turn(
        number,
        event.id,
        bulletins,
        state.chosen(number),
        words,
        _kept(event, state, number),
        receipts,
        values,
    )


def _kept(event: Event, state: State, number: int) -> tuple[Kept, ...]:
    found = outcomes(event, number, state.decisions)
    return tuple(Kept(one.deal.id, one.struck, one.given, one.broken) for one in found)
