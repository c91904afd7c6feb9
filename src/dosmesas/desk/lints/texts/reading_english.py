"""W0609: an English text that is hard to read.

By the grade of Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of new readability formulas for
Navy enlisted personnel": 0.39 words a sentence + 11.8 syllables a word - 15.59, in whole hundredths.
"""

import re

from dosmesas.desk.lints.texts.prose import prose, sentences
from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0609"
MOST = 18
"""The highest grade: a reader with so many years of school."""
_VOWELS = {code: "a" if chr(code) in "aeiouyAEIOUY" else " " for code in range(128)}
_SILENT = re.compile(r"[aeiouy][^aeiouy\W]*[^aeiouyl\W]e\b", re.IGNORECASE)
"""A final e after a consonant other than l is not heard."""


def rule(world: World) -> Findings:
    """Texts of some length with a grade above the highest."""
    for told, text in prose(world, "en"):
        if _grade(text, _groups(text)) > MOST * 100 and (grade := grade_of(text)) > MOST * 100:
            message = phrase(
                "this text wants {years} years of school (Flesch-Kincaid); {most} is the most",
                years=grade // 100,
                most=MOST,
            )
            hint = phrase("make the sentences shorter, the words plainer")
            yield warn(CODE, message, where(told, "en", world), hint=hint)


def grade_of(text: str) -> int:
    """The grade in hundredths. Syllables are groups of vowels, without a silent e at the end of a word."""
    return _grade(text, _groups(text) - len(_SILENT.findall(text)))


def _groups(text: str) -> int:
    return len(text.translate(_VOWELS).split())


def _grade(text: str, syllables: int) -> int:
    words = text.count(" ") + 1
    return 39 * words // sentences(text) + 1180 * max(words, syllables) // words - 1559
