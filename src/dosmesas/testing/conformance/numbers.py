"""Numbers and flags: every one is the sum of its receipts, and stays within its bounds."""

from collections.abc import Iterator
from itertools import groupby

from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Walk


@check
def values_within_range(walk: Walk) -> Iterator[Wrong]:
    """Every value stays between the ends of its indicator's range."""
    for step in walk.steps:
        for one, value in zip(walk.game.pack.ruleset.indicators.values(), step.state.values, strict=True):
            if not one.low <= value <= one.high:
                yield wrong(step, f"{one.id} is {value}, outside of {one.low} to {one.high}")


@check
def max_step_kept(walk: Walk) -> Iterator[Wrong]:
    """No value is further from where its turn began than its `max_step`, in any turn and the outlook."""
    for step in walk.steps:
        rows = zip(
            walk.game.pack.ruleset.indicators.values(), step.state.opened, step.state.values, strict=True
        )
        for one, opened, value in rows:
            if one.max_step is not None and abs(value - opened) > one.max_step:
                yield wrong(
                    step, f"{one.id} went from {opened} to {value}, more than {one.max_step} in a turn"
                )
    moved: dict[tuple[int, str], int] = {}
    for _, receipt in walk.receipts:
        if receipt.moves:
            where = receipt.turn, receipt.indicator
            moved[where] = moved.get(where, 0) + receipt.applied
    for (turn, name), by in moved.items():
        most = walk.game.pack.ruleset.indicators[name].max_step
        if most is not None and abs(by) > most:
            yield wrong(walk.steps[-1], f"{name} moved by {by} in turn {turn}, more than {most}")


@check
def counters_are_whole(walk: Walk) -> Iterator[Wrong]:
    """A counter counts in ones."""
    for step in walk.steps:
        for one, value in zip(walk.game.pack.ruleset.indicators.values(), step.state.values, strict=True):
            if one.counts and value % 1000:
                yield wrong(step, f"the counter {one.id} is {value} thousandths")


@check
def receipts_sum_to_values(walk: Walk) -> Iterator[Wrong]:
    """A value is its start and all its receipts of kind change and limit, exactly, in every state."""
    sums = {one.id: one.start for one in walk.game.pack.ruleset.indicators.values()}
    for step in walk.steps:
        for receipt in step.receipts:
            if receipt.moves:
                sums[receipt.indicator] += receipt.applied
        for name, value in zip(walk.indicators, step.state.values, strict=True):
            if sums[name] != value:
                yield wrong(step, f"{name} is {value}, and its receipts sum to {sums[name]}")


@check
def only_change_and_limit_move_numbers(walk: Walk) -> Iterator[Wrong]:
    """A number that differs from the state before has a receipt of kind change in between."""
    for step, after in walk.moves:
        told = {one.indicator for one in after.receipts if one.kind is ReceiptKind.CHANGE}
        for name, old, new in zip(walk.indicators, step.state.values, after.state.values, strict=True):
            if old != new and name not in told:
                yield wrong(after, f"{name} went from {old} to {new}, and no receipt says why")


@check
def opened_is_how_the_turn_began(walk: Walk) -> Iterator[Wrong]:
    """`opened` holds the values as they were before the first receipt of the turn."""
    sums = {one.id: one.start for one in walk.game.pack.ruleset.indicators.values()}
    for step in walk.steps:
        opened = {**sums}
        for receipt in step.receipts:
            if receipt.moves:
                sums[receipt.indicator] += receipt.applied
                if receipt.turn < step.state.turn:
                    opened[receipt.indicator] = sums[receipt.indicator]
        for name, value in zip(walk.indicators, step.state.opened, strict=True):
            # After words the turn goes on, and `opened` stays as the state before had it.
            first = step.number == 0 or walk.steps[step.number - 1].state.turn < step.state.turn
            if first and value != opened[name]:
                yield wrong(step, f"{name} is said to have opened at {value}; it was {opened[name]}")


@check
def limits_cut_what_is_too_much(walk: Walk) -> Iterator[Wrong]:
    """A limit cuts exactly what goes beyond the range or `max_step`, once a stage, and nothing else."""
    indicators = walk.game.pack.ruleset.indicators
    values = {one.id: one.start for one in indicators.values()}
    opened, turn = {**values}, 0
    for step in walk.steps:
        for (now, stage), page in groupby(step.receipts, key=lambda one: (one.turn, one.stage)):
            if now != turn:
                opened, turn = {**values}, now
            for name, (added, cut) in _added(page).items():
                one, asked = indicators[name], values[name] + added
                reach = one.high - one.low if one.max_step is None else one.max_step
                high, low = min(one.high, opened[name] + reach), max(one.low, opened[name] - reach)
                values[name] = asked + cut
                if values[name] != min(max(asked, low), high):
                    yield wrong(
                        step, f"{stage} of turn {now}: {name} was to be {asked}; the limit added {cut}"
                    )


@check
def flags_follow_receipts(walk: Walk) -> Iterator[Wrong]:
    """A flag is as its last receipt says, or as it started."""
    flags = {one.id: one.start for one in walk.game.pack.ruleset.flags.values()}
    for step in walk.steps:
        for receipt in step.receipts:
            if receipt.kind is ReceiptKind.FLAG:
                flags[receipt.indicator] = bool(receipt.applied)
        for name, value in zip(walk.game.pack.ruleset.flags, step.state.flags, strict=True):
            if flags[name] is not value:
                yield wrong(step, f"the flag {name} is {value}, and its receipts say {flags[name]}")


def _added(page: Iterator[Receipt]) -> dict[str, tuple[int, int]]:
    """What the receipts of a stage added to each number, and what limits did."""
    found: dict[str, tuple[int, int]] = {}
    for one in page:
        if one.moves:
            added, cut = found.get(one.indicator, (0, 0))
            is_change = one.kind is ReceiptKind.CHANGE
            found[one.indicator] = (added + one.applied * is_change, cut + one.applied * (not is_change))
    return found


CHECKS = (
    values_within_range,
    max_step_kept,
    counters_are_whole,
    receipts_sum_to_values,
    only_change_and_limit_move_numbers,
    opened_is_how_the_turn_began,
    limits_cut_what_is_too_much,
    flags_follow_receipts,
)
