"""A page as it is read, in the terminal and as Markdown: a bad example comes with what check says of it."""

from pathlib import Path
from textwrap import wrap

from dosmesas.desk.codes.pages import Page, codes, page
from dosmesas.desk.handbook.trying import Changed, Tried, try_out
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.render import render

_WIDTH = 79
_INDENT = "    "
_SHOWN = 3
"""So many problems of a bad example are shown."""
_GROUPS = {
    "01": "Files and keys",
    "02": "References and citations",
    "03": "Conditions and amounts",
    "04": "The game's sense",
    "05": "Play",
    "06": "Languages and texts",
    "07": "Tests and promises",
    "08": "Suppressions",
}


def unknown_code(code: str) -> str:
    """What to say of a code that there is not."""
    hint = str(did_you_mean(code.upper(), codes())) or "docs/checks/ lists them"
    return f"there is no code '{code}'; {hint}"


def told(code: str, small: Path | None = None) -> list[str]:
    """The lines of a page for a terminal.

    Raises:
        NoPageError: there is no such code.
    """
    found = page(code)
    lines = [f"{found.code} {found.name}", f"{found.severity}, at {found.key}"]
    for text in found.paragraphs:
        lines += ["", *wrap(text, _WIDTH, break_on_hyphens=False)]
    bad, good = try_out(found.bad, small), try_out(found.good, small)
    for title, tried in (("Bad", bad), ("Good", good)):
        for one in tried.changed:
            lines += [
                "",
                f"{title}, in {one.file}:",
                "",
                *(f"{_INDENT}{line}".rstrip() for line in one.lines),
            ]
        if tried.problems:
            lines += ["", "check says:", "", *said_of(found, tried)]
    return lines


def said_of(found: Page, tried: Tried) -> list[str]:
    """What check says of an example: first what the page is about. A page is in English."""
    problems = sorted(tried.problems, key=lambda one: one.code != found.code)
    lines = render(problems[:_SHOWN], tried.line, "en").split("\n")
    left = len(problems) - _SHOWN
    return [*lines, f"... and {left} more."] if left > 0 else lines


def markdown(code: str, small: Path | None = None) -> str:
    """A page as Markdown."""
    found = page(code)
    parts = [f"# {found.code} {found.name}", f"{found.severity}, at {found.key}", *found.paragraphs]
    for title, example in (("Bad", found.bad), ("Good", found.good)):
        tried = try_out(example, small)
        parts += [f"## {title}", *(_fenced(one) for one in tried.changed)]
        if tried.problems:
            parts += ["`dosmesas check` says:", "\n".join(["```text", *said_of(found, tried), "```"])]
    return "\n\n".join(parts) + "\n"


def _fenced(one: Changed) -> str:
    kind = "yaml" if one.file.endswith((".yaml", ".yml")) else "text"
    return "\n".join([f"In `{one.file}`:", "", f"```{kind}", *(line.rstrip() for line in one.lines), "```"])


def index() -> str:
    """The list of all codes by group, as Markdown."""
    lines: list[str] = []
    for digits, title in _GROUPS.items():
        group = sorted((code for code in codes() if code[1:3] == digits), key=lambda code: (code[1:], code))
        if group:
            lines += ["", f"## {title}", "", "| code | what | at |", "| --- | --- | --- |"]
            lines += [f"| [{one.code}]({one.code}.md) | {one.name} | {one.key} |" for one in map(page, group)]
    return "\n".join(lines) + "\n"
