"""A strict reader of the part of Argdown that `graph` writes: refuses whatever the published parser might read otherwise.

Written from the parser's list of tokens (@argdown/core 2.0.1) and not from the writer. tests/support/argdown.mjs
gives the same record from the parser itself.
"""

import re
from typing import TypedDict

import yaml

HEAD = re.compile(r"===\n(.*?)\n===\n\n", re.DOTALL)
LINE = re.compile(r"(?P<indent>(?:  )*)(?:(?P<sign>[-+_]) )?(?P<name>\[[^][\n]+\]|<[^<>\n]+>)(?P<rest>: .+)?")
REST = re.compile(r": (?P<text>.+?)(?P<tags>(?: #[a-z]+)+) (?P<data>\{[^{}]*\})")
TITLE = re.compile(r"[^-+_!\s].*")
TYPES = {"+": "support", "-": "attack", "_": "undercut"}
CODES = re.compile(r"\.\S+?\.|:\S+?:")
LETTER_CODES = {"A", "E", "O", "P"}


class Read(TypedDict):
    """What a map holds: texts by title, and [from, type, to] in order of the alphabet."""

    title: str
    headings: list[str]
    statements: dict[str, str]
    arguments: dict[str, str]
    relations: list[list[str]]
    outOfMap: list[str]


class NotArgdownError(Exception):
    """The line that is not what it should be."""


def read(written: str) -> Read:
    """All that stands in a map, or NotArgdownError."""
    head = HEAD.match(written)
    if head is None or "===" in head[1]:
        raise NotArgdownError("no front matter")
    found: Read = {
        "title": yaml.safe_load(head[1])["title"],
        "headings": [],
        "statements": {},
        "arguments": {},
        "relations": [],
        "outOfMap": [],
    }
    for block in written[head.end() :].removesuffix("\n").split("\n\n"):
        if (heading := re.fullmatch(r"#{1,2} (.+)", block)) is not None:
            found["headings"].append(plain(heading[1]))
        else:
            _block(block.split("\n"), found)
    unsaid = {end for start, _, to in found["relations"] for end in (start, to)}
    if unsaid - {*found["statements"], *found["arguments"]}:
        raise NotArgdownError(f"named and never written out: {unsaid}")
    if len({*found["statements"], *found["arguments"]}) < len(found["statements"]) + len(found["arguments"]):
        raise NotArgdownError("one name for a statement and an argument")
    found["relations"].sort()
    if len({*map(tuple, found["relations"])}) < len(found["relations"]):
        raise NotArgdownError("one bearing said twice")
    return found


def _block(lines: list[str], found: Read) -> None:
    above: list[str] = []
    for number, line in enumerate(lines):
        match = LINE.fullmatch(line)
        if match is None or bool(match["sign"]) == (number == 0):
            raise NotArgdownError(line)
        depth, title = len(match["indent"]) // 2, match["name"][1:-1]
        if depth > len(above) or (depth == 0) != (number == 0) or not TITLE.fullmatch(title):
            raise NotArgdownError(line)
        if match["rest"]:
            _written_out(line, match, found)
        above = [*above[:depth], title]
        if depth:
            found["relations"].append([title, TYPES[match["sign"]], above[depth - 1]])


def _written_out(line: str, match: re.Match[str], found: Read) -> None:
    rest, title = REST.fullmatch(match["rest"]), match["name"][1:-1]
    group = found["statements"] if match["name"][0] == "[" else found["arguments"]
    if rest is None or title in group:
        raise NotArgdownError(line)
    group[title] = plain(rest["text"])
    facts = yaml.safe_load(rest["data"])
    if not all(isinstance(value, str) or name == "isInMap" for name, value in facts.items()):
        raise NotArgdownError(f"a value that YAML takes for something else: {line}")
    if facts.get("isInMap") is False:
        found["outOfMap"].append(title)


def plain(text: str) -> str:
    """The text that is meant, with its backslashes taken away; refuses what would be more than text."""
    found, at = "", 0
    while at < len(text):
        code = CODES.match(text, at)
        if text[at] == "\\":
            found, at = found + text[at + 1 : at + 2], at + 2
            continue
        if code and ("\\" in code[0] or not code[0][1:-1].isalnum() or code[0][1:-1] in LETTER_CODES):
            raise NotArgdownError(f"a short code: {code[0]}")
        if text[at] in "#*_[<{" or text.startswith(("//", "/*", "==="), at):
            raise NotArgdownError(f"more than text: {text[at:]}")
        found, at = found + (code[0] if code else text[at]), at + (len(code[0]) if code else 1)
    return found
