"""What an option would move, in words, before it is chosen: signs and odds, as far as the seat sees."""

from attrs import frozen

from dosmesas.engine.belief import share
from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.world import Good, Indicator
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import half_even, signed


@frozen
class Move:
    """One thing that effects would do: `amount` in thousandths (None for a flag), and the whole in words.

    `name` says what it is about. `size` is the amount as a band, from -3 (much down) to 3, and 0 for a flag;
    `better` whether that is the good way, where there is one. What comes by chance or later is `inside`, with
    the catalog's form of that in `frame`, and its number in `count`.
    """

    target: str
    amount: int | None
    text: str
    name: str = ""
    size: int = 0
    better: bool | None = None
    frame: str = ""
    count: int = 0
    inside: "tuple[Move, ...]" = ()


_BANDS = (20, 50)
"""From so many thousandths of an indicator's range on, a change is one of some size, and a large one."""


def band(indicator: Indicator, amount: int) -> int:
    """A change as a band: 1 a little, 2 some, 3 much, with its sign."""
    share = abs(amount) * 1000 // (indicator.high - indicator.low)
    size = 1 + sum(share >= line for line in _BANDS)
    return size if amount > 0 else -size


def better(indicator: Indicator, change: int) -> bool | None:
    """Whether a change goes the good way; None where neither way is good or nothing changed."""
    if change == 0 or indicator.good is Good.NEITHER:
        return None
    return (change > 0) is (indicator.good is Good.HIGH)


def moves_of(
    session: Session, effects: tuple[Effect, ...], seat: str, language: str, scene: Scene | None = None
) -> tuple[Move, ...]:
    """What effects would do if carried out now, in written order; what rests on hidden things is left out.

    With a `scene`, what they would have done in that world.
    """
    ruleset = session.pack.ruleset
    hidden = {name for name, one in ruleset.indicators.items() if not one.seen(seat)}
    hidden |= {name for name, one in ruleset.flags.items() if not one.seen(seat)}
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
        name, size = one.name(self.language), band(one, amount)
        return [Move(one.id, amount, f"{name} {signed(amount)}", name, size, better(one, amount))]

    def _flag(self, effect: SetFlag, scene: Scene) -> list[Move]:
        if effect.flag in self.hidden or bool(scene.value(effect.flag)) is effect.value:
            return []
        name = self.session.pack.ruleset.flags[effect.flag].name(self.language)
        key = "flag_begins" if effect.value else "flag_ends"
        text = say(self.language, key, name=name)
        return [Move(effect.flag, None, text, text)]

    def _chance(self, effect: Chance, scene: Scene) -> list[Move]:
        moves = self._framed(self.tell(effect.effects, scene), "odds", odds=effect.percent)
        return moves + self._framed(self.tell(effect.otherwise, scene), "odds", odds=100 - effect.percent)

    def _framed(self, moves: list[Move], key: str, **values: int) -> list[Move]:
        """Several moves as one: what comes together, by chance or later, is told together."""
        if not moves:
            return []
        what, first = ", ".join(move.text for move in moves), moves[0]
        text, count = say(self.language, key, what=what, **values), next(iter(values.values()))
        return [Move(first.target, first.amount, text, frame=key, count=count, inside=tuple(moves))]
