"""What many games of a pack reached together, and what is left."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import Factory, define, field, frozen

from dosmesas.testing.coverage.places import CAME, NO, STAYED, YES, Kind, Place, key_at
from dosmesas.text.span import Span


class Source(StrEnum):
    """Where games come from."""

    TESTS = "tests"
    SAVES = "saves"
    PLAYOUTS = "playouts"


USEFUL = (
    Kind.EVENT,
    Kind.OPTION,
    Kind.ENDING,
    Kind.RULE,
    Kind.BULLETIN,
    Kind.DEAL,
    Kind.CONDITION,
    Kind.CHANCE,
    Kind.DELAY,
    Kind.EFFECT,
    Kind.FATE,
    Kind.CLAIM,
)
"""The kinds in the order in which it helps to hear that something was never reached."""


_TWINS = {YES: NO, NO: YES, CAME: STAYED, STAYED: CAME}
FIRST = (YES, CAME)
"""The sides that are told where neither was reached."""


def twin_of(place: Place) -> str:
    """The key of the other side of a condition or chance; nothing for what has no sides."""
    return key_at(place.kind, place.id, _TWINS[place.side]) if place.side in _TWINS else ""


@frozen
class Share:
    """How many places of so many were reached."""

    reached: int
    places: int

    @property
    def percent(self) -> int:
        """In 100, rounded down: 100 is all of it."""
        return self.reached * 100 // self.places if self.places else 100


@define(eq=False)
class Tally:
    """The places of a pack, how often each was reached, and in how many games of which source.

    `own` is the folder of the pack: what stands there is told before what it shares with other packs.
    """

    places: tuple[Place, ...]
    own: str = ""
    counts: Counter[str] = Factory(Counter)
    games: Counter[Source] = Factory(Counter)
    skipped: list[tuple[str, str]] = Factory(list)
    """Saves that could not be counted, and why."""
    by_key: Mapping[str, Place] = field(init=False)

    @by_key.default
    def _by_key(self) -> Mapping[str, Place]:
        return {place.key: place for place in self.places}

    def add(self, source: Source, reached: Mapping[str, int]) -> None:
        """Count a game."""
        self.games[source] += 1
        self.counts.update(reached)

    def share(self, places: Iterable[Place] | None = None) -> Share:
        """What was reached of these places, or of all."""
        wanted = [*(self.places if places is None else places)]
        return Share(sum(self.counts[place.key] > 0 for place in wanted), len(wanted))

    def shares(self) -> dict[Kind, Share]:
        """What was reached, by the kinds of which the pack has any."""
        found = {kind: self.share(one for one in self.places if one.kind is kind) for kind in USEFUL}
        return {kind: share for kind, share in found.items() if share.places}

    def below(self, percent: float) -> bool:
        """Whether less than so many in 100 were reached."""
        share = self.share()
        return share.reached * 100 < percent * share.places

    def first_missed(self) -> list[Place]:
        """What was never reached though that with which it comes was: the most useful first."""
        missed = (place for place in self.places if not self.counts[place.key])
        first = {one.key: one for one in missed if not one.inside or self.counts[one.inside]}
        # What was never asked at all is one thing to tell, not two.
        return self._ordered(one for one in first.values() if twin_of(one) not in first or one.side in FIRST)

    def missed_with(self) -> Counter[str]:
        """How much else was missed together with each place that was, by its key."""
        found: Counter[str] = Counter()
        for place in self.places:
            if self.counts[place.key]:
                continue
            root = place
            while root.inside and not self.counts[root.inside]:
                root = self.by_key[root.inside]
            found[root.key] += root is not place
        return found

    def once(self) -> list[Place]:
        """What was reached once only; of what comes with something else reached once, only this."""
        single = (place for place in self.places if self.counts[place.key] == 1)
        return self._ordered(place for place in single if self.counts[place.inside] != 1)

    def _ordered(self, places: Iterator[Place]) -> list[Place]:
        return sorted(places, key=lambda one: (USEFUL.index(one.kind), *self.standing(one.where)))

    def standing(self, where: Span) -> tuple[bool, str, int]:
        """What places are ordered by: those of the pack itself first."""
        return not where.file.startswith(f"{self.own}/"), where.file, where.line
