"""How a screen of a debate is divided: what stands above the list, the list, what stands behind a row."""

from attrs import frozen

_WIDE, _TALL = 110, 36
"""Columns and rows from which panes stand side by side, each in a frame."""
_HEADER = 1
_FRAME, _RULE = 2, 1
"""Rows that the border of a pane takes: a frame, or a rule above it."""
_FEW = 5
"""Rows of the list that are always in sight."""
_BEHIND = {True: 6, False: 3}
"""Rows that what stands behind a row has, its border among them; the last of them it gives to the list."""
_MARGINS = 4
"""Columns of a pane that are no text: its frame and padding, or padding and a bar at the side."""
_BESIDE = 3
"""Of the list's row, so many parts in 8 belong to what stands beside the list."""


@frozen
class Room:
    """A terminal's size, in columns and rows."""

    width: int
    height: int

    @property
    def wide(self) -> bool:
        """Whether there is room for panes side by side."""
        return self.width >= _WIDE and self.height >= _TALL

    @property
    def text(self) -> int:
        """The columns of text in a pane that takes the whole width."""
        return self.width - _MARGINS

    @property
    def beside(self) -> int:
        """The columns of the pane beside the list."""
        return self.width * _BESIDE // 8

    @property
    def beside_text(self) -> int:
        """The columns of text there."""
        return self.beside - _MARGINS - 1

    def divided(self, above: list[int], listed: int, taken: int) -> tuple[int, int]:
        """The most rows for the panes above the list, and the rows of the list, by the lines that each has.

        `taken` are the rows of the keys and the guide.
        """
        border = _FRAME if self.wide else _RULE
        room = self.height - _HEADER - taken - _BEHIND[self.wide]
        asked = min(sum(lines + border for lines in above), room - _FEW - border)
        return asked, max(_FEW + border, min(listed + border, room + 1 - asked))
