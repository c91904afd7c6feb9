"""The map: Mexico's states, each place filled by its level, an inset for the small states of the centre."""

from functools import lru_cache

from attrs import frozen

from dosmesas.tui.drawing.grid import Grid, Picture
from dosmesas.tui.drawing.naming import Namer
from dosmesas.tui.drawing.outlines import Window, outlines, raster
from dosmesas.tui.marks import HAPPENED, PATTERNS

_ALL = (-11870, 1440, -8660, 3300)
_CENTRE = (-10050, 1835, -9755, 2050)
_SHAPE = 3.18
"""How many columns a row of the whole map is worth."""
_INSET = 23
_INSET_ROWS = 6
_LIST_FROM = 78
"""Where the list may begin, in 100 of the map's width: east of it there is only sea, and Yucatán below."""


@frozen
class Spot:
    """A place: its name, its states, its level (also in words), whether anything happened there."""

    name: str
    states: tuple[str, ...]
    level: str
    word: str
    happened: bool


@lru_cache(maxsize=64)
def draw(spots: tuple[Spot, ...], size: tuple[int, int], chosen: int = -1) -> Picture:
    """The map with its list of places and its inset, as large as there is room for."""
    width, height = size
    painter = _Painter(Grid(width, height), spots, chosen)
    columns = max(min(round(height * _SHAPE), width - _INSET), 1)
    painter.land(_ALL, (columns, height), (0, 0))
    rows = min(height - len(spots) - 1, (width - columns) // 2)
    if rows >= _INSET_ROWS:
        painter.inset(width - columns, rows)
    painter.list_from(columns * _LIST_FROM // 100)
    return painter.grid.picture()


@frozen
class _Painter:
    """Paints on a grid; `chosen` is the number of the place that the player looks at."""

    grid: Grid
    spots: tuple[Spot, ...]
    chosen: int

    def land(self, bounds: tuple[int, int, int, int], size: tuple[int, int], at: tuple[int, int]) -> Window:
        """A part of the earth: ground, patterns, borders, names."""
        window, part = Window.over(bounds, *size), Grid(*size)
        land = raster(window)
        levels = {state: spot.level for spot in self.spots for state in spot.states}
        for x in range(window.width):
            for y in range(window.height):
                code = land.owners.get((x, y), "")
                level = levels.get(code, "")
                ground = level or ("land" if code.startswith("MX") else "abroad" if code else "sea")
                part.put(x, y, PATTERNS.get(level, " "), f"{level}-fill" if level else "", ground)
        land.borders.onto(part)
        self._names(Namer(part, window, land.owners))
        self.grid.paste(part, *at)
        return window

    def _names(self, namer: Namer) -> None:
        """Places first, with number, level and whether anything happened; the others where there is room."""
        middles = {one.code: one.middle for one in outlines().home}
        for n, spot in enumerate(self.spots):
            ink = "chosen" if n == self.chosen else "place"
            for code in spot.states:
                text = f"{n + 1}{PATTERNS[spot.level]}{code[3:]}{HAPPENED * spot.happened}"
                namer.name(code, text, ink, middles.get(code), always=True)
        placed = {code for spot in self.spots for code in spot.states}
        for code, middle in middles.items():
            if code not in placed:
                namer.name(code, code[3:], "name", middle)
        for one in outlines().abroad:
            namer.name(one.code, one.code[-2:], "beyond")

    def inset(self, width: int, rows: int) -> None:
        """The centre in a frame, at the right below, with how much larger it is."""
        x, y = self.grid.width - width, self.grid.height - rows
        size = width - 2, rows - 2
        inside = self.land(_CENTRE, size, (x + 1, y + 1))
        times = round(Window.over(_ALL, self.grid.width - width, self.grid.height).step / inside.step)
        self.grid.put(x, y, f"┌─ ×{times} ".ljust(width - 1, "─") + "┐", "frame")
        for row in range(y + 1, y + rows - 1):
            self.grid.put(x, row, "│", "frame")
            self.grid.put(x + width - 1, row, "│", "frame")
        self.grid.put(x, y + rows - 1, "└" + "─" * (width - 2) + "┘", "frame")

    def list_from(self, x: int) -> None:
        """The places with their levels, at the right above; a long name is cut, the screen says it whole."""
        most = self.grid.width - x - 10 - self._words
        wide = min(max((len(spot.name) for spot in self.spots), default=0), most)
        for n, spot in enumerate(self.spots):
            ink = "chosen" if n == self.chosen else "list"
            name = spot.name if len(spot.name) <= wide else f"{spot.name[: max(wide - 1, 0)]}…"
            self.grid.put(x, n, " " * (self.grid.width - x))
            self.grid.put(x, n, f" {n + 1} ", ink)
            self.grid.put(x + 3, n, PATTERNS[spot.level] * 2, f"{spot.level}-fill", spot.level)
            end = f" {name.ljust(wide)} {HAPPENED if spot.happened else ' '} {spot.word}"
            self.grid.put(x + 5, n, end.ljust(wide + 5 + self._words), ink)

    @property
    def _words(self) -> int:
        return max((len(spot.word) for spot in self.spots), default=0)
