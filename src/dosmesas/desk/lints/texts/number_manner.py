"""W0607: a number written as neither English nor Mexican Spanish writes it."""

import re

from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0607"
_DIGIT = re.compile(r"\d[.,]\d")
_FOREIGN = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2})(?![\d]|[.,]\d)"
)
"""1.234,5 and 1.234.567 and 2,5: points between thousands, a comma before decimals."""


def rule(world: World) -> Findings:
    """Numbers with a decimal comma, or with points between their thousands."""
    for told in world.numbered:
        for language, text in told.text.versions:
            if _DIGIT.search(text) and (found := _FOREIGN.search(text)):
                meant = found[0].translate(str.maketrans(".,", ",."))
                message = phrase("'{number}' has its point and comma the other way round", number=found[0])
                hint = phrase("English, and Spanish in Mexico, write {number}", number=meant)
                yield warn(CODE, message, where(told, language, world, found[0]), hint=hint)
