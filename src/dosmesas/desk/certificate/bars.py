"""Bar charts as SVG: no script, no style from elsewhere; what a colour says is also said in words."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from attrs import frozen

_ROW, _NAME, _WIDE, _NUMBER = 22, 250, 420, 90


@frozen
class Bar:
    """A bar: its name, value and interval; `text` stands behind it, `note` is a class for its colour."""

    name: str
    value: float
    low: float
    high: float
    text: str
    note: str = ""


def bars(title: str, rows: Sequence[Bar], most: float, limits: tuple[float | None, float | None]) -> str:
    """A chart of bars from 0 to `most`, with lines at the limits."""
    height = _ROW * len(rows) + 8
    width = _NAME + _WIDE + _NUMBER
    parts = [
        f'<svg viewBox="0 0 {width} {height}" role="img" class="bars"><title>{escape(title)}</title>',
        *_limits(limits, most, height),
    ]
    for number, row in enumerate(rows):
        parts += _bar(row, _ROW * number + 4, most)
    return "".join([*parts, "</svg>"])


def _limits(limits: tuple[float | None, float | None], most: float, height: int) -> Iterator[str]:
    for limit in limits:
        if limit is not None and limit <= most:
            yield f'<path class="limit" d="M{_x(limit, most)} 0V{height}"/>'


def _bar(row: Bar, top: int, most: float) -> Iterator[str]:
    middle = top + _ROW // 2
    yield f'<text x="{_NAME - 8}" y="{middle + 4}" text-anchor="end">{escape(_short(row.name))}</text>'
    wide = max(1, _x(row.value, most) - _NAME)
    yield f'<rect class="{row.note or "in"}" x="{_NAME}" y="{top + 3}" width="{wide}" height="{_ROW - 8}"/>'
    yield f'<path class="span" d="M{_x(row.low, most)} {middle - 1}H{_x(row.high, most)}"/>'
    yield f'<text x="{_NAME + _WIDE + 6}" y="{middle + 4}">{escape(row.text)}</text>'


def _x(value: float, most: float) -> int:
    return _NAME + round(_WIDE * min(max(value, 0), most) / most)


def _short(name: str) -> str:
    return name if len(name) <= 36 else name[:35] + "…"
