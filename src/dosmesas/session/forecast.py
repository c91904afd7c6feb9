"""What an option would move, in words, before it is chosen: signs and odds, as far as the seat sees."""

from attrs import frozen

from dosmesas.engine.belief import share
from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.world import Good, Indicator
from dosmesas.session.bands import change_size, change_word
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import half_even, signed


@frozen
class Move:
    """One thing that effects would do: `amount` in thousandths (None for a flag), and the whole in words.

    `text` tells it in points, `banded` in bands; `lead` is the first of what comes together, in bands; `name`
    says what it is about. `size` is the amount as a band, from -3 (much down) to 3, and 0 for a flag;
    `better` whether that is the good way, where there is one. What comes by chance or later is `inside`, with
    the catalog's form of that in `frame`, and its number in `count`.
    """

    target: str
    amount: int | None
    text: str
    banded: str
    lead: str
    name: str = ""
    size: int = 0
    better: bool | None = None
    frame: str = ""
    count: int = 0
    inside: "tuple[Move, ...]" = ()

    def told(self, *, points: bool) -> str:
        """The whole, in points or in bands."""
        return self.text if points else self.banded


def better(indicator: Indicator, change: int) -> bool | None:
    """Whether a change goes the good way; None where neither way is good or nothing changed."""
    if change == 0 or indicator.good is Good.NEITHER:
        return None
    return (change > 0) is (indicator.good is Good.HIGH)


def moves_of(
    session: Session, effects: tuple[Effect, ...], seat: str | None, language: str, scene: Scene | None = None
) -> tuple[Move, ...]:
    """What effects would do if carried out now, in written order; what rests on hidden things is left out.

    With a `scene`, what they would have done in that world; with no seat, nothing is hidden.
    """
    ruleset = session.pack.ruleset
    hidden = {name for name, one in ruleset.indicators.items() if seat is not None and not one.seen(seat)}
    hidden |= {name for name, one in ruleset.flags.items() if seat is not None and not one.seen(seat)}
    world = session.game.tables.scene(session.state) if scene is None else scene
    return tuple(_Teller(session, hidden, language).tell(effects, world))


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
        one = self.session.pack.ruleset.indicators[effect.indicator]
        name, word = one.name(self.language), change_word(amount, one, self.language)
        banded = say(self.language, "band_move", name=name, word=word)
        size, good = change_size(amount, one), better(one, amount)
        return [Move(one.id, amount, f"{name} {signed(amount)}", banded, banded, name, size, good)]

    def _flag(self, effect: SetFlag, scene: Scene) -> list[Move]:
        if effect.flag in self.hidden or bool(scene.value(effect.flag)) is effect.value:
            return []
        name = self.session.pack.ruleset.flags[effect.flag].name(self.language)
        told = say(self.language, "flag_begins" if effect.value else "flag_ends", name=name)
        return [Move(effect.flag, None, told, told, told, told)]

    def _chance(self, effect: Chance, scene: Scene) -> list[Move]:
        moves = self._framed(self.tell(effect.effects, scene), "odds", odds=effect.percent)
        return moves + self._framed(self.tell(effect.otherwise, scene), "odds", odds=100 - effect.percent)

    def _framed(self, moves: list[Move], key: str, **values: int) -> list[Move]:
        """Several moves as one: what comes together, by chance or later, is told together."""
        if not moves:
            return []
        wholes = ([one.text for one in moves], [one.banded for one in moves], [moves[0].lead])
        text, banded, lead = (say(self.language, key, what=", ".join(one), **values) for one in wholes)
        first, count = moves[0], next(iter(values.values()))
        inside = tuple(moves)
        return [Move(first.target, first.amount, text, banded, lead, frame=key, count=count, inside=inside)]
