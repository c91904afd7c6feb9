"""W0604: a placeholder in braces that stands in one language only."""

import re

from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0604"
_HOLDER = re.compile(r"\{\w*\}")


def rule(world: World) -> Findings:
    """Texts whose versions have other placeholders, or another number of them."""
    for told, english, spanish in world.both:
        if "{" not in english and "{" not in spanish:
            continue
        one, other = sorted(_HOLDER.findall(english)), sorted(_HOLDER.findall(spanish))
        if one != other:
            only = next((name for name in other if other.count(name) > one.count(name)), "")
            missing = next((name for name in one if one.count(name) > other.count(name)), "")
            message = phrase("'{key}:': {holder} is missing in 'es'", key=told.key, holder=missing)
            if only:
                message = phrase("'{key}:': {holder} stands only in 'es'", key=told.key, holder=only)
            hint = phrase("write the same ones in both languages")
            if only and missing:
                hint = phrase("did you mean {holder}?", holder=missing)
            yield warn(CODE, message, where(told, "es", world, only), hint=hint)
