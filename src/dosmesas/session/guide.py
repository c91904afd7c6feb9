"""What a newcomer is told: each word of the game once, in a sentence, in the turn in which it is first met.

Worked out from the path of the game and from nothing else, so what was taken back is told again, and a game
resumed or forked goes on where it was. At most two notes a turn, and one more where a seat first picks cards:
without that one it could not speak. The rest wait until they are met again, and all are in the glossary. The
texts are the first sentences of its entries: a ruleset without one is silent.
"""

from collections.abc import Callable, Iterator

from attrs import evolve, frozen

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack, Term
from dosmesas.session.guide_words import ASKED, DEBATE, WORDS, Kind, Look, Moment
from dosmesas.session.session import Session
from dosmesas.session.setup import AUTO
from dosmesas.session.staff import staffed
from dosmesas.text.catalog import say

A_TURN = 2
"""The most notes in a turn."""
CARD = "card"
"""What the first debate cannot do without: it is told there, whatever else was told in its turn."""
OPENING = "opening"
"""The first note of all: what an option, a forecast and an audience are."""


@frozen
class Note:
    """A word of the game and what it means, in a sentence; the opening has no word of its own."""

    word: str
    text: str


def notes_now(session: Session, seat: str, language: str) -> tuple[Note, ...]:
    """The notes for what a seat is asked now."""
    last = len(session.path) - 1
    found = [words for moment, words in _told(session, seat) if moment.place == last and moment.kind in ASKED]
    return _notes(session.pack, found[-1] if found else (), language)


def notes_after(session: Session, turn: int, language: str) -> tuple[Note, ...]:
    """The notes for what followed in a turn, for all players who read it together."""
    return _shared(session, lambda one: one.kind is Kind.OUTCOME and one.turn == turn, language)


def notes_at_end(session: Session, language: str) -> tuple[Note, ...]:
    """The notes for the end of a game."""
    return _shared(session, lambda one: one.kind is Kind.END, language)


def note_line(note: Note, language: str) -> str:
    """A note as a line for every face."""
    return say(language, "guide_line", word=note.word, text=note.text) if note.word else note.text


def _shared(session: Session, fits: Callable[[Moment], bool], language: str) -> tuple[Note, ...]:
    words = [
        word
        for seat in session.setup.seats
        for moment, found in _told(session, seat)
        if fits(moment)
        for word in found
    ]
    return _notes(session.pack, tuple(dict.fromkeys(words))[:A_TURN], language)


def _notes(pack: Pack, words: tuple[str, ...], language: str) -> tuple[Note, ...]:
    found = []
    for word in words:
        entry = _entry(pack, word)
        if word == OPENING:
            found.append(Note("", say(language, "guide_opening")))
        elif entry is not None:
            found.append(Note(entry.term(language), first_sentence(entry.text(language))))
    return tuple(found)


def first_sentence(text: str) -> str:
    """What a note says of an entry; the rest is read in the glossary."""
    head, stop, _ = text.partition(". ")
    return f"{head}." if stop else head


def _entry(pack: Pack, word: str) -> Term | None:
    """The entry of a word, by its name in English."""
    return next((one for one in pack.ruleset.glossary if one.term("en").lower() == word), None)


def _told(session: Session, seat: str) -> Iterator[tuple[Moment, tuple[str, ...]]]:
    """Every moment of a seat up to now, and the words that it is told there."""
    unknown, turn, left = {*_known(session.pack)}, 0, A_TURN
    for moment in _moments(session, seat):
        if moment.turn != turn:
            turn, left = moment.turn, A_TURN
        left += CARD in unknown and moment.kind in DEBATE
        first = OPENING in unknown
        words = (OPENING,) if first else tuple(_chosen(session, seat, moment, unknown, left))
        unknown.difference_update(words)
        left -= len(words)
        yield moment, words


def _chosen(session: Session, seat: str, moment: Moment, unknown: set[str], left: int) -> Iterator[str]:
    """The unknown words of a moment, most needed first; room is left for those that are sure to come."""
    ahead, look = {*_ahead(session, seat, moment)}, Look(session, seat, moment)
    for word, (kinds, is_met) in WORDS.items():
        if left <= 0:
            return
        if word in unknown and moment.kind in kinds and is_met(look):
            yield word
            left -= 1
        elif word in unknown and word in ahead:
            left -= 1


def _known(pack: Pack) -> Iterator[str]:
    yield OPENING
    yield from (one.term("en").lower() for one in pack.ruleset.glossary)


def _moments(session: Session, seat: str) -> Iterator[Moment]:
    """What a seat has been shown, in order; the end of a turn comes before what follows it."""
    before = None
    for place, one in enumerate(session.path):
        state = one.state
        over = state.point is Point.END
        if before is not None and (over or state.turn != before.turn):
            yield Moment(Kind.OUTCOME, before.turn, place, before)
        if over:
            yield Moment(Kind.END, state.turn, place, state)
        elif seat in _asked(session, place) and not staffed(state, seat, session.setup.argue):
            kind = Kind(str(state.point)) if state.point in ARGUING else Kind.TABLE
            yield Moment(kind, state.turn, place, state)
        before = state


def _asked(session: Session, place: int) -> tuple[str, ...]:
    """The seats that acted at a place of the path, or that are to act now."""
    state = session.path[place].state
    if place == len(session.path) - 1:
        return session.game.to_move(state)
    made = session.path[place + 1].state.decisions[len(state.decisions) :]
    return tuple(one.seat for one in made)


def _ahead(session: Session, seat: str, moment: Moment) -> Iterator[str]:
    """Words that are sure to be met later in the turn."""
    state, argue = moment.state, session.setup.argue
    event = session.pack.events.get(state.event)
    if event is not None and session.game.tables.floor.is_open(event) and argue != AUTO:
        if moment.kind is Kind.TABLE:
            yield "case"
        if moment.kind in {Kind.TABLE, Kind.CASE}:
            attacks = not staffed(evolve(state, point=Point.REBUT), seat, argue)
            yield "rebuttal" if attacks else "reply"
    if moment.kind in ASKED:
        yield "receipt"
