"""A list that paints two rows anew when the cursor moves; Textual's own paints all that are in sight."""

from collections.abc import Sequence
from itertools import accumulate

from textual.reactive import reactive
from textual.widgets import OptionList


class Lines(OptionList):
    """Rows of known heights, in lines: `heights` has one for each that the cursor can come to."""

    highlighted = reactive[int | None](None, repaint=False)

    def __init__(self, name: str) -> None:
        super().__init__(id=name, markup=False)
        self.heights: Sequence[int] = ()
        self._painted: int | None = None

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Paint the row that the cursor leaves, and the one that it comes to."""
        super().watch_highlighted(highlighted)
        firsts = [0, *accumulate(self.heights)]
        for row in {self._painted, highlighted} - {None}:
            if row is not None and row < len(self.heights):
                self.refresh_lines(firsts[row], self.heights[row])
        self._painted = highlighted
