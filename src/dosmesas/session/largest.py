"""What is told first of a turn: what the player's own decisions moved, then the receipts that weigh most."""

from collections.abc import Iterable

from attrs import frozen

from dosmesas.session.outcome import Entry, Moved
from dosmesas.text.catalog import say
from dosmesas.text.number import A_TENTH, signed_short

LARGEST = 5
"""So many receipts are told at once; the others are folded."""


@frozen
class Own:
    """An indicator and what the reader's own decisions moved it by; a place has a word for it instead."""

    name: str
    change: int
    better: bool | None
    place: bool

    def told(self, language: str) -> str:
        """In a few words."""
        if self.place:
            return say(language, "band_move", name=self.name, word=place_word(self.change, language))
        return f"{self.name} {signed_short(self.change)}"


def place_word(change: int, language: str) -> str:
    """Which way a place moved."""
    return say(language, "band_tenser" if change > 0 else "band_calmer")


def went_well(one: Moved, change: int) -> bool | None:
    """Whether a part of an indicator's change went its good way; None where neither way is good."""
    if one.better is None or not change or one.after == one.before:
        return None
    return one.better is ((change > 0) is (one.after > one.before))


def ranked(moves: Iterable[Moved]) -> list[tuple[Moved, Entry]]:
    """Every receipt of a turn, those first that are worth most to the reader, in points of its mandate.

    After them come receipts without a paragraph, and last what is too slight to tell: less than a tenth, or
    the drift of a place that stays as tense as it was.
    """
    found = [(one, entry) for one in moves for entry in one.entries]
    return sorted(found, key=_rank)


def _rank(pair: tuple[Moved, Entry]) -> tuple[bool, bool, int, str]:
    return (_slight(*pair), not pair[1].places, -pair[1].weight, pair[1].receipt)


def _slight(one: Moved, entry: Entry) -> bool:
    return one.slight if one.levels else abs(entry.applied) < A_TENTH


def largest(moves: Iterable[Moved]) -> list[tuple[Moved, Entry]]:
    """The receipts to tell at once."""
    return [pair for pair in ranked(moves) if not _slight(*pair)][:LARGEST]


def own(moves: Iterable[Moved]) -> tuple[Own, ...]:
    """What the reader's own decisions moved by a tenth or more, what is worth most first."""
    found = []
    for one in moves:
        mine = [entry for entry in one.entries if entry.mine]
        change = sum(entry.applied for entry in mine)
        if abs(change) >= A_TENTH:
            found.append((sum(entry.weight for entry in mine), one, change))
    found.sort(key=lambda part: (-part[0], part[1].id))
    return tuple(
        Own(one.name, change, went_well(one, change), one.levels is not None) for _, one, change in found
    )


def own_line(moved: tuple[Own, ...], language: str) -> str:
    """The same as a sentence."""
    told = "; ".join(one.told(language) for one in moved[:LARGEST])
    if len(moved) > LARGEST:
        told = say(language, "and_more", what=told)
    return say(language, "own_moved", what=told) if told else say(language, "own_none")
