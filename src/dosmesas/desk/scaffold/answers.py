"""What a new pack is to be: its title, who faces whom, how many turns, which languages."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

from dosmesas.load.fields import is_id
from dosmesas.load.shapes.content import MOST_TURNS
from dosmesas.model.rules import Ruleset
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.phrase import Phrase, PhraseError, phrase, sentences
from dosmesas.text.safe import faults

MOST_TITLE = 60
OWN_OFFICES = {"no.minister": "no", "so.minister": "so"}
"""The offices of the small ruleset that `new --ruleset` writes, with their countries."""
NEEDED = ("trust", "rhetoric")


class AnswerError(PhraseError):
    """An answer that no pack can be made of; the message says what would do."""


@frozen
class Answers:
    """What was answered."""

    title: str
    seats: tuple[str, str]
    turns: int = 4
    languages: tuple[str, ...] = ("en", "es")


def name_of(path: Path) -> str:
    """The id of a pack in this folder.

    Raises:
        AnswerError: the folder is not called as a pack may be.
    """
    name = path.resolve().name
    if not is_id(name):
        raise AnswerError(
            phrase(
                "a pack cannot be called '{name}'; name the folder with small letters, digits and '-', "
                "beginning with a letter, such as my-pack",
                name=name,
            )
        )
    return name


def checked_title(text: str) -> str:
    """A title that fits its place on screen, or AnswerError."""
    text = " ".join(text.split())
    if not text or len(text) > MOST_TITLE or faults(text):
        raise AnswerError(
            phrase(
                "a title has 1 to {most} characters on one line; this one has {count}",
                most=MOST_TITLE,
                count=len(text),
            )
        )
    return text


def checked_turns(number: int) -> int:
    """How many turns, or AnswerError."""
    if not 2 <= number <= MOST_TURNS:
        raise AnswerError(
            phrase("a new pack has 2 to {most} turns, not {count}", most=MOST_TURNS, count=number)
        )
    return number


def offices_of(ruleset: Ruleset | None) -> Mapping[str, str]:
    """The offices that may face each other, with their countries; without a ruleset, of the small one."""
    if ruleset is None:
        return OWN_OFFICES
    lacking = [one for one in NEEDED if one not in ruleset.indicators]
    found = {
        one.id: one.country for one in ruleset.offices.values() if approval(one.country) in ruleset.indicators
    }
    if lacking or len(set(found.values())) < 2:
        raise AnswerError(
            phrase(
                "the seeds/ and game/ beside this folder are not those that come with the game, so nothing "
                "fits them here; copy one of the packs that lie beside it"
            )
        )
    return found


def approval(country: str) -> str:
    """The indicator that says how far a country approves."""
    return f"{country}_approval"


def usual_seats(offices: Mapping[str, str]) -> tuple[str, str]:
    """The first office of each of the first two countries."""
    countries = list(dict.fromkeys(offices.values()))
    first, second = (next(one for one, its in offices.items() if its == name) for name in countries[:2])
    return first, second


def checked_seats(text: str, offices: Mapping[str, str]) -> tuple[str, str]:
    """Two offices of two countries, written with a comma, or AnswerError."""
    names = [one.strip() for one in text.replace(",", " ").split()]
    for name in names:
        if name not in offices:
            none = phrase("there is no office '{office}'.", office=name)
            raise AnswerError(sentences(none, did_you_mean(name, offices), _known(offices)))
    if len(names) != 2 or len({offices[name] for name in names}) != 2:
        two = phrase("two offices of two countries face each other.")
        raise AnswerError(sentences(two, _known(offices)))
    return names[0], names[1]


def _known(offices: Iterable[str]) -> Phrase:
    return phrase("Offices: {known}", known=tuple(offices))
