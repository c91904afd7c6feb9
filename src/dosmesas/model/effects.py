"""Effects: what an option, a deal, a bulletin or a rule does. A tree; its leaves change numbers and flags."""

from attrs import frozen

from dosmesas.lang.nodes import Node
from dosmesas.text.span import NOWHERE, Span


@frozen(eq=False, repr=False, match_args=False)
class Change:
    """Add an amount to an indicator. `figure` names the claim whose figure gave the size, if one did.

    `counted` where the indicator is a counter: then no belief makes the amount less.
    """

    indicator: str
    amount: Node
    because: tuple[str, ...]
    where: Span
    figure: str = ""
    counted: bool = False


@frozen(eq=False, repr=False, match_args=False)
class SetFlag:
    """Set a flag."""

    flag: str
    value: bool
    because: tuple[str, ...]
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class After:
    """Effects that land at the beginning of the turn so many turns on; `id` names them in a state."""

    id: str
    turns: int
    effects: "tuple[Effect, ...]"
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class Chance:
    """Effects that come with a chance in 100; `id` names the draw."""

    id: str
    percent: int
    effects: "tuple[Effect, ...]"
    otherwise: "tuple[Effect, ...]"
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class When:
    """Effects that come when a condition, which stands at `when_at`, holds as the stage begins."""

    condition: Node
    effects: "tuple[Effect, ...]"
    otherwise: "tuple[Effect, ...]"
    where: Span
    when_at: Span = NOWHERE


ViewMarks = tuple[tuple[str, Span], ...]
"""The worldviews in which an option or rule says that it is at work, with their places; none means all."""

Effect = Change | SetFlag | After | Chance | When


def parts(effect: Effect) -> "tuple[Effect, ...]":
    """The effects directly inside one."""
    match effect:
        case After(effects=inside):
            return inside
        case Chance(effects=yes, otherwise=no) | When(effects=yes, otherwise=no):
            return (*yes, *no)
        case _:
            return ()


def walk(effects: "tuple[Effect, ...]") -> "tuple[Effect, ...]":
    """All effects of a tree, outer before inner, in written order."""
    found: list[Effect] = []
    for effect in effects:
        found.append(effect)
        found.extend(walk(parts(effect)))
    return tuple(found)
