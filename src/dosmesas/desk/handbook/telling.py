"""A page as it is read, in the terminal and as Markdown: a bad example comes with what check says of it."""

from pathlib import Path
from textwrap import wrap

from dosmesas.desk.codes.pages import Page, codes, page
from dosmesas.desk.handbook.trying import Changed, Tried, try_out
from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import nearest
from dosmesas.text.render import render

_WIDTH = 79
_INDENT = "    "
_SHOWN = 3
"""So many problems of a bad example are shown."""
_GROUPS = ("01", "02", "03", "04", "05", "06", "07", "08")
"""What codes are about, by the digits that they begin with: `codes_group_01` and so on."""


def unknown_code(code: str, language: str = "en") -> str:
    """What to say of a code that there is not."""
    near = nearest(code.upper(), codes())
    return say(language, "codes_near" if near else "codes_unknown", code=code, near=near)


def told(code: str, language: str = "en", small: Path | None = None) -> list[str]:
    """The lines of a page for a terminal.

    Raises:
        NoPageError: there is no such code.
    """
    found = page(code, language)
    lines = [f"{found.code} {found.name}", _place(found, language)]
    for text in found.paragraphs:
        lines += ["", *wrap(text, _WIDTH, break_on_hyphens=False)]
    for key, example in (("bad", found.bad), ("good", found.good)):
        tried = try_out(example, small)
        for one in tried.changed:
            head = say(language, f"codes_{key}_in", file=one.file)
            lines += ["", head, "", *(f"{_INDENT}{line}".rstrip() for line in one.lines)]
        if tried.problems:
            lines += ["", say(language, "codes_says", check="check"), "", *said_of(found, tried, language)]
    return lines


def _place(found: Page, language: str) -> str:
    return say(language, f"codes_{found.severity}", place=found.key)


def said_of(found: Page, tried: Tried, language: str) -> list[str]:
    """What check says of an example: first what the page is about."""
    problems = sorted(tried.problems, key=lambda one: one.code != found.code)
    lines = render(problems[:_SHOWN], tried.line, language).split("\n")
    left = len(problems) - _SHOWN
    return [*lines, say(language, "codes_more", left=left)] if left > 0 else lines


def markdown(code: str, language: str = "en", small: Path | None = None) -> str:
    """A page as Markdown."""
    found = page(code, language)
    parts = [f"# {found.code} {found.name}", _place(found, language), *found.paragraphs]
    for key, example in (("bad", found.bad), ("good", found.good)):
        tried = try_out(example, small)
        head = say(language, f"codes_{key}")
        parts += [f"## {head}", *(_fenced(one, language) for one in tried.changed)]
        if tried.problems:
            head = say(language, "codes_says", check="`dosmesas check`")
            parts += [head, "\n".join(["```text", *said_of(found, tried, language), "```"])]
    return "\n\n".join(parts) + "\n"


def _fenced(one: Changed, language: str) -> str:
    kind = "yaml" if one.file.endswith((".yaml", ".yml")) else "text"
    head = say(language, "codes_in", file=f"`{one.file}`")
    return "\n".join([head, "", f"```{kind}", *(line.rstrip() for line in one.lines), "```"])


def index(language: str = "en") -> str:
    """The list of all codes by group, as Markdown."""
    lines: list[str] = []
    for digits in _GROUPS:
        group = sorted((code for code in codes() if code[1:3] == digits), key=lambda code: (code[1:], code))
        heads = [say(language, f"codes_group_{digits}"), say(language, "codes_table")]
        lines += ["", f"## {heads[0]}", "", heads[1], "| --- | --- | --- |"]
        pages = (page(code, language) for code in group)
        lines += [f"| [{one.code}]({one.code}.md) | {one.name} | {one.key} |" for one in pages]
    return "\n".join(lines) + "\n"
