"""What an option would move, in words, before it is chosen: signs and odds, as far as the seat sees."""

from attrs import frozen

from dosmesas.engine.belief import share
from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.session.bands import change_word
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import half_even, signed


@frozen
class Move:
    """One thing that effects would do: `amount` in thousandths (None for a flag), and the whole in words.

    `text` tells it in points, `banded` in bands; `lead` is the first of what comes together, in bands.
    """

    target: str
    amount: int | None
    text: str
    banded: str
    lead: str

    def told(self, *, points: bool) -> str:
        """The whole, in points or in bands."""
        return self.text if points else self.banded


def moves_of(session: Session, effects: tuple[Effect, ...], seat: str, language: str) -> tuple[Move, ...]:
    """What effects would do if carried out now, in written order; what rests on hidden things is left out."""
    ruleset = session.pack.ruleset
    hidden = {name for name, one in ruleset.indicators.items() if not one.seen(seat)}
    hidden |= {name for name, one in ruleset.flags.items() if not one.seen(seat)}
    return tuple(_Teller(session, hidden, language).tell(effects, session.game.tables.scene(session.state)))


@frozen
class _Teller:
    session: Session
    hidden: set[str]
    language: str

    def tell(self, effects: tuple[Effect, ...], scene: Scene) -> list[Move]:
        moves: list[Move] = []
        for effect in effects:
            match effect:
                case Change():
                    moves += self._change(effect, scene)
                case SetFlag():
                    moves += self._flag(effect, scene)
                case After(turns=turns, effects=inside):
                    key = "in_one_turn" if turns == 1 else "in_turns"
                    moves += self._framed(self.tell(inside, scene), key, turns=turns)
                case Chance():
                    moves += self._chance(effect, scene)
                case When(condition=condition, effects=yes, otherwise=no):
                    if not names_in(condition) & self.hidden:
                        moves += self.tell(yes if evaluate(condition, scene) else no, scene)
        return moves

    def _change(self, effect: Change, scene: Scene) -> list[Move]:
        if names_in(effect.amount) & self.hidden or effect.indicator in self.hidden:
            return []
        counts = share(effect, self.session.game.tables.belief)
        amount = half_even(evaluate(effect.amount, scene) * counts, 100)
        if amount == 0:
            return []
        indicator = self.session.pack.ruleset.indicators[effect.indicator]
        name, word = indicator.name(self.language), change_word(amount, indicator, self.language)
        banded = say(self.language, "band_move", name=name, word=word)
        return [Move(effect.indicator, amount, f"{name} {signed(amount)}", banded, banded)]

    def _flag(self, effect: SetFlag, scene: Scene) -> list[Move]:
        if effect.flag in self.hidden or bool(scene.value(effect.flag)) is effect.value:
            return []
        name = self.session.pack.ruleset.flags[effect.flag].name(self.language)
        told = say(self.language, "flag_begins" if effect.value else "flag_ends", name=name)
        return [Move(effect.flag, None, told, told, told)]

    def _chance(self, effect: Chance, scene: Scene) -> list[Move]:
        moves = self._framed(self.tell(effect.effects, scene), "odds", odds=effect.percent)
        return moves + self._framed(self.tell(effect.otherwise, scene), "odds", odds=100 - effect.percent)

    def _framed(self, moves: list[Move], key: str, **values: int) -> list[Move]:
        """Several moves as one: what comes together, by chance or later, is told together."""
        if not moves:
            return []
        wholes = ([one.text for one in moves], [one.banded for one in moves], [moves[0].lead])
        told = (say(self.language, key, what=", ".join(one), **values) for one in wholes)
        return [Move(moves[0].target, moves[0].amount, *told)]
