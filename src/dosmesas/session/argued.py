"""The debates of the turns that are over: who decided them, and what the players said themselves."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve, frozen

from dosmesas.engine.floor import ARGUING, Debate
from dosmesas.engine.home import CARRIES, Heard, Verdict, band_of, support_of
from dosmesas.engine.state import Decision, Point, State
from dosmesas.engine.turn import judged
from dosmesas.session.session import Session
from dosmesas.session.staff import staffed


@frozen(eq=False)
class Argued:
    """A choice that was put to debate, and what came of it at home."""

    turn: int
    event: str
    debate: Debate
    verdict: Verdict


@frozen(eq=False)
class Own:
    """What a player said without the staff, from which state; it became transition number `made`."""

    decision: Decision
    before: State
    made: int


def argued(session: Session) -> tuple[Argued, ...]:
    """Every debate of the turns that are over, by turn and seat."""
    found, tables = [], session.game.tables
    for now, after in pairwise(session.path):
        state = now.state
        if after.state.turn != state.turn and tables.floor.is_open(tables.events[state.event].event):
            said = evolve(state, decisions=after.state.decisions)
            debates, verdicts = judged(tables, said)
            found += [Argued(state.turn, state.event, one, verdicts[seat]) for seat, one in debates.items()]
    return tuple(found)


def own_words(session: Session, seat: str) -> Iterator[Own]:
    """What a seat said itself in debates, in order."""
    for made, (now, after) in enumerate(pairwise(session.path), 1):
        state = now.state
        if state.point in ARGUING and not staffed(state, seat, session.setup.argue):
            said = after.state.decisions[len(state.decisions) :]
            yield from (Own(one, state, made) for one in said if one.seat == seat)


def deciding(one: Argued) -> Heard | None:
    """The audience that decided: the one that moved the band, else the one furthest short of carrying.

    An audience moved the band if the home table would have come to another had this audience heard nothing at
    all; of several, the one that moved the table's support most. Short is share times what is missing to 50.
    The first in the office's order where they are equal; None where none of its audiences doubts anything.
    """
    silent = one.debate.judge.strengths(())
    heard = [audience for audience in one.verdict.audiences if audience.strength is not None]
    moves = {audience.audience: _moved_by(one.verdict, audience, silent) for audience in heard}
    band = band_of(one.verdict.support)
    moved = [
        audience for audience in heard if band_of(one.verdict.support - moves[audience.audience]) is not band
    ]
    if moved:
        return max(moved, key=lambda audience: abs(moves[audience.audience]))
    return max(heard, key=lambda audience: audience.share * (CARRIES - audience.support), default=None)


def _moved_by(verdict: Verdict, audience: Heard, silent: dict[str, int]) -> int:
    """What the debate did to the home table's support through one audience."""
    unmoved = evolve(audience, strength=silent[audience.audience])
    others = [unmoved if one is audience else one for one in verdict.audiences]
    return verdict.support - support_of(others)


def debate_of(found: tuple[Argued, ...], own: Own) -> Argued:
    """The debate in which something was said: one's own, or for a rebuttal that which one answered."""
    decision = own.decision
    mine = (one for one in found if one.turn == decision.turn)
    if decision.point is Point.REBUT:
        return next(one for one in mine if one.debate.foe == decision.seat)
    return next(one for one in mine if one.debate.seat == decision.seat)
