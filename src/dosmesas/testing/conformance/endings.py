"""Every game ends, has an ending that holds, and returns for all."""

from collections.abc import Iterator

from dosmesas.lang.evaluate import evaluate
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Walk

MOST = 100_000
"""The highest return, in thousandths."""


@check
def every_game_ends(walk: Walk) -> Iterator[Wrong]:
    """A game begins, goes on whatever legal actions are taken, and comes to its end."""
    if walk.failure:
        yield Wrong(len(walk.steps), walk.failure)


@check
def ending_is_declared(walk: Walk) -> Iterator[Wrong]:
    """A game that is over has one of the ruleset's endings, and one that goes on has none."""
    declared = {one.id for one in walk.game.pack.ruleset.endings}
    for step in walk.steps:
        if (step.state.ending in declared) is not step.terminal or (step.state.ending and not step.terminal):
            yield wrong(step, f"the ending is '{step.state.ending}'")


@check
def ending_is_the_first_that_holds(walk: Walk) -> Iterator[Wrong]:
    """After the outlook the ending is the first whose `when` holds, but for those read every turn."""
    endings = walk.game.pack.ruleset.endings
    for step in walk.ends:
        scene = walk.game.tables.scene(step.state)
        holding = [one.id for one in endings if one.when is None or evaluate(one.when, scene)]
        at_once = {one.id for one in endings if one.now}
        if step.state.ending not in at_once and step.state.ending not in holding[:1]:
            yield wrong(step, f"the ending is {step.state.ending}; the first that holds is {holding[:1]}")


@check
def only_an_ending_of_now_ends_early(walk: Walk) -> Iterator[Wrong]:
    """A game lasts all turns of its pack, unless an ending came that is read every turn."""
    at_once = {one.id for one in walk.game.pack.ruleset.endings if one.now}
    for step in walk.ends:
        last = max((one.turn for one in step.state.decisions), default=0)
        if last < walk.game.pack.turns and step.state.ending not in at_once:
            yield wrong(step, f"{step.state.ending} came after turn {last} of {walk.game.pack.turns}")


@check
def last_values_are_kept(walk: Walk) -> Iterator[Wrong]:
    """The end, and no state before, keeps the values of the last turn, as its receipts leave them."""
    sums = {one.id: one.start for one in walk.game.pack.ruleset.indicators.values()}
    for step in walk.steps:
        last = max((one.turn for one in step.state.decisions), default=0)
        for receipt in step.receipts:
            if receipt.moves and (receipt.turn <= last or not step.terminal):
                sums[receipt.indicator] += receipt.applied
        if step.state.at_last != (tuple(sums.values()) if step.terminal else ()):
            yield wrong(step, f"the values of the last turn are said to be {step.state.at_last}")


@check
def returns_for_every_seat(walk: Walk) -> Iterator[Wrong]:
    """Every seat of the pack has a return, and nobody else."""
    for step in walk.ends:
        if {*walk.game.returns(step.state)} != {*walk.game.pack.seats}:
            yield wrong(step, f"returns are for {[*walk.game.returns(step.state)]}")


@check
def returns_within_bounds(walk: Walk) -> Iterator[Wrong]:
    """A return is a whole number of thousandths between 0 and 100, in every state."""
    for step in walk.steps:
        for seat, value in walk.game.returns(step.state).items():
            if type(value) is not int or not 0 <= value <= MOST:
                yield wrong(step, f"the return of {seat} is {value!r}")


@check
def joint_return_not_above_means(walk: Walk) -> Iterator[Wrong]:
    """The joint return is no more than any country's mean, and no less than the lowest return."""
    offices = walk.game.pack.ruleset.offices
    for step in walk.ends:
        returns, joint = walk.game.returns(step.state), walk.game.joint_return(step.state)
        for country in sorted({offices[seat].country for seat in returns}):
            own = [value for seat, value in returns.items() if offices[seat].country == country]
            # A mean is rounded to thousandths, so it may lie half of one above the exact one.
            if 2 * joint * len(own) > 2 * sum(own) + len(own):
                yield wrong(step, f"the joint return is {joint}; {country} has {own}")
        if joint < min(returns.values()):
            yield wrong(step, f"the joint return is {joint}, below all of {returns}")


CHECKS = (
    every_game_ends,
    ending_is_declared,
    ending_is_the_first_that_holds,
    only_an_ending_of_now_ends_early,
    last_values_are_kept,
    returns_for_every_seat,
    returns_within_bounds,
    joint_return_not_above_means,
)
