"""Which places of a pack a game reached."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import field, frozen

from dosmesas.engine.game import Game, Transition
from dosmesas.testing.coverage.index import Index
from dosmesas.testing.coverage.places import places
from dosmesas.testing.coverage.retracing import Retraced


@frozen(eq=False)
class Reach:
    """Says which places the games of a pack reach; made once for many games.

    The pack of `game` may be one of which a test has changed where it starts or which events come: what is
    not a place of `keys` is not told.
    """

    game: Game
    keys: frozenset[str] = field()
    _index: Index = field(init=False)

    @keys.default
    def _all_keys(self) -> frozenset[str]:
        return frozenset(place.key for place in places(self.game.pack))

    @_index.default
    def _made(self) -> Index:
        return Index(self.game)

    def of(self, path: Sequence[Transition]) -> Counter[str]:
        """How often each place was reached in a game, by key; what was never reached is not in it.

        Of a part of a game the first transition is where it begins, and counts for nothing itself: parts that
        follow on each other, such as pairs, add up to the whole.
        """
        if not path:
            return Counter()
        retraced = Retraced(self._index, self.game.tables)
        if not path[0].state.decisions:
            retraced.begin(path[0])
        for before, after in pairwise(path):
            retraced.go_on(before.state, after)
        found = retraced.counted()
        return Counter({key: count for key, count in found.items() if key in self.keys})
