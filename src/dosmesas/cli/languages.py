"""Which language a command speaks where none was asked for."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dosmesas.model.rules import Pack


def locale_language() -> str:
    """The language of the environment: es where the locale is Spanish, else en."""
    given = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "es" if given.lower().startswith("es") else "en"


def chosen_language() -> str:
    """The language that is set, or the locale's: for what no pack is needed for."""
    from dosmesas.session.settings import read_settings, settings_file

    return read_settings(settings_file(), "en")[0].language or locale_language()


def language_of(pack: "Pack") -> str:
    """The language that is set, or the locale's, where the pack is written in it, else the pack's first."""
    language = chosen_language()
    return language if language in pack.languages else pack.languages[0]
