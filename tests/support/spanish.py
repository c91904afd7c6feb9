"""Whether what is said in Spanish is Spanish."""

import re
from collections.abc import Iterator, Mapping

from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.local import Text
from dosmesas.text.messages_es import SPANISH
from dosmesas.text.phrase import Phrase

_HOLDER = re.compile(r"\{\w*\}")
KEPT = {
    "E0102": "the name of a character is what Unicode calls it: right-to-left override",
    "E0109": "the name of a file may have spaces",
    "E0213": "the lines to add are spelled out: 'view: doubter'",
    "E0412": "the path of a circle is drawn with arrows between ids",
    "E0401": "a sum is written out with signs",
    "E0702": "the forms of an expectation are written in English: 40 to 50, at least 40",
    "W0307": "a comparison is echoed with one space between its parts, however it is written",
    "W0310": "a condition likewise: pact and not pact",
    "W0312": "likewise",
}
"""The codes that put in words that stand neither in a file nor in the catalog, and why."""


def phrases_of(one: Diagnostic) -> Iterator[Phrase]:
    """All that a problem says."""
    yield one.message
    if one.hint:
        yield one.hint
    yield from (note for note, _ in one.related)


def parts(said: object) -> Iterator[Phrase | str]:
    """A phrase, the phrases in it, and the texts that are put into them as they are."""
    match said:
        case Phrase(values=values):
            yield said
            for _, value in values:
                yield from parts(value)
        case Text():
            yield said("es")
        case tuple():
            for one in said:
                yield from parts(one)
        case str():
            yield said


def english_left(one: Diagnostic, texts: Mapping[str, str]) -> list[str]:
    """What of a problem's Spanish is none.

    That is a phrase without Spanish, one that reads as in English, a blank left open; or several words put in
    as they are that stand in none of the files that were read.
    """
    read, found = " ".join(" ".join(texts.values()).split()), []
    for said in phrases_of(one):
        english, spanish = said.told("en"), said.told("es")
        for part in parts(said):
            if isinstance(part, Phrase):
                wrong = bool(part.template) and part.template not in SPANISH
            else:
                wrong = " " in part and part not in read and one.code not in KEPT
            found += [f"{spanish}: {part}"] if wrong else []
        if set(_HOLDER.findall(spanish)) - set(_HOLDER.findall(english)):
            found.append(spanish)
        if english == spanish and one.code not in KEPT:
            found.append(spanish)
    return found
