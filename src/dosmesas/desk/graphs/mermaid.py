"""A picture as Mermaid, which many editors, wikis and code hosts draw."""

import re
from collections.abc import Iterator

from dosmesas.desk.graphs.model import Arrow, Box, Graph, Shape
from dosmesas.text.safe import one_line

MOST_ARROWS, MOST_CHARACTERS = 500, 50_000
"""What Mermaid draws at most where its settings are not changed."""
_TEXT = 300
_BRACKETS = {
    Shape.BULLETIN: ("(", ")"),
    Shape.LINK: ("([", "])"),
    Shape.ENDING: ("[[", "]]"),
    Shape.RIVAL: ("{{", "}}"),
    Shape.RULE: ("(", ")"),
    Shape.CHOICE: ("[/", "/]"),
    Shape.INDICATOR: ("[[", "]]"),
}
_LINES = {0: "-.->", 1: "-->", 2: "==>", 3: "==>"}


def mermaid(graph: Graph) -> str:
    """The text of a flowchart; labels are quoted, and every sign that could mean something is escaped."""
    return "\n".join(_lines(graph)) + "\n"


def _lines(graph: Graph) -> Iterator[str]:
    names = {box.id: f"n{number}" for number, box in enumerate(graph.boxes)}
    across = graph.boxes and graph.boxes[0].shape in {Shape.CLAIM, Shape.RIVAL}
    yield "flowchart LR" if across else "flowchart TB"
    for number, (group, title) in enumerate(graph.groups):
        yield f"  subgraph g{number}[{quoted(title)}]"
        yield from (f"    {_box(box, names[box.id])}" for box in graph.boxes if box.group == group)
        yield "  end"
    for arrow in graph.arrows:
        yield f"  {names[arrow.source]} {_arrow(arrow)} {names[arrow.target]}"
    thick = [str(number) for number, arrow in enumerate(graph.arrows) if arrow.strength == 3]
    if thick:
        yield f"  linkStyle {','.join(thick)} stroke-width:5px"


def _box(box: Box, name: str) -> str:
    opening, closing = _BRACKETS.get(box.shape, ("[", "]"))
    text = "<br>".join(escaped(line) for line in (box.title, *box.lines))
    return f'{name}{opening}"{text}"{closing}'


def _arrow(arrow: Arrow) -> str:
    line = "-.->" if arrow.dashed else _LINES[arrow.strength]
    return f"{line}|{quoted(arrow.label)}|" if arrow.label else line


def quoted(text: str) -> str:
    """A text between quotation marks, with nothing in it that Mermaid reads."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """Every sign but letters, digits, spaces and commas as its number."""
    return re.sub(r"[^\w ,]|_", lambda sign: f"#{ord(sign[0])};", one_line(text, _TEXT))
