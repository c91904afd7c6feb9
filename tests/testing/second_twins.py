"""Further broken games for the checks that can find more than one thing wrong."""

from collections import Counter
from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.engine.game import Game, Transition
from dosmesas.engine.observe import InformationState
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import Point, State
from dosmesas.model.rules import Pack
from tests.support.making import regatta, with_admiral
from tests.testing.breaking import Build, Twin, first, knowledge, ledger, method, of, receipt, state
from tests.testing.twins_of_data import copied
from tests.testing.twins_of_play import after, at_end, came, legal

TIMES = Counter[object]()


def again(*what: object) -> bool:
    """Whether this is not the first time that it is asked."""
    TIMES[what] += 1
    return TIMES[what] > 1


class Thawed(State):
    """A state that anyone may change."""

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)


@frozen
class Restless(InformationState):
    """Knowledge that is written otherwise each time."""

    def encode(self) -> bytes:
        again("encode")
        return str(TIMES["encode",]).encode()


class Oblivious(Twin):
    """Leaves out the receipts of what it has done before."""

    def apply(self, found: State, actions: Mapping[str, str]) -> Transition:
        reached = super().apply(found, actions)
        repeated = again("apply", found, str(actions))
        return evolve(reached, told=()) if repeated else reached


class BeginsTwice(Twin):
    """Begins a seed twice, and not a third time."""

    def begin(self, seed: int) -> Transition:
        if again("begin", seed) and again("begun again", seed):
            raise RuntimeError("enough")
        return super().begin(seed)


def eating(true: object, game: Game, found: State, actions: dict[str, str]) -> Transition:
    reached = Game.apply(game, found, actions)
    actions.clear()
    return reached


def restless(info: InformationState, found: State) -> InformationState:
    return Restless(**{name: getattr(info, name) for name in InformationState.__annotations__})


def turned_second_time(true, game: Game, found: State) -> tuple[str, ...]:
    return true(found)[::-1] if again("to_move", found) else true(found)


def turn_2(**changes: object) -> Build:
    return state(lambda one: evolve(one, **changes) if one.turn == 2 else one)


def on_a_flag(info: InformationState, found: State) -> InformationState:
    return evolve(info, flags=tuple(zip("abcd", found.flags, strict=False)))


def without_the_second(found: list[Receipt]) -> list[Receipt]:
    return found[:1] + found[2:]


def first_turn(reached: Transition, found: State, actions: Mapping[str, str]) -> State:
    return evolve(reached.state, turn=1)


SECOND: dict[str, tuple[str, Build]] = {
    "turn 1 that never passes": ("turns-go-up-by-one", after(first_turn)),
    "a fixed event that does not come": (
        "fixed-event-comes-in-its-turn",
        state(lambda one: evolve(one, event="swell") if one.turn == 1 else one),
    ),
    "something has come that nobody wrote": ("happened-only-grows", came(("nowhere", 2))),
    "a decision point without an event on record": ("event-is-the-packs", turn_2(happened=())),
    "words on what is no deal": (
        "legal-words-are-on-own-deals",
        legal(lambda true, found: ("nothing", *true) if found.point is Point.WORD else true),
    ),
    "actions that are gone afterwards": ("apply-leaves-its-input-alone", method("apply", eating)),
    "receipts only the first time": ("apply-is-deterministic", of(Oblivious)),
    "movers who change places": ("asking-changes-nothing", method("to_move", turned_second_time)),
    "knowledge that grows by asking": (
        "asking-changes-nothing",
        knowledge(lambda info, found: evolve(info, turn=99) if again("info", info) else info),
    ),
    "a state that can be changed": (
        "state-is-frozen-and-hashable",
        state(lambda one: copied(Thawed, one)),
    ),
    "no third game of a seed": ("same-seed-same-game", of(BeginsTwice)),
    "a value below its range": (
        "values-within-range",
        state(lambda one: evolve(one, values=first(one.values, -(10**6)))),
    ),
    "an opening value far away": (
        "max-step-kept",
        state(lambda one: evolve(one, opened=tuple(value + 10**6 for value in one.opened))),
    ),
    "the second receipt of a turn missing": ("receipt-ids-in-order", ledger(without_the_second)),
    "a stage that there is not": ("stages-in-order", receipt(lambda one: evolve(one, stage="night"))),
    "delays twice on their way": (
        "what-is-scheduled-is-pending",
        state(lambda one: evolve(one, pending=one.pending * 2)),
    ),
    "a flag that hidden things decide": ("hidden-is-not-observed", knowledge(on_a_flag)),
    "another seat's knowledge": (
        "observed-record-is-true",
        knowledge(lambda info, found: evolve(info, seat="xx.nobody")),
    ),
    "bytes that differ each time": ("observation-is-plain-bytes", knowledge(restless)),
    "no ending at all": ("ending-is-declared", at_end(ending="")),
    "an ending before the end": ("ending-is-declared", turn_2(ending="as-before")),
    "a joint return of nothing": ("joint-return-not-above-means", method("joint_return", lambda *_: -1)),
    "an admiral who is asked for his word": (
        "movers-are-those-asked",
        method("to_move", lambda true, game, found: game.pack.seats if true(found) else ()),
    ),
}
"""What is wrong, the check that finds it, and the game."""


def pack_of(what: str) -> Pack:
    """The pack in which it shows."""
    return with_admiral() if "admiral" in what else regatta()
