"""Reading on with one key in panes that the keyboard's focus never enters."""

from collections.abc import Iterable

from textual.containers import VerticalScroll


def read_on(panes: Iterable[VerticalScroll]) -> None:
    """A page further wherever there is more than is in sight; from an end, back to the beginning."""
    for pane in panes:
        if pane.scroll_offset.y >= pane.max_scroll_y:
            pane.scroll_home(animate=False)
        else:
            pane.scroll_page_down(animate=False)
