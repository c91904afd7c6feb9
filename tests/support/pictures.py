"""What a screen looks like: its characters as rows of text, and an SVG picture without what differs by chance."""

import re
from collections.abc import Iterable

from attrs import frozen
from textual.pilot import Pilot

from dosmesas.model.rules import Pack
from dosmesas.tui.app import DosMesasApp
from tests.support.places import Place
from tests.support.screens import in_sight, opened

THEMES = ("night", "day")
"""The two themes that pictures are kept of, one dark and one light."""

_CHANCE = (
    (
        re.compile(r"@font-face \{.*?\}\s*", re.DOTALL),
        "",
    ),  # a font from the network: the viewer's own will do
    (re.compile(r"<clipPath id=\"[^\"]*-line-\d+\">.*?</clipPath>\s*", re.DOTALL), ""),
    (re.compile(r" clip-path=\"url\(#[^\"]*-line-\d+\)\""), ""),
    (re.compile(r"<text [^>]*>\n</text>"), ""),  # the line ends of the terminal
    (re.compile(r"terminal-\d+-"), ""),
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
    (re.compile(r"\n\s*\n+"), "\n"),
    (re.compile(r"(</text>|/>)(?=<)"), r"\1\n"),  # a change of a row is a change of a few lines
)


@frozen
class Look:
    """A screen at a size in a language: its text, and a picture for each theme."""

    text: str
    pictures: dict[str, str]


async def look(app: DosMesasApp, pilot: Pilot[None], themes: tuple[str, ...] = THEMES) -> Look:
    """The screen in each of the themes; the text has to be the same in all of them."""
    texts, pictures = set[str](), dict[str, str]()
    for theme in themes:
        app.theme = theme
        await pilot.pause()
        texts.add(text_of_cells(app))
        pictures[theme] = drawn(app)
    (text,) = texts
    return Look(text, pictures)


async def looked_at(
    place: Place,
    pack: Pack,
    language: str,
    sizes: Iterable[tuple[int, int]],
    themes: tuple[str, ...] = THEMES,
) -> list[Look]:
    """A place, opened at the first of the sizes and then resized to the others."""
    first, *others = sizes
    async with opened(place.moment(pack, language), first, language) as (app, pilot):
        await place.reach(app, pilot)
        found = [await look(app, pilot, themes)]
        for size in others:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            found.append(await look(app, pilot, themes))
    return found


def text_of_cells(app: DosMesasApp) -> str:
    """The characters of the screen, row by row, without the spaces at the right."""
    return "".join(f"{row.rstrip()}\n" for row in in_sight(app).split("\n"))


def drawn(app: DosMesasApp) -> str:
    """The screen as an SVG that is the same for the same cells, and a quarter as long as Textual's own."""
    picture = app.export_screenshot(title="Dos Mesas")
    for pattern, instead in _CHANCE:
        picture = pattern.sub(instead, picture)
    return picture.strip() + "\n"
