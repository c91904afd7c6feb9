"""A broken twin for every check of turns, agenda, actions, refusals and endings."""

from collections import Counter
from collections.abc import Callable, Mapping

from attrs import evolve

from dosmesas.engine.game import Game, Transition
from dosmesas.engine.state import Point, State
from tests.testing.breaking import Build, method, rules, state

Apply = Callable[[State, Mapping[str, str]], Transition]


def at_end(**changes: object) -> Build:
    """The last state is another one."""
    return state(lambda one: evolve(one, **changes) if one.point is Point.END else one)


def came(*more: tuple[str, int]) -> Build:
    """In turn 2 more is said to have come."""
    return state(lambda one: evolve(one, happened=(*more, *one.happened)) if one.turn == 2 else one)


def legal(spoil: Callable[[tuple[str, ...], State], tuple[str, ...]]) -> Build:
    """Other legal actions, for those who have any."""
    return method("legal_actions", lambda true, game, found, seat: spoil(true(found, seat), found))


def after(spoil: Callable[[Transition, State, Mapping[str, str]], State]) -> Build:
    """Applying actions leads elsewhere."""

    def apply(true: Apply, game: Game, found: State, actions: Mapping[str, str]) -> Transition:
        reached = true(found, actions)
        return evolve(reached, state=spoil(reached, found, actions))

    return method("apply", apply)


def lenient(mend: Callable[[Game, State, Mapping[str, str]], Mapping[str, str]]) -> Build:
    """Actions are mended in silence before they are applied."""
    return method("apply", lambda true, game, found, actions: true(found, mend(game, found, actions)))


def all_options(true: Callable[..., tuple[str, ...]], game: Game, found: State, seat: str) -> tuple[str, ...]:
    if found.point is not Point.CHOOSE:
        return true(found, seat)
    return tuple(one.id for one in game.pack.events[found.event].seats.get(seat, ()))


def forgetful(true: Callable[..., tuple[str, ...]], game: Game, found: State, seat: str) -> tuple[str, ...]:
    ASKED[found, seat] += 1
    return true(found, seat)[ASKED[found, seat] > 1 :]


ASKED = Counter[tuple[State, str]]()
CALLS = iter(range(10**6))


def refusing(true: Apply, game: Game, found: State, actions: Mapping[str, str]) -> Transition:
    if "start/protest" in actions.values():
        raise KeyError("start/protest")
    return true(found, actions)


def writing(true: Apply, game: Game, found: State, actions: Mapping[str, str]) -> Transition:
    reached = true(found, actions)
    object.__setattr__(found, "made", found.made + 1)
    return reached


def standing_still(true: Apply, game: Game, found: State, actions: Mapping[str, str]) -> Transition:
    return Transition(found, ()) if found.point is Point.END else true(found, actions)


def only_known(game: Game, found: State, actions: Mapping[str, str]) -> Mapping[str, str]:
    legal_of = {seat: game.legal_actions(found, seat) or (action,) for seat, action in actions.items()}
    return {seat: one if one in legal_of[seat] else legal_of[seat][0] for seat, one in actions.items()}


def filled_in(game: Game, found: State, actions: Mapping[str, str]) -> Mapping[str, str]:
    return {seat: game.legal_actions(found, seat)[0] for seat in game.to_move(found)} | dict(actions)


def left_out(game: Game, found: State, actions: Mapping[str, str]) -> Mapping[str, str]:
    return {seat: action for seat, action in actions.items() if seat in game.to_move(found)}


def two_turns(pack):
    return evolve(pack, turns=2)


def nine_turns(pack):
    return evolve(pack, turns=9)


def unconditional(pack):
    return evolve(pack, events={name: evolve(one, when=None) for name, one in pack.events.items()})


def words_again(reached: Transition, found: State, actions: Mapping[str, str]) -> State:
    return evolve(reached.state, point=Point.WORD) if found.point is Point.WORD else reached.state


def words_that_move(reached: Transition, found: State, actions: Mapping[str, str]) -> State:
    moved = reached.state.values[0] + 1, *reached.state.values[1:]
    return evolve(reached.state, values=moved) if found.point is Point.WORD else reached.state


def named_first(reached: Transition, found: State, actions: Mapping[str, str]) -> State:
    return evolve(reached.state, made=reached.state.made + ([*actions] != sorted(actions)))


def only_one(true: Callable[[State], tuple[str, ...]], game: Game, found: State) -> tuple[str, ...]:
    return true(found)[:1] if found.point is Point.CHOOSE else true(found)


def still_moving(true: Callable[[State], tuple[str, ...]], game: Game, found: State) -> tuple[str, ...]:
    return true(found) or game.pack.seats


TWINS: dict[str, Build] = {
    "legal-actions-exactly-when-to-move": legal(lambda true, found: true or ("wait",)),
    "terminal-has-no-mover": method("to_move", still_moving),
    "terminal-is-the-end-point": method("is_terminal", lambda true, game, found: found.turn > 1),
    "movers-sorted-and-seated": method("to_move", lambda true, game, found: true(found)[::-1]),
    "movers-are-those-asked": method("to_move", only_one),
    "turns-go-up-by-one": state(lambda one: evolve(one, turn=one.turn + 1)),
    "words-come-before-choices": after(words_again),
    "turns-within-pack": rules(nine_turns),
    "outlook-has-all-its-steps": at_end(turn=15),
    "event-is-the-packs": at_end(event="start"),
    "fixed-event-comes-in-its-turn": state(lambda one: evolve(one, event="start") if one.turn == 2 else one),
    "event-comes-where-its-condition-holds": rules(unconditional),
    "event-comes-once-unless-it-repeats": came(("start", 1)),
    "bulletin-comes-once": came(("gulls-a", 2), ("gulls-a", 2)),
    "at-most-four-bulletins": came(*((f"gulls-{letter}", 2) for letter in "abcde")),
    "dated-bulletin-comes-in-its-turn": came(("gulls-a", 1)),
    "happened-only-grows": state(lambda one: evolve(one, happened=one.happened[-1:])),
    "legal-actions-are-distinct": legal(lambda true, found: (*true, *true)),
    "legal-options-are-those-that-hold": method("legal_actions", all_options),
    "legal-words-are-on-own-deals": legal(
        lambda true, found: true[:-1] if found.point is Point.WORD else true
    ),
    "every-legal-action-applies": method("apply", refusing),
    "decisions-recorded-once": after(
        lambda reached, found, _: evolve(reached.state, decisions=reached.state.decisions[:-1])
    ),
    "words-move-nothing": after(words_that_move),
    "apply-leaves-its-input-alone": method("apply", writing),
    "apply-is-deterministic": after(lambda reached, found, _: evolve(reached.state, made=next(CALLS))),
    "order-of-actions-does-not-matter": after(named_first),
    "asking-changes-nothing": method("legal_actions", forgetful),
    "illegal-action-refused": lenient(only_known),
    "missing-seat-refused": lenient(filled_in),
    "extra-seat-refused": lenient(left_out),
    "nothing-applies-after-the-end": method("apply", standing_still),
    "every-game-ends": method("is_terminal", lambda true, game, found: False),
    "ending-is-declared": at_end(ending="happily"),
    "ending-is-the-first-that-holds": at_end(ending="shared-sea"),
    "only-an-ending-of-now-ends-early": rules(two_turns),
    "last-values-are-kept": state(lambda one: evolve(one, at_last=one.values) if one.ending else one),
    "returns-for-every-seat": method("returns", lambda true, game, found: dict([*true(found).items()][1:])),
    "returns-within-bounds": method(
        "returns", lambda true, game, found: {seat: value / 1000 for seat, value in true(found).items()}
    ),
    "joint-return-not-above-means": method(
        "joint_return", lambda true, game, found: max(game.returns(found).values()) + 1
    ),
}
