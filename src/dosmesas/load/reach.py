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
from dosmesas.model.events import Bulletin, Event, Option
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.text.span import NOWHERE, Span


def check_reach(ruleset: Ruleset, pack: Pack | None, scope: Scope, reading: Reading) -> None:
    """Warn of conditions that come out one way only, and of amounts that are cut whole or too large."""
    walk = _Walk(scope, reading, Ground(Facts(scope, {})))
    for rule in (*ruleset.rules.values(), *ruleset.conduct.values()):
        walk.effects(rule.effects, walk.under(rule.when, walk.anything))
    for ending in ruleset.endings:
        walk.under(ending.when, walk.anything)
    if pack is None:
        return
    for event in pack.events.values():
        walk.event(event, pack.turns)
    for bulletin in pack.bulletins.values():
        walk.bulletin(bulletin, pack.turns)


@frozen(eq=False, repr=False, match_args=False)
class _Walk:
    scope: Scope
    reading: Reading
    anything: Ground
    """Nothing is known."""

    def under(self, when: Node | None, ground: Ground | None, *, holds: bool = True) -> Ground | None:
        """What is known under a condition, which is judged where it is assumed to hold."""
        formula = self.reading.formulas.get(when) if when is not None else None
        if ground is None or formula is None or not formula.sound:
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
                    self.effects(no, self.under(condition, ground, holds=False))

    def event(self, event: Event, turns: int) -> None:
        """An event with its options and deals."""
        ground = self.under(event.when, self._on_turn(event, turns))
        if ground is None:
            return
        ground = self._asked("happened", event.id, ground.lasting(), event.where)
        chosen: dict[str, Ground | None] = {}
        for options in event.seats.values():
            for option in options:
                chosen[option.id] = self._chosen(option, ground)
                self.effects(option.effects, chosen[option.id])
        for deal in event.deals:
            both: Ground | None = ground
            for _, option_id in deal.between:
                both = self._both(both, chosen.get(option_id))
            self.effects(deal.effects, both)

    def bulletin(self, bulletin: Bulletin, turns: int) -> None:
        """A bulletin with its effects."""
        self.effects(bulletin.effects, self.under(bulletin.when, self._on_turn(bulletin, turns)))

    def _on_turn(self, what: Event | Bulletin, turns: int) -> Ground:
        """The turns on which it may come."""
        if self.reading.problems.errors:  # the number may stand for one that could not be read
            return self.anything
        op, turn, key = (
            ("<=", turns, ("turns",)) if what.turn is None else ("==", what.turn, ("turn", what.id))
        )
        node = Compare(0, 0, (op,), (Name(0, 0, "turn"), Number(0, 0, turn * 1000)))
        where = self.reading.places.get(key, NOWHERE)
        return self.anything.under(_fact(node, where), holds=True) or self.anything

    def _chosen(self, option: Option, ground: Ground) -> Ground | None:
        """What is known when an option's effects come: it could be chosen, and was."""
        allowed = self.under(option.requires, ground)
        if allowed is None:
            return None
        where = self.reading.declared["option"].get(option.id, option.where)
        found = self._asked("chose", option.id, allowed.lasting(), where)
        return (
            self._asked("chose", option.short, found, where) if option.short in self.scope.options else found
        )

    def _asked(self, function: str, name: str, ground: Ground, where: Span) -> Ground:
        return ground.under(_fact(Asked(0, 0, function, name), where), holds=True) or ground

    def _both(self, one: Ground | None, other: Ground | None) -> Ground | None:
        """What is known where both are: the conditions around one, under those around the other."""
        if one is None or other is None:
            return None
        found: Ground | None = one
        for written, holds in other.around:
            found = found.under(written, holds=holds) if found else None
        return found


def _fact(node: Node, where: Span) -> Written:
    """Something that the game itself sees to, with the place that says so."""
    return Written(node, where, (Written(node, where),))
