"""The outlines of states from mexico.json (mexico.txt says where they come from), brought onto cells."""

import json
from functools import cache, lru_cache
from importlib.resources import files

from attrs import frozen

from dosmesas.tui.drawing.grid import Dots

Point = tuple[int, int]
_WIDE = 0.917
"""How wide a degree of longitude is beside one of latitude, in the middle of Mexico."""
_TALL = 2
"""How tall a cell is beside its width."""


@frozen
class Outline:
    """A state or country: its code of ISO 3166-2, its rings, where its name goes, in 1/100 degrees."""

    code: str
    rings: tuple[tuple[Point, ...], ...]
    middle: Point = (0, 0)


@frozen
class Outlines:
    """Mexico's states, its neighbours and the U.S. states near, and whom they are owed to."""

    credit: str
    home: tuple[Outline, ...]
    abroad: tuple[Outline, ...]


@cache
def outlines() -> Outlines:
    """The data of the package."""
    data = json.loads(files("dosmesas.tui.drawing").joinpath("mexico.json").read_text(encoding="utf-8"))
    home, abroad = (tuple(_outline(one) for one in data[key]) for key in ("home", "abroad"))
    return Outlines(data["credit"], home, abroad)


def _outline(one: dict[str, list[list[int]]]) -> Outline:
    rings = tuple(tuple(zip(ring[::2], ring[1::2], strict=True)) for ring in one["rings"])
    x, y = one.get("label", (0, 0))
    return Outline(str(one["code"]), rings, (int(str(x)), int(str(y))))


@frozen
class Window:
    """A part of the earth on cells: its upper left corner, and how many 1/100 degrees wide a cell is."""

    width: int
    height: int
    west: float
    north: float
    step: float

    @classmethod
    def over(cls, bounds: tuple[int, int, int, int], width: int, height: int) -> "Window":
        """The smallest that holds west, south, east and north, in 1/100 degrees, in its middle."""
        west, south, east, north = bounds
        step = max((east - west) / width, (north - south) / (height * _TALL * _WIDE))
        left = (west + east - width * step) / 2
        top = (south + north + height * step * _TALL * _WIDE) / 2
        return cls(width, height, left, top, step)

    def spot(self, point: Point) -> tuple[float, float]:
        """Where a point lies, in cells."""
        return (point[0] - self.west) / self.step, (self.north - point[1]) / (self.step * _TALL * _WIDE)

    def cell(self, point: Point) -> Point:
        """The cell in which it lies."""
        x, y = self.spot(point)
        return int(x // 1), int(y // 1)


@frozen
class Raster:
    """Whose each cell is, by its middle, and the dots of the borders, in ink `border` or `beyond`."""

    owners: dict[Point, str]
    borders: Dots


@lru_cache(maxsize=12)
def raster(window: Window) -> Raster:
    """The outlines on the cells of a window; kept, since only a change of size asks for another."""
    owners: dict[Point, str] = {}
    borders = Dots()
    for ink, shapes in (("beyond", outlines().abroad), ("border", outlines().home)):
        for one in shapes:
            rings = [[window.spot(point) for point in ring] for ring in one.rings]
            owners |= dict.fromkeys(_inside(rings, window), one.code)
            for ring in rings:
                _trace(borders, ring, window, ink)
    return Raster(owners, borders)


def _inside(rings: list[list[tuple[float, float]]], window: Window) -> list[Point]:
    """The cells whose middles lie inside, by the even-odd rule."""
    crossings: dict[int, list[float]] = {}
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            low, high = sorted((y0, y1))
            for row in range(max(0, round(low)), min(window.height, round(high))):
                crossings.setdefault(row, []).append(x0 + (row + 0.5 - y0) * (x1 - x0) / (y1 - y0))
    found = []
    for row, line in crossings.items():
        line.sort()
        for start, end in zip(line[::2], line[1::2], strict=True):
            found += [(x, row) for x in range(max(0, round(start)), min(window.width, round(end)))]
    return found


def _trace(dots: Dots, ring: list[tuple[float, float]], window: Window, ink: str) -> None:
    """The border of a ring, as far as it lies in the window."""
    places = [(int(x * 2 // 1), int(y * 4 // 1)) for x, y in ring]
    width, height = window.width * 2, window.height * 4
    for start, end in zip(places, [*places[1:], places[0]], strict=True):
        if start != end and any(0 <= x < width and 0 <= y < height for x, y in (start, end)):
            dots.line(start, end, ink)
