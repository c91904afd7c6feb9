"""What the players opened and wrote beside their decisions: kept in the save, no part of any state."""

from collections.abc import Iterable

from attrs import define, field

from dosmesas.journal.records import MOST_LETTERS, Closing, Note, Opened, Sentence, is_sentence
from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say
from dosmesas.text.phrase import Phrase
from dosmesas.text.refused import named
from dosmesas.text.safe import faults


class SentenceError(ValueError):
    """A text that cannot be a player's sentence; `key` is the catalog's text for why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(say("en", key, **values))
        self.key = key
        self.values = values

    def told(self, language: str) -> str:
        """Why, in a language."""
        told = {
            name: one.told(language) if isinstance(one, Phrase) else one for name, one in self.values.items()
        }
        return say(language, self.key, **told)


@define
class Notes:
    """Claims opened and sentences by seat. A claim was opened with so many transitions of the game made.

    `closings` are what was said after the last turn, by seat and kind, as the save has it: whether that fits
    the game is for its readers to find out.
    """

    sentences: dict[str, str] = field(factory=dict)
    closings: dict[tuple[str, str], tuple[str, ...]] = field(factory=dict)
    _opened: dict[tuple[str, str], int] = field(factory=dict)

    def new(self, pack: Pack, seat: str, claims: Iterable[str]) -> tuple[str, ...]:
        """Those of the pack's claims and assumptions that the seat had not opened before, each once."""
        known = {*pack.ruleset.dossier.claims, *pack.ruleset.assumptions}
        return tuple(one for one in dict.fromkeys(claims) if one in known and (seat, one) not in self._opened)

    def take(self, record: Note, made: int) -> None:
        """Take a note of the save, with so many transitions made; a claim counts as opened the first time."""
        match record:
            case Opened(seat=seat, claims=claims):
                for claim in claims:
                    self._opened.setdefault((seat, claim), made)
            case Sentence(seat=seat, text=text):
                self.sentences[seat] = text
            case Closing(seat=seat, what=what, plays=plays):
                self.closings[seat, what] = plays

    def before(self, seat: str, made: int) -> frozenset[str]:
        """The claims that a seat had opened when it took what became transition number `made`."""
        return frozenset(claim for (one, claim), at in self._opened.items() if one == seat and at <= made)

    def opened(self) -> dict[int, dict[str, tuple[str, ...]]]:
        """The claims opened, by how many transitions were made then, and by seat."""
        found: dict[int, dict[str, tuple[str, ...]]] = {}
        for (seat, claim), at in sorted(self._opened.items(), key=lambda one: one[1]):
            then = found.setdefault(at, {})
            then[seat] = (*then.get(seat, ()), claim)
        return found

    def rewind(self, made: int) -> None:
        """Turns were taken back: whatever was opened by now, was opened before what will follow.

        What was said of the end goes with it.
        """
        self.closings.clear()
        for key, at in self._opened.items():
            self._opened[key] = min(at, made)


def tidied(text: str) -> str:
    """A sentence as it is kept: on one line, single spaces.

    Raises:
        SentenceError: it is one word or none, too long, or holds a character that is not safe to show.
    """
    found = " ".join(text.split())
    if " " not in found:
        raise SentenceError("sentence_short")
    if len(found) > MOST_LETTERS:
        raise SentenceError("sentence_long", count=len(found), most=MOST_LETTERS)
    if not is_sentence(found):
        raise SentenceError("sentence_unsafe", what=named(found[faults(found)[0]]))
    return found
