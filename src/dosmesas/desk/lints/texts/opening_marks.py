"""W0611: a Spanish question or cry without its opening mark."""

from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0611"
_PAIRS = (
    ("?", "¿", phrase("a Spanish question begins with '¿'")),
    ("!", "¡", phrase("a Spanish exclamation begins with '¡'")),
)


def rule(world: World) -> Findings:
    """Texts with a closing mark and no opening one at all."""
    for told in world.reading.texts:
        for language, text in told.text.versions:
            if language == "es":
                for close, opening, message in _PAIRS:
                    if close in text and opening not in text:
                        hint = phrase("put '{mark}' before its first word", mark=opening)
                        yield warn(CODE, message, where(told, "es", world, close), hint=hint)
