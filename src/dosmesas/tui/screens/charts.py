"""The charts: small ones of the main indicators, any one large, up to four compared; and all as text."""

from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key, Resize
from textual.widgets import Static

from dosmesas.session.charts import ChartsView, Series, charts_view
from dosmesas.session.tell_charts import one_lines, table_lines
from dosmesas.tui import charting
from dosmesas.tui.bindings import bindings
from dosmesas.tui.canvas import Canvas
from dosmesas.tui.commands import CHARTS_SCREEN, TWIN
from dosmesas.tui.contract import SMALLEST
from dosmesas.tui.screens.base import GameScreen

_MARGINS = 6
_TALL = 32


class ChartsScreen(GameScreen):
    """Indicators over the turns, as the one at the keyboard sees them; at the end everything is open."""

    CSS_PATH: ClassVar = ["../styles/canvas.tcss", "../styles/charts.tcss"]
    BINDINGS: ClassVar = [
        *bindings(CHARTS_SCREEN),
        ("left", "turn(-1)", ""),
        ("right", "turn(1)", ""),
        ("0", "main_ones", ""),
    ]

    def __init__(self, indicator: str = "") -> None:
        super().__init__()
        self.now = indicator
        self.pinned: tuple[str, ...] = ()
        self.whole = self.twin = False
        self._view: ChartsView | None = None

    def compose(self) -> ComposeResult:
        """Heading, scale, picture or text, decisions, keys."""
        yield Static("", id="header", classes="header", markup=False)
        yield Static("", id="scale", markup=False)
        yield Canvas(id="picture")
        with VerticalScroll(id="twin-pane"):
            yield Static("", id="twin", markup=False)
        with VerticalScroll(id="taken-pane"):
            yield Static("", id="taken", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the indicator that was asked for, else with the main ones, small."""
        self.refresh_texts()

    def on_resize(self, event: Resize) -> None:
        """The table takes the width that there is, the decisions the height."""
        super().on_resize(event)
        self.set_class(event.size.height >= _TALL, "-tall")
        self._write()

    def refresh_texts(self) -> None:
        """Read the numbers again, in the language of now."""
        seat = None if self.session.over else self.main.last_seat or self.session.setup.seats[0]
        self._view = charts_view(self.session, seat, self.language)
        self.now = self.now if any(one.id == self.now for one in self._view.series) else ""
        self._write()

    @property
    def view(self) -> ChartsView:
        """What there is to see."""
        if self._view is None:
            self.refresh_texts()
        assert self._view is not None
        return self._view

    @property
    def chosen(self) -> tuple[Series, ...]:
        """What is in the picture: the one that is looked at first, then those that it is compared with."""
        series = {one.id: one for one in self.view.series}
        names = dict.fromkeys((self.now, *self.pinned)) if self.now else [*series][: self.view.main]
        return tuple(series[name] for name in names)

    def on_key(self, event: Key) -> None:
        """A digit opens one of the main indicators."""
        if event.key.isdigit() and 1 <= int(event.key) <= self.view.main:
            self._look_at(self.view.series[int(event.key) - 1].id)
            event.stop()

    def action_turn(self, by: int) -> None:
        """The next indicator, or the one before."""
        names = [one.id for one in self.view.series]
        at = names.index(self.now) + by if self.now else 0 if by > 0 else -1
        self._look_at(names[at % len(names)])

    def action_main_ones(self) -> None:
        """Back to the small charts."""
        self._look_at("")

    def action_compare(self) -> None:
        """Keep the indicator in the picture while others are looked at, or let it go."""
        if self.now in self.pinned:
            self.pinned = tuple(name for name in self.pinned if name != self.now)
        elif self.now and len(self.pinned) < charting.MOST - 1:
            self.pinned = (*self.pinned, self.now)
        elif self.now:
            self.notify(self.say("charts_compare_full"), markup=False)
        self._write()

    def action_scale(self) -> None:
        """The whole range, or the part that holds the numbers."""
        self.whole = not self.whole
        self._write()

    def action_twin(self) -> None:
        """The picture, or the same as text."""
        self.twin = not self.twin
        self._write()

    def _look_at(self, name: str) -> None:
        self.now = name
        self._write()

    def _write(self) -> None:
        view, series, main, whole = self.view, self.chosen, not self.now, self.whole
        self.set_class(self.twin, "-twin")
        self.put("#header", self._heading(series))
        self.put("#scale", charting.scale_text(series, self.language, main=main, whole=whole))
        self.put("#taken", charting.taken_text(view, self.language))
        self.put("#twin", "\n".join(self._text(series)))
        self.query_one(Canvas).show(lambda size: charting.drawn(view, series, size, main=main, whole=whole))
        name = "key_drawn" if self.twin else TWIN.name
        commands = (evolve(one, name=name) if one is TWIN else one for one in CHARTS_SCREEN)
        self.put("#keys", self.foot(commands, self.say("keys_charts", count=view.main)))
        self.query_one("#twin-pane" if self.twin else "#taken-pane").focus()

    def _heading(self, series: tuple[Series, ...]) -> str:
        if not self.now:
            return self.say("charts_main", count=len(series))
        if len(series) > 1:
            return self.say("charts_many", names=", ".join(one.name for one in series))
        number = [one.id for one in self.view.series].index(self.now) + 1
        name = f"{series[0].name}, {series[0].unit}" if series[0].unit else series[0].name
        return self.say("charts_one", number=number, count=len(self.view.series), name=name)

    def _text(self, series: tuple[Series, ...]) -> list[str]:
        """The same numbers: one indicator with the decisions, several as a table."""
        if len(series) == 1:
            return one_lines(self.view, series[0], self.language)
        width = max(self.app.size.width, SMALLEST[0]) - _MARGINS
        taken = charting.taken_text(self.view, self.language)
        return [*table_lines(self.view, series, width, self.language), "", taken]
