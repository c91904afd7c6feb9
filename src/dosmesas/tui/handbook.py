"""What the help tells, and how it is drawn: keys of the screen, keys of all screens, marks, words."""

from collections.abc import Iterable

from attrs import evolve, frozen
from textual.content import Content

from dosmesas.model.rules import Pack
from dosmesas.session.ledger import folded as bare
from dosmesas.text.catalog import say
from dosmesas.tui.commands import COMMON, Command, printed
from dosmesas.tui.drawing.ink import HEAD, QUIET, STRONG, columns, folded, ink, row
from dosmesas.tui.marks import LEGEND

_WIDEST = 14
"""Columns for a key or mark, beyond which its text begins on the next line."""


@frozen
class Entry:
    """A key or mark with what it is called, and what it does or means."""

    head: str
    name: str
    text: str

    def holds(self, words: Iterable[str]) -> bool:
        """Whether all of these, written without accents, occur in it."""
        said = bare(f"{self.head} {self.name} {self.text}")
        return all(word in said for word in words)


@frozen
class Chapter:
    """Entries under a heading."""

    title: str
    entries: tuple[Entry, ...]


@frozen
class Keys:
    """What works on a screen: its commands with their keys of now, and the rest of its foot as written."""

    commands: tuple[Command, ...]
    by_hand: tuple[str, ...] = ()


def handbook(keys: Keys, pack: Pack, language: str) -> tuple[Chapter, ...]:
    """All chapters: first what can be done where the player stands."""
    common = {one.id: place for place, one in enumerate(COMMON)}
    here = [_command(one, language) for one in keys.commands if one.id not in common]
    shared = sorted((one for one in keys.commands if one.id in common), key=lambda one: common[one.id])
    taken = {one.head for one in here}
    by_hand = [one for one in map(_by_hand, keys.by_hand) if one.head not in taken]
    everywhere = [_command(one, language) for one in shared]
    terms = [Entry("", one.term(language), one.text(language)) for one in pack.ruleset.glossary]
    marks = [Entry(signs, "", say(language, key)) for signs, key in LEGEND]
    chapters = {
        "help_here": [*by_hand, *here],
        "help_everywhere": everywhere,
        "help_marks": marks,
        "help_words": sorted(terms, key=lambda one: bare(one.name)),
    }
    return tuple(Chapter(say(language, key), tuple(found)) for key, found in chapters.items() if found)


def narrowed(chapters: tuple[Chapter, ...], typed: str) -> tuple[Chapter, ...]:
    """The entries in which all typed words occur; chapters without any are left out."""
    words = bare(typed).split()
    found = (evolve(one, entries=tuple(e for e in one.entries if e.holds(words))) for one in chapters)
    return tuple(one for one in found if one.entries)


def drawn(chapters: tuple[Chapter, ...], width: int, language: str) -> list[Content]:
    """The chapters as lines, the texts of each in one column."""
    lines = []
    for one in chapters:
        lines += [row(ink(f"{one.title} ", HEAD), ink("─" * max(0, width - len(one.title) - 1), QUIET))]
        head = min(_WIDEST, max(len(entry.head) for entry in one.entries))
        lines += [line for entry in one.entries for line in _entry(entry, head, width)]
        lines.append(ink(""))
    return lines or folded(say(language, "help_none"), width)


def _entry(one: Entry, head: int, width: int) -> list[Content]:
    """The name, if there is one, and the text, beside the key or mark."""
    room = width - head - 2 if head else width
    name = f"{one.name}. " if one.name and one.text else one.name
    text = folded(f"{name}{one.text}", room, indent=0 if head else 2)
    if one.name:
        text = [row(ink(text[0].plain[: len(name)], STRONG), text[0][len(name) :]), *text[1:]]
    if not head:
        return text
    if len(one.head) > head:
        return [ink(one.head, STRONG), *(line.pad_left(head + 2) for line in text)]
    return columns([([ink(one.head.rjust(head), STRONG)], head), (text, room)], gap=2)


def _command(one: Command, language: str) -> Entry:
    """A command, with all the keys that it has."""
    found = [printed(evolve(one, key=key), language, {}) for key in one.key.split(",")]
    name = say(language, one.name)
    return Entry(" ".join(found), name[:1].upper() + name[1:], say(language, told_by(one)))


def told_by(command: Command) -> str:
    """The catalog's key for what a command does."""
    return f"help_{command.name.removeprefix('key_')}"


def _by_hand(text: str) -> Entry:
    """Keys that are no commands, such as arrows: their name begins with the first word in small letters."""
    words = text.split()
    at = next((n for n, word in enumerate(words) if len(word) > 1 and word[0].islower()), len(words))
    name = " ".join(words[at:])
    return Entry(" ".join(words[:at]), name[:1].upper() + name[1:], "")
