"""A state is data: frozen, plain, whole, and the same when it comes back from a file."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from attrs import asdict

from dosmesas.engine.state import Decision, Pending, Point, State
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Walk


@check
def state_is_plain_data(walk: Walk) -> Iterator[Wrong]:
    """A state holds whole numbers, texts, yes and no, and tuples of them: no float, no list, no object."""
    for step in walk.steps:
        for name, value in asdict(step.state).items():
            for odd in _odd(value):
                yield wrong(step, f"{name} holds {odd!r}, a {type(odd).__name__}")


@check
def state_is_frozen_and_hashable(walk: Walk) -> Iterator[Wrong]:
    """A state can be a key, and nobody can change it."""
    for step in walk.steps:
        try:
            hash(step.state)
        except TypeError as error:
            yield wrong(step, f"the state has no hash: {error}")
        try:
            step.state.turn = step.state.turn  # type: ignore[misc] # this is what must not work
        except AttributeError:
            continue
        yield wrong(step, "the state's turn could be set")


@check
def no_state_comes_twice(walk: Walk) -> Iterator[Wrong]:
    """Every state of a game differs from all before it, and so does its digest."""
    states, digests = set[State](), set[str]()
    for step in walk.steps:
        digest = step.state.digest()
        if step.state in states or digest in digests:
            yield wrong(step, f"this state, {digest}, was there before")
        states.add(step.state)
        digests.add(digest)


@check
def seed_is_kept(walk: Walk) -> Iterator[Wrong]:
    """A state knows the seed that its game began with."""
    for step in walk.steps:
        if step.state.seed != walk.seed:
            yield wrong(step, f"the seed is {step.state.seed}, and the game began with {walk.seed}")


@check
def state_has_every_slot(walk: Walk) -> Iterator[Wrong]:
    """A state has a value for every indicator and every flag of the pack, now and as the turn opened."""
    ruleset = walk.game.pack.ruleset
    numbers, flags = len(ruleset.indicators), len(ruleset.flags)
    for step in walk.steps:
        state = step.state
        if (len(state.values), len(state.opened), len(state.flags)) != (numbers, numbers, flags):
            yield wrong(
                step, f"{len(state.values)} values and {len(state.flags)} flags; {numbers} and {flags}"
            )


@check
def serialise_and_back(walk: Walk) -> Iterator[Wrong]:
    """Written as JSON and read again, a state is equal to itself and has the same digest."""
    for step in walk.steps:
        try:
            back = read_back(step.state)
        except (TypeError, ValueError, KeyError) as error:
            yield wrong(step, f"the state does not come back from JSON: {error}")
            continue
        if back != step.state or back.digest() != step.state.digest():
            yield wrong(step, "the state is another one when it comes back from JSON")


@check
def read_state_plays_on(walk: Walk) -> Iterator[Wrong]:
    """A state that was written and read offers the same actions and leads to the same states."""
    for step, after in walk.moves:
        back = read_back(step.state)
        if {seat: walk.game.legal_actions(back, seat) for seat in step.legal} != step.legal:
            yield wrong(step, "read back from JSON, the state has other legal actions")
        again = walk.game.apply(back, {**step.actions})
        if (again.state, tuple(again.receipts)) != (after.state, after.receipts):
            yield wrong(after, "read back from JSON, the state before led to another one")


def read_back(state: State) -> State:
    """A state as it comes back from JSON, made of new parts only."""
    found: dict[str, Any] = json.loads(json.dumps(asdict(state)))
    made: dict[str, Callable[[Any], Any]] = {
        "point": Point,
        "values": tuple,
        "opened": tuple,
        "flags": tuple,
        "at_last": tuple,
        "happened": lambda pairs: tuple((name, turn) for name, turn in pairs),
        "pending": lambda all_of: tuple(Pending(**one) for one in all_of),
        "decisions": lambda all_of: tuple(
            Decision(**{**one, "point": Point(one["point"])}) for one in all_of
        ),
    }
    return State(**{name: made.get(name, _same)(value) for name, value in found.items()})


def _same(value: Any) -> Any:
    return value


def _odd(value: object) -> Iterator[object]:
    """What of a value is not plain; `asdict` has made dicts of the classes inside."""
    if isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _odd(one)
    elif type(value) not in {int, str, bool, Point}:
        yield value


CHECKS = (
    state_is_plain_data,
    state_is_frozen_and_hashable,
    no_state_comes_twice,
    seed_is_kept,
    state_has_every_slot,
    serialise_and_back,
    read_state_plays_on,
)
