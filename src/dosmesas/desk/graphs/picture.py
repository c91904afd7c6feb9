"""A picture laid out: where every box, label and arrow stands, in points from the top left."""

from attrs import frozen

from dosmesas.desk.graphs.model import Arrow, Box
from dosmesas.text.safe import one_line

LINE, TITLE, SMALL = 14.0, 12.0, 10.5
"""Height of a row of text, and sizes of letters."""
_TEXT = 300


@frozen
class Row:
    """A row of text in a box."""

    text: str
    size: float
    bold: bool = False


@frozen
class Area:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Area") -> bool:
        """Whether two share more than an edge."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height


@frozen
class Placed:
    """A box at its place with its rows."""

    box: Box
    area: Area
    rows: tuple[Row, ...]


@frozen
class Route:
    """An arrow through its points; it leaves and enters upright, or else level."""

    arrow: Arrow
    points: tuple[tuple[float, float], ...]
    upright: bool


@frozen
class Frame:
    """A group: its title stands at the top left of its area."""

    title: str
    area: Area


@frozen
class Label:
    """A text beside an arrow."""

    text: str
    area: Area


@frozen
class Picture:
    """All of it."""

    title: str
    legend: tuple[str, ...]
    width: float
    height: float
    placed: tuple[Placed, ...]
    routes: tuple[Route, ...]
    frames: tuple[Frame, ...]
    labels: tuple[Label, ...] = ()


def inert(text: str) -> str:
    """A text of an author on one line, with nothing that a screen would obey."""
    return one_line(text, _TEXT)
