"""Texts in the languages of a pack, and the months of the calendar."""

from attrs import frozen

LANGUAGES = ("en", "es")
_YEAR = 12

_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}


@frozen
class Text:
    """A text in one or more languages, as (language, text) pairs in the order of LANGUAGES."""

    versions: tuple[tuple[str, str], ...]

    def __call__(self, language: str) -> str:
        """The text in this language, else in the first one that it has."""
        for name, version in self.versions:
            if name == language:
                return version
        return self.versions[0][1] if self.versions else ""


NO_TEXT = Text(())


def plain(text: str) -> Text:
    """A text that needs no translation."""
    return Text((("en", text),))


def dated(date: str, language: str) -> str:
    """A date as it is read aloud: `2019-11-26` is 26 November 2019; what is none stays as it is."""
    parts = date.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or not 2 <= len(parts) <= 3:
        return date
    year, month, *day = map(int, parts)
    if not 1 <= month <= _YEAR:
        return date
    told = Month(year, month)(language)
    link = " de " if language == "es" else " "
    return f"{day[0]}{link}{told}" if day else told


@frozen
class Month:
    """A month of a year; months count from 1."""

    year: int
    month: int

    def plus(self, months: int) -> "Month":
        """The month so many months later."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, month + 1)

    def __call__(self, language: str) -> str:
        """The month in words: `October 2019`, `octubre de 2019`."""
        name = _MONTHS["es" if language == "es" else "en"][self.month - 1]
        return f"{name} de {self.year}" if language == "es" else f"{name} {self.year}"
