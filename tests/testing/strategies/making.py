"""What the tests of the strategies share: packs drawn by plain chance, far faster than an example; the simplest."""

from collections.abc import Callable, Iterator
from random import Random
from typing import TypeVar

from attrs import define, field
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st

from dosmesas.testing.strategies.filling import Filler
from dosmesas.testing.strategies.packs import tree_of
from dosmesas.testing.strategies.special import LEFT_OUT, SPECIALS
from dosmesas.testing.strategies.tree import Tree
from dosmesas.testing.strategies.world import World
from tests.support.full import cases

_Thing = TypeVar("_Thing")
QUICK = settings(max_examples=cases(1000, 60), suppress_health_check=list(HealthCheck), deadline=None)
PLAIN = settings(QUICK, phases=[Phase.generate])
"""Without shrinking, for what is counted."""

SOUGHT = settings(
    PLAIN, max_examples=2000, database=None, derandomize=False, phases=[Phase.generate, Phase.shrink]
)


def no_draw(_: object) -> object:
    """What every draw goes through that is not a whole number."""
    raise AssertionError("only whole numbers are drawn by chance")


@define(eq=False)
class Loose(Filler):
    """Draws by a generator of chance, which is not Hypothesis's and cannot be shrunk."""

    random: Random = field(kw_only=True)

    def number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def apart(self, work: Callable[[Filler], _Thing]) -> _Thing:
        return work(self)

    def condition(self, *_: object, **__: object) -> str:
        return "turn > 1"

    def amount(self, *_: object, **__: object) -> str:
        return "2 * 1"


def loose_trees(count: int) -> Iterator[Tree]:
    """The files of so many packs as data; the same ones each time."""
    for seed in range(count):
        world = World(("en",) if seed % 3 else ("en", "es"))
        yield tree_of(Loose(no_draw, world, SPECIALS, LEFT_OUT, random=Random(seed)))


def simplest(
    strategy: st.SearchStrategy[_Thing],
    wanted: Callable[[_Thing], bool],
    enough: Callable[[_Thing], bool] = lambda _: True,
) -> _Thing:
    """The simplest example of which something holds; where it is not simple `enough`, of a few searches."""
    seeds = iter(range(5))
    found = find(strategy, wanted, settings=SOUGHT, random=Random(next(seeds)))
    for seed in seeds:
        if enough(found):
            break
        found = find(strategy, wanted, settings=SOUGHT, random=Random(seed))
    return found
