"""Writes the list of checks into docs/testing.md from the code: `python docs/conformance.py`."""

from pathlib import Path

from dosmesas.testing.conformance import CHECKS

PAGE = Path(__file__).with_name("testing.md")
MARK = "<!-- From here on written by `python docs/conformance.py`; a test fails when the code differs. -->\n"


def checks() -> str:
    """The table of checks."""
    rows = "".join(f"| `{name}` | {one.guards} |\n" for name, one in CHECKS.items())
    return f"There are {len(CHECKS)}.\n\n| check | what it guards |\n| --- | --- |\n{rows}"


def page() -> str:
    """The whole page: what stands above the mark stays as it was written."""
    head, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{head}{mark}{checks()}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
