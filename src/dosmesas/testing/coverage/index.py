"""What the receipts and the conditions of a game stand for: the keys of their places."""

from collections.abc import Mapping

from attrs import field, frozen

from dosmesas.engine.game import Game
from dosmesas.engine.program import key_of
from dosmesas.engine.receipts import ReceiptKind, Site
from dosmesas.model.effects import After, Effect, walk
from dosmesas.testing.coverage.places import CAME, NO, STAYED, YES, Kind, key_at, named, owned
from dosmesas.testing.coverage.probes import Probe, Probes

DRIFT = "drift"
"""The key of the probe of all rules of the dynamics, which come together."""


@frozen(eq=False)
class Told:
    """What a receipt tells: the places that it was at work in, each time or once a stage, and what it did.

    `drawn` are the places of a chance that did not happen and of one that did, `number` is that of the chance
    among probes, `after` what is on its way.
    """

    kind: ReceiptKind
    slot: int
    each: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    drawn: tuple[str, str] = ("", "")
    number: int = -1
    after: After | None = None


@frozen(eq=False)
class Index:
    """The places of a game by what reaches them; `sides` has those of conditions by number."""

    game: Game
    _names: Mapping[Effect, str] = field(init=False)
    _rules: Mapping[Effect, str] = field(init=False)
    _written: Probes = field(init=False)
    probes: Mapping[str, Probe] = field(init=False)
    sides: tuple[str, ...] = field(init=False)
    _told: dict[Site, Told] = field(init=False, factory=dict)

    @_names.default
    def _named(self) -> Mapping[Effect, str]:
        found: dict[Effect, str] = {}
        for one in owned(self.game.pack):
            found.update(named(one.key, one.effects))
        return found

    @_rules.default
    def _of_rules(self) -> Mapping[Effect, str]:
        rules = self.game.pack.ruleset
        every = (*rules.rules.values(), *rules.conduct.values())
        return {effect: rule.id for rule in every for effect in walk(rule.effects)}

    @_written.default
    def _probes(self) -> Probes:
        pack = self.game.pack
        probes = Probes(self.game.tables.program.slots, self._names)
        rules = [(key_of("rule", one.id), one.when, one.effects) for one in pack.ruleset.rules.values()]
        probes.write(DRIFT, rules)
        for owner in owned(pack):
            kind, _, name = owner.key.partition(":")
            guard = pack.ruleset.conduct[name].when if kind == "conduct" else None
            if kind != "rule":
                probes.write(owner.key, [(owner.key, guard, owner.effects)])
            for one in walk(owner.effects):
                if isinstance(one, After):
                    probes.write(one.id, [(one.id, None, one.effects)])
        return probes

    @probes.default
    def _compiled(self) -> Mapping[str, Probe]:
        return self._written.compiled()

    @sides.default
    def _sides(self) -> tuple[str, ...]:
        return tuple(side_of(name, held=held) for name, held in self._written.sides)

    def told(self, site: Site) -> Told:
        """What a receipt of a site tells."""
        found = self._told.get(site)
        if found is None:
            found = self._told[site] = self._read(site)
        return found

    def _read(self, site: Site) -> Told:
        slots, effect = self.game.tables.program.slots, site.effect
        if site.kind is ReceiptKind.LIMIT:
            return Told(site.kind, slots.values[site.indicator])
        rule = self._rules.get(effect) if effect else site.by
        once = [key_at(Kind.CLAIM, name) for name in site.claims]
        once += [key_at(Kind.RULE, rule)] if rule else []
        name = self._names.get(effect, "") if effect else ""
        if site.kind is ReceiptKind.DRAWN:
            drawn = (key_at(Kind.CHANCE, name, STAYED), key_at(Kind.CHANCE, name, CAME))
            number = self._written.chances.get(effect, -1) if effect else -1
            return Told(site.kind, -1, (), tuple(once), drawn, number)
        if isinstance(effect, After):
            return Told(site.kind, -1, (), tuple(once), after=effect)
        slot = (slots.values if site.kind is ReceiptKind.CHANGE else slots.flags)[site.indicator]
        return Told(site.kind, slot, (key_at(Kind.EFFECT, name),) if name else (), tuple(once))


def side_of(name: str, *, held: bool) -> str:
    """The key of a side of a condition."""
    return key_at(Kind.CONDITION, name, YES if held else NO)
