"""Pages for a browser that need nothing from elsewhere: no script, no style sheet, no address."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
body { color: #1b1f24; background: #fff }
table { border-collapse: collapse; margin: .5rem 0 1.5rem; font-size: .9rem }
td, th { border-bottom: 1px solid #d0d7de; padding: .2rem .6rem; text-align: left }
td.n { text-align: right; font-variant-numeric: tabular-nums }
@media (prefers-color-scheme: dark) {
 body { color: #e9edf2; background: #14181d } td, th { border-color: #333b45 }
}
"""


def document(language: str, title: str, style: str, parts: Iterable[str]) -> str:
    """A whole page of these parts, with a style besides that of all pages."""
    head = [
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}{style}</style></head><body>',
    ]
    return "\n".join([*head, *parts, "</body></html>"]) + "\n"


def table_of(rows: Sequence[Sequence[str]], head: Sequence[str] = ()) -> str:
    """A table of texts: the first column says what the others count."""
    return table_of_marks([[escape(cell) for cell in row] for row in rows], head)


def table_of_marks(rows: Sequence[Sequence[str]], head: Sequence[str] = ()) -> str:
    """The same of cells that are HTML already."""
    top = "<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>" if head else ""
    body = "".join(
        "<tr>" + "".join(f"<td{_number(place)}>{cell}</td>" for place, cell in enumerate(row)) + "</tr>"
        for row in rows
    )
    return f"<table>{top}{body}</table>"


def _number(place: int) -> str:
    return ' class="n"' if place else ""
