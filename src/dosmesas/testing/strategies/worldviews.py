"""Worldviews: how far each claim is believed, over the claims of a ruleset."""

from hypothesis import strategies as st

from dosmesas.load.shapes.rules import WORLDVIEW
from dosmesas.load.trials.alone import alone
from dosmesas.load.view import read_kept_view
from dosmesas.model.rules import Pack, Ruleset, Worldview
from dosmesas.testing.strategies.drawn import DrawnRules
from dosmesas.testing.strategies.filling import Filler
from dosmesas.testing.strategies.given import Given, ruleset_of
from dosmesas.testing.strategies.special import LEFT_OUT, SPECIALS
from dosmesas.testing.strategies.world import World
from dosmesas.testing.strategies.writing import Data, yaml_of

_NAME = "drawn"
_PERCENT = st.integers(0, 100).map(str)


def worldviews(pack: Given | Ruleset | DrawnRules) -> st.SearchStrategy[Worldview]:
    """Worldviews for a pack, or for a ruleset, read by the real loader; `Game(pack, view)` plays under one.

    They shrink to a school that believes the article in full, its rivals not at all, and names no claim.

    Raises:
        InvalidArgument: there is no such pack, or it has errors.
    """
    ruleset = ruleset_of(pack)
    return _worldviews(ruleset, alone(ruleset, 1))


@st.composite
def _worldviews(draw: st.DrawFn, ruleset: Ruleset, pack: Pack) -> Worldview:
    world = World.of(ruleset)
    filler = Filler(draw, world, SPECIALS, LEFT_OUT).under(_NAME)
    claims = world.of_kind("claim")
    beliefs: dict[str, Data] = {**draw(st.dictionaries(st.sampled_from(claims), _PERCENT))} if claims else {}
    view = read_kept_view(
        yaml_of(filler.thing(WORLDVIEW, {"view": _NAME, "beliefs": beliefs or None})), pack
    ).view
    assert view is not None
    return view
