"""The world as a stage began, put together again from the starts and the receipts, which is exact."""

from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.scene import Scene, chosen_in
from dosmesas.session.session import Session


def scene_before(session: Session, receipt: Receipt) -> Scene:
    """What the conditions and amounts behind a receipt read: the world as its stage began."""
    ruleset = session.pack.ruleset
    numbers = {one.id: one.start for one in ruleset.indicators.values()}
    numbers.update({flag.id: int(flag.start) for flag in ruleset.flags.values()})
    for one in session.receipts:
        if (one.turn, one.stage) == (receipt.turn, receipt.stage):
            break
        if one.moves:
            numbers[one.indicator] += one.applied
        elif one.kind is ReceiptKind.FLAG:
            numbers[one.indicator] = one.applied
    numbers["turn"] = receipt.turn * 1000
    # The event of a turn comes, and its decisions are taken, after the brief.
    last = receipt.turn - 1 if receipt.stage == "brief" else receipt.turn
    options = chosen_in(one for one in session.state.decisions if one.turn <= last)
    events = {name: turn for name, turn in session.state.happened if turn <= last}
    return Scene(numbers, options, events)


def scene_of_vote(session: Session, number: int) -> Scene:
    """The world as the home tables of a finished turn were asked."""
    last = max(place for place, one in enumerate(session.path[:-1]) if one.state.turn == number)
    return session.game.tables.scene(session.path[last].state)
