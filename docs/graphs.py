"""Draw the pictures of docs/authoring.md from the shipped pack: `python docs/graphs.py`."""

from pathlib import Path

from dosmesas.desk.graphs.draw import CLAIMS, EVENTS, drawn, graph_of
from dosmesas.load.loading import load_pack

FOLDER = Path(__file__).parent


def pictures() -> dict[str, str]:
    """Both pictures by the names of their files, in English."""
    pack = load_pack("culiacan")
    view = pack.ruleset.worldviews["authors"]
    graphs = {what: graph_of(pack, what, view, "en") for what in (EVENTS, CLAIMS)}
    return {f"graph-{what}.svg": drawn(graph, what, "svg") for what, graph in graphs.items()}


def draw() -> None:
    """Write them."""
    for name, picture in pictures().items():
        (FOLDER / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    draw()
