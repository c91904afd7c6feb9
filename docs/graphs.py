"""Draw the pictures of docs/authoring.md from the shipped pack: `python docs/graphs.py`."""

from pathlib import Path

from dosmesas.desk.graphs.draw import CLAIMS, EVENTS, drawn, graph_of
from dosmesas.load.loading import load_pack

FOLDER = Path(__file__).parent


def draw() -> None:
    """Write both pictures, in English."""
    pack = load_pack("culiacan")
    for what in (EVENTS, CLAIMS):
        graph = graph_of(pack, what, pack.ruleset.worldviews["authors"], "en")
        (FOLDER / f"graph-{what}.svg").write_text(drawn(graph, what, "svg"), encoding="utf-8")


if __name__ == "__main__":
    draw()
