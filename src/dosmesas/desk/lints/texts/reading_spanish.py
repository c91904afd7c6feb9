"""W0610: a Spanish text that is hard to read.

By the index of Szigriszt Pazos (1993), "Sistemas predictivos de legibilidad del mensaje escrito", on the
INFLESZ scale of Barrio Cantalejo and others (2008): 206.84 - 62.3 syllables a word - words a sentence, in
whole hundredths; below 40 a text is very hard there.
"""

import re

from dosmesas.desk.lints.texts.prose import prose, sentences
from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0610"
LEAST = 30
"""The lowest index."""
_STRONG = re.compile(r"[aeoáéíóú]", re.IGNORECASE)
_WEAK = re.compile(r"(?<![aeoáéíóúiuü])[iuü]+(?![aeoáéíóúiuü])|\by\b", re.IGNORECASE)
"""Vowels that are the only ones of their syllable; beside a strong one they belong to its syllable."""


def rule(world: World) -> Findings:
    """Texts of some length with an index below the lowest."""
    for told, text in prose(world, "es"):
        vowels = sum(map(text.count, "aeoáéíóúiuüAEOÁÉÍÓÚIUÜyY"))  # no text has more syllables
        if _index(text, vowels) < LEAST * 100 and (index := index_of(text)) < LEAST * 100:
            message = phrase(
                "this text has {points} of 100 points (INFLESZ); {least} is the least here",
                points=index // 100,
                least=LEAST,
            )
            hint = phrase("make the sentences shorter, the words plainer")
            yield warn(CODE, message, where(told, "es", world), hint=hint)


def index_of(text: str) -> int:
    """The index in hundredths: the higher, the easier."""
    return _index(text, len(_STRONG.findall(text)) + len(_WEAK.findall(text)))


def _index(text: str, syllables: int) -> int:
    words = text.count(" ") + 1
    return 20684 - 6230 * max(words, syllables) // words - 100 * words // sentences(text)
