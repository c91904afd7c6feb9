"""What `search` prints: how far it came, what can come and what cannot, odds, best replies, ways."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import Factory, define, field, frozen

from dosmesas.session.tell_ways import way_lines
from dosmesas.sim.search.explore import Found, Layer
from dosmesas.sim.search.facts import Fact, of_kind
from dosmesas.sim.search.worth import Replies, Worth
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed

_PHASES = ("search_word", "search_choose", "search_evening", "search_ends")
_STOPPED = {
    "states": "search_stopped_states",
    "minutes": "search_stopped_minutes",
    "interrupted": "search_stopped_interrupted",
}
_SUPPOSED = {"bands": "search_bands", "par": "search_par"}
_KINDS = {
    "event": "search_event",
    "option": "search_option",
    "deal": "search_deal",
    "bulletin": "search_bulletin",
    "rule": "search_rule",
    "flag": "search_flag",
    "ending": "search_ending",
}
_SAID = {
    "proven": "search_check_proven",
    "refuted": "search_check_refuted",
    "open": "search_check_open",
}


@frozen
class Judged:
    """A finding of a check: its code, what it is about, and whether it is `proven`, `refuted` or `open`."""

    code: str
    fact: Fact
    verdict: str


@define(eq=False)
class SearchTeller:
    """Tells one search in one language.

    `shared` are the facts declared by the rules that packs share, `shown` those to which a way is asked for,
    `games` how many were played besides.
    """

    found: Found
    language: str
    worth: Worth | None = None
    shared: frozenset[Fact] = frozenset()
    judged: list[Judged] = Factory(list)
    shown: tuple[Fact, ...] = ()
    games: int = 0
    unseen: list[Fact] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.unseen = [one for one in self.found.unseen if one not in self.shared]

    def lines(self) -> Iterator[str]:
        """Everything, in the order of interest."""
        yield self._say("search_head", pack=self.found.pack.title(self.language), view=self.found.view.id)
        yield from self._reached()
        yield from self._came()
        yield from self._missed()
        yield from self._check()
        yield from self._worth()
        for fact in self.shown:
            yield from way_lines(self.found, fact, self.language)

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _reached(self) -> Iterator[str]:
        found = self.found
        states = f"{found.states:,}"
        if found.finished:
            yield self._say("search_finished", states=states, ends=f"{len(found.ends):,}")
        else:
            layer = next(one.layer for one in found.rows if one.open)
            yield self._say(_STOPPED[found.stopped], states=states, layer=self._layer(layer))
            yield self._say("search_open", open=f"{sum(one.open for one in found.rows):,}")
        for row in found.rows[1:]:
            key = "search_layer_part" if row.open else "search_layer"
            numbers = {"states": f"{row.states:,}", "whole": f"{row.whole:,}", "thin": f"{row.thin:,}"}
            yield "  " + self._say(key, layer=self._layer(row.layer), **numbers)
        if found.supposes:
            yield self._say(_SUPPOSED[found.how])
        if self.games:
            yield self._say("search_played", games=self.games)

    def _layer(self, layer: Layer) -> str:
        late, turn, phase = layer
        return self._say("search_later" if late and phase == 2 else _PHASES[phase], turn=turn)

    def _came(self) -> Iterator[str]:
        yield self._say("search_proven")
        came, every = of_kind(self.found.proven), of_kind(self.found.declared)
        for kind, facts in every.items():
            if facts:
                kind_told = self._say(_KINDS[kind])
                yield "  " + self._say("search_count", kind=kind_told, came=len(came[kind]), all=len(facts))
        if self.found.likely:
            yield self._say("search_likely", names=_names(self.found.likely))

    def _missed(self) -> Iterator[str]:
        if self.unseen:
            yield self._say("search_unreachable" if self.found.exact else "search_not_found")
        for fact in self.unseen:
            where = self.found.declared[fact]
            yield f"  {fact} ({where.file}:{where.line})"
        shared = [one for one in self.found.unseen if one in self.shared]
        if shared:
            yield self._say("search_shared", names=_names(shared))

    def _check(self) -> Iterator[str]:
        if self.judged:
            yield self._say("search_check")
        for one in self.judged:
            yield "  " + self._say(_SAID[one.verdict], code=one.code, name=one.fact)

    def _worth(self) -> Iterator[str]:
        worth = self.worth
        if worth is None:
            yield self._say("search_no_replies")
            return
        shares = [
            self._say("search_share", name=name, share=_in_100(odds)) for name, odds in worth.odds.items()
        ]
        yield self._say("search_odds", endings=", ".join(shares))
        for seat, value in worth.any_action.items():
            office = self.found.pack.ruleset.offices[seat].name(self.language)
            best = fixed(round(worth.best[seat]))
            yield "  " + self._say("search_return", office=office, any=fixed(round(value)), best=best)
        yield self._say("search_replies")
        for option, counted in worth.replies.items():
            numbers = {"any": _of_100(counted.to_any, counted), "some": _of_100(counted.to_some, counted)}
            yield "  " + self._say("search_reply", option=option, states=f"{counted.legal:,}", **numbers)


def search_record(teller: SearchTeller) -> dict[str, object]:
    """The same for another program; odds and returns are exact, as fractions, and in decimals."""
    found = teller.found
    return {
        "pack": found.pack.id,
        "worldview": found.view.id,
        "finished": found.finished,
        "stopped": found.stopped,
        "exact": found.exact,
        "debates": found.how.value if found.supposes else "",
        "games": teller.games,
        "states": found.states,
        "ends": len(found.ends),
        "layers": [
            {
                "layer": say(
                    "en",
                    "search_later" if row.layer[0] and row.layer[2] == 2 else _PHASES[row.layer[2]],
                    turn=row.layer[1],
                ),
                "states": row.states,
                "whole": row.whole,
                "thin": row.thin,
            }
            for row in found.rows
        ],
        "proven": [str(one) for one in found.proven],
        "likely": [str(one) for one in found.likely],
        "unreachable": [str(one) for one in teller.unseen] if found.exact else [],
        "not_found": [] if found.exact else [str(one) for one in teller.unseen],
        "shared": [str(one) for one in found.unseen if one in teller.shared],
        "check": [
            {"code": one.code, "about": str(one.fact), "verdict": one.verdict} for one in teller.judged
        ],
        "ways": {str(one): [*way_lines(found, one, "en")] for one in teller.shown},
        **_worth_record(teller.worth),
    }


def _worth_record(worth: Worth | None) -> dict[str, object]:
    if worth is None:
        return {}
    return {
        "odds": _exact(worth.odds),
        "returns": {"any_action": _exact(worth.any_action), "best": _exact(worth.best)},
        "replies": [
            {"option": option, "legal": one.legal, "to_any": one.to_any, "to_some": one.to_some}
            for option, one in worth.replies.items()
        ],
    }


def _exact(numbers: Mapping[str, Fraction]) -> dict[str, dict[str, object]]:
    return {name: {"exact": str(one), "about": round(float(one), 6)} for name, one in numbers.items()}


def _names(facts: Iterable[Fact]) -> str:
    return ", ".join(map(str, facts))


def _in_100(share: Fraction) -> str:
    return fixed(round(100_000 * share))


def _of_100(part: int, counted: Replies) -> str:
    return fixed(round(Fraction(100_000 * part, counted.legal)), 0)
