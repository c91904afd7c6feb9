"""W0605: a number that differs between the two languages: one of the versions is stale."""

import re

from dosmesas.desk.lints.texts.told import where
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0605"
_NUMBER = re.compile(r"\d[\d.,]*")
_CONVERTED = re.compile(
    r"\d:\d|\b(?:miles?|pounds?|feet|foot|inch(?:es)?|acres?|gallons?|degrees?|[bt]illions?)\b"
)
"""A clock, or what Spanish counts in another unit: a billion is mil millones."""


def rule(world: World) -> Findings:
    """Texts with as many numbers in digits in both versions, but not the same ones."""
    for told in world.numbered:
        if len(told.text.versions) < 2 or _CONVERTED.search(told.text("en")):
            continue
        english, spanish = told.text("en"), told.text("es")
        one, other = _numbers(english), _numbers(spanish)
        if len(one) == len(other) and sorted(one) != sorted(other):
            stale = next(number for number in other if other.count(number) > one.count(number))
            missing = next(number for number in one if one.count(number) > other.count(number))
            message = phrase(
                "'{key}:' says {number} in 'en' and {other} in 'es'",
                key=told.key,
                number=missing,
                other=stale,
            )
            hint = phrase("one of the two was changed and the other was not")
            yield warn(CODE, message, where(told, "es", world, _written(stale, spanish)), hint=hint)


def _numbers(text: str) -> list[str]:
    """The numbers of a text without marks, so that 1,000 and 1000 are the same."""
    return [one.rstrip(".,").replace(",", "") for one in _NUMBER.findall(text)]


def _written(number: str, text: str) -> str:
    """The number as it stands in the text, with its marks."""
    written = [found[0].rstrip(".,") for found in _NUMBER.finditer(text)]
    return next(one for one in written if one.replace(",", "") == number)
