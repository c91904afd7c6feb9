"""W0603: a Spanish text that is still the English one."""

import re

from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0603"
_WORD = re.compile(r"\b[a-z]{2,}\b")
_WORDS = 3
"""Fewer small words may be a name, a number or what both languages share."""


def rule(world: World) -> Findings:
    """Versions that are equal letter by letter and hold three words in small letters."""
    for told, english, spanish in world.both:
        if english == spanish and len(_WORD.findall(english)) >= _WORDS:
            hint = phrase("translate it; a name or number may stay as it is")
            message = phrase("'{key}:' is the same in 'en' and 'es'", key=told.key)
            yield warn(CODE, message, where(told, "es", world), hint=hint)
