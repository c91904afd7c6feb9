"""Snapshots: what was kept of a screen against what it is now, and a page that shows both where they differ."""

import base64
import difflib
import html
import platform
from importlib.metadata import version
from pathlib import Path

import pytest
from attrs import frozen

KEPT = Path(__file__).parent.parent / "tui" / "snapshots"
HOW = "DOSMESAS_FULL=1 python -m pytest tests/tui/test_snapshots.py --snapshots=write"
MADE_WITH = "made-with.txt"
_SHOWN = {"txt": 60, "svg": 8}
"""Lines of a difference that are printed; the page has them all, and of a picture it says more."""


def here() -> str:
    """What pictures depend on besides the game: the minor version of Python, and the version of Textual."""
    major, minor, _ = platform.python_version_tuple()
    return f"Python {major}.{minor}, Textual {version('textual')}"


@frozen
class Snapshots:
    """A folder of snapshots: compared with, or written where `write` is set; `pages` is where pages go."""

    folder: Path
    pages: Path
    write: bool = False

    def text(self, name: str, now: str, picture: str) -> None:
        """Compare the text of a screen; `picture` shows what it is now where it differs."""
        kept = self._kept(f"{name}.txt", now)
        if kept != now:
            page = _page(name, _text_of(kept), _picture_of(picture), (kept, now))
            self._fail(name, _SHOWN["txt"], (kept, now), page)

    def picture(self, name: str, now: str) -> None:
        """Compare a picture, where the kept one was made with the same Python and Textual."""
        made_with = self._kept(MADE_WITH, f"{here()}\n", again=False).strip()
        if made_with != here():
            pytest.skip(f"pictures were made with {made_with}, this is {here()}; the texts are compared")
        kept = self._kept(f"{name}.svg", now)
        if kept != now:
            page = _page(name, _picture_of(kept), _picture_of(now), (kept, now))
            self._fail(name, _SHOWN["svg"], (kept, now), page)

    def _kept(self, name: str, now: str, *, again: bool = True) -> str:
        """What was kept; in a run that writes, what is kept from now on."""
        path = self.folder / name
        if self.write and (again or not path.exists() or path.read_text(encoding="utf-8") != now):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(now, encoding="utf-8")
        if not path.exists():
            pytest.fail(f"nothing is kept of {name} yet; look at the screen, then: {HOW}", pytrace=False)
        return path.read_text(encoding="utf-8")

    def _fail(self, name: str, most: int, pair: tuple[str, str], page: str) -> None:
        path = self.pages / f"{name}.html"
        path.write_text(page, encoding="utf-8")
        lines = difference(*pair)
        more = [f"... and {len(lines) - most} lines more"] if len(lines) > most else []
        told = "\n".join([*lines[:most], *more])
        pytest.fail(f"{name} has changed\n{told}\nboth side by side: {path}\nmeant so? {HOW}", pytrace=False)


def difference(kept: str, now: str) -> list[str]:
    """The lines that differ, with two around them."""
    return list(difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=2))


def _page(name: str, kept: str, now: str, pair: tuple[str, str]) -> str:
    """A page of its own: no other file, nothing from the network."""
    told = html.escape("\n".join(difference(*pair)))
    style = "body{font-family:sans-serif}td{vertical-align:top;width:50%}img{width:100%}pre{overflow:auto}"
    return (
        f'<!doctype html><meta charset="utf-8"><title>{name}</title><style>{style}</style><h1>{name}</h1>'
        f"<table><tr><th>kept<th>now<tr><td>{kept}<td>{now}</table><h2>Difference</h2><pre>{told}</pre>\n"
    )


def _picture_of(svg: str) -> str:
    """A picture by itself, so that its styles touch nothing else on the page."""
    return f'<img alt="" src="data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}">'


def _text_of(text: str) -> str:
    return f"<pre>{html.escape(text)}</pre>"
