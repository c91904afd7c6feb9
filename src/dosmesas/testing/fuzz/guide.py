"""Where to look next: games that came where few come are played again, with other decisions on the way.

What is counted are the places that a game reaches (testing/coverage). A rare place draws in proportion to how
rarely it was reached, as the power schedules of grey-box fuzzers do (Böhme and others, AFLFast, 2016).
"""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import itemgetter

from attrs import Factory, define

from dosmesas.engine.draws import NamedDraws
from dosmesas.testing.fuzz.replay import Replay, Size

_KEPT = 4
"""So many games are kept for a place, the shortest ones first."""
_FRESH = 30
"""Of 100 games so many begin anew."""
_SCALE = 1 << 20


@define(eq=False)
class Guide:
    """What has been reached how often, and by which games; every choice is a named draw of `seed`."""

    seed: int
    reached: Counter[str] = Factory(Counter)
    leads: dict[str, list[tuple[Size, Replay]]] = Factory(dict)

    def note(self, replay: Replay, places: Iterable[str]) -> None:
        """Count what a game has reached, and keep it for the places to which it was short."""
        size = replay.size
        for place in places:
            self.reached[place] += 1
            kept = self.leads.setdefault(place, [])
            if len(kept) < _KEPT or size < kept[-1][0]:
                insort(kept, (size, replay), key=itemgetter(0))
                del kept[_KEPT:]

    def lead(self, number: int) -> Replay | None:
        """The game to follow in the game of a number; None where it begins anew."""
        if not self.leads or self.draw("fresh", number, 100) < _FRESH:
            return None
        place = self._rare(number)
        kept = self.leads[place]
        return kept[self.draw("which", number, len(kept))][1]

    def _rare(self, number: int) -> str:
        """A place, each as likely as it is rare."""
        weights = {place: _SCALE // times for place, times in sorted(self.reached.items())}
        left = self.draw("place", number, sum(weights.values()))
        for place, weight in weights.items():
            if left < weight:
                return place
            left -= weight
        raise AssertionError("the weights add up")

    def draw(self, name: str, number: int, below: int, index: int = 0) -> int:
        """A number below a bound, by name, game and index."""
        return NamedDraws().number(self.seed, f"fuzz:{name}", number, index) * below >> 64

    def share(self, places: Mapping[str, object]) -> tuple[int, int]:
        """How many of these places have been reached, and how many there are."""
        return sum(place in self.reached for place in places), len(places)
