"""The same game again: from its seed, from its record, from what each turn left."""

from collections.abc import Iterator

from dosmesas.engine.state import Decision, State
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Walk, stroll


@check
def same_seed_same_beginning(walk: Walk) -> Iterator[Wrong]:
    """A seed always begins the same game, and the first state is that of its first transition."""
    for step in walk.steps[:1]:
        begun = walk.game.begin(walk.seed)
        if (begun.state, tuple(begun.receipts)) != (step.state, step.receipts):
            yield wrong(step, "begun again, the game begins otherwise")
        if walk.game.new_initial_state(walk.seed) != step.state:
            yield wrong(step, "the initial state is not the one that the game begins with")


@check
def same_seed_same_game(walk: Walk) -> Iterator[Wrong]:
    """Played again with the same decisions, a seed gives the same states by the same receipts."""
    again = _again(walk)
    for step, other in zip(walk.steps, again.steps, strict=False):
        if (step.state, step.receipts) != (other.state, other.receipts):
            yield wrong(step, f"played again it was {other}, and not the same")
            return
    if (len(walk.steps), walk.failure) != (len(again.steps), again.failure):
        yield Wrong(len(walk.steps), f"{len(walk.steps)} steps the first time, {len(again.steps)} the second")


def _again(walk: Walk) -> Walk:
    """The same decisions once more, as far as the walk has come."""
    again = Walk(walk.game, walk.seed, (), "")
    for again in stroll(walk.game, walk.seed, lambda _, step, seat: walk.steps[step.number].actions[seat]):
        if not walk.failure and len(again.steps) == len(walk.steps) and not again.failure:
            return again
    return again


@check
def history_rebuilds_the_state(walk: Walk) -> Iterator[Wrong]:
    """Seed and decisions alone lead to the same last state: it is all that a journal keeps."""
    for step in walk.steps[-1:]:
        state, left = walk.game.new_initial_state(walk.seed), [*step.state.decisions]
        while left:
            actions = _next(state, left)
            if not actions:
                yield wrong(step, f"from the record, turn {state.turn} was reached, and then came {left[0]}")
                return
            state = walk.game.apply(state, actions).state
            left = left[len(actions) :]
        if state != step.state or state.digest() != step.state.digest():
            yield wrong(step, f"the record leads to turn {state.turn}, {state.point}, another state")


@check
def other_seed_other_state(walk: Walk) -> Iterator[Wrong]:
    """The same decisions under another seed make a state of its own: digests tell games apart."""
    for step in walk.steps[:1]:
        other = walk.game.new_initial_state(walk.seed + 1)
        if other == step.state or other.digest() == step.state.digest():
            yield wrong(step, f"seed {walk.seed + 1} begins with the same state")


def _next(state: State, left: list[Decision]) -> dict[str, str]:
    """The decisions at the head of the record that were made at the point where a state stands."""
    found: dict[str, str] = {}
    for one in left:
        if (one.turn, one.point) != (state.turn, state.point) or one.seat in found:
            break
        found[one.seat] = one.action
    return found


CHECKS = (same_seed_same_beginning, same_seed_same_game, history_rebuilds_the_state, other_seed_other_state)
