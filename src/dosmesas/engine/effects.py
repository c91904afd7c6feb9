"""Carrying out effects: from the model's trees to entries in the ledger of a stage."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.engine.draws import Draws, below
from dosmesas.engine.ledger import Ledger
from dosmesas.engine.receipts import ReceiptKind
from dosmesas.engine.scene import Scene
from dosmesas.engine.state import Pending
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Node, Number
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.text.number import half_even

Saw = tuple[tuple[str, int], ...]


@frozen
class Origin:
    """Whose effects these are, which receipt led to them, and what was read on the way."""

    by: str
    cause: str = ""
    saw: Saw = ()


@frozen
class Performer:
    """Carries out effects within one stage."""

    scene: Scene
    ledger: Ledger
    draws: Draws
    seed: int
    belief: Mapping[str, int]

    def perform(self, effects: tuple[Effect, ...], origin: Origin) -> None:
        """Enter what the effects do, reading the scene as the stage began."""
        for effect in effects:
            match effect:
                case Change():
                    self._change(effect, origin)
                case SetFlag():
                    self._flag(effect, origin)
                case After():
                    self._after(effect, origin)
                case Chance():
                    self._chance(effect, origin)
                case When():
                    holds = evaluate(effect.condition, self.scene)
                    inner = evolve(origin, saw=self.seen(effect.condition, origin.saw))
                    self.perform(effect.effects if holds else effect.otherwise, inner)

    def seen(self, node: Node, before: Saw = ()) -> Saw:
        """What a condition or amount reads, after what was read before."""
        known = dict(before)
        known.update((name, self.scene.value(name)) for name in sorted(names_in(node)))
        return tuple(known.items())

    def _change(self, effect: Change, origin: Origin) -> None:
        amount = evaluate(effect.amount, self.scene)
        belief = min((self.belief[claim] for claim in effect.because), default=100)
        if belief != 100:
            amount = half_even(amount * belief, 100)
        if amount == 0:
            return
        constant = isinstance(effect.amount, Number)
        self.ledger.enter(
            ReceiptKind.CHANGE,
            origin.by,
            indicator=effect.indicator,
            applied=amount,
            claims=effect.because,
            cause=origin.cause,
            figure=effect.figure,
            saw=origin.saw if constant else self.seen(effect.amount, origin.saw),
        )

    def _flag(self, effect: SetFlag, origin: Origin) -> None:
        if bool(self.scene.value(effect.flag)) is effect.value:
            return
        self.ledger.enter(
            ReceiptKind.FLAG,
            origin.by,
            indicator=effect.flag,
            applied=int(effect.value),
            claims=effect.because,
            cause=origin.cause,
            saw=origin.saw,
        )

    def _after(self, effect: After, origin: Origin) -> None:
        due = self.ledger.turn + effect.turns
        receipt = self.ledger.enter(
            ReceiptKind.SCHEDULED, origin.by, applied=due, cause=origin.cause, saw=origin.saw
        )
        self.ledger.delay(Pending(due, effect.id, origin.by, receipt))

    def _chance(self, effect: Chance, origin: Origin) -> None:
        number = self.draws.number(self.seed, effect.id, self.ledger.turn, 0)
        happened = below(number, effect.percent)
        receipt = self.ledger.enter(
            ReceiptKind.DRAWN, origin.by, applied=int(happened), cause=origin.cause, saw=origin.saw
        )
        inner = evolve(origin, cause=receipt)
        self.perform(effect.effects if happened else effect.otherwise, inner)
