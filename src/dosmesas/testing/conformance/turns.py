"""Whose turn it is, and which turn."""

from collections.abc import Iterator

from dosmesas.engine.deals import seated
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import Point
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Step, Walk

IN_TURN = (Point.WORD, Point.CHOOSE, *ARGUING)
"""The decision points of a turn, in order."""


@check
def legal_actions_exactly_when_to_move(walk: Walk) -> Iterator[Wrong]:
    """A seat has legal actions where it is to move and nowhere else, the end included."""
    for step in walk.steps:
        for seat, legal in step.legal.items():
            if bool(legal) is not (seat in step.movers):
                yield wrong(step, f"{seat} has {len(legal)} legal actions; to move are {step.movers}")


@check
def terminal_has_no_mover(walk: Walk) -> Iterator[Wrong]:
    """Somebody is to move in every state but the terminal one."""
    for step in walk.steps:
        if bool(step.movers) is step.terminal:
            yield wrong(step, f"terminal is {step.terminal}, and to move are {step.movers}")


@check
def terminal_is_the_end_point(walk: Walk) -> Iterator[Wrong]:
    """A state is terminal exactly where its point is `end`."""
    for step in walk.steps:
        if step.terminal is not (step.state.point is Point.END):
            yield wrong(step, f"terminal is {step.terminal}")


@check
def movers_sorted_and_seated(walk: Walk) -> Iterator[Wrong]:
    """The seats to move are seats of the pack, sorted, each once."""
    for step in walk.steps:
        if step.movers != tuple(sorted({*step.movers} & {*walk.game.pack.seats})):
            yield wrong(step, f"to move are {step.movers}; the pack seats {walk.game.pack.seats}")


@check
def movers_are_those_asked(walk: Walk) -> Iterator[Wrong]:
    """At `choose` all seats of the event move; at `word` those of its deals; no others argue."""
    for step in walk.points:
        event = walk.game.pack.events[step.state.event]
        asked = seated(walk.game.pack, event)
        if step.state.point is Point.CHOOSE and step.movers != asked:
            yield wrong(step, f"to move are {step.movers}; {event.id} asks {asked}")
        parties = {seat for deal in event.deals for seat, _ in deal.between}
        if step.state.point is Point.WORD and not {*step.movers} <= parties & {*asked}:
            yield wrong(step, f"to move are {step.movers}; the deals of {event.id} are between {parties}")
        if step.state.point in ARGUING and not {*step.movers} <= {*asked}:
            yield wrong(step, f"to move are {step.movers}; {event.id} asked {asked}")


@check
def turns_go_up_by_one(walk: Walk) -> Iterator[Wrong]:
    """A game begins in turn 1, and after all points of a turn comes the next one."""
    for step in walk.steps[:1]:
        if step.state.turn != 1:
            yield wrong(step, "the game begins here")
    for step, after in walk.moves:
        passed = after.terminal or after.state.turn == step.state.turn + 1
        if not passed and (after.state.turn != step.state.turn or not _later(step.state.point, after)):
            yield wrong(after, f"came after turn {step.state.turn}, {step.state.point}")


@check
def points_in_order(walk: Walk) -> Iterator[Wrong]:
    """A turn has words, choices, cases, rebuttals and replies, each at most once, and choices always."""
    for step, after in walk.moves:
        before, state = step.state, after.state
        if state.turn == before.turn and not _later(before.point, after):
            yield wrong(after, f"{state.point} came after {before.point} in one turn")
        if state.turn != before.turn and before.point is Point.WORD:
            yield wrong(after, f"turn {before.turn} was over when words had been given")
        if not after.terminal and state.turn != before.turn and state.point in ARGUING:
            yield wrong(after, f"turn {state.turn} begins with {state.point}, before any choice")


def _later(point: Point, after: Step) -> bool:
    """Whether a step stands at a later point of a turn than this one."""
    return after.state.point in IN_TURN and IN_TURN.index(after.state.point) > IN_TURN.index(point)


@check
def words_come_before_choices(walk: Walk) -> Iterator[Wrong]:
    """After the words of a turn come its choices, on the same event; no turn has words twice."""
    for step, after in walk.moves:
        words = step.state.point is Point.WORD
        if words and (after.state.point, after.state.event) != (Point.CHOOSE, step.state.event):
            yield wrong(after, f"came after the words on {step.state.event}, not their choices")


@check
def turns_within_pack(walk: Walk) -> Iterator[Wrong]:
    """No decision falls after the pack's last turn."""
    for step in walk.points:
        if not 1 <= step.state.turn <= walk.game.pack.turns:
            yield wrong(step, f"the pack has {walk.game.pack.turns} turns")


@check
def outlook_has_all_its_steps(walk: Walk) -> Iterator[Wrong]:
    """The outlook runs its twelve steps after the last turn, however early that came."""
    for step, after in walk.moves:
        if after.terminal and after.state.turn != step.state.turn + OUTLOOK_STEPS:
            yield wrong(after, f"the last turn was {step.state.turn}, the outlook has {OUTLOOK_STEPS} steps")


CHECKS = (
    legal_actions_exactly_when_to_move,
    terminal_has_no_mover,
    terminal_is_the_end_point,
    movers_sorted_and_seated,
    movers_are_those_asked,
    turns_go_up_by_one,
    points_in_order,
    words_come_before_choices,
    turns_within_pack,
    outlook_has_all_its_steps,
)
