"""Effects: changes of numbers, flags and counters, and those that come later, by chance or on a condition."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve

from dosmesas.load.shapes.effects import CHANGE, NESTED
from dosmesas.testing.strategies.filling import Filler, Found
from dosmesas.testing.strategies.world import World
from dosmesas.testing.strategies.writing import Data
from dosmesas.text.number import exact

_LEVELS = 2
"""So deep lie effects in each other at most."""
_CHANGES = 4
"""So much likelier is a change of a number than each of the others."""
_SHARE = 5
"""A change is at most the range divided by this, or one where that is less."""


def effects(filler: Filler, found: Found) -> Data:
    """A list of effects; each cites, where nothing above does."""
    inside = evolve(filler, level=filler.level + 1, cited=filler.cited or bool(found.get("because")))
    count = filler.few(1, 2 if filler.level else 3)
    return [inside.apart(_effect) for _ in range(count)]


def _effect(filler: Filler) -> Found:
    ways = [*[_change] * _CHANGES, *_others(filler)]
    return filler.one_of(ways)(filler)


def _others(filler: Filler) -> Iterator[Callable[[Filler], Found]]:
    """What else than a change of a number can be had here."""
    if filler.world.of_kind("flag"):
        yield _flag
    if filler.world.counters:
        yield _count
    if filler.level <= _LEVELS:
        yield from (lambda inside, key=key: inside.thing(NESTED[key], {}) for key in NESTED)


def _change(filler: Filler) -> Found:
    name = filler.one_of(filler.world.numbers)
    return _leaf(filler, name, amount_of(filler, name))


def _flag(filler: Filler) -> Found:
    return _leaf(filler, filler.one_of(filler.world.of_kind("flag")), filler.one_of(["yes", "no"]))


def _count(filler: Filler) -> Found:
    return _leaf(filler, filler.one_of(sorted(filler.world.counters)), filler.one_of(["+1", "-1", "+2"]))


def _leaf(filler: Filler, name: str, value: str) -> Found:
    fixed: dict[str, Data | None] = {} if filler.cited else {"because": filler.because()}
    return {name: value, **filler.mapping(CHANGE, fixed, 1)}


def amount_of(filler: Filler, name: str) -> str:
    """What is added to a number: mostly a whole one with its sign, +1 the simplest."""
    _, low, high, *_ = filler.world.names[name]
    most = max(1, (high - low) // 1000 // _SHARE)
    way = filler.number(0, _SHARE)
    if way == _SHARE:
        return filler.amount(name)
    unit = 1 if way == _SHARE - 1 else 1000
    step, falls = divmod(filler.number(0, 2 * most * 1000 // unit - 1), 2)
    return "+-"[falls] + exact((step + 1) * unit).replace(",", "")


def marked(world: World, owner: Found, inherited: Iterable[str] = ()) -> Found:
    """An option or rule with the worldviews in which it is at work, where these are not all."""
    above = _cited(owner, [*inherited])
    awake = [name for name, belief in world.views.items() if _is_awake(world, owner, above, belief)]
    return owner if len(awake) == len(world.views) else {**owner, "view": [*awake]}


def _is_awake(world: World, owner: Found, above: list[str], belief: Mapping[str, int]) -> bool:
    """As the loader asks it: of the changes of numbers, or where there are none, of what is cited above."""
    numbers = [cited for name, cited in _changes(owner.get("effects"), above) if name in world.numbers]
    if not numbers:
        return any(belief[claim] for claim in above) or not above
    return any(all(belief[claim] for claim in cited) for cited in numbers)


def _changes(data: Data | None, above: list[str]) -> Iterator[tuple[str, list[str]]]:
    """What each change names and cites, in a list of effects and in all that lie inside."""
    for one in data if isinstance(data, list) else []:
        if isinstance(one, dict):
            cited = _cited(one, above)
            yield from ((name, cited) for name in one if name not in CHANGE.keys and name not in NESTED)
            yield from _changes(one.get("effects"), cited)
            yield from _changes(one.get("otherwise"), cited)


def _cited(data: Found, above: list[str]) -> list[str]:
    own = data.get("because")
    return [str(one) for one in own] if isinstance(own, list) else above
