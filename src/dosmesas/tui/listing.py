"""A list of rows of any length, wrapped to the width, with a cursor; it tells what stood whole in sight."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets.option_list import Option

from dosmesas.tui.drawing.ink import page
from dosmesas.tui.lines import Lines
from dosmesas.tui.rows import Row, laid, whole


class Listing(Lines):
    """Rows; `Seen` is sent as the player scrolls on, and `seen` asked as the player leaves."""

    class Seen(Message):
        """What these rows are about has stood whole in sight while the player scrolled on."""

        def __init__(self, about: tuple[str, ...]) -> None:
            super().__init__()
            self.about = about

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.rows: Sequence[Row] = ()
        self._laid_for = self._cursor = 0
        self._laying = False

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
        self._laying = True
        texts = [self._text(one) for one in self.rows]
        self.heights = [(one if isinstance(one, str) else one.plain).count("\n") + 1 for one in texts]
        self.set_options(
            Option(text, disabled=one.heading) for text, one in zip(texts, self.rows, strict=True)
        )
        following = (n for n, one in enumerate(self.rows) if n >= self._cursor and not one.heading)
        before = (n for n in range(len(self.rows) - 1, -1, -1) if not self.rows[n].heading)
        self.highlighted = next(following, next(before, None))
        self._laying = False

    def _text(self, one: Row) -> str | Content:
        return page(one.draw(self._laid_for)) if one.draw else laid(one, self._laid_for)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What was in sight, and what has come into it."""
        super().watch_scroll_y(old_value, new_value)
        if not self._laying:
            self.post_message(self.Seen((*self._seen_at(old_value), *self._seen_at(new_value))))

    def seen(self) -> tuple[str, ...]:
        """What the rows are about that stand whole in sight now."""
        return self._seen_at(self.scroll_y)

    def _seen_at(self, top: float) -> tuple[str, ...]:
        height = self.scrollable_content_region.height
        rows = whole(self.heights, round(top), height)
        return tuple(self.rows[row].about for row in rows if self.rows[row].about)
