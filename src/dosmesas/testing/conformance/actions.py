"""What may be done, and what doing it leaves alone."""

from collections.abc import Iterator, Mapping

from attrs import asdict

from dosmesas.engine.deals import legal_options
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Transition
from dosmesas.engine.state import DECLINE, SILENT, Point
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Step, Walk


@check
def legal_actions_are_distinct(walk: Walk) -> Iterator[Wrong]:
    """No action is offered to a seat twice."""
    for step in walk.steps:
        for seat, legal in step.legal.items():
            if len({*legal}) != len(legal):
                yield wrong(step, f"{seat} is offered {legal}")


@check
def legal_options_are_those_that_hold(walk: Walk) -> Iterator[Wrong]:
    """At `choose` a seat may take exactly its options whose `requires` holds, as the author listed them."""
    for step in walk.points:
        if step.state.point is Point.CHOOSE:
            event, scene = walk.game.pack.events[step.state.event], walk.game.tables.scene(step.state)
            for seat in step.movers:
                holding = tuple(one.id for one in legal_options(event, seat, scene))
                if step.legal[seat] != holding:
                    yield wrong(step, f"{seat} may {step.legal[seat]}; what holds is {holding}")


@check
def legal_words_are_on_own_deals(walk: Walk) -> Iterator[Wrong]:
    """At `word` a seat may give its word on a deal that it is party to, decline, or say nothing."""
    for step in walk.points:
        if step.state.point is Point.WORD:
            deals = walk.game.pack.events[step.state.event].deals
            for seat in step.movers:
                own = {deal.id for deal in deals if deal.option_of(seat)}
                legal = step.legal[seat]
                if legal[-2:] != (DECLINE, SILENT) or not legal[:-2] or not {*legal[:-2]} <= own:
                    yield wrong(step, f"{seat} may say {legal}; its deals are {sorted(own)}")


@check
def every_legal_action_applies(walk: Walk) -> Iterator[Wrong]:
    """Each legal action of each seat can be taken, and is then on record."""
    for step in walk.points:
        for seat in step.movers:
            for action in step.legal[seat]:
                try:
                    after = _applied(walk, step, {**step.actions, seat: action}).state
                except Exception as error:  # noqa: BLE001 - whatever it raises, the action was legal
                    yield wrong(step, f"{seat} could not take {action}: {type(error).__name__}: {error}")
                    continue
                made = after.decisions[len(step.state.decisions) :]
                if not any((one.seat, one.action) == (seat, action) for one in made):
                    yield wrong(step, f"{seat} took {action}, and on record are {made}")


@check
def decisions_recorded_once(walk: Walk) -> Iterator[Wrong]:
    """The record grows by the actions just taken: one a seat, sorted, with their turn and point."""
    for step, after in walk.moves:
        state = step.state
        taken = [(state.turn, state.point, seat, step.actions[seat]) for seat in sorted(step.actions)]
        made = [(one.turn, one.point, one.seat, one.action) for one in after.state.decisions]
        before = [(one.turn, one.point, one.seat, one.action) for one in state.decisions]
        if made != before + taken:
            yield wrong(after, f"{taken} was done, and the record grew by {made[len(before) :]}")


@check
def words_move_nothing(walk: Walk) -> Iterator[Wrong]:
    """What is said changes no number, no flag and no delay, and writes no receipt."""
    for step, after in walk.moves:
        if step.state.point is Point.WORD:
            old, new = step.state, after.state
            same = (old.values, old.opened, old.flags, old.pending, old.made) == (
                new.values,
                new.opened,
                new.flags,
                new.pending,
                new.made,
            )
            if after.receipts or not same:
                yield wrong(after, f"words were said, and {len(after.receipts)} receipts were written")


@check
def arguments_move_nothing(walk: Walk) -> Iterator[Wrong]:
    """Until a turn is carried out nothing that is chosen or argued changes anything or writes a receipt."""
    for step, after in walk.moves:
        old, new = step.state, after.state
        same = (old.values, old.opened, old.flags, old.pending, old.made, old.happened) == (
            new.values,
            new.opened,
            new.flags,
            new.pending,
            new.made,
            new.happened,
        )
        if new.turn == old.turn and new.point in ARGUING and (after.receipts or not same):
            yield wrong(after, f"{old.point} was over, and {len(after.receipts)} receipts were written")


@check
def apply_leaves_its_input_alone(walk: Walk) -> Iterator[Wrong]:
    """A state and the actions are the same after they were applied as before."""
    for step in walk.points:
        before, digest, given = asdict(step.state), step.state.digest(), dict(step.actions)
        walk.game.apply(step.state, given)
        if (asdict(step.state), step.state.digest()) != (before, digest):
            yield wrong(step, "apply changed the state that it was given")
        if given != step.actions:
            yield wrong(step, f"apply was given {step.actions} and left {given}")


@check
def apply_is_deterministic(walk: Walk) -> Iterator[Wrong]:
    """The same actions in the same state lead to the same state by the same receipts, each time."""
    for step, after in walk.moves:
        again = _applied(walk, step, step.actions)
        if again.state != after.state:
            yield wrong(after, "the same actions led to another state the second time")
        elif tuple(again.receipts) != after.receipts:
            yield wrong(after, "the same actions left other receipts the second time")


@check
def order_of_actions_does_not_matter(walk: Walk) -> Iterator[Wrong]:
    """Seats act all at once: it is nothing to the game who is named first."""
    for step, after in walk.moves:
        turned = dict(reversed([*step.actions.items()]))
        if _applied(walk, step, turned).state != after.state:
            yield wrong(after, f"another state was reached when the actions came as {turned}")


@check
def asking_changes_nothing(walk: Walk) -> Iterator[Wrong]:
    """Asked again after the game has gone on, a state has the same movers, legal actions and knowledge."""
    for step in walk.steps:
        if walk.game.to_move(step.state) != step.movers:
            yield wrong(step, "asked again, other seats are to move")
        for seat, legal in step.legal.items():
            if walk.game.legal_actions(step.state, seat) != legal:
                yield wrong(step, f"asked again, {seat} has other legal actions")
        for seat, seen in step.seen.items():
            if walk.game.information_state(step.state, seat) != seen:
                yield wrong(step, f"asked again, {seat} knows other things")


def _applied(walk: Walk, step: Step, actions: Mapping[str, str]) -> Transition:
    return walk.game.apply(step.state, {**actions})


CHECKS = (
    legal_actions_are_distinct,
    legal_options_are_those_that_hold,
    legal_words_are_on_own_deals,
    every_legal_action_applies,
    decisions_recorded_once,
    words_move_nothing,
    arguments_move_nothing,
    apply_leaves_its_input_alone,
    apply_is_deterministic,
    order_of_actions_does_not_matter,
    asking_changes_nothing,
)
