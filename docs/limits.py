"""Writes docs/limits.md from the limits in the code: `python docs/limits.py`."""

from pathlib import Path

from dosmesas.lang import lexer, parser
from dosmesas.model import limits
from dosmesas.text import diagnostic, safe

PAGE = Path(__file__).with_name("limits.md")
HEAD = """<!-- Written by `python docs/limits.py` from the code; a test fails when the two differ. -->
# What a pack may hold

Files of strangers are read within these bounds. What goes beyond is refused with the code, the place and the
limit; nothing is cut off in silence. A reading also ends after {problems} problems.

| what | at most | code |
| --- | ---: | --- |
"""
TAIL = """
An id has small letters, digits, `-`, `_` and `.`, and begins with a letter. A file's name has letters a
to z, digits, `-` and `_`, and ends in `.yaml`; no two names in one folder differ only in capitals
(E0109). What looks as if it were meant to be read and is not, such as `events/storm.yml` or a folder
`event`, is a warning (W0109).

## What is not read at all

- Files that are not regular ones (pipes, devices, folders with a file's name), and whatever lies outside
  the pack when all links are followed (E0100).
- Bytes that are not UTF-8 (E0101). A byte order mark and the line ends of Windows are fine.
- Control characters and tabs, characters that turn a line around or that nobody can see, private and
  unassigned characters, written as they are or as an escape in double quotation marks (E0102).
- YAML's tags, anchors, aliases, merge keys, directives (E0104) and second documents (E0105), keys that
  stand twice (E0107), and inside `[ ]` and `{ }` a text that a comma, a colon or a question mark has cut
  (E0108).

## The two readers of PyYAML

With libyaml and without, every file gets the same verdict: the same codes at the same places. libyaml's
reader counts only where it finds nothing wrong and the text holds none of the few constructs of which the
two think otherwise: `? ` keys, a `#` right behind `|` or `>`, a question mark inside `[ ]` or `{ }`. Else
the reader written in Python is asked, and its answer stands.
"""


def rows() -> list[tuple[str, int, str]]:
    """What is limited, the most, and the code of what goes beyond."""
    short = limits.LANGUAGE_LIMITS
    return [
        ("bytes of a file", limits.FILE_BYTES, "E0106"),
        ("bytes of all files of a pack", limits.PACK_BYTES, "E0106"),
        ("files of a pack", limits.PACK_FILES, "E0106"),
        ("levels of YAML in each other", limits.DEPTH, "E0106"),
        ("values of a file: keys, texts, lists, mappings", limits.NODES, "E0106"),
        ("characters of a key", limits.KEY_CHARACTERS, "E0106"),
        ("entries of a list, keys of a mapping whose keys are free", limits.LIST_ENTRIES, "E0106"),
        ("options of a seat in an event", limits.OPTIONS_A_SEAT, "E0106"),
        ("deals of an event", limits.DEALS_AN_EVENT, "E0106"),
        ("characters of an id", limits.ID_CHARACTERS, "E0115"),
        ("characters of a label", short["label"], "E0402"),
        ("characters of a reason", short["reason"], "E0402"),
        ("characters of a headline", short["headline"], "E0402"),
        ("characters of a title", short["title"], "E0402"),
        ("characters of a source, unit or voice", limits.WORD_CHARACTERS, "E0402"),
        ("characters of any other text", limits.TEXT_CHARACTERS, "E0402"),
        ("combining marks in a row", safe.MARKS_IN_A_ROW, "E0102"),
        ("characters of an expression", lexer.MOST_CHARACTERS, "E0302"),
        ("parts of an expression", parser.MOST_NODES, "E0302"),
        ("brackets and signs of an expression in each other", parser.MOST_DEPTH, "E0302"),
        ("digits of a number before the point", lexer.MOST_DIGITS, "E0301"),
        ("decimals of a number", lexer.MOST_DECIMALS, "E0301"),
    ]


def page() -> str:
    """The whole page."""
    table = "".join(f"| {what} | {most:,} | {code} |\n" for what, most, code in rows())
    return HEAD.format(problems=diagnostic.MOST_PROBLEMS) + table + TAIL


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
