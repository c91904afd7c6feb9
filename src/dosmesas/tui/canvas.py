"""A widget that shows a picture of characters; the style sheet says which role has which colour."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from dosmesas.tui.drawing.grid import Picture

Draw = Callable[[tuple[int, int]], Picture]
_ROLES = (
    *("line1", "line2", "line3", "line4", "axis", "grid", "title", "taken"),
    *("border", "beyond", "name", "place", "chosen", "list", "frame"),
    *("calm-fill", "tense-fill", "violent-fill", "sea", "land", "abroad", "calm", "tense", "violent"),
)


class Canvas(Widget):
    """Draws anew where the size or what is to be drawn changes, and otherwise keeps the picture."""

    COMPONENT_CLASSES: ClassVar = {f"canvas--{role}" for role in _ROLES}

    def __init__(self, **settings: str) -> None:
        super().__init__(id=settings.get("id"))
        self._draw: Draw | None = None
        self._kept: tuple[tuple[int, int], Picture] | None = None
        self._styles: dict[tuple[str, str], Style] = {}

    def show(self, draw: Draw) -> None:
        """Draw this from now on."""
        self._draw, self._kept = draw, None
        self.refresh()

    @property
    def picture(self) -> Picture:
        """What is to be seen at the size of now."""
        size = self.size.width, self.size.height
        if self._kept is None or self._kept[0] != size:
            self._kept = size, self._draw(size) if self._draw and min(size) > 0 else ()
        return self._kept[1]

    def render_line(self, y: int) -> Strip:
        """One row in the colours of now."""
        picture = self.picture
        if y >= len(picture):
            return Strip.blank(self.size.width, self.rich_style)
        runs = [Segment(run.text, self._style(run.ink, run.ground)) for run in picture[y]]
        return Strip(runs).adjust_cell_length(self.size.width, self.rich_style)

    def notify_style_update(self) -> None:
        """Another theme: other colours."""
        super().notify_style_update()
        self._styles.clear()

    def _style(self, ink: str, ground: str) -> Style:
        """Ink on ground on what lies below this widget; a colour that lets through is mixed here."""
        if (ink, ground) not in self._styles:
            colour, below, text_style = self.styles.color, self.background_colors[1], Style()
            for role in filter(None, (ground, ink)):
                found = self.get_component_styles(f"canvas--{role}")
                if found.background.ansi is None:  # of 16 colours none is faint enough to be read upon
                    below += found.background
                colour = found.color if found.has_rule("color") else colour
                text_style += found.text_style
            drawn = Style.from_color((below + colour).rich_color, below.rich_color)
            self._styles[ink, ground] = drawn + text_style
        return self._styles[ink, ground]
