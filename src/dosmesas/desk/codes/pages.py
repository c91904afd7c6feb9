"""Reads the page of a code: its name, why it matters, what to do, a bad and a good example.

A page is written in English. Its sibling of the same name in a folder for another language holds only words:
the name, the key where that is a phrase, the paragraphs. The examples are those of the English page.
"""

import re
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from dosmesas.desk.codes.planting import Block, PlantingError
from dosmesas.text.diagnostic import Severity

_HERE = Path(__file__).parent
CODE = re.compile(r"[EW]0\d{3}")
_HEAD = re.compile(r"# ([EW]0\d{3}) (\S.*)\nseverity: (error|warning)\nkey: (\S.*)\n\n")
_SIBLING = re.compile(r"# ([EW]0\d{3}) (\S.*)\n(?:key: (\S.*)\n)?\n")
_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING}
_INDENT = "    "


class PageError(Exception):
    """A page is not written as pages are."""


class NoPageError(Exception):
    """There is no page of such a code."""


@frozen
class Example:
    """Changes to the small world. At most one of them holds the place to be blamed."""

    blocks: tuple[Block, ...]

    @property
    def blamed(self) -> Block:
        """The change with the marked place; without marks the first."""
        return next((one for one in self.blocks if "«" in one.marked), self.blocks[0])

    @property
    def pack(self) -> str:
        """The pack of the small world that is to be checked."""
        files = [name for one in self.blocks for name in (one.where, one.file)]
        return next((name.split("/")[1] for name in files if name.startswith("content/")), "harbour")


@frozen
class Page:
    """What a code means."""

    code: str
    name: str
    severity: Severity
    key: str
    """Where in a file it is at home: `turn:`, as an author writes it, or in words."""
    paragraphs: tuple[str, ...]
    """Why it matters, and what to do."""
    bad: Example
    good: Example


def codes() -> tuple[str, ...]:
    """Every code that has a page, sorted: errors first."""
    return tuple(sorted(path.stem for path in _HERE.glob("[EW]0*.md")))


@cache
def page(code: str, language: str = "en") -> Page:
    """The page of a code in a language.

    Raises:
        NoPageError: there is none.
        PageError: it is not written as pages are.
    """
    path = _HERE / f"{code}.md"
    if not CODE.fullmatch(code) or not path.is_file():
        raise NoPageError(code)
    found = parse(path.read_text(encoding="utf-8"))
    if found.code != code:
        raise PageError(f"{path.name} is headed {found.code}")
    if language == "en":
        return found
    sibling = _HERE / language / path.name
    if not sibling.is_file():
        raise NoPageError(f"{language}/{code}")
    return translated(found, sibling.read_text(encoding="utf-8"))


def parse(text: str) -> Page:
    """A page from its text.

    Raises:
        PageError: it is not written as pages are.
    """
    head = _HEAD.match(text)
    if not head:
        raise PageError(f"the head of the page is not that of a page: {text[:80]!r}")
    body, bad, good = _parts(text[head.end() :], head[1])
    if _SEVERITIES[head[1][0]] != head[3]:
        raise PageError(f"{head[1]}: the letter of the code and the severity say different things")
    return Page(
        head[1], head[2], Severity(head[3]), head[4], _paragraphs(body), _example(bad), _example(good)
    )


def translated(told: Page, text: str) -> Page:
    """A page with the words of its sibling in another language.

    Raises:
        PageError: the sibling is of another code, or holds more than words.
    """
    head = _SIBLING.match(text)
    if not head:
        raise PageError(f"the head is not that of a page in another language: {text[:80]!r}")
    if head[1] != told.code:
        raise PageError(f"the page of {told.code} in another language is headed {head[1]}")
    body = text[head.end() :]
    if re.search(r"^(?:#|    )", body, re.MULTILINE):
        raise PageError(f"{told.code}: the examples stand in the English page, for every language")
    return evolve(told, name=head[2], key=head[3] or told.key, paragraphs=_paragraphs(body))


def _paragraphs(body: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", body.strip()))


def _parts(text: str, code: str) -> tuple[str, str, str]:
    """The paragraphs and the two examples."""
    match = re.fullmatch(r"(\S.*?)\n## Bad\n(.*?)\n## Good\n(.*)", text, re.DOTALL)
    if not match:
        raise PageError(f"{code}: a page has its text, then '## Bad', then '## Good'")
    return match[1], match[2], match[3]


def _example(text: str) -> Example:
    lines = text.strip("\n").rstrip().split("\n")
    blocks: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            blocks.append([])
        elif not line.startswith(_INDENT):
            raise PageError(f"an example is indented by four: {line}")
        else:
            blocks[-1].append(line[len(_INDENT) :])
    try:
        found = tuple(Block.of(block) for block in blocks if block)
    except PlantingError as error:
        raise PageError(str(error)) from error
    if not found:
        raise PageError("a page has an example of each kind")
    return Example(found)
