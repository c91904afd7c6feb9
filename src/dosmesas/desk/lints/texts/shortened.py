"""W0606: a text of which one language says much less than the other."""

from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn

CODE = "W0606"
LEAST, TIMES = 80, 2
"""From so many characters on, the longer version is at most so many times as long as the other."""


def rule(world: World) -> Findings:
    """Versions that cannot say the same: one was cut, or extended, and the other was not."""
    for told, english, spanish in world.both:
        long, short = max(len(english), len(spanish)), min(len(english), len(spanish))
        if long >= LEAST and long > TIMES * short:
            language = "en" if len(english) < len(spanish) else "es"
            message = f"'{told.key}:' has {len(english)} characters in 'en' and {len(spanish)} in 'es'"
            hint = f"what one says in more than {TIMES} times as many is missing in the other"
            yield warn(CODE, message, where(told, language, world), hint=hint)
