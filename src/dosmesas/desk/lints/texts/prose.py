"""The longer texts of a pack and its ruleset, and how sentences are counted in them."""

import re
from collections.abc import Iterator

from dosmesas.desk.lints.world import World
from dosmesas.load.reading import Told

LEAST_WORDS = 40
"""A formula says nothing of a shorter text."""
_SPACES = LEAST_WORDS - 1
_END = re.compile(r"[^\s.!?][.!?:;]+[\"')\]»”’]*(?:\s|\Z)")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]{1,2}|Mr|Ms|Dr|St|Sr|Sra|Lic|No|Núm)\.\s")


def prose(world: World, language: str) -> Iterator[tuple[Told, str]]:
    """The texts that have forty words in this language."""
    for told in world.reading.texts:
        for name, text in told.text.versions:
            if name == language and text.count(" ") >= _SPACES:
                yield told, text


def sentences(text: str) -> int:
    """How many sentences a text has: parts that end in . ! ? : or ; with abbreviations left out."""
    return max(1, len(_END.findall(text)) - len(_ABBREVIATED.findall(text)))
