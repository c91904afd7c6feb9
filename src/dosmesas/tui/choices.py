"""The lists of what can be chosen: a pointer at the highlighted row; in one, digits go to a row."""

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.events import Key
from textual.strip import Strip
from textual.widgets.option_list import Option

from dosmesas.tui.lines import Lines
from dosmesas.tui.marks import POINTER

_BOLD = Style(bold=True)


class Pointed(Lines):
    """Rows to choose from, and below them such as wait and cannot be chosen yet."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._rows: list[Content] = []

    def put(self, rows: list[Content], waiting: list[Content]) -> None:
        """Show these; the highlight stays where it is, as far as there is such a row."""
        marked = min(self.highlighted or 0, len(rows) - 1)
        self._rows, self.heights = rows, [one.plain.count("\n") + 1 for one in rows]
        self.clear_options()
        self.add_options(Option(one) for one in rows)
        self.add_options(Option(one, disabled=True) for one in waiting)
        self.highlighted = marked

    @property
    def marked(self) -> int:
        """The row that is pointed at."""
        return self.highlighted or 0

    def rewrite(self, at: int, drawn: Content) -> None:
        """Write one row anew; it stays as high as it is."""
        self._rows[at] = drawn
        self.replace_option_prompt_at_index(at, drawn)

    @property
    def rows(self) -> int:
        """The lines that all rows take."""
        return sum(self.heights)

    def render_line(self, y: int) -> Strip:
        """A line; the first one of the highlighted row begins with a pointer, which needs no colour."""
        strip, marked = super().render_line(y), self.highlighted
        if marked is None or y + round(self.scroll_y) != sum(self.heights[:marked]):
            return strip
        style = next(iter(strip)).style or Style()
        return Strip.join([Strip([Segment(POINTER, style + _BOLD)]), strip.crop(1)])


class Choices(Pointed):
    """The same, and a digit goes to a row."""

    def on_key(self, event: Key) -> None:
        """A digit goes to a row."""
        if event.key.isdigit() and 1 <= int(event.key) <= len(self._rows):
            self.highlighted = int(event.key) - 1
            event.stop()
