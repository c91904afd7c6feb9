"""Belief in the claims of an effect is how much of its amount counts, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from dosmesas.bots.random import RandomBot
from dosmesas.engine.belief import share
from dosmesas.engine.game import Game
from dosmesas.engine.generate import HALF
from dosmesas.engine.playout import playout
from dosmesas.engine.program import Program, World
from dosmesas.engine.receipts import Entry, ReceiptKind
from dosmesas.engine.stages import stage
from dosmesas.engine.state import State
from dosmesas.lang.nodes import Node
from dosmesas.model.effects import Change, walk
from dosmesas.model.expressions import owners
from dosmesas.model.rules import Pack, Worldview
from dosmesas.testing.metamorphic.material import Material
from dosmesas.testing.metamorphic.property import Wrong, named
from dosmesas.text.number import half_even, signed

_WHOLE, _HALF = 100, 50
CHANGE = ReceiptKind.CHANGE
Amounts = Mapping[Node, int]
"""What was added, by the amount that says so: a node equals itself only."""


@named
def half_believed(material: Material, seeds: Sequence[int]) -> Iterator[Wrong]:
    """Where all is believed by half each amount is halved, half-even in thousandths; watered down, again."""
    pack = material.pack
    view = next(iter(pack.ruleset.worldviews.values()))
    rehearsal = _Rehearsal(pack, _believing(pack, view, _WHOLE), _believing(pack, view, _HALF))
    for number, seed in enumerate(seeds):
        state = rehearsal.state(seed, 1 + number % pack.turns)
        found = next(rehearsal.wrong(state), None)
        if found is not None:
            effect, text = found
            yield Wrong(seed, view.id, state.turn, text, effect.where, "all claims are believed by half")
            return


def _believing(pack: Pack, view: Worldview, belief: int) -> Game:
    return Game(pack, evolve(view, article=belief, rivals=belief, beliefs={}))


@frozen(eq=False)
class _Rehearsal:
    """Every effect of a pack, tried out in the states of games: believed in full, and by half."""

    pack: Pack
    full: Game
    half: Game
    effects: Mapping[Node, Change] = field(init=False)

    @effects.default
    def _effects(self) -> Mapping[Node, Change]:
        every = (effect for _, _, effects in owners(self.pack) for effect in walk(effects))
        return {one.amount: one for one in every if isinstance(one, Change)}

    def state(self, seed: int, turn: int) -> State:
        """Where a random game stands in a turn, or before it ends."""
        path = playout(self.half, seed, RandomBot(seed).choose)
        return next((one.state for one in path if one.state.turn == turn), path[-2].state)

    def wrong(self, state: State) -> Iterator[tuple[Change, str]]:
        """The effects that do not add what they should, with what they add."""
        full, half = self.full.tables, self.half.tables
        for key in full.program.blocks.owned():
            amounts = _done(full.program, key, state)
            for tables, watered in ((half, ""), (full, HALF), (half, HALF)):
                found = _done(tables.program, watered + key, state)
                yield from self._compared(amounts, found, tables.belief, watered)
        drifted = _drifted(half.program, state)
        yield from self._compared(_drifted(full.program, state), drifted, half.belief, "")

    def _compared(
        self, full: Amounts, found: Amounts, belief: Mapping[str, int], watered: str
    ) -> Iterator[tuple[Change, str]]:
        for amount in {**full, **found}:
            effect, whole = self.effects[amount], full.get(amount, 0)
            wanted = half_even(whole * share(effect, belief), _WHOLE)
            if watered and not effect.counted:
                wanted = half_even(wanted, 2)
            added = found.get(amount, 0)
            if added != wanted:
                of_it = f"{'watered down, ' if watered else ''}of {signed(whole)}"
                yield effect, f"{effect.indicator} moves by {signed(added)}, not {signed(wanted)}, {of_it}"


def _done(program: Program, key: str, state: State) -> Amounts:
    """What the effects of a block add as a state is, by their amounts."""
    due = [(program.blocks[key], 0)]
    _, _, entries, _ = stage(program, _world(program, state), state.opened, 0, state.seed, due)
    return _added(program, entries)


def _drifted(program: Program, state: State) -> Amounts:
    _, _, entries, _ = program.drift(_world(program, state), state.opened, 0, state.seed)
    return _added(program, entries)


def _world(program: Program, state: State) -> World:
    return state.values, state.flags, program.slots.past(state.decisions, state.happened), state.turn


def _added(program: Program, entries: Sequence[Entry]) -> Amounts:
    sites = ((program.sites[site], applied) for site, applied, _ in entries)
    return {
        site.amount: applied for site, applied in sites if site.kind is CHANGE and site.amount is not None
    }


PROPERTIES = (half_believed,)
