"""Games: a pack under one of its worldviews, ready to be played."""

from functools import partial

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
    found = pack_of(pack)
    views = ordered(found) if worldview is None else (view_of(found, worldview),)
    return st.sampled_from(views).map(kept(_KEPT, partial(_game, found, draws or NamedDraws())))


def ordered(pack: Pack) -> tuple[Worldview, ...]:
    """The worldviews of a pack, the authors' first: to it every example shrinks.

    Raises:
        InvalidArgument: it has none.
    """
    if not pack.ruleset.worldviews:
        raise InvalidArgument(f"the pack '{pack.id}' has no worldview, so nobody can play it")
    return tuple(sorted(pack.ruleset.worldviews.values(), key=lambda view: (view.id != AUTHORS, view.id)))


def _game(pack: Pack, draws: Draws, view: Worldview) -> Game:
    return Game(pack, view, draws)
