"""What must be refused, with an `IllegalActionError` and with nothing else."""

from collections.abc import Iterator, Mapping

from dosmesas.engine.game import Game, IllegalActionError
from dosmesas.engine.state import State
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import NOBODY, Walk

NO_ACTION = "no-such/action"


@check
def illegal_action_refused(walk: Walk) -> Iterator[Wrong]:
    """An action that does not exist, is another seat's, or is not open now is refused."""
    for step in walk.points:
        event = walk.game.pack.events[step.state.event]
        known = {option.id for own in event.seats.values() for option in own}
        known |= {NO_ACTION, "", _elsewhere(walk.game, event.id), *(deal.id for deal in event.deals)}
        for seat in step.movers:
            for action in sorted(known - {*step.legal[seat]}):
                if told := _accepted(walk.game, step.state, {**step.actions, seat: action}):
                    yield wrong(step, f"'{action}' of {seat} is not legal, and {told}")


@check
def missing_seat_refused(walk: Walk) -> Iterator[Wrong]:
    """Nothing goes on while a seat that is to move has not acted."""
    for step in walk.points:
        for missing in step.movers:
            actions = {seat: action for seat, action in step.actions.items() if seat != missing}
            if told := _accepted(walk.game, step.state, actions):
                yield wrong(step, f"{missing} has not acted, and {told}")


@check
def extra_seat_refused(walk: Walk) -> Iterator[Wrong]:
    """A seat that is not to move cannot act."""
    for step in walk.points:
        for seat in sorted({NOBODY, *walk.game.pack.ruleset.offices} - {*step.movers}):
            action = next(iter(step.actions.values()), NO_ACTION)
            if told := _accepted(walk.game, step.state, {**step.actions, seat: action}):
                yield wrong(step, f"{seat} is not to move, and {told}")


@check
def nothing_applies_after_the_end(walk: Walk) -> Iterator[Wrong]:
    """When the game is over no action is taken any more, not even none."""
    last = walk.steps[-2].actions if len(walk.steps) > 1 else {}
    for step in walk.ends:
        for actions in ({}, last):
            if told := _accepted(walk.game, step.state, actions):
                yield wrong(step, f"{actions} came after the end, and {told}")


def _elsewhere(game: Game, here: str) -> str:
    """An option of some other event, or what no event has."""
    options = (one.id for event in game.pack.events.values() for own in event.seats.values() for one in own)
    return next((one for one in options if not one.startswith(f"{here}/")), NO_ACTION)


def _accepted(game: Game, state: State, actions: Mapping[str, str]) -> str:
    """How what must be refused was not, or nothing."""
    try:
        game.apply(state, actions)
    except IllegalActionError as error:
        return "" if str(error) else "it was refused without a reason"
    except Exception as error:  # noqa: BLE001 - any other error is what this looks for
        return f"it was refused by {type(error).__name__}"
    return "it was taken"


CHECKS = (
    illegal_action_refused,
    missing_seat_refused,
    extra_seat_refused,
    nothing_applies_after_the_end,
)
