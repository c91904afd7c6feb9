"""A picture as DOT, which Graphviz draws."""

from collections.abc import Iterator

from dosmesas.desk.graphs.model import Arrow, Box, Graph, Shape
from dosmesas.text.safe import one_line

_TEXT = 300
_LOOKS = {
    Shape.EVENT: "shape=box",
    Shape.BULLETIN: "shape=note, fontsize=9",
    Shape.ENDING: "shape=box, peripheries=2",
    Shape.LINK: 'shape=box, style="rounded", fontsize=10',
    Shape.CLAIM: "shape=box",
    Shape.RIVAL: 'shape=box, style="dashed"',
    Shape.RULE: "shape=ellipse",
    Shape.CHOICE: "shape=parallelogram",
    Shape.INDICATOR: "shape=box, peripheries=2",
}


def dot(graph: Graph) -> str:
    """The text of a directed graph with a cluster for each group."""
    return "\n".join(_lines(graph)) + "\n"


def _lines(graph: Graph) -> Iterator[str]:
    names = {box.id: f"n{number}" for number, box in enumerate(graph.boxes)}
    across = graph.boxes and graph.boxes[0].shape in {Shape.CLAIM, Shape.RIVAL}
    yield "digraph {"
    yield f"  graph [label={quoted(graph.title)}, rankdir={'LR' if across else 'TB'}, newrank=true];"
    yield '  node [fontname="sans-serif"]; edge [fontname="sans-serif", fontsize=9];'
    for number, (group, title) in enumerate(graph.groups):
        yield f"  subgraph cluster_{number} {{"
        yield f"    label={quoted(title)};"
        yield from (f"    {_box(box, names[box.id])}" for box in graph.boxes if box.group == group)
        yield "  }"
    yield from (f"  {names[one.source]} -> {names[one.target]} [{_look(one)}];" for one in graph.arrows)
    yield "}"


def _box(box: Box, name: str) -> str:
    text = "\\n".join(escaped(line) for line in (box.title, *box.lines))
    return f'{name} [label="{text}", {_LOOKS[box.shape]}];'


def _look(arrow: Arrow) -> str:
    style = "dotted" if arrow.dashed else "solid"
    return f"label={quoted(arrow.label)}, style={style}, penwidth={max(1, 2 * arrow.strength - 1)}"


def quoted(text: str) -> str:
    """A text between quotation marks that stands in the picture as it is."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """A text without what DOT reads in a label: backslashes, quotation marks, entities."""
    line = one_line(text, _TEXT).replace("\\", "\\\\")
    return line.replace("&", "&amp;").replace('"', '\\"')
