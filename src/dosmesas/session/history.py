"""The turns that are over: what came up, what each office chose, what came of it."""

from attrs import frozen

from dosmesas.session.outcome import Decided, Moved, outcome_view
from dosmesas.session.session import Session
from dosmesas.session.turns import finished_turns, turns_of
from dosmesas.session.views import EVERYBODY, headline_of
from dosmesas.text.catalog import say
from dosmesas.text.number import signed


@frozen
class PastTurn:
    """One turn that is over, as its players were told of it."""

    turn: int
    month: str
    title: str
    decisions: tuple[Decided, ...]
    moved: tuple[Moved, ...]


def reader(session: Session) -> str:
    """Whose eyes an outcome was told to: the player's, or between two what both may see."""
    seats = session.setup.seats
    return seats[0] if len(seats) == 1 else EVERYBODY


def past_turns(session: Session, language: str) -> tuple[PastTurn, ...]:
    """The turns that are over, the first one first."""
    pack, seat = session.pack, reader(session)
    shown = headline_of(session, seat) if seat else pack.headline
    found = []
    for turn in turns_of(session)[: finished_turns(session)]:
        view = outcome_view(session, turn.number, seat, language)
        moved = tuple(one for one in view.moved if one.id in shown)
        month = pack.month(turn.number)(language)
        title = pack.events[turn.event].title(language)
        found.append(PastTurn(turn.number, month, title, view.decisions, moved))
    return tuple(found)


def past_lines(one: PastTurn, language: str) -> list[str]:
    """A turn in three kinds of lines: its event, what each office chose, where the numbers went."""
    lines = [say(language, "past_turn", turn=one.turn, month=one.month, title=one.title)]
    for each in one.decisions:
        key = "decided_band" if each.band else "decided_line"
        lines.append("  " + say(language, key, office=each.office, label=each.label, band=each.band))
    moves = "; ".join(f"{each.name} {signed(each.after - each.before)}" for each in one.moved)
    lines.append("  " + (say(language, "past_moved", what=moves) if moves else say(language, "past_still")))
    return lines
