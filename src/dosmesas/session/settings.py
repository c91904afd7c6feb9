"""What a player has set for all games: language, theme, detail, motion, guide, keys; kept in a file."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, evolve, field, frozen

FIRST, FULL = "first", "full"
"""Detail: bands in words, or points."""
STILL, MOVING = "reduced", "full"
"""Motion: everything at once, or one thing after another."""
THEMES = ("night", "day", "contrast-night", "contrast-day", "terminal")
LANGUAGES = ("en", "es")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("", *LANGUAGES),
    "theme": THEMES,
    "detail": (FIRST, FULL),
    "motion": (MOVING, STILL),
    "guide": ("on", "off"),
}
"""What each setting may be; an empty language is the locale's."""
_KEYS = "keys"


@frozen
class Settings:
    """The settings; `keys` maps the name of a command to the key that the player wants for it."""

    language: str = ""
    theme: str = THEMES[0]
    detail: str = FIRST
    motion: str = MOVING
    guide: str = "on"
    keys: Mapping[str, str] = field(factory=dict)

    @property
    def points(self) -> bool:
        """Whether forecasts are told in points, not in bands."""
        return self.detail == FULL

    @property
    def still(self) -> bool:
        """Whether nothing may move by itself: as set, or as the environment asks for."""
        return self.motion == STILL or os.environ.get("TEXTUAL_ANIMATIONS", "").lower() == "none"

    @property
    def guided(self) -> bool:
        """Whether a newcomer's notes are shown."""
        return self.guide == "on"

    def value(self, name: str) -> str:
        """A setting by its name in the file."""
        return str(asdict(self, recurse=False)[name])

    def following(self, name: str) -> "Settings":
        """The same with the next choice of a setting."""
        choices = CHOICES[name]
        return self.but(name, choices[(choices.index(self.value(name)) + 1) % len(choices)])

    def but(self, name: str, value: str) -> "Settings":
        """The same with another value of one setting that CHOICES names."""
        changed: dict[str, Any] = {name: value}
        return evolve(self, **changed)


class SettingsError(Exception):
    """The settings cannot be written."""


def settings_file() -> Path:
    """Where settings are kept: DOSMESAS_SETTINGS, else settings.toml in the user's configuration folder."""
    given = os.environ.get("DOSMESAS_SETTINGS")
    if given:
        return Path(given)
    from platformdirs import user_config_path

    return user_config_path("dosmesas", appauthor=False) / "settings.toml"


def read_settings(path: Path, language: str) -> tuple[Settings, list[str]]:
    """The settings of a file, and what is wrong with it, in words; what is wrong counts as not set.

    A file that is not there is no problem.
    """
    try:
        found = _read(path)
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError) as error:  # no UTF-8, no TOML
        return Settings(), [_say(language, "settings_unreadable", path=path, problem=error)]
    settings, problems = Settings(), []
    for name, value in found.items():
        if name == _KEYS and isinstance(value, dict):
            wrong = [key for key, typed in value.items() if not isinstance(typed, str)]
            problems += [_say(language, "settings_key_no_text", path=path, name=key) for key in wrong]
            settings = evolve(settings, keys={key: one for key, one in value.items() if key not in wrong})
        elif name not in CHOICES:
            problems.append(_unknown(path, name, (*CHOICES, _KEYS), language))
        elif value in CHOICES[name]:
            settings = settings.but(name, value)
        else:
            choices = ", ".join(one or '""' for one in CHOICES[name])
            problems.append(_say(language, "settings_value", path=path, name=name, choices=choices))
    return settings, problems


def _read(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    import tomllib  # for those who have settings

    return tomllib.loads(text)


def _say(language: str, key: str, **values: object) -> str:
    """A text of the catalog, which is imported where there is something to say."""
    from dosmesas.text.catalog import say

    return say(language, key, **values)


def _unknown(path: Path, name: str, names: tuple[str, ...], language: str) -> str:
    """A setting that there is not, with the nearest that there is."""
    from dosmesas.text.diagnostic import nearest

    near = nearest(name, names)
    hint = _say(language, "settings_nearest", name=near) if near else ""
    return _say(language, "settings_unknown", path=path, name=name, hint=hint).strip()


def write_setting(path: Path, name: str, value: str) -> None:
    """Write one setting into a file; all else in it, comments and keys, stays as it was.

    Raises:
        SettingsError: the file cannot be read as TOML, or not written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        document = tomlkit.parse(text)
        document[name] = value
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_suffix(f".{os.getpid()}.new")
        written.write_text(tomlkit.dumps(document), encoding="utf-8")
        written.replace(path)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise SettingsError(str(error)) from error
