"""The ledger: every receipt has its number, its stage, its owner, and says on what it rests."""

from collections import Counter
from collections.abc import Iterator

from dosmesas.engine.receipts import LIMIT, ReceiptKind
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.model.expressions import owners
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Step, Walk

STAGES = ("brief", "ratify", "enact", "drift")
"""The stages that write receipts, in the order of a turn."""
_NAMELESS = {ReceiptKind.SCHEDULED, ReceiptKind.DRAWN}


@check
def receipt_ids_unique(walk: Walk) -> Iterator[Wrong]:
    """No two receipts of a game have one id."""
    seen = set[str]()
    for step, receipt in walk.receipts:
        if receipt.id in seen:
            yield wrong(step, f"a second receipt {receipt.id}, by {receipt.by}")
        seen.add(receipt.id)


@check
def receipt_ids_in_order(walk: Walk) -> Iterator[Wrong]:
    """Receipts are numbered 1, 2, 3 within a turn, turn after turn, in the order of their writing."""
    last = (0, 0)
    for step, receipt in walk.receipts:
        turn, number = (int(part) for part in receipt.id.split("."))
        if (turn, number) != (last[0], last[1] + 1) and (turn <= last[0] or number != 1):
            yield wrong(step, f"receipt {receipt.id} comes after {last[0]}.{last[1]}")
        last = turn, number


@check
def made_counts_the_receipts(walk: Walk) -> Iterator[Wrong]:
    """A state knows how many receipts its turn has written so far."""
    written = Counter[int]()
    for step in walk.steps:
        written.update(receipt.turn for receipt in step.receipts)
        if step.state.made != written[step.state.turn]:
            yield wrong(step, f"made is {step.state.made}; the turn has {written[step.state.turn]} receipts")


@check
def receipts_belong_to_their_turn(walk: Walk) -> Iterator[Wrong]:
    """Choices and the drift write in the turn of the choice, the brief in the turn that it opens."""
    for before, after in walk.moves:
        for one in after.receipts:
            turn, brief = before.state.turn, one.stage == "brief"
            last = after.state.turn if brief or after.terminal else turn
            if not turn + brief <= one.turn <= last:
                yield wrong(
                    after, f"receipt {one.id} of {one.stage}, written after the choices of turn {turn}"
                )


@check
def stages_in_order(walk: Walk) -> Iterator[Wrong]:
    """Within a turn the brief writes first, then the home tables, then what is enacted, then the drift."""
    last = (0, 0)
    for step, receipt in walk.receipts:
        if receipt.stage not in STAGES:
            yield wrong(step, f"receipt {receipt.id} is of the stage '{receipt.stage}'")
            continue
        now = (receipt.turn, STAGES.index(receipt.stage))
        if now < last:
            yield wrong(step, f"receipt {receipt.id} of {receipt.stage} comes after {STAGES[last[1]]}")
        last = now


@check
def by_is_known(walk: Walk) -> Iterator[Wrong]:
    """A receipt is by something of the pack that has effects, or by a limit."""
    known = {LIMIT, *(name for _, name, _ in owners(walk.game.pack))}
    for step, receipt in walk.receipts:
        if receipt.by not in known or (receipt.by == LIMIT) is not (receipt.kind is ReceiptKind.LIMIT):
            yield wrong(step, f"receipt {receipt.id} of kind {receipt.kind} is by '{receipt.by}'")


@check
def each_stage_has_its_owners(walk: Walk) -> Iterator[Wrong]:
    """What is enacted was chosen or struck; home tables write by conduct, rules drift, the brief has news."""
    for step, after in walk.moves:
        for one in after.receipts:
            if one.by == LIMIT or one.cause:
                continue
            if one.by not in _owners_of(walk, one.stage, one.turn, step, after):
                yield wrong(after, f"receipt {one.id} of {one.stage} is by {one.by}, which has no part in it")


@check
def kinds_name_what_they_move(walk: Walk) -> Iterator[Wrong]:
    """Change and limit name an indicator, flag a flag, and all others nothing."""
    ruleset = walk.game.pack.ruleset
    for step, receipt in walk.receipts:
        named = receipt.indicator
        known = named in (ruleset.flags if receipt.kind is ReceiptKind.FLAG else ruleset.indicators)
        if known is (receipt.kind in _NAMELESS) or (receipt.kind in _NAMELESS and named):
            yield wrong(step, f"receipt {receipt.id} of kind {receipt.kind} names '{named}'")


@check
def no_receipt_of_nothing(walk: Walk) -> Iterator[Wrong]:
    """A change or a limit of 0 is not written."""
    for step, receipt in walk.receipts:
        if receipt.moves and receipt.applied == 0:
            yield wrong(step, f"receipt {receipt.id} of {receipt.by} adds 0 to {receipt.indicator}")


@check
def flags_and_draws_are_yes_or_no(walk: Walk) -> Iterator[Wrong]:
    """A receipt of a flag or of a draw says 1 or 0."""
    for step, receipt in walk.receipts:
        if receipt.kind in {ReceiptKind.FLAG, ReceiptKind.DRAWN} and receipt.applied not in {0, 1}:
            yield wrong(step, f"receipt {receipt.id} of kind {receipt.kind} says {receipt.applied}")


@check
def every_change_cites(walk: Walk) -> Iterator[Wrong]:
    """A change and a flag that is set cite at least one claim."""
    for step, receipt in walk.receipts:
        if receipt.kind in {ReceiptKind.CHANGE, ReceiptKind.FLAG} and not receipt.claims:
            yield wrong(
                step, f"receipt {receipt.id} of {receipt.by} moves {receipt.indicator} and cites nothing"
            )


@check
def citations_known(walk: Walk) -> Iterator[Wrong]:
    """What is cited is a claim of the dossier or an assumption; a size rests on a claim."""
    ruleset = walk.game.pack.ruleset
    for step, receipt in walk.receipts:
        unknown = {*receipt.claims} - ruleset.dossier.claims.keys() - ruleset.assumptions.keys()
        if receipt.figure and receipt.figure not in ruleset.dossier.claims:
            unknown.add(receipt.figure)
        if unknown:
            yield wrong(step, f"receipt {receipt.id} cites {', '.join(sorted(unknown))}, which nobody knows")


def _owners_of(walk: Walk, stage: str, turn: int, step: Step, after: Step) -> set[str]:
    """What may write a receipt without a cause in a stage."""
    pack = walk.game.pack
    if stage == "drift":
        return {*pack.ruleset.rules}
    if stage == "brief":
        return {name for name, came in after.state.happened if came == turn}
    conduct = {one.id for one in pack.ruleset.conduct.values()}
    if stage == "ratify":
        return conduct if "ratify" in pack.stages else set()
    chosen = {*after.state.chosen(step.state.turn).values()}
    deals = pack.events[step.state.event].deals
    struck = {one.id for one in deals if {option for _, option in one.between} <= chosen}
    # Without home tables a broken word is paid for where choices are carried out.
    return chosen | struck | (conduct & {BROKEN_WORD} if "ratify" not in pack.stages else set())


CHECKS = (
    receipt_ids_unique,
    receipt_ids_in_order,
    made_counts_the_receipts,
    receipts_belong_to_their_turn,
    stages_in_order,
    by_is_known,
    each_stage_has_its_owners,
    kinds_name_what_they_move,
    no_receipt_of_nothing,
    flags_and_draws_are_yes_or_no,
    every_change_cites,
    citations_known,
)
