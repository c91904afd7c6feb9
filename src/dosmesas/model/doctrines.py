"""What a computer official goes by: aims, likes and dislikes, red lines. A doctrine of game/, or built in."""

from collections.abc import Mapping

from attrs import field, frozen

from dosmesas.model.arguments import Act
from dosmesas.model.world import Goal
from dosmesas.text.local import NO_TEXT, Text
from dosmesas.text.span import NOWHERE, Span

BOTS = ("persona", "greedy", "historical", "planner", "random", "do-little", "hard", "soft", "cooperative")
"""The bots that every ruleset has, so that no doctrine may have such a name."""
MOST_POINTS = 100
"""The most mandate points that a doctrine adds or takes: as many as a whole mandate."""


@frozen(eq=False, repr=False, match_args=False)
class Doctrine:
    """A way of deciding. All amounts are in thousandths of a mandate point.

    `own` is how much of 100 the mandate of the office counts, beside the `goals` of the doctrine. `acts` are
    added to options that do such a thing, `deals` to those by which a deal is kept, `stir` for each percent
    of its range by which an option is expected to move an indicator. `never` are red lines: such an option is
    taken only where nothing else is legal. `noise` is the most that a mood adds: no two games are alike.
    """

    id: str
    name: Text = NO_TEXT
    text: Text = NO_TEXT
    because: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    own: int = 100
    acts: Mapping[Act, int] = field(factory=dict)
    deals: int = 0
    stir: int = 0
    never: frozenset[Act] = frozenset()
    noise: int = 0
    where: Span = NOWHERE


def forbids(doctrine: Doctrine, act: Act | None) -> bool:
    """Whether an act is behind a red line."""
    return act is not None and act in doctrine.never
