"""A widget whose lines are drawn anew for each width, and only then."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from dosmesas.tui.drawing.ink import page

Draw = Callable[[int], list[Content]]
_UNSEEN = 80
"""The width that is taken for a widget that is not on the screen."""


class Drawn(Static):
    """Lines that know how wide they may be."""

    def __init__(self, name: str, classes: str = "") -> None:
        super().__init__("", id=name, classes=classes, markup=False)
        self._draw: Draw = lambda _: []
        self._kept: dict[int, list[Content]] = {}

    def put(self, draw: Draw, title: Content | None = None) -> None:
        """Show what this draws; the title stands in the border."""
        self._draw, self._kept = draw, {}
        self.border_title = title
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """The lines at a width, drawn once."""
        if width not in self._kept:
            self._kept[width] = self._draw(width)
        return self._kept[width]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual hands them over
        """As many rows as lines."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines at the present width."""
        return page(self.lines(self.content_size.width or _UNSEEN))
