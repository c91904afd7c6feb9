"""Which language is spoken to a reader who has not asked for one."""

import os

from dosmesas.session.settings import read_settings, settings_file


def locale_language() -> str:
    """The language of the environment: es where the locale is Spanish, else en."""
    given = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "es" if given.lower().startswith("es") else "en"


def own_language() -> str:
    """The language that is set, else the locale's."""
    return read_settings(settings_file(), "en")[0].language or locale_language()
