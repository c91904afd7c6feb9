"""Which receipts of a turn come of what a seat did itself: its options, its deals, its word, its debate."""

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import REST
from dosmesas.engine.floor import Debate
from dosmesas.engine.ratify import APPROVAL_POINTS, CASE_MADE, RATIFICATION_LOST, manners
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.session.debates.past import Judged, judged_turn
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn
from dosmesas.session.views import unexplained
from dosmesas.text.number import half_even


def own_receipts(session: Session, turn: Turn, seat: str | None) -> frozenset[str]:
    """The ids of the receipts that a seat's own decisions caused, earlier ones that land now among them.

    Where a rule of conduct says the same of two offices, as many of its receipts are own as the seat caused.
    What rests on something that the seat does not see is left out: to count it would tell.
    """
    if not seat or not turn.event:
        return frozenset()
    options = {one.id for event in session.pack.events.values() for one in event.seats.get(seat, ())}
    deals = (deal for event in session.pack.events.values() for deal in event.deals)
    options |= {deal.id for deal in deals if deal.option_of(seat)}
    caused = Counter(_caused(session, turn, seat))
    found = set[str]()
    for receipt in turn.receipts:
        if not receipt.moves or unexplained(session, receipt, seat):
            continue
        if receipt.by in options or _taken(caused, receipt):
            found.add(receipt.id)
    return frozenset(found)


_What = tuple[str, str, int]
"""A rule of conduct, the indicator that it moves and by how much; what stays empty or 0 may be any."""


def _taken(caused: "Counter[_What]", receipt: Receipt) -> bool:
    """Whether a receipt is one of those that were caused; it is taken off them."""
    exactly = receipt.by, receipt.indicator, receipt.applied
    if caused[exactly] > 0:
        caused[exactly] -= 1
        return True
    times, used = (receipt.by, "", 0), (receipt.by, receipt.indicator, 0)
    caused[used] += 1
    return caused[used] <= caused[times]


def _caused(session: Session, turn: Turn, seat: str) -> Iterator[_What]:
    for kept in turn.deals:
        if seat in kept.broken:
            yield BROKEN_WORD, "", 0
    judged = judged_turn(session, turn.number)
    if judged is None:
        return
    for kept in turn.deals:
        if seat in kept.given and seat not in kept.broken and not judged.verdicts[seat].band.passes:
            yield RATIFICATION_LOST, "", 0
    yield from _argued(session, judged, seat)


def _argued(session: Session, judged: Judged, seat: str) -> Iterator[_What]:
    """What a seat's own case left with its audiences, and what it said in its own and another's debate."""
    if seat in judged.debates:
        for heard in judged.verdicts[seat].audiences:
            strength = heard.strength
            points = 0 if strength is None else half_even(APPROVAL_POINTS * (strength - heard.par), ONE)
            if points:
                yield CASE_MADE, heard.audience, points * 1000
    cards, offices = session.game.tables.floor.cards, session.pack.ruleset.offices
    for debate in judged.debates.values():
        for rule in manners(_side(debate, seat), cards, offices):
            yield rule, "", 0


def _side(debate: Debate, seat: str) -> Debate:
    """A debate in which nobody but the seat says anything."""
    mine = evolve(debate, foe="") if debate.seat == seat else evolve(debate, case=(), answer=REST)
    return mine if seat in {debate.seat, debate.foe} else evolve(mine, foe="")
