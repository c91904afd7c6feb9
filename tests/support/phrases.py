"""Phrases of tests, and what problems say in English whatever the surroundings speak."""

from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.phrase import NOTHING, Phrase, phrase


def literal(text: str) -> Phrase:
    """A phrase that says this, letter by letter, in every language."""
    return phrase("{text}", text=text) if text else NOTHING


def told_of(one: Diagnostic, language: str = "en") -> str:
    """All that a problem says: message, hint, notes with their places."""
    notes = [f"{note.told(language)} {at}" for note, at in one.related]
    return " ".join([one.message.told(language), one.hint.told(language), *notes])
