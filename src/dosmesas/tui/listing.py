"""A list of rows of any length, wrapped to the width, with a cursor; it tells what stood whole in sight."""

from collections.abc import Sequence

from textual.events import Resize
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from dosmesas.tui.rows import Row, laid, whole


class Listing(OptionList):
    """Rows; `Seen` is sent as others come into sight."""

    class Seen(Message):
        """These rows of a list, by number, have stood whole in sight."""

        def __init__(self, listing: "Listing", rows: tuple[int, ...]) -> None:
            super().__init__()
            self.listing, self.rows = listing, rows

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False)
        self.rows: Sequence[Row] = ()
        self._laid_for = self._cursor = 0
        self._heights_laid: list[int] = []

    def show(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show these rows, with the cursor on one of them or the next that is no heading."""
        self.rows, self._cursor = rows, cursor
        self._lay()

    def move(self, how: str) -> None:
        """Move the cursor for one who types elsewhere: up, down, pageup, pagedown."""
        match how:
            case "up":
                self.action_cursor_up()
            case "down":
                self.action_cursor_down()
            case "pageup":
                self.action_page_up()  # type: ignore[no-untyped-call] # Textual leaves it untyped
            case "pagedown":
                self.action_page_down()  # type: ignore[no-untyped-call] # likewise

    def on_resize(self, _: Resize) -> None:
        """Another width breaks the lines elsewhere."""
        if self._room() != self._laid_for:
            self._cursor = self._cursor if self.highlighted is None else self.highlighted
            self._lay()

    def _room(self) -> int:
        return self.scrollable_content_region.width

    def _lay(self) -> None:
        self._laid_for = self._room()
        if not self._laid_for:
            return
        texts = [laid(one, self._laid_for) for one in self.rows]
        self._heights_laid = [text.count("\n") + 1 for text in texts]
        self.set_options(
            Option(text, disabled=one.heading) for text, one in zip(texts, self.rows, strict=True)
        )
        following = (n for n, one in enumerate(self.rows) if n >= self._cursor and not one.heading)
        before = (n for n in range(len(self.rows) - 1, -1, -1) if not self.rows[n].heading)
        self.highlighted = next(following, next(before, None))
        self.call_after_refresh(self._tell_seen)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What comes into sight is told."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_seen()

    def _tell_seen(self) -> None:
        height = self.scrollable_content_region.height
        self.post_message(self.Seen(self, tuple(whole(self._heights_laid, round(self.scroll_y), height))))
