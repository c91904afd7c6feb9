"""Lines of text with colours of the theme. Whatever is drawn is made safe first, and never read as markup."""

from collections.abc import Iterable
from textwrap import wrap

from textual.content import Content

from dosmesas.text.safe import shown

QUIET = "dim"
STRONG = "bold"
GOOD, DOUBTFUL, BAD = "$text-success", "$text-warning", "$text-error"
HEAD = "bold $text-primary"


def ink(text: str, style: str = "") -> Content:
    """A text in a colour of the theme."""
    return Content.styled(shown(text), style)


def row(*parts: Content | str) -> Content:
    """Parts on one line, one after the other."""
    return Content("").join([one if isinstance(one, Content) else ink(one) for one in parts])


def page(lines: Iterable[Content]) -> Content:
    """Lines, one under the other."""
    return Content("\n").join(lines)


def filled(part: Content, width: int) -> Content:
    """A part with space after it, up to a width."""
    return part.pad_right(max(0, width - part.cell_length))


def ends(left: Content, right: Content, width: int) -> list[Content]:
    """Two parts at the two ends of a line; on two lines where they do not fit on one."""
    if left.cell_length + right.cell_length < width:
        return [row(filled(left, width - right.cell_length), right)]
    return [left, right.pad_left(max(0, width - right.cell_length))]


def folded(text: str, width: int, style: str = "", indent: int = 0) -> list[Content]:
    """A text on as many lines as it needs; all but the first are moved in by `indent`."""
    broken = wrap(shown(text), max(8, width), subsequent_indent=" " * indent)
    return [Content.styled(line, style) for line in broken] or [Content("")]


def broken(text: Content, width: int, indent: int = 0) -> list[Content]:
    """Coloured text on as many lines as it needs."""
    first, *rest = text.wrap(max(8, width - indent)) or [Content("")]
    return [first, *(one.pad_left(indent) for one in rest)]


def columns(cells: Iterable[tuple[list[Content], int]], gap: int = 1) -> list[Content]:
    """Cells of one or more lines side by side, each with its width."""
    cells = list(cells)
    deepest = max(len(lines) for lines, _ in cells)
    found = []
    for at in range(deepest):
        parts = [filled(lines[at] if at < len(lines) else Content(""), width) for lines, width in cells]
        found.append(Content(" " * gap).join(parts).rstrip())
    return found


def padded(lines: list[Content], depth: int) -> list[Content]:
    """Lines with empty ones below them, so that panes of different text are of one height."""
    return lines + [Content("")] * (depth - len(lines))
