"""The lists of what can be chosen: a pointer at the highlighted row; in one, digits go to a row."""

from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from dosmesas.tui.drawing.option_rows import pointed


class Pointed(OptionList):
    """Rows to choose from, and below them such as wait and cannot be chosen yet."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name, markup=False)
        self._rows: list[Content] = []
        self.marked = 0

    def put(self, rows: list[Content], waiting: list[Content]) -> None:
        """Show these; the highlight stays where it is, as far as there is such a row."""
        self._rows, self.marked = rows, min(self.highlighted or 0, len(rows) - 1)
        self.clear_options()
        self.add_options(Option(pointed(one) if at == self.marked else one) for at, one in enumerate(rows))
        self.add_options(Option(one, disabled=True) for one in waiting)
        self.highlighted = self.marked

    def rewrite(self, at: int, drawn: Content) -> None:
        """Write one row anew."""
        self._rows[at] = drawn
        self.replace_option_prompt_at_index(at, pointed(drawn) if at == self.marked else drawn)

    @property
    def rows(self) -> int:
        """The lines that all rows take."""
        return sum(one.plain.count("\n") + 1 for one in self._rows)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Point at the row: two rows are written anew, and no other."""
        at, before = event.option_index, self.marked
        if at != before:
            self.replace_option_prompt_at_index(before, self._rows[before])
            self.replace_option_prompt_at_index(at, pointed(self._rows[at]))
            self.marked = at


class Choices(Pointed):
    """The same, and a digit goes to a row."""

    def on_key(self, event: Key) -> None:
        """A digit goes to a row."""
        if event.key.isdigit() and 1 <= int(event.key) <= len(self._rows):
            self.highlighted = int(event.key) - 1
            event.stop()
