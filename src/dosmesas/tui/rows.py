"""Rows of text for a list, broken between words with a hanging indent; and trees as rows, folded or not."""

from collections.abc import Callable, Iterable, Iterator

from attrs import field, frozen
from textual.content import Content

from dosmesas.session.tree import Branch
from dosmesas.text.safe import shown
from dosmesas.tui.marks import FOLDED, LEAF, UNFOLDED

_HANG = 2
_NARROWEST = 20
_DEEPEST = 8
"""Deeper branches stand no further to the right: there must be room for the words."""
Place = tuple[int, ...]
"""Where a branch hangs: which one of its parent's, from the top down."""


@frozen
class Row:
    """A text of any length; a heading is stepped over by the cursor. `mark` stands before it.

    `about` is the id of what it tells: a claim, for one. `draw`, if there is one, draws it at a width.
    """

    text: str
    indent: int = 0
    mark: str = ""
    heading: bool = False
    about: str = ""
    draw: Callable[[int], list[Content]] | None = field(default=None, eq=False)


@frozen
class Leaf:
    """A branch in sight: where it hangs, and whether it is folded (None: nothing hangs on it)."""

    place: Place
    branch: Branch
    folded: bool | None


def laid(row: Row, width: int) -> str:
    """A row as the lines that it takes, none wider than this many columns."""
    line, hang = " " * row.indent + row.mark, " " * (row.indent + (len(row.mark) or _HANG))
    width, lines = max(width, len(hang) + _NARROWEST), list[str]()
    for part in shown(row.text).split("\n"):
        for word in part.split():
            for piece in _pieces(word, width - len(hang)):
                if len(line) + len(piece) > width:
                    lines.append(line.rstrip())
                    line = hang
                line += piece + " "
        lines.append(line.rstrip())
        line = hang
    return "\n".join(lines)


def _pieces(word: str, most: int) -> list[str]:
    """A word that is wider than a line, in pieces."""
    return [word[at : at + most] for at in range(0, len(word), most)]


def in_sight(branches: tuple[Branch, ...], unfolded: frozenset[Place], above: Place = ()) -> Iterator[Leaf]:
    """The branches that can be seen, in order."""
    for number, branch in enumerate(branches):
        place = (*above, number)
        if not branch.inside:
            yield Leaf(place, branch, None)
            continue
        yield Leaf(place, branch, place not in unfolded)
        if place in unfolded:
            yield from in_sight(branch.inside, unfolded, place)


def foldable(branches: tuple[Branch, ...], above: Place = ()) -> Iterator[Place]:
    """Every place at which something can be folded."""
    for number, branch in enumerate(branches):
        if branch.inside:
            yield (*above, number)
            yield from foldable(branch.inside, (*above, number))


def row_of(leaf: Leaf) -> Row:
    """A branch as a row: ▸ folded, ▾ unfolded, · nothing behind it."""
    mark = {True: f"{FOLDED} ", False: f"{UNFOLDED} ", None: f"{LEAF} "}[leaf.folded]
    indent = _HANG * min(len(leaf.place) - 1, _DEEPEST)
    return Row(leaf.branch.text.strip(), indent, mark, about=leaf.branch.claim)


def whole(heights: Iterable[int], top: int, height: int) -> Iterator[int]:
    """The rows that stand whole in sight, of rows with these heights, where `top` is the first line."""
    line = 0
    for number, lines in enumerate(heights):
        if top <= line and line + lines <= top + height:
            yield number
        line += lines
