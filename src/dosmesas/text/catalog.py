"""The interface's own words in both languages, by key. Authors' texts never pass through here."""

import re

from dosmesas.text.catalog_en import ENGLISH
from dosmesas.text.catalog_es import SPANISH

_FULL_STOPS = re.compile(r"(?<=\w)[.]{2}(?=\s|$)")
"""An abbreviation that ends a sentence brings the full stop with it; three dots are something else."""
_CATALOGS = {"en": ENGLISH, "es": SPANISH}


def say(language: str, key: str, **values: object) -> str:
    """The text of a key with its blanks filled; KeyError for an unknown key is a bug, and tested for."""
    text = _CATALOGS[language][key].format(**values)
    return _FULL_STOPS.sub(".", text)
