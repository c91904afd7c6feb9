"""Home tables: what they let through, and what they write before it is carried out."""

from collections import Counter
from collections.abc import Iterator

from dosmesas.engine.belief import share
from dosmesas.engine.benches import Dealer
from dosmesas.engine.floor import Floor
from dosmesas.engine.home import Band, Verdict, verdicts
from dosmesas.engine.receipts import ReceiptKind
from dosmesas.lang.nodes import Number
from dosmesas.model.effects import Change, Effect, When
from dosmesas.model.events import Option
from dosmesas.model.home import dissent_flag, inquiry_flag
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Step, Walk
from dosmesas.text.number import half_even

_Amounts = Counter[tuple[str, int]]


@check
def home_tables_write_first(walk: Walk) -> Iterator[Wrong]:
    """Standings, inquiries and dissent are written in `ratify`, and by nothing else than conduct."""
    ruleset = walk.game.pack.ruleset
    flags = {one(office) for office in ruleset.offices for one in (inquiry_flag, dissent_flag)}
    told = {"case-made", "inquiry", "gave-way"}
    for step, receipt in walk.receipts:
        if receipt.by in told and receipt.stage != "ratify":
            yield wrong(step, f"receipt {receipt.id} of {receipt.by} was written in {receipt.stage}")
        if receipt.indicator in flags and receipt.by not in told:
            yield wrong(step, f"receipt {receipt.id} of {receipt.by} sets {receipt.indicator}")


@check
def support_decides_what_is_enacted(walk: Walk) -> Iterator[Wrong]:
    """Carried comes in full, watered down by half with its `sure` in full, and blocked not at all."""
    for after, found in _ratified(walk):
        for seat, verdict in found.items():
            told = _told(after, verdict.option.id)
            wanted = _wanted(walk, verdict.option, verdict.band)
            if wanted - told:
                yield wrong(
                    after, f"{seat} was {verdict.band}: {[*wanted - told]} of {verdict.option.id} is missing"
                )
            nothing = not verdict.band.passes and not (
                verdict.option.blocked and verdict.band is Band.BLOCKED
            )
            if nothing and told:
                yield wrong(after, f"{seat} was {verdict.band}, and {verdict.option.id} did {[*told]}")
            full = _amounts(walk, verdict.option.effects)
            if full - wanted and not full - told and not _hangs_on_the_world(verdict.option):
                yield wrong(after, f"{seat} was {verdict.band}, and {verdict.option.id} came in full")


@check
def inquiry_and_dissent_follow_the_table(walk: Walk) -> Iterator[Wrong]:
    """Who answered for what its table did not carry is looked into; who gave way is on record."""
    for after, found in _ratified(walk):
        raised = {one.indicator for one in after.receipts if one.by in {"inquiry", "gave-way"}}
        before = dict(
            zip(walk.game.pack.ruleset.flags, walk.steps[after.number - 1].state.flags, strict=True)
        )
        due = {inquiry_flag(seat) for seat, one in found.items() if one.inquiry}
        due |= {dissent_flag(seat) for seat, one in found.items() if one.band is Band.GAVE_WAY}
        new = {name for name in due if not before[name]}
        if raised != new:
            yield wrong(after, f"{sorted(raised)} were set; the home tables call for {sorted(new)}")


def _ratified(walk: Walk) -> Iterator[tuple[Step, dict[str, Verdict]]]:
    """Each step that ended a turn, with what home tables by the rules of the pack make of its choices."""
    game = walk.game
    if "ratify" not in game.pack.stages:
        return
    floor = Floor(game.pack, Dealer(game.pack, game.view, game.draws))
    for before, after in walk.moves:
        state, turn = before.state, before.state.turn
        if after.state.turn == turn:
            continue
        event, decisions = game.pack.events[state.event], after.state.decisions
        chosen = after.state.chosen(turn)
        debates = (
            floor.debates(event, tuple(sorted(chosen)), state.seed, turn, decisions)
            if floor.is_open(event)
            else {}
        )
        yield after, verdicts(game.pack, event, chosen, game.tables.scene(state), debates)


def _told(after: Step, option: str) -> _Amounts:
    """What an option did to numbers at once, receipt by receipt."""
    return Counter(
        (one.indicator, one.applied)
        for one in after.receipts
        if (one.by, one.stage, one.kind) == (option, "enact", ReceiptKind.CHANGE) and not one.cause
    )


def _wanted(walk: Walk, option: Option, band: Band) -> _Amounts:
    """The amounts that an option must leave; those that hang on the world are left out."""
    if band is Band.BLOCKED:
        return _amounts(walk, option.blocked)
    if band is Band.GAVE_WAY:
        return _Amounts()
    found = _amounts(walk, option.effects, half=band is Band.WATERED) + _amounts(walk, option.sure)
    return found + (_amounts(walk, option.watered) if band is Band.WATERED else _Amounts())


def _hangs_on_the_world(option: Option) -> bool:
    """Whether an option may do more at once than its written amounts, which then may look like another."""
    effects = (*option.effects, *option.sure, *option.watered, *option.blocked)
    return any(isinstance(one, When) or not _is_written(one) for one in effects)


def _is_written(effect: Effect) -> bool:
    return not isinstance(effect, Change) or isinstance(effect.amount, Number)


def _amounts(walk: Walk, effects: tuple[Effect, ...], *, half: bool = False) -> _Amounts:
    found = _Amounts()
    for one in effects:
        if isinstance(one, Change) and isinstance(one.amount, Number):
            amount = half_even(one.amount.value * share(one, walk.game.tables.belief), 100)
            amount = half_even(amount, 2) if half and not one.counted else amount
            found.update([(one.indicator, amount)] if amount else [])
    return found


CHECKS = (home_tables_write_first, support_decides_what_is_enacted, inquiry_and_dissent_follow_the_table)
