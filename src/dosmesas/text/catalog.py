"""The interface's own words in both languages, by key. Authors' texts never pass through here."""

from dosmesas.text.catalog_en import ENGLISH
from dosmesas.text.catalog_es import SPANISH

_CATALOGS = {"en": ENGLISH, "es": SPANISH}


def say(language: str, key: str, **values: object) -> str:
    """The text of a key with its blanks filled; KeyError for an unknown key is a bug, and tested for."""
    return _CATALOGS[language][key].format(**values)
