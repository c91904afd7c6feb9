"""What there is in a pack that may come or not: its parts as facts, and which of them a step brings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import Factory, define, field, frozen

from dosmesas.engine.receipts import Page, ReceiptKind, Site
from dosmesas.model.effects import SetFlag, walk
from dosmesas.model.expressions import owners
from dosmesas.model.rules import Pack, Worldview
from dosmesas.text.span import Span

KINDS = ("event", "option", "deal", "bulletin", "rule", "flag", "ending")


@frozen(cache_hash=True, order=True)
class Fact:
    """Something of a pack that can come: an event, an option that is legal, a flag that changes."""

    kind: str
    id: str

    def __str__(self) -> str:
        """As it is asked for: `ending:shared-sea`."""
        return f"{self.kind}:{self.id}"


def declared(pack: Pack, view: Worldview) -> dict[Fact, Span]:
    """Everything that a pack and its rules say may come, with its place.

    Without what sleeps in this worldview, what only seats that nobody holds may do, and flags that no
    effect changes.
    """
    found: dict[Fact, Span] = {}
    for event in pack.events.values():
        found[Fact("event", event.id)] = event.where
        for seat in sorted({*event.seats} & {*pack.seats}):
            for option in event.seats[seat]:
                found[Fact("option", option.id)] = option.where
        for deal in event.deals:
            if {office for office, _ in deal.between} <= {*pack.seats}:
                found[Fact("deal", deal.id)] = deal.where
    found.update({Fact("bulletin", one.id): one.where for one in pack.bulletins.values()})
    ruleset = pack.ruleset
    for rule in ruleset.rules.values():
        if not rule.views or view.id in {name for name, _ in rule.views}:
            found[Fact("rule", rule.id)] = rule.where
    changed = {
        (one.flag, one.value)
        for _, _, effects in owners(pack)
        for one in walk(effects)
        if isinstance(one, SetFlag)
    }
    for flag in ruleset.flags.values():
        if (flag.id, not flag.start) in changed:
            found[Fact("flag", flag.id)] = flag.where
    found.update({Fact("ending", one.id): one.where for one in ruleset.endings})
    return found


@define(eq=False)
class Reader:
    """Reads facts off the receipts of steps. Each place is looked up once, for there are millions of them."""

    pack: Pack
    sites: Sequence[Site]
    _facts: dict[tuple[int, bool], Fact | None] = Factory(dict)
    _deals: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._deals = frozenset(deal.id for event in self.pack.events.values() for deal in event.deals)

    def of_pages(self, pages: Iterable[Page]) -> Iterator[Fact]:
        """What receipts tell: rules that did something, flags that changed, deals carried out."""
        known = self._facts
        for page in pages:
            for site, applied, _ in page[3]:
                key = (site, applied > 0)
                fact = known[key] if key in known else self._read(key)
                if fact is not None:
                    yield fact
                if self.sites[site].kind is ReceiptKind.FLAG and (by := self._by(self.sites[site].by)):
                    yield by

    def _read(self, key: tuple[int, bool]) -> Fact | None:
        site = self.sites[key[0]]
        fact = self._flag(site.indicator, to=key[1]) if site.kind is ReceiptKind.FLAG else self._by(site.by)
        self._facts[key] = fact
        return fact

    def _flag(self, name: str, *, to: bool) -> Fact | None:
        return Fact("flag", name) if self.pack.ruleset.flags[name].start != to else None

    def _by(self, by: str) -> Fact | None:
        if by in self.pack.ruleset.rules:
            return Fact("rule", by)
        return Fact("deal", by) if by in self._deals else None

    def of_names(self, names: Iterable[str]) -> Iterator[Fact]:
        """The events and bulletins of these ids."""
        return (Fact("event" if name in self.pack.events else "bulletin", name) for name in names)


def options(ways: Iterable[Iterable[str]]) -> Iterator[Fact]:
    """The options that are legal."""
    return (Fact("option", name) for names in ways for name in names)


def of_kind(facts: Iterable[Fact]) -> Mapping[str, list[Fact]]:
    """Facts by kind, in the order of a pack's parts."""
    every = sorted(facts)
    return {kind: [one for one in every if one.kind == kind] for kind in KINDS}
