"""A fault of the engine or the loader for each property: a patch of one function, and the pack that shows it."""

from collections.abc import Callable

import pytest
from attrs import evolve, frozen

from dosmesas.engine import game, generate, returns, turn
from dosmesas.engine.game import Game
from dosmesas.engine.generate import Writer
from dosmesas.engine.slots import PackSlots
from dosmesas.lang.nodes import Not
from dosmesas.load import world
from dosmesas.load.effects import EffectReader
from dosmesas.load.fields import Fields
from dosmesas.load.folders import Folder
from dosmesas.model.events import Event
from dosmesas.model.rules import Ruleset

Break = Callable[[pytest.MonkeyPatch], None]


@frozen
class Fault:
    """What is broken, the pack of tests/small that shows it, and how."""

    what: str
    pack: str
    make: Break


def wrapped(owner: object, name: str, body: Callable[..., object]) -> Break:
    """A function in whose place another is called, which is given the true one first."""
    true = getattr(owner, name)
    return lambda patch: patch.setattr(owner, name, lambda *given, **more: body(true, *given, **more))


def without_last(true: Callable[..., list], *given: object) -> list:
    """A list that ends one too early."""
    found = true(*given)
    return found[:-1] if len(found) > 1 else found


def rules_without_last(true, self, subfolder: str) -> list:
    return without_last(true, self, subfolder) if subfolder == "dynamics" else true(self, subfolder)


def entries_without_last_bulletin(true, self, key, **more):
    return true(self, key, **more)[: -1 if key == "bulletins" else None]


def seeded_by(count: Callable[[object], int]) -> Break:
    """Chance drawn in sequence: what is drawn hangs on how many things there are."""

    def drawn(true, tables, world, seed, happened):
        return true(tables, world, seed + count(tables.pack), happened)

    return wrapped(turn, "next_event", drawn)


def lossy(true, numerator: int, denominator: int) -> int:
    found = true(numerator, denominator)
    return found if abs(found) >= 3000 else 0


def down(true, numerator: int, denominator: int) -> int:
    return numerator // denominator


def down_in_code(true, product: str, divisor: int) -> str:
    return f"(({product}) // {divisor})"


def with_first_goal_only(true, fields, name):
    return true(fields, name)[:1]


def whole_or_least(true, self, key, **more):
    return true(self, key, **more) if key in self.node.values else self.shape.keys[key].value.low


def first_of_two_denials(true, node, names):
    inner = node.operand if isinstance(node, Not) else None
    return true(inner if isinstance(inner, Not) else node, names)


def unhalved(true, self, name, by, effects, **more):
    return true(self, name, by, effects, **{**more, "halved": False})


def no_otherwise(true, self, effect, path):
    return true(self, evolve(effect, otherwise=()), path)


def to_the_first(true, tables, state):
    found = true(tables, state)
    return {seat: value + (place == 0) for place, (seat, value) in enumerate(found.items())}


def of_the_first(true, tables, state):
    return next(iter(returns.returns(tables, state).values()))


def one_of_two(true, program, world, opened, made, seed, blocks):
    return true(program, world, opened, made, seed, [*blocks][:1])


def best_goal(true, office, numbers):
    return max(returns.goal_points(goal, numbers[goal.indicator]) for goal in office.goals)


def by_title(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Event, "first", property(lambda self: self.title("en")))


def by_new_name(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Event, "first", property(lambda self: self.id))


def shared_belief(true, self, view):
    return {
        name: belief * (100 - len(self.dossier.claims)) // 100 for name, belief in true(self, view).items()
    }


def read_from_three(true, self, name: str) -> str:
    text = true(self, name)
    return min(text, "v[2]") if text.startswith("v[") else text


FAULTS: dict[str, Fault] = {
    "order-of-files": Fault(
        "the last file of rules is forgotten", "harbour", wrapped(Folder, "files", rules_without_last)
    ),
    "order-of-keys": Fault(
        "the first goal alone is read", "harbour", wrapped(world, "read_goals", with_first_goal_only)
    ),
    "order-of-entries": Fault(
        "the last bulletin is forgotten", "regatta", wrapped(Fields, "entries", entries_without_last_bulletin)
    ),
    "order-of-effects": Fault(
        "the last effect is forgotten", "harbour", wrapped(EffectReader, "effects", without_last)
    ),
    "order-of-options": Fault(
        "the last option is never offered", "harbour", wrapped(Game, "legal_actions", without_last)
    ),
    "other-words": Fault("events are drawn by their titles", "regatta", by_title),
    "never-comes": Fault(
        "draws hang on how many events there are", "regatta", seeded_by(lambda pack: len(pack.events))
    ),
    "never-open": Fault(
        "nobody asks what an option requires", "harbour", wrapped(Game, "_is_open", lambda *given: True)
    ),
    "cited-by-nobody": Fault(
        "belief is shared out among all claims", "harbour", wrapped(Ruleset, "beliefs", shared_belief)
    ),
    "moved-by-nobody": Fault(
        "only three indicators are told apart", "harbour", wrapped(PackSlots, "name", read_from_three)
    ),
    "asked-by-nobody": Fault(
        "draws hang on how many sit at the table", "regatta", seeded_by(lambda pack: len(pack.seats))
    ),
    "effect-in-two": Fault("small amounts are lost", "harbour", wrapped(generate, "half_even", lossy)),
    "always-holds": Fault(
        "what comes otherwise is forgotten", "harbour", wrapped(Writer, "_when", no_otherwise)
    ),
    "conditions-said-otherwise": Fault(
        "of two denials one counts", "harbour", wrapped(generate, "source", first_of_two_denials)
    ),
    "amounts-said-otherwise": Fault(
        "expressions are rounded down", "regatta", wrapped(generate, "rounded", down_in_code)
    ),
    "usual-written-out": Fault(
        "what is left out is the least there may be", "regatta", wrapped(Fields, "whole", whole_or_least)
    ),
    "new-ids": Fault("events are drawn by their new ids", "regatta", by_new_name),
    "seats-change-places": Fault(
        "the first seat is favoured", "ranked", wrapped(game, "returns", to_the_first)
    ),
    "countries-change-places": Fault(
        "what both got is what the first got", "harbour", wrapped(game, "joint", of_the_first)
    ),
    "alike-seats": Fault(
        "of two choices the first is carried out", "harbour", wrapped(turn, "stage", one_of_two)
    ),
    "half-believed": Fault("amounts are rounded down", "regatta", wrapped(generate, "half_even", down)),
    "goals-in-two": Fault("the best goal counts alone", "harbour", wrapped(returns, "points", best_goal)),
    "shorter-games": Fault(
        "draws hang on how long a game lasts", "regatta", seeded_by(lambda pack: pack.turns)
    ),
}
"""By property."""

MORE: dict[str, Fault] = {
    "half-believed: expressions": Fault(
        "amounts that are computed are rounded down", "regatta", wrapped(generate, "rounded", down_in_code)
    ),
    "half-believed: watered down": Fault(
        "what is watered down comes in full", "parley", wrapped(Writer, "block", unhalved)
    ),
}
"""Further ones, by property and what they concern."""
