"""What an option does, part by part, so that two options of one seat can be held against each other.

Parts are compared only where they come at the same time, with the same chance, under the same conditions and
on the same claims: then the larger amount is the larger one in every game and every worldview.
"""

from collections.abc import Iterator, Mapping
from itertools import permutations

from attrs import frozen

from dosmesas.desk.lints.world import World
from dosmesas.lang.describe import unparse
from dosmesas.lang.facts import value_range
from dosmesas.lang.nodes import Node
from dosmesas.model.arguments import Argue
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.events import Option
from dosmesas.model.world import Good

Key = tuple[str, ...]


@frozen(eq=False, repr=False, match_args=False)
class Amount:
    """The least and the most that a part comes to, in thousandths, and how it is written."""

    low: int = 0
    high: int = 0
    written: str = "0"

    def plus(self, other: "Amount") -> "Amount":
        """Two changes in one."""
        written = " + ".join(sorted([self.written, other.written]))
        if self.low == self.high and other.low == other.high:
            written = str(self.low + other.low)
        return Amount(self.low + other.low, self.high + other.high, written)


NOTHING = Amount()
Profile = Mapping[Key, Amount]


def profile(option: Option, world: World) -> Profile:
    """Everything that an option does by itself, and what its audiences think of it."""
    found: dict[Key, Amount] = {}
    for key, amount in _parts(option.effects, (), world):
        found[key] = found[key].plus(amount) if key in found else amount
    for audience, node in option.home:
        found["home", audience] = _amount(node, world)
    return found


def _parts(effects: tuple[Effect, ...], path: Key, world: World) -> Iterator[tuple[Key, Amount]]:
    for one in effects:
        match one:
            case Change(indicator=name, amount=node, because=because):
                yield ("change", name, *path, *sorted(set(because))), _amount(node, world)
            case SetFlag(flag=name, value=value):
                yield ("flag", name, str(value), *path), Amount(1, 1, "set")
            case After(turns=turns, effects=inside):
                yield from _parts(inside, (*path, f"after {turns}"), world)
            case Chance(percent=percent, effects=yes, otherwise=no):
                yield from _parts(yes, (*path, f"chance {percent}"), world)
                yield from _parts(no, (*path, f"chance not {percent}"), world)
            case When(condition=condition, effects=yes, otherwise=no):
                yield from _parts(yes, (*path, f"when {unparse(condition)}"), world)
                yield from _parts(no, (*path, f"when not {unparse(condition)}"), world)


def _amount(node: Node, world: World) -> Amount:
    found = value_range(node, world.plain)
    written = str(found.low) if found.low == found.high else unparse(node)
    return Amount(found.low, found.high, written)


def wishes(world: World) -> Mapping[str, int]:
    """For each number that all wish to move the same way, which way: 1 up, -1 down."""
    ruleset = world.pack.ruleset
    found: dict[str, set[int]] = {}
    for one in ruleset.indicators.values():
        if one.good is not Good.NEITHER:
            found.setdefault(one.id, set()).add(1 if one.good is Good.HIGH else -1)
    for office in (ruleset.offices[name] for name in world.pack.seats if name in ruleset.offices):
        for goal in office.goals:
            found.setdefault(goal.indicator, set()).add(1 if goal.best > goal.worst else -1)
    return {name: ways.pop() for name, ways in found.items() if len(ways) == 1}


@frozen(eq=False, repr=False, match_args=False)
class Pair:
    """Two options of one seat with what they do; the second is open wherever the first is."""

    office: str
    one: Option
    other: Option
    mine: Profile
    its: Profile


def pairs(world: World) -> Iterator[Pair]:
    """Every two options of one seat, in both orders, that can be held against each other at all."""
    argues = "argue" in world.pack.stages
    for event in world.pack.events.values():
        tied = {option for deal in event.deals for _, option in deal.between}
        argued = argues and event.argue is not Argue.NONE
        for office, options in event.seats.items():
            free = [one for one in options if not _apart(one, world)]
            known: dict[str, Profile] = {}
            for one, other in permutations(free, 2):
                if one.id not in tied and _alike(one, other, argued=argued):
                    for option in (one, other):
                        if option.id not in known:
                            known[option.id] = profile(option, world)
                    yield Pair(office, one, other, known[one.id], known[other.id])


def _apart(option: Option, world: World) -> bool:
    """Whether an option means more than its effects: it is asked for later, or hangs on a home table."""
    return bool(option.sure or option.watered or option.blocked or option.clash) or world.is_asked(option)


def _alike(one: Option, other: Option, *, argued: bool) -> bool:
    """Whether the other is open wherever the first is, and argued by the same cards."""
    if other.requires is not None and (
        one.requires is None or unparse(one.requires) != unparse(other.requires)
    ):
        return False
    return not argued or (one.act is other.act and one.lines == other.lines)


def compared(one: Profile, other: Profile, wished: Mapping[str, int]) -> int | None:
    """1 where the other is as good in every part and better in one, 0 where both do the same, else None."""
    better = 0
    for key in {*one, *other}:
        mine, its = one.get(key, NOTHING), other.get(key, NOTHING)
        if mine.written == its.written:
            continue
        way = 1 if key[0] == "home" else wished.get(key[1], 0) if key[0] == "change" else 0
        gain = its.low - mine.high if way > 0 else mine.low - its.high
        if not way or gain < 0:
            return None
        better = 1 if gain > 0 or better else 0
    return better
