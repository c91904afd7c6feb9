"""Writes the list of properties into docs/metamorphic.md from the code: `python docs/metamorphic.py`."""

from pathlib import Path

from dosmesas.testing.metamorphic import PROPERTIES

PAGE = Path(__file__).with_name("metamorphic.md")
MARK = "<!-- From here on written by `python docs/metamorphic.py`; a test fails when the code differs. -->\n"


def properties() -> str:
    """The table of properties."""
    rows = "".join(f"| `{name}` | {one.guards} |\n" for name, one in PROPERTIES.items())
    return f"There are {len(PROPERTIES)}.\n\n| property | what it says |\n| --- | --- |\n{rows}"


def page() -> str:
    """The whole page: what stands above the mark stays as it was written."""
    head, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{head}{mark}{properties()}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
