"""Which language a command speaks where none was asked for."""

from typing import TYPE_CHECKING

from dosmesas.session.languages import own_language

if TYPE_CHECKING:
    from dosmesas.model.rules import Pack


def language_of(pack: "Pack") -> str:
    """The language that is set, or the locale's, where the pack is written in it, else the pack's first."""
    language = own_language()
    return language if language in pack.languages else pack.languages[0]
