"""Writes what games are held to into docs/testing.md and docs/metamorphic.md: `python docs/guarded.py`."""

from collections.abc import Mapping
from pathlib import Path

from dosmesas.testing.conformance import CHECKS
from dosmesas.testing.conformance.check import Check
from dosmesas.testing.metamorphic import PROPERTIES
from dosmesas.testing.metamorphic.property import Property

DOCS = Path(__file__).parent
MARK = "<!-- From here on written by `python docs/guarded.py`; a test fails when the code differs. -->\n"
PAGES: Mapping[str, tuple[str, Mapping[str, Check] | Mapping[str, Property]]] = {
    "testing.md": ("| check | what it guards |", CHECKS),
    "metamorphic.md": ("| property | what it says |", PROPERTIES),
}


def page(name: str) -> str:
    """A whole page: what stands above the mark stays as it was written."""
    head, mark, _ = (DOCS / name).read_text(encoding="utf-8").partition(MARK)
    heads, listed = PAGES[name]
    rows = "".join(f"| `{one}` | {guard.guards} |\n" for one, guard in listed.items())
    return f"{head}{mark}There are {len(listed)}.\n\n{heads}\n| --- | --- |\n{rows}"


if __name__ == "__main__":
    for name in PAGES:
        (DOCS / name).write_text(page(name), encoding="utf-8")
