"""A tally as a screenful of lines: a table by kind, and what was never at work."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from dosmesas.testing.coverage.places import Kind, Place
from dosmesas.testing.coverage.words import Words

_MISSED, _ONCE = 20, 3
"""So many lines of what was never at work, and of what was once only, fit on a screen with the rest."""


def coverage_lines(words: Words) -> Iterator[str]:
    """All that is printed."""
    tally = words.tally
    yield words.head()
    yield from table_lines(words)
    missed, once, more = tally.first_missed(), tally.once(), tally.missed_with()
    shown = allotted(missed, _MISSED)
    yield words.said("missed" if missed else "missed_none")
    for kind, places in groupby(shown, key=lambda one: one.kind):
        count = sum(one.kind is kind for one in missed)
        yield "  " + words.said("group", kind=words.kind(kind), count=count)
        yield from ("    " + item(words, one, more[one.key]) for one in places)
    if once:
        yield words.said("once")
        yield from ("    " + item(words, one) for one in once[:_ONCE])
    left = len(missed) - len(shown) + max(0, len(once) - _ONCE)
    if left:
        yield words.said("more", count=f"{left:,}")


def table_lines(words: Words) -> Iterator[str]:
    """A row for each kind, and one for all."""
    rows = words.rows()
    wide = [max(len(row[column]) for row in rows) for column in range(3)]
    for name, share, rate in rows:
        yield f"  {name:<{wide[0]}}  {share:>{wide[1]}}  {rate:>{wide[2]}}"


def item(words: Words, place: Place, more: int = 0) -> str:
    """A place and what came of it, and how much else was not at work because it was not."""
    told = words.said("item", place=at(place), told=words.told(place), name=words.name(place))
    return words.said("with", item=told, count=more) if more else told


def at(place: Place) -> str:
    """The file and line of a place."""
    return f"{place.where.file}:{place.where.line}"


def allotted(places: Sequence[Place], most: int) -> list[Place]:
    """So many of them at most, of each kind by turns, in their order."""
    turns, ranked = Counter[Kind](), list[tuple[int, int]]()
    for number, place in enumerate(places):
        turns[place.kind] += 1
        ranked.append((turns[place.kind], number))
    return [places[number] for number in sorted(number for _, number in sorted(ranked)[:most])]
