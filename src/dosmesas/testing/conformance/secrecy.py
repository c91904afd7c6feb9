"""What a seat may know, and what it must not."""

import json
from collections.abc import Iterator

from attrs import evolve

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.observe import InformationState
from dosmesas.engine.state import Pending, Point, State
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Walk


@check
def hidden_is_not_observed(walk: Walk) -> Iterator[Wrong]:
    """Whatever a seat does not see might be otherwise, and its information would be the same."""
    for step in walk.steps:
        for seat, known in step.seen.items():
            for name, other in _otherwise(walk, step.state, seat):
                if walk.game.information_state(other, seat) != known:
                    yield wrong(step, f"{seat} does not see {name}, and knows when it changes")


@check
def seed_is_not_observed(walk: Walk) -> Iterator[Wrong]:
    """Nobody knows the seed, from which all chance could be foretold; it shows in the own hand alone."""
    for step in walk.steps:
        if step.state.point in {Point.REBUT, Point.REPLY}:
            continue  # under another seed the cards on the table were never dealt
        other = evolve(step.state, seed=step.state.seed + 1)
        for seat, info in step.seen.items():
            known, known_too = (
                _without_cards(one) for one in (info, walk.game.information_state(other, seat))
            )
            if known != known_too:
                yield wrong(step, f"{seat} knows the seed")


@check
def pending_is_not_observed(walk: Walk) -> Iterator[Wrong]:
    """Nobody knows what is on its way, or how many receipts were written."""
    for step in walk.steps:
        more = Pending(step.state.turn + 1, "x~1", "x", "1.1")
        other = evolve(step.state, pending=(*step.state.pending, more), made=step.state.made + 1)
        for seat, known in step.seen.items():
            if walk.game.information_state(other, seat) != known:
                yield wrong(step, f"{seat} knows what is on its way")


@check
def observed_values_are_true(walk: Walk) -> Iterator[Wrong]:
    """A seat sees exactly the indicators and flags that its office sees, as they are."""
    ruleset = walk.game.pack.ruleset
    for step in walk.steps:
        values = zip(ruleset.indicators.values(), step.state.values, strict=True)
        flags = zip(ruleset.flags.values(), step.state.flags, strict=True)
        numbers, marks = [*values], [*flags]
        for seat, info in step.seen.items():
            if info.values != tuple((one.id, value) for one, value in numbers if one.seen(seat)):
                yield wrong(step, f"{seat} sees {info.values}")
            if info.flags != tuple((one.id, value) for one, value in marks if one.seen(seat)):
                yield wrong(step, f"{seat} sees {info.flags}")


@check
def observed_legal_is_legal(walk: Walk) -> Iterator[Wrong]:
    """A seat is told exactly what it may do."""
    for step in walk.steps:
        for seat, info in step.seen.items():
            if info.legal != step.legal[seat]:
                yield wrong(step, f"{seat} may {step.legal[seat]}, and is told {info.legal}")


@check
def observed_record_is_true(walk: Walk) -> Iterator[Wrong]:
    """A seat knows where the game stands, what has come, and what all have said and chosen."""
    for step in walk.steps:
        state = step.state
        for seat, info in step.seen.items():
            told = (info.turn, info.point, info.event, info.happened, info.decisions, info.ending)
            if info.seat != seat:
                yield wrong(step, f"{seat} is told what {info.seat} knows")
            if told != (state.turn, state.point, state.event, state.happened, state.decisions, state.ending):
                yield wrong(step, f"{seat} is told of turn {info.turn}, {info.point}, {info.event}")


@check
def observation_is_plain_bytes(walk: Walk) -> Iterator[Wrong]:
    """What a seat knows is written as JSON with whole numbers, and the same each time."""
    for step in walk.steps:
        for seat, info in step.seen.items():
            known = info.encode()
            if b"." in known and _floats(known):
                yield wrong(step, f"{seat} is told of {', '.join(_floats(known))}")
            if info.encode() != known:
                yield wrong(step, f"what {seat} knows is written otherwise the second time")


def _without_cards(info: InformationState) -> InformationState:
    """What a seat knows but for the cards that it was dealt, and what may be done with them."""
    legal = () if info.point in ARGUING else info.legal
    return evolve(info, hands=(), debates=(), legal=legal)


def _floats(known: bytes) -> list[str]:
    found: list[str] = []
    json.loads(known, parse_float=found.append)
    return found


def _otherwise(walk: Walk, state: State, seat: str) -> Iterator[tuple[str, State]]:
    """The state with one thing changed that a seat does not see, for each such thing."""
    ruleset = walk.game.pack.ruleset
    for slot, one in enumerate(ruleset.indicators.values()):
        if not one.seen(seat):
            for other in {one.low, one.high} - {state.values[slot]}:
                values = (*state.values[:slot], other, *state.values[slot + 1 :])
                yield one.id, evolve(state, values=values)
    for slot, flag in enumerate(ruleset.flags.values()):
        if not flag.seen(seat):
            flags = (*state.flags[:slot], not state.flags[slot], *state.flags[slot + 1 :])
            yield flag.id, evolve(state, flags=flags)


CHECKS = (
    hidden_is_not_observed,
    seed_is_not_observed,
    pending_is_not_observed,
    observed_values_are_true,
    observed_legal_is_legal,
    observed_record_is_true,
    observation_is_plain_bytes,
)
