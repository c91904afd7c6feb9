"""What has been declared so far, while a ruleset or pack is drawn: ids by kind, names, citations, beliefs."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import Factory, define, evolve

from dosmesas.lang.scope import TURNS, Declared, Kind, Scope
from dosmesas.load.world import LEVELS
from dosmesas.model.rules import Ruleset
from dosmesas.testing.strategies.scopes import Names
from dosmesas.testing.strategies.writing import Data
from dosmesas.text.local import NO_TEXT, Text, plain
from dosmesas.text.number import thousandths
from dosmesas.text.phrase import NOTHING
from dosmesas.text.span import NOWHERE

Beliefs = Mapping[str, int]
_Known = tuple[Kind, int, int, Text, bool]
"""Of a name: its kind, the ends of its range, its unit, whether it takes whole numbers only."""
_TURN: _Known = (Kind.NUMBER, 1000, 36_000, TURNS, True)
_KEPT = 512
"""So many scopes are kept: what can be written over one is worked out once."""


@lru_cache(_KEPT)
def _names(known: tuple[tuple[str, _Known], ...], options: tuple[str, ...], events: tuple[str, ...]) -> Names:
    names = {
        name: Declared(kind, low, high, unit, NOWHERE, NOTHING, whole=whole)
        for name, (kind, low, high, unit, whole) in known
    }
    return Names(Scope(names, dict.fromkeys(options, NOWHERE), dict.fromkeys(events, NOWHERE)))


@define(eq=False)
class World:
    """Everything that a value may refer to. `seen` are the offices that see a name; without any, all do."""

    languages: tuple[str, ...] = ("en",)
    ids: dict[str, list[str]] = Factory(dict)
    names: dict[str, _Known] = Factory(lambda: {"turn": _TURN})
    counters: set[str] = Factory(set)
    seen: dict[str, tuple[str, ...]] = Factory(dict)
    rivals: set[str] = Factory(set)
    views: dict[str, Beliefs] = Factory(dict)
    options: list[str] = Factory(list)
    events: list[str] = Factory(list)
    country: dict[str, str] = Factory(dict)
    answers: dict[str, tuple[str, ...]] = Factory(dict)
    """The audiences of each office."""
    home: bool = False
    """Whether the rules have what home tables need."""
    turns: int = 1

    @classmethod
    def of(cls, ruleset: Ruleset) -> "World":
        """What worldviews of a ruleset may refer to: its claims."""
        claims = ruleset.dossier.claims.values()
        world = cls()
        world.ids["claim"] = [*(one.id for one in claims), *ruleset.assumptions]
        world.rivals.update(one.id for one in claims if one.rival)
        return world

    def of_kind(self, kinds: str) -> list[str]:
        """The ids of a kind, or of several with spaces between."""
        return [name for kind in kinds.split() for name in self.ids.get(kind, ())]

    def declare(self, kind: str, name: str) -> str:
        """Note an id, and give it back."""
        self.ids.setdefault(kind, []).append(name)
        return name

    @property
    def numbers(self) -> list[str]:
        """The indicators that can be changed by any amount."""
        return [name for name in self.of_kind("indicator") if name not in self.counters]

    @property
    def article(self) -> list[str]:
        """What may be cited anywhere: every worldview of the game that comes first believes it."""
        return [name for name in self.of_kind("claim") if name not in self.rivals]

    def number(self, data: Mapping[str, Data], low: int, high: int, *, counts: bool = False) -> None:
        """Note a number of the world, as it was drawn."""
        name = str(data.get("indicator") or data.get("counter") or data.get("place"))
        unit = data.get("unit", "")
        if isinstance(unit, dict):
            unit = unit["en"]
        text = LEVELS if "place" in data else plain(str(unit)) if unit else NO_TEXT
        self.names[name] = (Kind.NUMBER, low, high, text, counts)
        if counts:
            self.counters.add(name)
        self._seen(name, data)

    def flag(self, data: Mapping[str, Data]) -> None:
        """Note a yes or no of the world, as it was drawn."""
        name = str(data["flag"])
        self.names[name] = (Kind.YES_NO, 0, 1, NO_TEXT, True)
        self._seen(name, data)

    def _seen(self, name: str, data: Mapping[str, Data]) -> None:
        seen = data.get("seen_by", "all")
        if seen != "all":
            self.seen[name] = tuple(map(str, seen)) if isinstance(seen, list) else (str(seen),)

    def view(self, data: Mapping[str, Data]) -> None:
        """Note what a worldview believes, as it was drawn."""
        own = data.get("beliefs", {})
        usual = {
            name: str(data["rivals" if name in self.rivals else "article"]) for name in self.of_kind("claim")
        }
        believed = {**usual, **(own if isinstance(own, dict) else {})}
        assumed = dict.fromkeys(self.of_kind("assumption"), 100)
        self.views[str(data["view"])] = {**{name: int(str(one)) for name, one in believed.items()}, **assumed}

    def scope(self, offices: Iterable[str] = ()) -> Names:
        """What an expression may name; of these offices, only what all of them see."""
        hidden = {name for name, seen in self.seen.items() if not set(offices) <= {*seen}}
        known = tuple((name, one) for name, one in self.names.items() if name not in hidden)
        return _names(known, tuple(self.options), tuple(self.events))

    def copy(self) -> "World":
        """The same, to be added to without changing this one."""
        return evolve(
            self,
            ids={kind: [*names] for kind, names in self.ids.items()},
            names=dict(self.names),
            counters={*self.counters},
            seen=dict(self.seen),
            views=dict(self.views),
        )


def ends_of(data: Mapping[str, Data]) -> tuple[int, int]:
    """The lowest and highest value of an indicator, as it was drawn, in thousandths."""
    low, high = (thousandths(part) or 0 for part in str(data["range"]).split(" to "))
    return low, high
