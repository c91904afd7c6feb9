"""Writes docs/checks/ from the pages of the codes, in each language: `python docs/checks.py`."""

from pathlib import Path

from dosmesas.desk.codes.pages import codes
from dosmesas.desk.handbook.telling import index, markdown

FOLDER = Path(__file__).with_name("checks")
FOLDERS = {"en": "", "es": "es/"}
MARK = "<!-- Written by `python docs/checks.py` from the pages of the codes; a test compares. -->\n"
HEADS = {
    "en": """# What check looks for

`dosmesas check` names every problem with a code. An error (E) keeps a pack from being played, a warning (W)
does not. `dosmesas explain E0406` shows a page in the terminal. [En español](es/README.md).
""",
    "es": """# Lo que revisa check

`dosmesas check` señala cada problema con un código. Un error (E) impide jugar el escenario; una advertencia
(W), no. `dosmesas explain E0406 --lang es` muestra una página en la terminal. [In English](../README.md).
""",
}


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    found = {}
    for language, folder in FOLDERS.items():
        found[f"{folder}README.md"] = MARK + HEADS[language] + index(language)
        found |= {f"{folder}{code}.md": MARK + markdown(code, language) for code in codes()}
    return found


if __name__ == "__main__":
    wanted = pages()
    for old in FOLDER.rglob("*.md"):
        if old.relative_to(FOLDER).as_posix() not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")
