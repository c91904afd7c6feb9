"""A picture of a pack in one of the three formats."""

from dosmesas.desk.graphs.claims import claims_graph
from dosmesas.desk.graphs.dot import dot
from dosmesas.desk.graphs.events import events_graph
from dosmesas.desk.graphs.layered import layered
from dosmesas.desk.graphs.mermaid import mermaid
from dosmesas.desk.graphs.model import Graph
from dosmesas.desk.graphs.panels import panels
from dosmesas.desk.graphs.picture import Picture
from dosmesas.desk.graphs.svg import svg
from dosmesas.model.rules import Pack, Worldview

FORMATS = ("svg", "mermaid", "dot")
EVENTS, CLAIMS = "events", "claims"


def graph_of(pack: Pack, what: str, view: Worldview, language: str, about: str = "") -> Graph:
    """The graph of events or of claims; `about` narrows claims to what a name has to do with."""
    return events_graph(pack, language) if what == EVENTS else claims_graph(pack, view, language, about)


def laid_out(graph: Graph, what: str) -> Picture:
    """The graph with a place for everything."""
    return layered(graph) if what == EVENTS else panels(graph)


def drawn(graph: Graph, what: str, form: str) -> str:
    """The text of a file."""
    match form:
        case "mermaid":
            return mermaid(graph)
        case "dot":
            return dot(graph)
        case _:
            return svg(laid_out(graph, what))
