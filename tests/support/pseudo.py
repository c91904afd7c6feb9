"""A language that nobody speaks, a third longer than English: where it fits, German and Finnish would.

`Tables: {mine}` becomes `Tááblees: {mine}`: vowels are doubled and wear accents, fields stay. It takes the place of
Spanish, in the interface and in the texts of packs.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle

import pytest

from dosmesas.text import catalog
from dosmesas.text.catalog_en import ENGLISH
from dosmesas.text.local import Text

LANGUAGE = "es"
"""Whose place it takes."""
LONGER = 35
"""By how much, in percent."""
_FIELD = re.compile(r"(\{[^{}]*\})")
_VOWEL = re.compile("[aeiouAEIOUyY]")
_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


def longer(text: str) -> str:
    """A text a third longer, word by word, so that it breaks where it did; fields stay, and so does one of signs."""
    parts = _FIELD.split(text)
    words = "".join(part for part in parts if not _FIELD.fullmatch(part))
    places = [found.start() for found in _VOWEL.finditer(words)]
    more = dict.fromkeys(places, 0)
    for place, _ in zip(cycle(_spread(places)), range(len(words) * LONGER // 100 + 1), strict=False):
        more[place] += 1
    grown = iter(_grown(char, more.get(at, 0)) for at, char in enumerate(words))
    return "".join(part if _FIELD.fullmatch(part) else "".join(next(grown) for _ in part) for part in parts)


def _grown(char: str, more: int) -> str:
    return (char * (1 + more)).translate(_ACCENTS) if more else char


def _spread(places: list[int]) -> list[int]:
    """Every other vowel first, so that all words of a text grow."""
    return places[::2] + places[1::2]


@contextmanager
def spoken() -> Iterator[None]:
    """In place of Spanish, everywhere."""
    english = {key: longer(text) for key, text in ENGLISH.items()}
    english["language_name"] = longer("Longer English")
    of_language = Text.__call__

    def said(self: Text, language: str) -> str:
        return longer(of_language(self, "en")) if language == LANGUAGE else of_language(self, language)

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(catalog._CATALOGS, LANGUAGE, english)
        patch.setattr(Text, "__call__", said)
        yield
