"""Expressions as an author writes them: the loader takes each, or with a slip refuses it."""

from collections.abc import Callable, Iterator

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dosmesas.lang.describe import unparse
from dosmesas.lang.lexer import MOST_CHARACTERS
from dosmesas.lang.names import size
from dosmesas.lang.nodes import Node
from dosmesas.lang.parser import MOST_NODES
from dosmesas.lang.scope import Kind
from dosmesas.lang.units import Unit
from dosmesas.testing.strategies.given import whole
from dosmesas.testing.strategies.scopes import Declares, Names, names_of, unit_of
from dosmesas.testing.strategies.trees import amounts, conditions

UNKNOWN = "nobody_declared_this"
"""A name that nothing has, and an id: as good a slip as any misspelling, and it says so."""


def expressions(
    declared: Declares, wanted: Kind | None = None, *, target: str = "", slips: int = 0
) -> st.SearchStrategy[str]:
    """Texts of expressions over the names of a scope, a ruleset or a pack.

    `wanted` is Kind.NUMBER for amounts, Kind.YES_NO for conditions; without it, both. An amount with a
    `target` fits the unit of that indicator. With `slips=1` the loader refuses each: an unknown name or id,
    another type than is wanted, a division by 0, a bracket or a sign that does not belong there.

    Raises:
        InvalidArgument: `declared` declares nothing, or the target is no number of it.
    """
    whole("slips", slips, 0, 1)
    clean = nodes(declared, wanted, target=target).map(unparse)
    if not slips:
        return clean
    names = names_of(declared)
    return st.builds(lambda text, slip: slip(text), clean, st.sampled_from(list(_slips(names, wanted))))


def nodes(declared: Declares, wanted: Kind | None = None, *, target: str = "") -> st.SearchStrategy[Node]:
    """The same expressions as parsed nodes, for code that takes those; their places are 0.

    Raises:
        InvalidArgument: as for `expressions`.
    """
    names = names_of(declared)
    if wanted not in {None, *Kind}:
        raise InvalidArgument(
            f"wanted={wanted!r}: Kind.NUMBER, Kind.YES_NO or None; from dosmesas.lang.scope"
        )
    if target and wanted is not Kind.NUMBER:
        raise InvalidArgument("only an amount has a target: wanted=Kind.NUMBER")
    unit: Unit = unit_of(names, target) if target else None
    both = {Kind.NUMBER: amounts(names, unit), Kind.YES_NO: conditions(names)}
    return (st.one_of(*both.values()) if wanted is None else both[wanted]).filter(_fits)


def _fits(node: Node) -> bool:
    """Whether it is no longer than an author may write: nearly all are far shorter."""
    return size(node) <= MOST_NODES and len(unparse(node)) <= MOST_CHARACTERS


_Slip = Callable[[str], str]


def _slips(names: Names, wanted: Kind | None) -> Iterator[_Slip]:
    yield lambda _: UNKNOWN
    yield (
        lambda _: (
            f"turns_since('{UNKNOWN}') > 1" if wanted is not Kind.NUMBER else f"turns_since('{UNKNOWN}')"
        )
    )
    yield lambda text: f"({text}"
    yield lambda text: f"{text} = 1"
    yield lambda text: f"{text} ** 2"
    yield lambda text: f"{text}.real"
    yield lambda text: f"{text} {UNKNOWN}"
    yield lambda _: "1 / 0" if wanted is Kind.NUMBER else "1 / 0 > 1"
    if names.numbers:
        yield lambda _: f"{names.numbers[0]} + yes"
    if wanted is not None:
        yield lambda text: f"({text}) + 1" if wanted is Kind.YES_NO else f"not ({text})"
