"""Lines for a terminal of 80 columns: broken between words, never within a path or an id."""

from textwrap import wrap

WIDTH = 79


def folded(line: str, hang: str = "") -> list[str]:
    """A line as rows; what follows the first keeps its indent and `hang` more. An empty line is one row."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    return wrap(
        line, WIDTH, subsequent_indent=indent + hang, break_on_hyphens=False, break_long_words=False
    ) or [""]
