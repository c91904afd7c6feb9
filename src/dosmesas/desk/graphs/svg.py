"""A picture as SVG: one file without anything from elsewhere, texts as texts, for light and dark pages."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from dosmesas.desk.graphs.model import Shape
from dosmesas.desk.graphs.picture import LINE, SMALL, Area, Frame, Picture, Placed, Route, inert

_LIGHT = {
    "page": "#ffffff",
    "ink": "#1b1f24",
    "soft": "#57606a",
    "band": "#f3f5f8",
    "line": "#4d5a69",
    "event": "#dbe9fb",
    "link": "#fff1c9",
    "ending": "#e3f3df",
    "rival": "#fbe3dc",
    "number": "#e9e2f8",
}
_DARK = {
    "page": "#14181d",
    "ink": "#e9edf2",
    "soft": "#a5b0bd",
    "band": "#1d232b",
    "line": "#a9b6c6",
    "event": "#1f3a5c",
    "link": "#4b3d10",
    "ending": "#23452b",
    "rival": "#572a1f",
    "number": "#3b2f63",
}
_FILLS = {
    Shape.EVENT: "event",
    Shape.BULLETIN: "page",
    Shape.ENDING: "ending",
    Shape.LINK: "link",
    Shape.CLAIM: "page",
    Shape.RIVAL: "rival",
    Shape.RULE: "event",
    Shape.CHOICE: "link",
    Shape.INDICATOR: "number",
}
_WIDE = {0: 1.2, 1: 1.2, 2: 2.8, 3: 4.8}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(picture: Picture) -> str:
    """The text of the file."""
    return "\n".join(_lines(picture)) + "\n"


def _lines(picture: Picture) -> Iterator[str]:
    width, height = round(picture.width), round(picture.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="system-ui, Helvetica, Arial, sans-serif">'
    )
    yield f"<title>{_text(picture.title)}</title>"
    yield f"<style>{_style()}</style>"
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>'
    )
    yield f'<rect class="page" width="{width}" height="{height}"/>'
    yield f'<text class="ink" x="20" y="30" font-size="16" font-weight="bold">{_text(picture.title)}</text>'
    yield from (_frame(one) for one in picture.frames)
    yield from (_route(one) for one in picture.routes)
    for one in picture.placed:
        yield from _box(one)
    for label in picture.labels:
        x, y = label.area.x + 3, label.area.y + label.area.height / 2 + SMALL * 0.35
        yield f'<text class="ink" x="{_n(x)}" y="{_n(y)}" font-size="{SMALL}">{_text(label.text)}</text>'
    for number, line in enumerate(picture.legend):
        y = picture.height - LINE * (len(picture.legend) - number)
        yield f'<text class="soft" x="20" y="{_n(y)}" font-size="{SMALL + 1}">{_text(line)}</text>'
    yield "</svg>"


def _style() -> str:
    """Colours for light pages, and for dark ones where the reader's screen asks for them."""
    return f"{_colours(_LIGHT)}@media (prefers-color-scheme: dark){{{_colours(_DARK)}}}"


def _colours(of: dict[str, str]) -> str:
    rules = [f".{name}{{fill:{of[name]}}}" for name in ("page", "ink", "soft", "band")]
    rules += [f".{name}{{fill:{of[name]};stroke:{of['line']}}}" for name in ("event", "link", "ending")]
    rules += [f".{name}{{fill:{of[name]};stroke:{of['line']}}}" for name in ("rival", "number")]
    rules += [f".plain{{fill:{of['page']};stroke:{of['line']}}}"]
    rules += [f".arrow{{fill:none;stroke:{of['line']}}}", f".tip{{fill:{of['line']}}}"]
    return "".join(rules)


def _frame(frame: Frame) -> str:
    area = frame.area
    title = (
        f'<text class="ink" x="{_n(area.x + 10)}" y="{_n(area.y + 20)}" font-size="13" font-weight="bold">'
    )
    return f'<rect class="band" {_place(area)} rx="6"/>{title}{_text(frame.title)}</text>'


def _box(placed: Placed) -> Iterator[str]:
    box, area = placed.box, placed.area
    name = _FILLS[box.shape]
    look = f'class="{"plain" if name == "page" else name}"'
    whole = " · ".join((box.title, *box.lines))
    yield f"<g><title>{_text(inert(whole))}</title>"
    dashes = ' stroke-dasharray="5 3"' if box.shape in {Shape.RIVAL, Shape.BULLETIN} else ""
    round_by = {Shape.LINK: 10, Shape.RULE: 9, Shape.BULLETIN: 8}.get(box.shape, 2)
    yield f'<rect {look} {_place(area)} rx="{round_by}"{dashes}/>'
    if box.shape in {Shape.ENDING, Shape.INDICATOR}:
        inner = Area(area.x + 3, area.y + 3, area.width - 6, area.height - 6)
        yield f'<rect {look} {_place(inner)} rx="1"/>'
    y = area.y + (area.height - len(placed.rows) * LINE) / 2 - 3.4
    for row in placed.rows:
        y += LINE
        weight = ' font-weight="bold"' if row.bold else ""
        yield (
            f'<text class="ink" x="{_n(area.x + 8)}" y="{_n(y)}" font-size="{row.size}"{weight}>'
            f"{_text(row.text)}</text>"
        )
    yield "</g>"


def _route(route: Route) -> str:
    first, *rest = route.points
    path = [f"M{_n(first[0])} {_n(first[1])}"]
    for index, (x, y) in enumerate(rest):
        before = route.points[index]
        if before[0] == x or before[1] == y:
            path.append(f"L{_n(x)} {_n(y)}")
        elif route.upright:
            middle = (before[1] + y) / 2
            path.append(f"C{_n(before[0])} {_n(middle)} {_n(x)} {_n(middle)} {_n(x)} {_n(y)}")
        else:
            middle = (before[0] + x) / 2
            path.append(f"C{_n(middle)} {_n(before[1])} {_n(middle)} {_n(y)} {_n(x)} {_n(y)}")
    arrow = route.arrow
    dashes = ' stroke-dasharray="2 4"' if arrow.dashed else ""
    wide = _WIDE[arrow.strength]
    return f'<path class="arrow" d="{"".join(path)}" stroke-width="{wide}"{dashes} marker-end="url(#tip)"/>'


def _place(area: Area) -> str:
    return f'x="{_n(area.x)}" y="{_n(area.y)}" width="{_n(area.width)}" height="{_n(area.height)}"'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("�", text))
