"""No colours in the terminal's own theme: what had a ground of its own is reversed, and still stands out."""

from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_TERMINALS = Style(color="default", bgcolor="default")
_REVERSED = _TERMINALS + Style(reverse=True)


class Colourless(LineFilter):
    """Bars and cursors are the terminal's two colours the other way round."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual hands it over
        """The segments without their colours."""
        return [Segment(text, style and _without(style)) for text, style, _ in segments]


def _without(style: Style) -> Style:
    ground = style.bgcolor
    grounded = ground is not None and ground.type is not ColorType.DEFAULT
    return style + (_REVERSED if grounded and not style.reverse else _TERMINALS)
