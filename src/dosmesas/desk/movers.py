"""What moves each number and sets each flag: every change in a pack with how much it comes to at most."""

from collections.abc import Iterator

from attrs import evolve, frozen

from dosmesas.lang.describe import unparse
from dosmesas.lang.facts import Facts, value_range
from dosmesas.lang.intervals import Range
from dosmesas.lang.narrow import assume
from dosmesas.lang.nodes import Compare, Name, Number
from dosmesas.lang.scope import Declared, Kind, Scope
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.expressions import owners
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.model.rules import Pack
from dosmesas.text.local import NO_TEXT
from dosmesas.text.number import signed
from dosmesas.text.phrase import NOTHING
from dosmesas.text.span import NOWHERE, Span

CHOICES = ("option", "deal", "sure", "watered", "blocked")
"""The kinds of what officials decide."""


@frozen(eq=False, repr=False, match_args=False)
class Mover:
    """One change of an indicator, or one setting of a flag (then `low` and `high` are its value, 0 or 1).

    `low` and `high` are what the amount can come to where its conditions hold, in thousandths, at full
    belief. `after` is how many turns later it comes, `percent` its chance in 100, `offices` who decides it.
    """

    kind: str
    owner: str
    target: str
    low: int
    high: int
    written: str
    because: tuple[str, ...]
    where: Span
    offices: tuple[str, ...]
    is_flag: bool = False
    after: int = 0
    percent: int = 100
    when: str = ""

    @property
    def most(self) -> int:
        """The largest size that it can have, without its sign."""
        return max(abs(self.low), abs(self.high))

    @property
    def sign(self) -> str:
        """`+` where it never lowers, `-` where it never raises, else `±`."""
        return "+" if self.low >= 0 else "-" if self.high <= 0 else "±"


@frozen(eq=False, repr=False, match_args=False)
class _Path:
    facts: Facts
    after: int = 0
    percent: int = 100
    when: tuple[str, ...] = ()


def facts_of(pack: Pack) -> Facts:
    """What is known of a pack's names before any condition is read."""
    turns = (pack.turns + OUTLOOK_STEPS) * 1000
    names = {"turn": Declared(Kind.NUMBER, 1000, turns, NO_TEXT, NOWHERE, NOTHING, whole=True)}
    for one in pack.ruleset.indicators.values():
        ends = (one.low, one.high)
        names[one.id] = Declared(Kind.NUMBER, *ends, NO_TEXT, one.where, NOTHING, whole=one.counts)
    for flag in pack.ruleset.flags.values():
        names[flag.id] = Declared(Kind.YES_NO, 0, 1, NO_TEXT, flag.where, NOTHING)
    return Facts(Scope(names, {}, {}), {})


def movers(pack: Pack) -> Iterator[Mover]:
    """Every change of an indicator or flag, in the order of files."""
    facts, held = facts_of(pack), _offices(pack)
    for kind, owner, effects in owners(pack):
        for leaf, path in _leaves(effects, _Path(facts)):
            yield _mover(kind, owner, leaf, path, held.get(owner, ()))


def turns_of(pack: Pack, turn: int | None, when: object) -> tuple[int, int] | None:
    """The first and last turn in which something may come; None where no turn is left to it."""
    if turn is not None:
        return turn, turn
    facts: Facts | None = facts_of(pack)
    bound = Compare(0, 0, ("<=",), (Name(0, 0, "turn"), Number(0, 0, pack.turns * 1000)))
    facts = assume(bound, facts, holds=True) if facts else None
    if when is not None and facts is not None:
        facts = assume(when, facts, holds=True)  # type: ignore[arg-type] # a node
    if facts is None:
        return None
    found = facts.of("turn")
    return found.low // 1000, found.high // 1000


def told(low: int, high: int) -> str:
    """An amount, or from which to which: `+3`, `-0.4 to +1.2`."""
    return signed(low) if low == high else f"{signed(low)} … {signed(high)}"


def _offices(pack: Pack) -> dict[str, tuple[str, ...]]:
    held: dict[str, tuple[str, ...]] = {}
    for event in pack.events.values():
        for office, options in event.seats.items():
            for option in options:
                held[option.id] = (*held.get(option.id, ()), office)
        for deal in event.deals:
            held[deal.id] = tuple(office for office, _ in deal.between)
    return held


def _leaves(effects: tuple[Effect, ...], path: _Path) -> Iterator[tuple[Change | SetFlag, _Path]]:
    for effect in effects:
        match effect:
            case Change() | SetFlag():
                yield effect, path
            case After(turns=turns, effects=inside):
                later = Facts(path.facts.scope, {})  # what held when it was decided may hold no longer
                yield from _leaves(inside, evolve(path, facts=later, after=path.after + turns))
            case Chance(percent=percent, effects=yes, otherwise=no):
                yield from _leaves(yes, evolve(path, percent=path.percent * percent // 100))
                yield from _leaves(no, evolve(path, percent=path.percent * (100 - percent) // 100))
            case When(condition=condition, effects=yes, otherwise=no):
                for holds, inside in ((True, yes), (False, no)):
                    facts = assume(condition, path.facts, holds=holds)
                    if inside and facts is not None:
                        text = unparse(condition) if holds else f"not ({unparse(condition)})"
                        yield from _leaves(inside, evolve(path, facts=facts, when=(*path.when, text)))


def _mover(kind: str, owner: str, leaf: Change | SetFlag, path: _Path, offices: tuple[str, ...]) -> Mover:
    if isinstance(leaf, SetFlag):
        target, written, found = leaf.flag, "yes" if leaf.value else "no", Range(leaf.value, leaf.value)
    else:
        target, found = leaf.indicator, value_range(leaf.amount, path.facts)
        written = signed(leaf.amount.value) if isinstance(leaf.amount, Number) else unparse(leaf.amount)
    return Mover(
        kind,
        owner,
        target,
        found.low,
        found.high,
        written,
        leaf.because,
        leaf.where,
        offices,
        isinstance(leaf, SetFlag),
        path.after,
        path.percent,
        " and ".join(path.when),
    )


def believed(mover: Mover, belief: dict[str, int], *, counted: bool = False) -> int:
    """How far, in 100, a change counts: by the least believed of its claims; a counter's in full."""
    return (
        100 if counted or mover.is_flag else min((belief.get(one, 100) for one in mover.because), default=100)
    )
