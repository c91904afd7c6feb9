"""W0608: what looks like a person's name where only offices may act."""

import re
from collections.abc import Iterator

from dosmesas.desk.lints.texts.place_names import after_place
from dosmesas.desk.lints.texts.told import place_of
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.local import Text
from dosmesas.text.phrase import phrase

CODE = "W0608"
_PAIR = re.compile(r"[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+(?: [A-ZÁÉÍÓÚÑ][a-záéíóúñü]+)+")
"""Two words or more in a row that begin with a capital letter."""


def rule(world: World) -> Findings:
    """Two capitalised words in a row, no place and none that the pack knows, where somebody acts."""
    known = _known(world)
    for text in _acting(world):
        for language, said in text.versions:
            for words in _PAIR.findall(said):
                pair = _person(words, language, known, world)
                if pair:
                    message = phrase(
                        "'{name}' looks like a person's name: here offices act, not people", name=pair
                    )
                    hint = phrase(
                        "name the office; a place or a body belongs in the glossary or among the places"
                    )
                    yield warn(CODE, message, place_of(text, language, world, pair), hint=hint)


def _person(words: str, language: str, known: str, world: World) -> str:
    """What is left of words in a row without the first word of a sentence and places, if it may be a name."""
    if words.rpartition(" ")[2] in known:  # told at once, for most
        return ""
    first, _, rest = words.partition(" ")
    left = after_place(rest if _common(first, language, world) else words)
    named = " " in left and not any(word in known for word in left.split())
    return left if named and not _common(left, language, world) else ""


def _acting(world: World) -> Iterator[Text]:
    """The texts in which somebody does something."""
    for option in world.options:
        yield from (option.label, option.reason, option.headline)
    for event in world.pack.events.values():
        for deal in event.deals:
            yield deal.name
            yield from (text for _, text in deal.headlines)
    for ending in world.pack.ruleset.endings:
        yield from (ending.title, ending.text)


def _known(world: World) -> str:
    """All that the game declares by name: offices, places, audiences, terms, numbers, flags."""
    ruleset = world.pack.ruleset
    texts = [world.pack.title]
    for country in ruleset.countries.values():
        texts += [country.name, country.paper, country.masthead]
    for term in ruleset.glossary:
        texts += [term.term, term.text]
    for named in (ruleset.offices, ruleset.indicators, ruleset.flags, ruleset.audiences, ruleset.bank.lines):
        texts += [one.name for one in named.values()]
    texts += [told for office in ruleset.offices.values() for told in (office.abroad, *office.powers)]
    return "\n".join(version for text in texts for _, version in text.versions)


def _common(pair: str, language: str, world: World) -> bool:
    """Whether one of the words stands somewhere in small letters: then it is no name."""
    small = [f" {word.lower()} " for word in pair.split()]
    return any(
        word in version
        for told in world.reading.texts
        for name, version in told.text.versions
        if name == language
        for word in small
    )
