"""A broken twin for every check of states, replays, numbers, receipts, causes and secrecy."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.engine.game import Game, Transition
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.state import Point, State
from tests.testing.breaking import (
    COUNTER,
    Build,
    Twin,
    boundless,
    first,
    knowledge,
    ledger,
    method,
    of,
    receipt,
    rules,
    state,
)

CHANGE, LIMIT, FLAG = ReceiptKind.CHANGE, ReceiptKind.LIMIT, ReceiptKind.FLAG
SCHEDULED, DRAWN = ReceiptKind.SCHEDULED, ReceiptKind.DRAWN
BEGUN = iter(range(10**6))


@frozen(slots=False)
class Larger(State):
    """A state that knows something more than states do."""

    more: int = 1


def copied(kind: type[State], one: State) -> State:
    return kind(**{name: getattr(one, name) for name in State.__annotations__})


class Remembering(Twin):
    """Keeps what it needs beside the state, where no file finds it."""

    def apply(self, found: State, actions: Mapping[str, str]) -> Transition:
        reached = super().apply(found, actions)
        known = "memory" in found.__dict__
        return reached if known else evolve(reached, state=evolve(reached.state, made=99))

    def state_of(self, one: State) -> State:
        object.__setattr__(one, "memory", 1)
        return one


def of_kind(*kinds: ReceiptKind, **changes: object) -> Build:
    """Receipts of some kinds say other things."""
    return receipt(lambda one: evolve(one, **changes) if one.kind in kinds else one)


def swapped(one: Receipt) -> Receipt:
    return evolve(one, stage={"enact": "drift", "drift": "enact"}.get(one.stage, one.stage))


def numbered_in_the_next_turn(one: Receipt) -> Receipt:
    return evolve(one, id=f"{one.turn + 1}.{one.id.partition('.')[2]}")


def limits_that_come_of_changes(found: list[Receipt]) -> list[Receipt]:
    change = next((one.id for one in found if one.kind is CHANGE), "")
    return [evolve(one, cause=change) if one.kind is LIMIT else one for one in found]


def counted_wrong(values: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(value + (slot == COUNTER) for slot, value in enumerate(values))


def late(one: Receipt) -> Receipt:
    return evolve(one, stage="drift") if one.cause and one.stage == "enact" else one


TWINS: dict[str, Build] = {
    "state-is-plain-data": state(lambda one: evolve(one, values=tuple(value * 1.0 for value in one.values))),
    "state-is-frozen-and-hashable": state(lambda one: evolve(one, happened=[*one.happened])),
    "no-state-comes-twice": method(
        "apply",
        lambda true, game, found, actions: (
            Transition(found, ()) if found.point is Point.WORD else true(found, actions)
        ),
    ),
    "seed-is-kept": state(lambda one: evolve(one, seed=99)),
    "state-has-every-slot": state(lambda one: evolve(one, opened=one.opened[1:])),
    "serialise-and-back": state(lambda one: copied(Larger, one)),
    "read-state-plays-on": of(Remembering),
    "same-seed-same-beginning": method(
        "new_initial_state", lambda true, game, seed: Game.begin(game, seed + 1).state
    ),
    "same-seed-same-game": method(
        "begin", lambda true, game, seed: evolve(one := true(seed), state=evolve(one.state, made=next(BEGUN)))
    ),
    "history-rebuilds-the-state": state(
        lambda one: evolve(
            one, decisions=tuple(made for made in one.decisions if made.point is not Point.WORD)
        )
    ),
    "other-seed-other-state": method("begin", lambda true, game, seed: true(1)),
    "values-within-range": rules(boundless),
    "max-step-kept": rules(boundless),
    "counters-are-whole": state(lambda one: evolve(one, values=counted_wrong(one.values))),
    "receipts-sum-to-values": state(lambda one: evolve(one, values=first(one.values, 1))),
    "only-change-and-limit-move-numbers": ledger(lambda all_of: [one for one in all_of if not one.moves]),
    "opened-is-how-the-turn-began": state(lambda one: evolve(one, opened=one.values)),
    "limits-cut-what-is-too-much": receipt(
        lambda one: evolve(one, applied=one.applied * 2) if one.kind is LIMIT else one
    ),
    "flags-follow-receipts": state(lambda one: evolve(one, flags=tuple(not flag for flag in one.flags))),
    "receipt-ids-unique": ledger(lambda all_of: all_of[:1] + all_of),
    "receipt-ids-in-order": ledger(lambda all_of: all_of[::-1]),
    "made-counts-the-receipts": state(lambda one: evolve(one, made=one.made + 1)),
    "receipts-belong-to-their-turn": receipt(numbered_in_the_next_turn),
    "stages-in-order": receipt(swapped),
    "by-is-known": receipt(lambda one: evolve(one, by="weather")),
    "each-stage-has-its-owners": of_kind(CHANGE, by="start/protest"),
    "kinds-name-what-they-move": of_kind(SCHEDULED, DRAWN, indicator="stock"),
    "no-receipt-of-nothing": of_kind(CHANGE, applied=0),
    "flags-and-draws-are-yes-or-no": of_kind(FLAG, DRAWN, applied=2),
    "every-change-cites": receipt(lambda one: evolve(one, claims=())),
    "citations-known": of_kind(CHANGE, claims=("hearsay",)),
    "causes-come-earlier": receipt(lambda one: evolve(one, cause=one.id)),
    "causes-are-draws-or-delays": ledger(limits_that_come_of_changes),
    "draws-lead-at-once": receipt(late),
    "scheduled-lands-in-its-turn": receipt(
        lambda one: evolve(one, applied=one.applied + 1) if one.kind is SCHEDULED else one
    ),
    "delays-look-ahead": receipt(lambda one: evolve(one, applied=one.turn) if one.kind is SCHEDULED else one),
    "what-is-scheduled-is-pending": state(lambda one: evolve(one, pending=one.pending[1:])),
    "pending-is-an-effect-of-the-pack": state(
        lambda one: evolve(one, pending=tuple(evolve(on_way, after="x~1") for on_way in one.pending))
    ),
    "what-lands-is-told": ledger(
        lambda all_of: [one for one in all_of if not (one.cause and one.stage == "brief")]
    ),
    "hidden-is-not-observed": knowledge(lambda info, one: evolve(info, event=f"{one.values}")),
    "seed-is-not-observed": knowledge(lambda info, one: evolve(info, event=f"{one.seed}")),
    "pending-is-not-observed": knowledge(lambda info, one: evolve(info, event=f"{len(one.pending)}")),
    "observed-values-are-true": knowledge(lambda info, one: evolve(info, values=info.values[1:])),
    "observed-legal-is-legal": knowledge(lambda info, one: evolve(info, legal=info.legal[1:])),
    "observed-record-is-true": knowledge(lambda info, one: evolve(info, decisions=info.decisions[1:])),
    "observation-is-plain-bytes": knowledge(
        lambda info, one: evolve(info, values=tuple((name, value / 1000) for name, value in info.values))
    ),
}
