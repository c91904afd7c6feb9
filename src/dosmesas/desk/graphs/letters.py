"""How wide texts are, near enough and rather too wide: every reader has a font of their own."""

import unicodedata

_NARROW = set("iljtfrI.,:;'|!()[]/ ·-")
_BROAD = set("mwMWGOQ%@—…")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in points, in a broad sans-serif font of a size."""
    return sum(_em(char) for char in text) * size * (1.1 if bold else 1.0)


def _em(char: str) -> float:
    if char in _NARROW:
        return 0.38
    if char in _BROAD or unicodedata.east_asian_width(char) in "WF":
        return 1.02
    return 0.7 if char.isupper() or char in "+−±=<>_" else 0.61


def clipped(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text, or as much of it as goes into a width, with `…`."""
    if width_of(text, size, bold=bold) <= width:
        return text
    while text and width_of(text + "…", size, bold=bold) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, width: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """At most so many rows, broken between words; what is left over is cut off with `…`."""
    rows: list[str] = []
    row = ""
    for word in text.split():
        longer = f"{row} {word}" if row else word
        if row and width_of(longer, size, bold=bold) > width:
            rows.append(row)
            row = word
        else:
            row = longer
    rows.append(row)
    if len(rows) > most:
        rows = [*rows[: most - 1], " ".join(rows[most - 1 :])]
    return [clipped(one, width, size, bold=bold) for one in rows]
