"""W0611: a Spanish question or cry without its opening mark."""

from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn

CODE = "W0611"
_PAIRS = (("?", "¿", "question"), ("!", "¡", "exclamation"))


def rule(world: World) -> Findings:
    """Texts with a closing mark and no opening one at all."""
    for told in world.reading.texts:
        for language, text in told.text.versions:
            if language == "es":
                for close, opening, what in _PAIRS:
                    if close in text and opening not in text:
                        message = f"a Spanish {what} begins with '{opening}'"
                        hint = f"put '{opening}' before its first word"
                        yield warn(CODE, message, where(told, "es", world, close), hint=hint)
