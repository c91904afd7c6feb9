"""Draws what stands in a file, by the shapes that the loader reads it by: each key by how it is written.

What hangs on more than its own key is drawn by a function of strategies/special.py; what is not drawn at all
is named there, with the reason. A key that is added to a shape is drawn from then on.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import TypeVar

from attrs import define, evolve
from hypothesis import strategies as st

from dosmesas.lang.describe import unparse
from dosmesas.load.shapes.declared import Form, Key, Shape, Value
from dosmesas.testing.strategies.trees import amounts, conditions
from dosmesas.testing.strategies.world import World
from dosmesas.testing.strategies.writing import Data
from dosmesas.text.number import exact

Found = dict[str, Data]
Special = Callable[["Filler", Found], Data | None]
"""Draws a value that hangs on what stands above it; None where there is none to be had."""
_Thing = TypeVar("_Thing")
_EXTRAS = 2
"""So many keys that may be left out are written at most, in each mapping."""
_ITEMS = 2
"""So many entries does a list have at most, beyond those that it must have."""
_DEPTH = 1
"""So deep are the expressions of packs: what they are like at their longest is tried by `expressions`."""
_RICH = 3
"""To one plain section come so many that are not."""
_BOUND = 20
"""A number without bounds is this large at most."""


@cache
def _whole(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


@cache
def _lower(low: int, high: int) -> tuple[int, ...]:
    """Numbers between two ends, as often as there are numbers from them to the higher end."""
    return tuple(number for number in range(low, high + 1) for _ in range(high + 1 - number))


@cache
def _chosen(count: int, least: int, most: int) -> tuple[tuple[int, ...], ...]:
    """Every choice of so many places, half of them the fewest: one number says which."""
    fewest, *more = (tuple(combinations(range(count), size)) for size in range(least, most + 1))
    others = tuple(one for several in more for one in several)
    return fewest * max(1, len(others) // len(fewest)) + others


@st.composite
def _apart(draw: st.DrawFn, filler: "Filler", work: "Callable[[Filler], _Thing]") -> _Thing:
    return work(evolve(filler, draw=draw))


@define(eq=False)
class Filler:
    """Draws mappings; its texts name what they are `about`.

    `offices` are those that must see what an option asks, its own first;
    `cited` says whether something above cites already, so that a citation may be left out; `level` is how
    deep effects lie in each other. One that is `plain` draws nothing: everything is the simplest.
    """

    draw: st.DrawFn
    world: World
    specials: Mapping[tuple[str, str], Special]
    left_out: Mapping[tuple[str, str], str]
    about: str = ""
    offices: tuple[str, ...] = ()
    cited: bool = False
    level: int = 0
    plain: bool = False

    def under(self, about: str, *offices: str, cited: bool | None = None) -> "Filler":
        """For what is drawn inside, with an id of its own."""
        return evolve(self, about=about, offices=offices, cited=self.cited if cited is None else cited)

    def number(self, low: int, high: int) -> int:
        """A whole number; the lowest is the simplest, or 0 where that lies between."""
        if low == high or self.plain:
            return min(max(0, low), high)
        return self.draw(_whole(low, high))

    def few(self, low: int, high: int) -> int:
        """A whole number, the lower the likelier: of the highest there is one in many."""
        return self.one_of(_lower(low, high))

    def perhaps(self) -> bool:
        """Whether, one time in three; no is the simplest."""
        return self.number(0, 2) == 2

    def mostly(self) -> bool:
        """Whether, two times in three; no is the simplest."""
        return self.number(0, 2) > 0

    def one_of(self, things: Sequence[_Thing]) -> _Thing:
        """One of a few things; the first is the simplest.

        It is drawn where there is one only, too: what is drawn after it stays what it was when the others go.
        """
        return things[self.number(0, max(1, len(things) - 1)) % len(things)]

    def some(self, things: Sequence[_Thing], least: int = 0, most: int = _ITEMS) -> list[_Thing]:
        """Some of a few things, in their order; the fewest and first are the simplest."""
        count = len(things)
        return [things[at] for at in self.one_of(_chosen(count, min(least, count), min(most, count)))]

    def apart(self, work: "Callable[[Filler], _Thing]") -> _Thing:
        """What a part of the work draws, as one: an example is made simpler by a whole part at one blow."""
        return work(self) if self.plain else self.draw(_apart(self, work))

    def section(self, work: "Callable[[Filler], _Thing]") -> _Thing:
        """A large part, which may be plain: then all that it draws is the simplest, and takes one choice."""
        return self.apart(lambda inside: work(evolve(inside, plain=inside.number(0, _RICH) == 0)))

    def thing(self, shape: Shape, fixed: Mapping[str, Data | None], *, extras: int = _EXTRAS) -> Found:
        """A mapping: its fixed keys (None for those it lacks), what it needs, a few that it may have."""
        return self.apart(lambda inside: inside.mapping(shape, fixed, extras))

    def mapping(self, shape: Shape, fixed: Mapping[str, Data | None], extras: int) -> Found:
        """A mapping that is small enough not to be drawn apart."""
        what = str(shape.what)
        free = [
            key for key in shape.listed if key.name not in fixed and (what, key.name) not in self.left_out
        ]
        chosen = {key.name for key in self.some([key for key in free if not key.required], 0, extras)}
        found: Found = {}
        for key in shape.listed:
            if key.name in fixed:
                value = fixed[key.name]
            elif key.required or key.name in chosen:
                value = self.keyed(what, key, found)
            else:
                continue
            if value is not None:
                found[key.name] = value
        return found

    def keyed(self, what: str, key: Key, found: Found) -> Data | None:
        """The value of a key, below those that stand there already."""
        form = key.value.form
        name = "effects" if form is Form.EFFECTS else key.name
        special = self.specials.get((what, name)) or self.specials.get(("", name))
        return special(self, found) if special else self.value(key.value, key.name)

    def value(self, value: Value, key: str = "") -> Data | None:
        """A value as it is written; None where it would have to name what there is not."""
        match value.form:
            case Form.TEXT:
                return self.text(key, value.limit)
            case Form.WORD:
                return (
                    self.draw(st.from_regex(value.pattern, fullmatch=True))
                    if value.pattern
                    else f"some {key}"
                )
            case Form.ID:
                return self.world.declare(value.kind, f"{self.about}-{key}")
            case Form.REF | Form.CHOICE:
                known = [*value.words, *self.world.of_kind(value.kind)]
                return self.one_of(known) if known else None
            case Form.YES_NO:
                return self.one_of(["no", "yes"])
            case Form.WHOLE:
                return str(self.number(value.low, value.high))
            case Form.DECIMAL:
                return self.decimal(value.low, value.high) if value.high else self.decimal(0, _BOUND * 1000)
            case Form.CONDITION:
                return self.condition()
            case Form.AMOUNT:
                return self.amount()
            case Form.INSIDE:
                return self.thing(value.shape, {}) if value.shape else None
            case Form.ONE_OR_MORE if value.item:
                several = self.world.of_kind(value.item.kind)
                return [*self.some(several, 1)] if several and self.perhaps() else self.value(value.item, key)
            case Form.LIST:
                return self.listed(value, key)
            case Form.MAP:
                return self.mapped(value, key)
            case _:
                return None

    def listed(self, value: Value, key: str) -> Data | None:
        """A list: of different ids or words, or of so many values."""
        item = value.item
        if item is None:
            return None
        least = max(1, value.low)
        if item.form in {Form.REF, Form.CHOICE}:
            known = [*item.words, *self.world.of_kind(item.kind)]
            return list(self.some(known, least, max(least, _ITEMS))) if len(known) >= least else None
        count = self.number(least, min(value.high, least + 1))
        values = [self.value(item, key) for _ in range(count)]
        return [one for one in values if one is not None] or None

    def mapped(self, value: Value, key: str) -> Data | None:
        """A mapping from ids, or words, to values."""
        known = [*value.words, *self.world.of_kind(value.kind)]
        if value.item is None or not known:
            return None
        keys = known if value.low else self.some(known, 1)
        values = {name: self.value(value.item, key) for name in keys}
        return {name: one for name, one in values.items() if one is not None}

    def text(self, key: str, limit: int) -> Data:
        """A text that says what it is, in the languages of the pack."""
        name = self.about.replace("-", " ").replace("_", " ").replace(".", " ")
        said = name if key in {"name", "label", "title", "term"} else f"{key} of {name}"
        said = said[:limit].strip()
        languages = self.world.languages
        return said if languages == ("en",) else dict.fromkeys(languages, said)

    def decimal(self, low: int, high: int) -> str:
        """A number between two ends in thousandths: a whole one where it can be."""
        if (whole := -(-low // 1000)) <= high // 1000 and not self.perhaps():
            return exact(self.number(whole, high // 1000) * 1000).replace(",", "")
        return exact(self.number(low, high)).replace(",", "")

    def condition(self, offices: Iterable[str] = ()) -> str:
        """What holds or not; of offices, only what all of them see."""
        return unparse(self.draw(conditions(self.world.scope(offices), _DEPTH)))

    def amount(self, target: str = "", offices: Iterable[str] = ()) -> str:
        """A number as an expression, which can be added to its target; of offices, only what they see."""
        unit = self.world.names[target][3] if target else None
        return unparse(self.draw(amounts(self.world.scope(offices), unit, _DEPTH)))

    def because(self) -> list[Data]:
        """A claim or two that a worldview of the game believes, so that what rests on them does something."""
        cited = self.some(self.world.of_kind("claim"), 1)
        if any(all(belief[claim] for claim in cited) for belief in self.world.views.values()):
            return [*cited]
        return [self.world.article[0]]
