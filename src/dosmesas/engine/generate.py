"""From effects to Python text that carries them out: slot numbers and integer literals only.

A block reads the world as the stage began (`v f q t`), adds to the sums `s`, sets flags in `g`, appends
compact receipts to `e` (`r` is its append) and delays to `p`; `m` receipts of the turn came before; `z` is
the seed, `c` the receipt that led to the block. Belief is folded into the amounts as the text is written.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory, define, evolve, frozen

from dosmesas.engine.belief import share
from dosmesas.engine.receipts import LIMIT, ReceiptKind, Site, cause_of
from dosmesas.engine.slots import PackSlots
from dosmesas.lang.generate import rounded, source
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Node, Number
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.rules import Rule
from dosmesas.model.world import Indicator
from dosmesas.text.number import half_even


@frozen(eq=False)
class _Path:
    """The way to an effect: whose it is, what conditions on it read, the text of its cause."""

    by: str
    cause: str
    depth: int = 1
    reads: tuple[str, ...] = ()
    conditions: tuple[tuple[Node, bool], ...] = ()

    @property
    def indent(self) -> str:
        return " " * self.depth

    def inside(self, cause: str = "") -> "_Path":
        return evolve(self, depth=self.depth + 1, cause=cause or self.cause)

    def where(self, condition: Node, *, holds: bool) -> "_Path":
        """The way into a branch that is taken where a condition holds, or where it does not."""
        known = (*self.conditions, (condition, holds))
        return evolve(self.inside(), reads=self.having_read(condition), conditions=known)

    def having_read(self, node: Node) -> tuple[str, ...]:
        names = sorted(names_in(node))
        return (*self.reads, *(name for name in names if name not in self.reads))


HALF = "half:"
"""What the key of a block begins with in which each amount counts half, and the id of its delays."""


@define(eq=False)
class Writer:
    """Writes blocks; what the text refers to by number gathers in `sites`, `draws` and `delays`."""

    slots: PackSlots
    belief: Mapping[str, int]
    sites: list[Site] = Factory(list)
    draws: list[str] = Factory(list)
    delays: list[After] = Factory(list)
    _lines: list[str] = Factory(list)
    _fused: bool = False
    _halved: bool = False

    def block(
        self, name: str, by: str, effects: tuple[Effect, ...], *, caused: bool, halved: bool = False
    ) -> str:
        """The text of a block for the effects of one owner; `caused` where a receipt leads to them.

        Of a `halved` block each amount counts half; flags, draws and the turns of delays stay as they are.
        """
        self._halved = halved
        self._lines = [f"def {name}(work, c):", " v, f, q, t, s, g, e, r, p, m, z = work"]
        self._effects(effects, _Path(by, "c" if caused else "0"))
        return "\n".join(self._lines)

    def drift(self, name: str, rules: Iterable[Rule], indicators: tuple[Indicator, ...]) -> str:
        """The text of a whole stage: all rules of the dynamics, and the limits of what they change.

        It does what `stages.stage` does with blocks, without sums in a list or a call for the limits.
        """
        start, self._lines, self._fused, self._halved = len(self.sites), [], True, False
        for rule in rules:
            self._effects(rule.guarded, _Path(rule.id, "0"))
        self._fused, body = False, self._lines
        changed = {site.indicator for site in self.sites[start:] if site.kind is ReceiptKind.CHANGE}
        slots = [slot for slot, one in enumerate(indicators) if one.id in changed]
        zeros = "".join(f"s{slot} = " for slot in slots)
        return "\n".join(
            [
                f"def {name}(world, o, m, z):",
                " v, f, q, t = world",
                " e, g, y = [], {}, []",
                " r, p = e.append, y.append",
                f" {zeros}0" if slots else " pass",
                *body,
                " if not e:",
                "  return v, f, e, y",
                " w = [*v]",
                *limit_lines(slots, indicators, self.sites),
                " return (*w,), flagged(f, g) if g else f, e, y",
            ]
        )

    def _write(self, path: _Path, text: str) -> None:
        self._lines.append(path.indent + text)

    def _site(self, path: _Path, kind: ReceiptKind, effect: Effect) -> int:
        site = Site(kind, path.by, reads=path.reads, conditions=path.conditions, effect=effect)
        match effect:
            case Change(indicator=name, amount=amount, because=claims, figure=figure):
                reads = path.having_read(amount)
                site = evolve(site, indicator=name, claims=claims, figure=figure, reads=reads, amount=amount)
            case SetFlag(flag=name, because=claims):
                site = evolve(site, indicator=name, claims=claims)
            case Chance(percent=percent, id=draw):
                site = evolve(site, odds=percent, draw=draw)
        self.sites.append(site)
        return len(self.sites) - 1

    def _effects(self, effects: tuple[Effect, ...], path: _Path) -> None:
        for effect in effects:
            match effect:
                case Change():
                    self._change(effect, path)
                case SetFlag():
                    self._flag(effect, path)
                case After():
                    self._after(effect, path)
                case Chance():
                    self._chance(effect, path)
                case When():
                    self._when(effect, path)

    def _when(self, effect: When, path: _Path) -> None:
        self._write(path, f"if {source(effect.condition, self.slots)}:")
        self._nested(effect.effects, path.where(effect.condition, holds=True))
        self._write(path, "else:")
        self._nested(effect.otherwise, path.where(effect.condition, holds=False))

    def _nested(self, effects: tuple[Effect, ...], path: _Path) -> None:
        self._effects(effects, path)
        self._write(path, "pass")

    def _change(self, effect: Change, path: _Path) -> None:
        slot, belief = self.slots.values[effect.indicator], share(effect, self.belief)
        if isinstance(effect.amount, Number):
            amount = half_even(effect.amount.value * belief, 100)
            if self._halved and not effect.counted:
                amount = half_even(amount, 2)
            if amount:
                self._write(path, f"{self._sum(slot)} += {amount}")
                self._write(
                    path, f"r(({self._site(path, ReceiptKind.CHANGE, effect)}, {amount}, {path.cause}))"
                )
        elif belief:
            text = source(effect.amount, self.slots)
            text = rounded(f"{text} * {belief}", 100) if belief != 100 else text
            if self._halved and not effect.counted:
                text = rounded(text, 2)
            self._write(path, f"a = {text}")
            self._write(path, "if a:")
            self._write(path.inside(), f"{self._sum(slot)} += a")
            site = self._site(path, ReceiptKind.CHANGE, effect)
            self._write(path.inside(), f"r(({site}, a, {path.cause}))")

    def _sum(self, slot: int) -> str:
        return f"s{slot}" if self._fused else f"s[{slot}]"

    def _flag(self, effect: SetFlag, path: _Path) -> None:
        slot = self.slots.flags[effect.flag]
        self._write(path, f"if {'not ' if effect.value else ''}f[{slot}]:")
        self._write(path.inside(), f"g[{slot}] = {int(effect.value)}")
        site = self._site(path, ReceiptKind.FLAG, effect)
        self._write(path.inside(), f"r(({site}, {int(effect.value)}, {path.cause}))")

    def _after(self, effect: After, path: _Path) -> None:
        site = self._site(path, ReceiptKind.SCHEDULED, effect)
        self.delays.append(evolve(effect, id=HALF + effect.id) if self._halved else effect)
        self._write(path, f"r(({site}, t + {effect.turns}, {path.cause}))")
        self._write(path, f"p((t + {effect.turns}, {len(self.delays) - 1}, {site}, {_THIS}))")

    def _chance(self, effect: Chance, path: _Path) -> None:
        self.draws.append(effect.id)
        # A draw makes a chance of n in 100 happen where draw * 100 < n * 2**64.
        bound = -(-(effect.percent << 64) // 100)
        self._write(path, f"if d(z, N[{len(self.draws) - 1}], t, 0) < {bound}:")
        site = self._site(path, ReceiptKind.DRAWN, effect)
        self._drawn(1, effect.effects, site, path)
        self._write(path, "else:")
        self._drawn(0, effect.otherwise, site, path)

    def _drawn(self, happened: int, effects: tuple[Effect, ...], site: int, path: _Path) -> None:
        inner = path.inside(f"k{path.depth}")
        self._write(inner, f"r(({site}, {happened}, {path.cause}))")
        self._write(inner, f"{inner.cause} = {_THIS}")
        self._effects(effects, inner)


_THIS = f"t * {cause_of(1, 0)} + m + len(e)"
"""The text of the receipt just written, as a cause."""


def limits(name: str, indicators: tuple[Indicator, ...], sites: list[Site]) -> str:
    """The text of the end of a stage: from old values `v`, opening values `o` and sums `s` to new values."""
    slots = range(len(indicators))
    sums = "".join(f"s{slot}, " for slot in slots)
    head = [f"def {name}(v, o, s, r):", f" {sums}= s", " w = [*v]"]
    return "\n".join([*head, *limit_lines(slots, indicators, sites), " return (*w,)"])


def limit_lines(slots: Iterable[int], indicators: tuple[Indicator, ...], sites: list[Site]) -> Iterator[str]:
    """The lines that add the sums `s0`, `s1`, ... to the values `w` within range and `max_step`."""
    for slot in slots:
        indicator = indicators[slot]
        yield f" if s{slot}:"
        yield f"  a = v[{slot}] + s{slot}"
        high, low = str(indicator.high), f"({indicator.low})"
        if indicator.max_step is not None:
            step = indicator.max_step
            yield f"  h, l = min({high}, o[{slot}] + {step}), max({low}, o[{slot}] - {step})"
            high, low = "h", "l"
        site = len(sites)
        sites.append(Site(ReceiptKind.LIMIT, LIMIT, indicator.id))
        yield f"  if a > {high}:"
        yield f"   r(({site}, {high} - a, 0)); a = {high}"
        yield f"  elif a < {low}:"
        yield f"   r(({site}, {low} - a, 0)); a = {low}"
        yield f"  w[{slot}] = a"
