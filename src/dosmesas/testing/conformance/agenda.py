"""What comes onto the table: events and bulletins."""

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from dosmesas.lang.evaluate import evaluate
from dosmesas.model.limits import BULLETINS_A_TURN
from dosmesas.testing.conformance.check import Wrong, check, wrong
from dosmesas.testing.conformance.walk import Step, Walk


@check
def event_is_the_packs(walk: Walk) -> Iterator[Wrong]:
    """Every decision point has an event of the pack, and that it came is recorded last; the end has none."""
    for step in walk.steps:
        state = step.state
        if step.terminal and state.event:
            yield wrong(step, f"the game is over, and the event is {state.event}")
        known = state.event in walk.game.pack.events and state.happened[-1:] == ((state.event, state.turn),)
        if not step.terminal and not known:
            yield wrong(step, f"the event is '{state.event}', and the last that came {state.happened[-1:]}")


@check
def fixed_event_comes_in_its_turn(walk: Walk) -> Iterator[Wrong]:
    """An event with a `turn` comes in that turn, and in no other."""
    fixed = {one.id: one.turn for one in walk.game.pack.events.values() if one.turn is not None}
    for step in walk.points:
        due = next((name for name, turn in fixed.items() if turn == step.state.turn), step.state.event)
        if due != step.state.event:
            yield wrong(step, f"{due} is fixed for this turn, and {step.state.event} came")
        if fixed.get(step.state.event, step.state.turn) != step.state.turn:
            yield wrong(step, f"{step.state.event} is fixed for turn {fixed[step.state.event]}")


@check
def event_comes_where_its_condition_holds(walk: Walk) -> Iterator[Wrong]:
    """An event that the agenda draws has a `when` that holds as it comes, or has none."""
    for step, after in _openings(walk):
        event, scene = walk.game.pack.events.get(after.state.event), walk.game.tables.scene(after.state)
        came = {name: turn for name, turn in scene.events.items() if (name, turn) != after.state.happened[-1]}
        if event is None or event.when is None or event.turn is not None or event.repeats:
            continue
        if not evaluate(event.when, evolve(scene, events=came)):
            told = f"after turn {step.state.turn}" if step else "at the beginning"
            yield wrong(after, f"{event.id} came {told}, and its condition does not hold")


def _openings(walk: Walk) -> Iterator[tuple[Step | None, Step]]:
    """The first step of each turn, with the step before it."""
    for number, after in enumerate(walk.steps):
        step = walk.steps[number - 1] if number else None
        if not after.terminal and (step is None or step.state.turn != after.state.turn):
            yield step, after


@check
def event_comes_once_unless_it_repeats(walk: Walk) -> Iterator[Wrong]:
    """No event comes twice but the pack's fallback."""
    repeating = {one.id for one in walk.game.pack.events.values() if one.repeats}
    for step in walk.steps:
        for name, times in Counter(name for name, _ in step.state.happened).items():
            if times > 1 and name in walk.game.pack.events and name not in repeating:
                yield wrong(step, f"{name} has come {times} times")


@check
def bulletin_comes_once(walk: Walk) -> Iterator[Wrong]:
    """No bulletin comes twice."""
    for step in walk.steps:
        for name, times in Counter(name for name, _ in step.state.happened).items():
            if times > 1 and name in walk.game.pack.bulletins:
                yield wrong(step, f"{name} has come {times} times")


@check
def at_most_four_bulletins(walk: Walk) -> Iterator[Wrong]:
    """A turn has no more bulletins than a player reads."""
    for step in walk.steps:
        news = Counter(turn for name, turn in step.state.happened if name in walk.game.pack.bulletins)
        for turn, count in news.items():
            if count > BULLETINS_A_TURN:
                yield wrong(step, f"turn {turn} had {count} bulletins")


@check
def dated_bulletin_comes_in_its_turn(walk: Walk) -> Iterator[Wrong]:
    """A bulletin with a `turn` comes in that turn or not at all."""
    dates = {one.id: one.turn for one in walk.game.pack.bulletins.values() if one.turn is not None}
    for step in walk.steps:
        for name, turn in step.state.happened:
            if dates.get(name, turn) != turn:
                yield wrong(step, f"{name} came in turn {turn}; its turn is {dates[name]}")


@check
def happened_only_grows(walk: Walk) -> Iterator[Wrong]:
    """What has come stays on record, in its order, and is known to the pack."""
    known = {*walk.game.pack.events, *walk.game.pack.bulletins}
    for step, after in walk.moves:
        before, now = step.state.happened, after.state.happened
        if now[: len(before)] != before:
            yield wrong(after, f"what had come was {before}, and is {now}")
        if strangers := {name for name, _ in now} - known:
            yield wrong(after, f"no event or bulletin of the pack: {', '.join(sorted(strangers))}")


CHECKS = (
    event_is_the_packs,
    fixed_event_comes_in_its_turn,
    event_comes_where_its_condition_holds,
    event_comes_once_unless_it_repeats,
    bulletin_comes_once,
    at_most_four_bulletins,
    dated_bulletin_comes_in_its_turn,
    happened_only_grows,
)
