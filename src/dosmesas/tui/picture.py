"""Pictures of the screen: SVG that fetches nothing from outside."""

import re
from pathlib import Path

from textual.app import App

from dosmesas.session.setup import saves_folder

_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def picture(app: App[None]) -> str:
    """What is on the screen, as SVG. Textual's own picture fetches a font; this one only names it."""
    return _FONTS.sub("", app.export_screenshot(title="Dos Mesas"))


def keep_picture(app: App[None]) -> Path:
    """Write a picture of the screen into the folder `pictures` of the saves; where it is.

    Raises:
        OSError: it cannot be written.
    """
    folder = saves_folder() / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"screen-{number}.svg").exists():
        number += 1
    path.write_text(picture(app), encoding="utf-8")
    return path
