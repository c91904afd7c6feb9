"""What led to what: causes, delays on their way, and that they land."""

from collections import Counter
from collections.abc import Iterator

from dosmesas.engine.belief import share
from dosmesas.engine.generate import HALF
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.lang.nodes import Number
from dosmesas.model.effects import After, Chance, Change
from dosmesas.model.effects import walk as inside
from dosmesas.model.expressions import owners
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Walk


@check
def causes_come_earlier(walk: Walk) -> Iterator[Wrong]:
    """A receipt's cause was written before it."""
    seen = set[str]()
    for step, receipt in walk.receipts:
        if receipt.cause and receipt.cause not in seen:
            yield wrong(
                step, f"receipt {receipt.id} has the cause {receipt.cause}, which was not written before"
            )
        seen.add(receipt.id)


@check
def causes_are_draws_or_delays(walk: Walk) -> Iterator[Wrong]:
    """Only a draw or a delay sets something going, and its owner is the same."""
    known = _by_id(walk)
    for step, receipt in walk.receipts:
        cause = known.get(receipt.cause)
        if cause is None:
            continue
        if cause.kind not in {ReceiptKind.SCHEDULED, ReceiptKind.DRAWN}:
            yield wrong(step, f"receipt {receipt.id} has the cause {cause.id}, which is a {cause.kind}")
        elif cause.by != receipt.by:
            yield wrong(step, f"receipt {receipt.id} is by {receipt.by}, and its cause by {cause.by}")


@check
def draws_lead_at_once(walk: Walk) -> Iterator[Wrong]:
    """What a draw leads to comes in the same stage of the same turn."""
    known = _by_id(walk)
    for step, receipt in walk.receipts:
        cause = known.get(receipt.cause)
        if cause is None or cause.kind is not ReceiptKind.DRAWN:
            continue
        if (cause.turn, cause.stage) != (receipt.turn, receipt.stage):
            yield wrong(step, f"receipt {receipt.id} of {receipt.stage} came of the draw {cause.id}")


@check
def scheduled_lands_in_its_turn(walk: Walk) -> Iterator[Wrong]:
    """What was scheduled lands in the brief of the turn that its receipt names."""
    known = _by_id(walk)
    for step, receipt in walk.receipts:
        cause = known.get(receipt.cause)
        if cause is None or cause.kind is not ReceiptKind.SCHEDULED:
            continue
        if (receipt.turn, receipt.stage) != (cause.applied, "brief"):
            yield wrong(step, f"receipt {receipt.id} lands what {cause.id} had set for turn {cause.applied}")


@check
def delays_look_ahead(walk: Walk) -> Iterator[Wrong]:
    """What is scheduled is due in a later turn than the one that scheduled it."""
    for step, receipt in walk.receipts:
        if receipt.kind is ReceiptKind.SCHEDULED and receipt.applied <= receipt.turn:
            yield wrong(step, f"receipt {receipt.id} schedules for turn {receipt.applied}")


@check
def what_is_scheduled_is_pending(walk: Walk) -> Iterator[Wrong]:
    """What has been scheduled and is not yet due is on its way in the state, once, and nothing else is."""
    delays = list[Receipt]()
    for step in walk.steps:
        delays += (one for one in step.receipts if one.kind is ReceiptKind.SCHEDULED)
        told = Counter((one.applied, one.by, one.id) for one in delays if one.applied > step.state.turn)
        found = Counter((one.due, one.by, one.cause) for one in step.state.pending)
        for due, by, cause in (told - found) | (found - told):
            yield wrong(
                step, f"{by} scheduled for turn {due} by {cause}: on its way {found[due, by, cause]} times"
            )


@check
def pending_is_an_effect_of_the_pack(walk: Walk) -> Iterator[Wrong]:
    """What is on its way is an `after` of its owner, whole or by half."""
    known = {(name, f"{half}{one.id}") for name, one in _delays(walk) for half in ("", HALF)}
    for step in walk.steps:
        for one in step.state.pending:
            if (one.by, one.after) not in known:
                yield wrong(step, f"{one.after} of {one.by} is on its way, and no effect of the pack")


@check
def what_lands_is_told(walk: Walk) -> Iterator[Wrong]:
    """A delay that is due, and whose effects cannot but leave a receipt, leaves one that names it."""
    told = {receipt.cause for _, receipt in walk.receipts}
    sure = {(name, delay.turns): True for name, delay in _delays(walk)}
    for name, delay in _delays(walk):
        sure[name, delay.turns] &= any(_always_tells(effect, walk) for effect in delay.effects)
    for step in walk.ends:
        for _, one in walk.receipts:
            due = one.kind is ReceiptKind.SCHEDULED and one.applied <= step.state.turn
            if due and sure.get((one.by, one.applied - one.turn), False) and one.id not in told:
                yield wrong(
                    step, f"what {one.by} scheduled by {one.id} for turn {one.applied} left no receipt"
                )


def _always_tells(effect: object, walk: Walk) -> bool:
    """Whether an effect leaves a receipt whatever the world is like; any amount of 0.1 or more does."""
    if isinstance(effect, Change):
        amount = effect.amount
        belief = share(effect, walk.game.tables.belief)
        return isinstance(amount, Number) and abs(amount.value) * belief >= 100 * 100
    return isinstance(effect, (After, Chance))


def _delays(walk: Walk) -> Iterator[tuple[str, After]]:
    """Every `after` of the pack with its owner."""
    for _, name, effects in owners(walk.game.pack):
        for effect in inside(effects):
            if isinstance(effect, After):
                yield name, effect


def _by_id(walk: Walk) -> dict[str, Receipt]:
    return {receipt.id: receipt for _, receipt in walk.receipts}


CHECKS = (
    causes_come_earlier,
    causes_are_draws_or_delays,
    draws_lead_at_once,
    scheduled_lands_in_its_turn,
    delays_look_ahead,
    what_is_scheduled_is_pending,
    pending_is_an_effect_of_the_pack,
    what_lands_is_told,
)
