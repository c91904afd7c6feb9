"""Games: a pack under one of its worldviews, ready to be played."""

from collections.abc import Callable, Mapping
from functools import partial

from attrs import field, frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.game import Game
from dosmesas.engine.kept import kept
from dosmesas.model.rules import Pack, Worldview
from dosmesas.testing.strategies.given import AUTHORS, Given, pack_of, view_of

_KEPT = 8
"""So many games are kept: what a pack is made into before it can be played takes longer than a turn."""


def games(
    pack: Given, *, worldview: str | Worldview | None = None, draws: Draws | None = None
) -> st.SearchStrategy[Game]:
    """Games of a pack under any of its worldviews, the authors' first; or under the one that is named.

    Raises:
        InvalidArgument: there is no such pack or worldview.
    """
    ready = Ready.of(pack, worldview, draws)
    return st.sampled_from([*ready.views]).map(ready.game)


@frozen(eq=False)
class Ready:
    """The games of a pack by worldview, each made once. The authors' is first: to it examples shrink."""

    pack: Pack
    views: Mapping[str, Worldview]
    draws: Draws
    _made: Callable[[Worldview], Game] = field(init=False)

    @_made.default
    def _made_once(self) -> Callable[[Worldview], Game]:
        return kept(_KEPT, partial(_game, self.pack, self.draws))

    @classmethod
    def of(cls, pack: Given, worldview: str | Worldview | None, draws: Draws | None) -> "Ready":
        """The games under all worldviews, or under the one that is named.

        Raises:
            InvalidArgument: there is no such pack or worldview, or the pack has none at all.
        """
        found = pack_of(pack)
        views = [*found.ruleset.worldviews.values()] if worldview is None else [view_of(found, worldview)]
        if not views:
            raise InvalidArgument(f"the pack '{found.id}' has no worldview, so nobody can play it")
        views.sort(key=lambda view: (view.id != AUTHORS, view.id))
        return cls(found, {view.id: view for view in views}, draws or NamedDraws())

    def game(self, view: str) -> Game:
        """The game under a worldview."""
        return self._made(self.views[view])


def _game(pack: Pack, draws: Draws, view: Worldview) -> Game:
    return Game(pack, view, draws)
