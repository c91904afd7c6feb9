"""The picture of events: a band for every turn, from top to bottom; arrows go round boxes, never through."""

from itertools import pairwise

from attrs import Factory, define

from dosmesas.desk.graphs.letters import clipped, width_of, wrapped
from dosmesas.desk.graphs.model import Arrow, Box, Graph, Shape
from dosmesas.desk.graphs.order import BEND, ordered, spread
from dosmesas.desk.graphs.picture import (
    LINE,
    SMALL,
    TITLE,
    Area,
    Frame,
    Picture,
    Placed,
    Route,
    Row,
    inert,
)

ROOM = 1120.0
"""How wide the rows of boxes may be."""
_MARGIN, _GAP, _PAD = 24.0, 18.0, 8.0
_BESIDE = 92.0
_BETWEEN = 34.0
_BEND = 10.0
_WIDTHS = {Shape.EVENT: 262.0, Shape.ENDING: 262.0, Shape.BULLETIN: 205.0}
_HEAD = 40.0


@define
class _Plan:
    """Rows of names as they grow; `group` of each row is the band it belongs to."""

    rows: list[list[str]] = Factory(list)
    groups: list[str] = Factory(list)

    def add(self, group: str, names: list[str]) -> None:
        if names:
            self.rows.append(names)
            self.groups.append(group)


def layered(graph: Graph) -> Picture:
    """Lay out a graph whose groups follow one another from top to bottom."""
    texts = {box.id: _rows(box) for box in graph.boxes}
    widths = {box.id: _width(box, texts[box.id]) for box in graph.boxes}
    heights = {name: len(rows) * LINE + 2 * _PAD for name, rows in texts.items()}
    plan = _planned(graph, widths)
    links, chains = _chained(graph, plan, widths, heights)
    rows = ordered(plan.rows, links)
    room = max(ROOM, *(sum(widths[name] + _GAP for name in row) for row in rows)) if rows else ROOM
    middles = spread(rows, links, widths, _GAP, room)
    tops, bottom = _tops(rows, plan.groups, heights)
    deep = [max(heights[name] for name in row) for row in rows]
    heights.update((name, deep[at]) for at, row in enumerate(rows) for name in row if name.startswith(BEND))
    left = _MARGIN + _BESIDE
    areas = {
        name: Area(left + middles[name] - widths[name] / 2, tops[index], widths[name], heights[name])
        for index, row in enumerate(rows)
        for name in row
    }
    floors = {name: tops[at] + deep[at] for at, row in enumerate(rows) for name in row}
    routes = tuple(_route(arrow, chain, areas, floors) for arrow, chain in chains)
    return Picture(
        inert(graph.title),
        tuple(inert(line) for line in graph.legend),
        room + _BESIDE + 2 * _MARGIN,
        bottom + _MARGIN + LINE * (len(graph.legend) + 1),
        tuple(Placed(box, areas[box.id], texts[box.id]) for box in graph.boxes),
        routes,
        _frames(graph, plan.groups, tops, deep, room),
    )


def _rows(box: Box) -> tuple[Row, ...]:
    if box.shape is Shape.LINK:
        words = " ".join((box.title, *box.lines))
        return (Row(clipped(inert(words), 230, SMALL), SMALL),)
    room = _WIDTHS[box.shape] - 2 * _PAD
    rows = [Row(text, TITLE, bold=True) for text in wrapped(inert(box.title), room, TITLE, 2, bold=True)]
    for line in box.lines:
        rows += [Row(text, SMALL) for text in wrapped(inert(line), room, SMALL, 3)]
    return tuple(rows)


def _width(box: Box, rows: tuple[Row, ...]) -> float:
    if box.shape is not Shape.LINK:
        return _WIDTHS[box.shape]
    return max(width_of(row.text, row.size) for row in rows) + 2 * _PAD + 8


def _planned(graph: Graph, widths: dict[str, float]) -> _Plan:
    """Each group's boxes in as many rows as they need, then in a row of its own what leads from it."""
    plan = _Plan()
    sources = {arrow.source for arrow in graph.arrows}
    tied = {name for arrow in graph.arrows for name in (arrow.source, arrow.target)}
    for group, _ in graph.groups:
        own = [box for box in graph.boxes if box.group == group]
        big = [box.id for box in own if box.shape is not Shape.LINK]
        news = [box.id for box in own if box.shape is Shape.BULLETIN]
        # What is tied to nothing stands last, so that no arrow has to go round it.
        setting = [name for name in news if name in sources]
        others = sorted((name for name in news if name not in sources), key=lambda name: name not in tied)
        big = sorted((name for name in big if name not in news), key=lambda name: name not in tied)
        links = [box.id for box in own if box.shape is Shape.LINK]
        for names in (big, setting, links, others):
            for row in _broken(names, widths):
                plan.add(group, row)
    return plan


def _broken(names: list[str], widths: dict[str, float]) -> list[list[str]]:
    rows: list[list[str]] = []
    wide = ROOM + 1
    for name in names:
        if wide + widths[name] > ROOM:
            rows.append([])
            wide = 0
        rows[-1].append(name)
        wide += widths[name] + _GAP
    return rows


def _chained(
    graph: Graph, plan: _Plan, widths: dict[str, float], heights: dict[str, float]
) -> tuple[list[tuple[str, str]], list[tuple[Arrow, list[str]]]]:
    """Links from row to row, with a bend in every row that an arrow passes; and the way of each arrow."""
    level = {name: index for index, row in enumerate(plan.rows) for name in row}
    links, chains = list[tuple[str, str]](), list[tuple[Arrow, list[str]]]()
    bends: dict[tuple[str, int], str] = {}
    for arrow in graph.arrows:
        upper, lower = sorted((arrow.source, arrow.target), key=lambda name: level[name])
        chain = [upper]
        for index in range(level[upper] + 1, level[lower]):
            # Arrows out of the same label go together until they part.
            key = (upper if upper.startswith("link:") else f"{upper}>{lower}", index)
            bend = bends.get(key)
            if bend is None:
                bend = bends[key] = f"{BEND}{len(bends)}"
                widths[bend], heights[bend] = _BEND, 0.0
                plan.rows[index].append(bend)
            chain.append(bend)
        chain.append(lower)
        links += pairwise(chain)
        chains.append((arrow, chain if upper == arrow.source else chain[::-1]))
    return list(dict.fromkeys(links)), chains


def _tops(rows: list[list[str]], groups: list[str], heights: dict[str, float]) -> tuple[list[float], float]:
    tops, y = [], _MARGIN + _HEAD
    for index, row in enumerate(rows):
        if index:
            y += _BETWEEN + (16.0 if groups[index] != groups[index - 1] else 0.0)
        tops.append(y)
        y += max(heights[name] for name in row)
    return tops, y


def _frames(
    graph: Graph, groups: list[str], tops: list[float], deep: list[float], room: float
) -> tuple[Frame, ...]:
    """A band behind the rows of every group."""
    frames = []
    for group, title in graph.groups:
        mine = [index for index, one in enumerate(groups) if one == group]
        if mine:
            top, bottom = tops[mine[0]] - 12, tops[mine[-1]] + deep[mine[-1]] + 12
            frames.append(Frame(inert(title), Area(_MARGIN / 2, top, room + _BESIDE + _MARGIN, bottom - top)))
    return tuple(frames)


def _route(arrow: Arrow, chain: list[str], areas: dict[str, Area], floors: dict[str, float]) -> Route:
    """Through the middle of every bend, down the whole of its row; into boxes at the side that faces it."""
    downward = areas[chain[0]].y < areas[chain[-1]].y
    points = []
    for index, name in enumerate(chain):
        area = areas[name]
        x = area.x + area.width / 2
        if name.startswith(BEND):
            points += sorted([(x, area.y), (x, area.y + area.height)], reverse=not downward)
            continue
        near = areas[chain[1] if index == 0 else chain[index - 1]]
        reach = max(0.0, area.width / 2 - 14)
        lean = near.x + near.width / 2 - x
        x += max(-reach, min(reach, lean * 0.35))
        if (index == 0) is not downward:
            points.append((x, area.y))
            continue
        # First straight down to where the row ends: the boxes beside may be taller.
        ends = dict.fromkeys([(x, area.y + area.height), (x, floors[name])])
        points += sorted(ends, reverse=index != 0)
    return Route(arrow, tuple(points), upright=True)
