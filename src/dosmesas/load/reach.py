"""What the conditions of a pack leave open: dead conditions and branches, amounts of which nothing is left.

A stage reads the state as it began, so no effect changes what the next one reads, and both branches of a
chance are read on what is known before it. What lands later is read on nothing known: the guard may no longer
hold.
"""

from attrs import frozen

from dosmesas.lang.facts import Facts
from dosmesas.lang.nodes import Asked, Compare, Name, Node, Number
from dosmesas.lang.scope import Scope
from dosmesas.lang.verdicts import Ground, judge
from dosmesas.lang.written import Written
from dosmesas.load.amounts import check_change, check_flag
from dosmesas.load.reading import Reading
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.text.span import NOWHERE, Span


def check_reach(ruleset: Ruleset, pack: Pack | None, scope: Scope, reading: Reading) -> None:
    """Warn of conditions that come out one way only, and of amounts that are cut whole or too large."""
    walker = _Walk(scope, reading, Ground(Facts(scope, {})))
    for rule in (*ruleset.rules.values(), *ruleset.conduct.values()):
        walker.effects(rule.effects, walker.under(rule.when, walker.anything))
    for ending in ruleset.endings:
        walker.under(ending.when, walker.anything)
    if pack is None:
        return
    drawn = walker.on_turn("<=", pack.turns, "turns")
    for event in pack.events.values():
        walker.event(
            event, drawn if event.turn is None else walker.on_turn("==", event.turn, "turn", event.id)
        )
    for news in pack.bulletins.values():
        ground = drawn if news.turn is None else walker.on_turn("==", news.turn, "turn", news.id)
        walker.effects(news.effects, walker.under(news.when, ground))


@frozen(eq=False, repr=False, match_args=False)
class _Walk:
    scope: Scope
    reading: Reading
    anything: Ground
    """Nothing is known."""

    def under(self, when: Node | None, ground: Ground, *, holds: bool = True) -> Ground | None:
        """What is known where a condition holds (where it is judged) or fails, if there is one."""
        formula = self.reading.formulas.get(when) if when is not None else None
        if formula is None or not formula.sound:
            return ground
        if holds and not formula.warned:
            judge(formula.written, ground, self.reading.problems)
        return ground.under(formula.written, holds=holds)

    def effects(self, effects: tuple[Effect, ...], ground: Ground | None) -> None:
        """The effects that come where this is known."""
        if ground is None:  # told already: what stands here never comes
            return
        for effect in effects:
            match effect:
                case Change():
                    check_change(effect, ground, self.reading)
                case SetFlag():
                    check_flag(effect, ground, self.reading)
                case After(effects=later):
                    self.effects(later, self.anything)
                case Chance(effects=yes, otherwise=no):
                    self.effects(yes, ground)
                    self.effects(no, ground)
                case When(condition=condition, effects=yes, otherwise=no):
                    self.effects(yes, self.under(condition, ground))
                    if no:
                        self.effects(no, self.under(condition, ground, holds=False))

    def on_turn(self, op: str, turn: int, *place: str) -> Ground:
        """What is known of the turn on which something comes."""
        if self.reading.problems.errors:  # the number may stand for one that could not be read
            return self.anything
        node = Compare(0, 0, (op,), (Name(0, 0, "turn"), Number(0, 0, turn * 1000)))
        where = self.reading.place(*place, otherwise=NOWHERE)
        return self.anything.under(_fact(node, where), holds=True) or self.anything

    def event(self, event: Event, drawn: Ground) -> None:
        """An event with its options and deals."""
        came = self.under(event.when, drawn)
        if came is None:
            return
        ground = came.lasting()
        options = {option.id: option for several in event.seats.values() for option in several}
        for option in options.values():
            found = self.under(option.requires, ground)
            self.effects(option.effects, self._chosen([option], found, option.effects))
        for deal in event.deals:
            parties = [options[name] for _, name in deal.between if name in options]
            both: Ground | None = ground
            for option in parties:
                formula = self.reading.formulas.get(option.requires) if option.requires else None
                if both is not None and formula is not None and formula.sound:
                    both = both.under(formula.written, holds=True)
            self.effects(deal.effects, self._chosen(parties, both, deal.effects))

    def _chosen(
        self, options: list[Option], allowed: Ground | None, effects: tuple[Effect, ...]
    ) -> Ground | None:
        """What is known when effects come: the options could be chosen, and were."""
        if allowed is None or not _asks(effects):
            return allowed
        found = allowed.lasting()
        for option in options:
            where = self.reading.declared["option"].get(option.id, option.where)
            for name in sorted({option.id, option.short} & self.scope.options.keys()):
                found = found.under(_fact(Asked(0, 0, "chose", name), where), holds=True) or found
        return found


def _asks(effects: tuple[Effect, ...]) -> bool:
    """Whether a condition stands in effects that come now."""
    for effect in effects:
        if isinstance(effect, When):
            return True
        if isinstance(effect, Chance) and (_asks(effect.effects) or _asks(effect.otherwise)):
            return True
    return False


def _fact(node: Node, where: Span) -> Written:
    """Something that the game itself sees to, with the place that says so."""
    return Written(node, where, (Written(node, where),))
