"""A tally as a screenful of lines: a table by kind, and what was never at work."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dosmesas.testing.coverage.places import Place
from dosmesas.testing.coverage.tally import Row, Tally
from dosmesas.testing.coverage.words import Words, percent

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
        for one in once[:_ONCE]:
            yield "    " + words.said("item", place=at(one), name=words.name(one), missed=words.reached(one))
    left = len(missed) - len(shown) + max(0, len(once) - _ONCE)
    if left:
        yield words.said("more", count=f"{left:,}")


def table_lines(words: Words) -> Iterator[str]:
    """A row for each kind, and one for all."""
    tally = words.tally
    rows = [(words.kind(row.kind), words.share(row), percent(row)) for row in tally.rows()]
    total = total_of(tally)
    rows.append((words.said("all"), words.share(total), percent(total)))
    wide = [max(len(row[column]) for row in rows) for column in range(3)]
    for name, share, rate in rows:
        yield f"  {name:<{wide[0]}}  {share:>{wide[1]}}  {rate:>{wide[2]}}"


def item(words: Words, place: Place, more: int) -> str:
    """Something that was never at work, and how much else is not because of it."""
    missed = words.missed(place)
    missed = words.said("with", missed=missed, count=more) if more else missed
    return words.said("item", place=at(place), name=words.name(place), missed=missed)


def at(place: Place) -> str:
    """The file and line of a place."""
    return f"{place.where.file}:{place.where.line}"


def allotted(places: Sequence[Place], most: int) -> list[Place]:
    """So many of them at most, of each kind by turns, in their order."""
    turns: dict[str, int] = {}
    ranked = []
    for place in places:
        turns[place.kind] = turns.get(place.kind, 0) + 1
        ranked.append((turns[place.kind], place))
    least = sorted(rank for rank, _ in ranked)[:most]
    last, whole = (least[-1], [one for one in ranked if one[0] < least[-1]]) if least else (0, [])
    rest = [one for one in ranked if one[0] == last][: most - len(whole)]
    kept = {id(place) for _, place in (*whole, *rest)}
    return [place for place in places if id(place) in kept]


def total_of(tally: Tally) -> Row:
    """What was reached of everything."""
    return Row(tally.places[0].kind, tally.reached, len(tally.places))
