"""Writes docs/checks/ from the pages of the codes: `python docs/checks.py`."""

from pathlib import Path

from dosmesas.desk.codes.pages import codes
from dosmesas.desk.handbook.telling import index, markdown

FOLDER = Path(__file__).with_name("checks")
MARK = "<!-- Written by `python docs/checks.py` from the pages of the codes; a test compares. -->\n"
HEAD = """# What check looks for

`dosmesas check` names every problem with a code. An error (E) keeps a pack from being played, a warning (W)
does not. `dosmesas explain E0406` shows a page in the terminal. With `--lang es` check speaks Spanish; the pages
are in English.
"""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    found = {f"{code}.md": MARK + markdown(code) for code in codes()}
    return {"README.md": MARK + HEAD + index(), **found}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
