"""W0606: a text of which one language says much less than the other."""

from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0606"
LEAST, TIMES = 80, 2
"""From so many characters on, the longer version is at most so many times as long as the other."""


def rule(world: World) -> Findings:
    """Versions that cannot say the same: one was cut, or extended, and the other was not."""
    for told, english, spanish in world.both:
        long, short = max(len(english), len(spanish)), min(len(english), len(spanish))
        if long >= LEAST and long > TIMES * short:
            language = "en" if len(english) < len(spanish) else "es"
            message = phrase(
                "'{key}:' has {english} characters in 'en' and {spanish} in 'es'",
                key=told.key,
                english=len(english),
                spanish=len(spanish),
            )
            hint = phrase(
                "what one says in more than {times} times as many is missing in the other", times=TIMES
            )
            yield warn(CODE, message, where(told, language, world), hint=hint)
