"""The picture of claims: a panel for every indicator, claims left, ways in the middle, the number right."""

from dosmesas.desk.graphs.letters import clipped, width_of
from dosmesas.desk.graphs.model import Arrow, Box, Graph, Shape
from dosmesas.desk.graphs.picture import (
    LINE,
    SMALL,
    Area,
    Frame,
    Label,
    Picture,
    Placed,
    Route,
    Row,
    inert,
)

_MARGIN, _HEAD, _GAP = 20.0, 40.0, 16.0
_PANEL = 800.0
NUMBER = 11.0
"""The size of letters of an indicator: most ids are to fit."""
_STEP, _HIGH = 23.0, 18.0
_TOP = 30.0
_CLAIM, _WAY, _MARK, _NUMBER = (8.0, 248.0), (296.0, 180.0), (478.0, 146.0), (652.0, 140.0)
"""Left edge and width of the columns in a panel."""


def panels(graph: Graph) -> Picture:
    """Lay out a graph of claims: its groups in two columns, each box once in its panel."""
    columns = 2 if len(graph.groups) > 1 else 1
    ends = [_MARGIN + _HEAD] * columns
    placed, routes, frames, labels = list[Placed](), list[Route](), list[Frame](), list[Label]()
    for group, title in graph.groups:
        boxes = [box for box in graph.boxes if box.group == group]
        column = ends.index(min(ends))
        x, y = _MARGIN + column * (_PANEL + _GAP), ends[column]
        names = {box.id for box in boxes}
        arrows = [arrow for arrow in graph.arrows if arrow.source in names]
        areas = _areas(boxes, arrows, x, y + _TOP)
        bottom = max(area.y + area.height for area in areas.values()) + 10
        frames.append(Frame(inert(title), Area(x, y, _PANEL, bottom - y)))
        placed += [_placed(box, areas[box.id]) for box in boxes]
        beside = {arrow.source: _label(arrow, areas, x) for arrow in arrows if arrow.label}
        clear = max((one.area.x + one.area.width for one in beside.values()), default=x)
        routes += [_route(arrow, areas, beside.get(arrow.source), clear) for arrow in arrows]
        labels += beside.values()
        ends[column] = bottom + _GAP
    width = 2 * _MARGIN + columns * _PANEL + (columns - 1) * _GAP
    height = max(ends) + LINE * (len(graph.legend) + 1)
    legend = tuple(inert(line) for line in graph.legend)
    return Picture(
        inert(graph.title),
        legend,
        width,
        height,
        tuple(placed),
        tuple(routes),
        tuple(frames),
        tuple(labels),
    )


def _areas(boxes: list[Box], arrows: list[Arrow], x: float, y: float) -> dict[str, Area]:
    ways = [box for box in boxes if box.shape in {Shape.RULE, Shape.CHOICE}]
    claims = [box for box in boxes if box.shape in {Shape.CLAIM, Shape.RIVAL}]
    number = next(box for box in boxes if box.shape is Shape.INDICATOR)
    order = _untangled([box.id for box in claims], [box.id for box in ways], arrows)
    areas: dict[str, Area] = {}
    for (left, width), names in zip((_CLAIM, _WAY), order, strict=True):
        step = _step(len(names), max(len(one) for one in order))
        for at, name in enumerate(names):
            areas[name] = Area(x + left, y + step * at + (step - _STEP) / 2, width, _HIGH)
    middle = y + (max(len(one) for one in order) * _STEP - _STEP) / 2
    areas[number.id] = Area(x + _NUMBER[0], middle - 3, _NUMBER[1], _HIGH + 6)
    return areas


def _step(count: int, most: int) -> float:
    """How far apart boxes of a column stand: spread along the longer one."""
    return _STEP * most / count if count else _STEP


def _untangled(claims: list[str], ways: list[str], arrows: list[Arrow]) -> tuple[list[str], list[str]]:
    """Both columns, so that the arrows between them seldom cross; of equals the stronger stays above."""
    pairs = [(one.source, one.target) for one in arrows if one.source in set(claims)]
    best, fewest = (claims, ways), _crossed(claims, ways, pairs)
    for _ in range(8):
        claims = _near(claims, ways, [(b, a) for a, b in pairs])
        ways = _near(ways, claims, pairs)
        count = _crossed(claims, ways, pairs)
        if count < fewest:
            best, fewest = (claims, ways), count
    return best


def _near(row: list[str], beside: list[str], pairs: list[tuple[str, str]]) -> list[str]:
    place = {name: at for at, name in enumerate(beside)}
    found: dict[str, list[int]] = {}
    for source, target in pairs:
        found.setdefault(target, []).append(place[source])
    mean = {name: sum(found[name]) / len(found[name]) if name in found else at for at, name in enumerate(row)}
    return sorted(row, key=lambda name: mean[name])


def _crossed(claims: list[str], ways: list[str], pairs: list[tuple[str, str]]) -> int:
    left = {name: at for at, name in enumerate(claims)}
    right = {name: at for at, name in enumerate(ways)}
    ends = [(left[source], right[target]) for source, target in pairs]
    return sum((a - c) * (b - d) < 0 for i, (a, b) in enumerate(ends) for c, d in ends[i + 1 :])


def _placed(box: Box, area: Area) -> Placed:
    bold = box.shape is Shape.INDICATOR
    size = NUMBER if bold else SMALL
    text = clipped(inert(box.title), area.width - 12, size, bold=bold)
    return Placed(box, area, (Row(text, size, bold),))


def _label(arrow: Arrow, areas: dict[str, Area], x: float) -> Label:
    text = clipped(inert(arrow.label), _MARK[1] - 8, SMALL)
    return Label(text, Area(x + _MARK[0], areas[arrow.source].y, width_of(text, SMALL) + 6, _HIGH))


def _route(arrow: Arrow, areas: dict[str, Area], label: Label | None, clear: float) -> Route:
    """From right to left edge; behind a label, and level until all labels of the panel are passed."""
    source, target = areas[arrow.source], areas[arrow.target]
    y, end = source.y + source.height / 2, (target.x, target.y + target.height / 2)
    if label is None:
        return Route(arrow, ((source.x + source.width, y), end), upright=False)
    start = label.area.x + label.area.width
    return Route(arrow, tuple(dict.fromkeys([(start, y), (clear, y), end])), upright=False)
