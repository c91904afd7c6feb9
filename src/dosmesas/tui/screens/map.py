"""The map: the places by their level, what happened there, and all of it as text too."""

from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key, Resize
from textual.widgets import Static

from dosmesas.session.places import PlaceView, places_view
from dosmesas.session.tell_charts import map_lines, place_lines
from dosmesas.session.turns import finished_turns
from dosmesas.text.safe import shown
from dosmesas.tui.bindings import bindings
from dosmesas.tui.canvas import Canvas
from dosmesas.tui.commands import MAP_SCREEN, TWIN
from dosmesas.tui.drawing.map import Spot, draw
from dosmesas.tui.drawing.outlines import outlines
from dosmesas.tui.marks import HAPPENED, PATTERNS
from dosmesas.tui.screens.base import GameScreen

_TALL = 32


class MapScreen(GameScreen):
    """Where things happen, as the one at the keyboard sees it; a world without states is told as text."""

    CSS_PATH: ClassVar = ["../styles/canvas.tcss", "../styles/map.tcss"]
    BINDINGS: ClassVar = [
        *bindings(MAP_SCREEN),
        ("left", "turn(-1)", ""),
        ("right", "turn(1)", ""),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.places: tuple[PlaceView, ...] = ()
        self.chosen, self.twin = 0, False

    def compose(self) -> ComposeResult:
        """Heading with the legend, map or text, the chosen place, whom the outlines are owed to."""
        yield Static("", id="header", classes="header", markup=False)
        yield Canvas(id="picture")
        with VerticalScroll(id="twin-pane"):
            yield Static("", id="twin", markup=False)
        with VerticalScroll(id="place-pane"):
            yield Static("", id="place", markup=False)
        yield Static("", id="credit", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the place where something happened last."""
        self._read()
        last = [max((one.turn for one in place.happened), default=0) for place in self.places]
        self.chosen = last.index(max(last)) if last else 0
        self.twin = not any(place.states for place in self.places)
        self._write()

    def on_resize(self, event: Resize) -> None:
        """More of a place's story where there is room."""
        super().on_resize(event)
        self.set_class(event.size.height >= _TALL, "-tall")

    def refresh_texts(self) -> None:
        """Read the places again, in the language of now."""
        self._read()
        self._write()

    def on_key(self, event: Key) -> None:
        """A digit goes to a place."""
        if event.key.isdigit() and 1 <= int(event.key) <= len(self.places):
            self.chosen = int(event.key) - 1
            self._write()
            event.stop()

    def action_turn(self, by: int) -> None:
        """The next place, or the one before."""
        self.chosen = (self.chosen + by) % max(len(self.places), 1)
        self._write()

    def action_twin(self) -> None:
        """The map, or the same as text."""
        self.twin = not self.twin
        self._write()

    def _read(self) -> None:
        seat = None if self.session.over else self.main.last_seat or self.session.setup.seats[0]
        self.places = places_view(self.session, seat, self.language)

    def _write(self) -> None:
        spots = tuple(
            Spot(shown(one.name), one.states, one.level, self.say(one.level), bool(one.happened))
            for one in self.places
        )
        chosen = self.chosen
        self.set_class(self.twin, "-twin")
        self.put("#header", f"{self._title()}   {self._legend()}")
        self.query_one(Canvas).show(lambda size: draw(spots, size, chosen))
        if self.places:
            self.put("#place", "\n".join(place_lines(self.places[chosen], chosen + 1, self.language)))
        self.put("#twin", "\n".join(map_lines(self.places, self.language)))
        self.put("#credit", outlines().credit if any(one.states for one in self.places) else "")
        name = "key_drawn" if self.twin else TWIN.name
        commands = (evolve(one, name=name) if one is TWIN else one for one in MAP_SCREEN)
        digits = [self.say("keys_charts", count=len(self.places))] if self.places else []
        self.put("#keys", self.foot(commands, *digits))
        self.query_one("#twin-pane" if self.twin else "#place-pane").focus()

    def _title(self) -> str:
        pack, turn, over = self.session.pack, self.session.state.turn, self.session.over
        month = pack.month(turn)(self.language)
        later = self.say("chart_later", months=turn - finished_turns(self.session)) if over else month
        return self.say("map_title", when=later)

    def _legend(self) -> str:
        levels = [
            self.say("map_legend", pattern=mark, word=self.say(level)) for level, mark in PATTERNS.items()
        ]
        return "  ".join([*levels, self.say("map_happened", mark=HAPPENED)])
