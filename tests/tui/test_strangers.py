"""A stranger's texts on the screens: shown as they are on every one of them, and nothing in them acts."""

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from dosmesas.journal.records import Header, encode
from dosmesas.load import loading, locate
from dosmesas.load.loading import read
from dosmesas.load.locate import Roots
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.safe import faults
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.screens import setup as setup_screen
from tests.support.full import cases, sampled
from tests.support.hostile import ALIVE, CLICK, hostile_world
from tests.support.places import PLACES, Place
from tests.support.screens import name, notices, opened, press, run
from tests.support.small import roots_of

SIZE = (110, 40)
TEXTS = pytest.mark.parametrize("text", ALIVE[: cases(len(ALIVE), 1)], ids=range(cases(len(ALIVE), 1)))
OWN_WORDS = {"title", "title-no-saves", "too-small", "settings", "settings-of-title", "sentence"}
"""Places that show no text of a pack, or only the name of an office that is cut short."""


def cells(app: DosMesasApp) -> str:
    """The characters of the whole screen, row by row, after a look at what each cell would do."""
    strips = app.screen._compositor.render_strips()
    for segment in (one for strip in strips for one in strip):
        assert segment.style is None or "@click" not in segment.style.meta, segment
    text = "\n".join("".join(segment.text for segment in strip) for strip in strips)
    assert faults(text) == []
    return text


def state_of(app: DosMesasApp) -> tuple[object, ...]:
    """What nothing on a screen may change by being shown."""
    session = app.session
    game = (session.digest(), len(session.path), dict(session.held)) if session else ()
    return (*game, name(app), app.is_running, app.return_code)


async def walked(app: DosMesasApp, pilot: Pilot[None], text: str) -> str:
    """All that the screen shows: as it is, with every row highlighted, paged, clicked, typed into."""
    before, found = state_of(app), cells(app)
    for listed in app.screen.query(OptionList):
        for index in range(listed.option_count):
            listed.highlighted = index
            await pilot.pause()
            found += cells(app)
    await press(pilot, "pagedown")
    found += cells(app)
    for field in app.screen.query(Input):
        field.value = text
        await pilot.pause()
        found += cells(app)
        assert field.value == text
    for x, y in clickable(app):
        await pilot.click(offset=(x, y))
        await pilot.pause()
    assert state_of(app) == before
    return found


def clickable(app: DosMesasApp) -> list[tuple[int, int]]:
    """Where a text that would be a link stands, but for lists, in which a click chooses."""
    rows = cells(app).split("\n")
    spots = [(row.find(CLICK) + CLICK.index("x["), y) for y, row in enumerate(rows) if CLICK in row]
    return [spot for spot in spots if not isinstance(app.screen.get_widget_at(*spot)[0], OptionList)]


def hostile(folder: Path, text: str) -> Pack:
    """The pack parley, every text of which is this one."""
    base = hostile_world(folder, text)
    pack = read(base / "content/parley", roots_of(base)).pack
    assert pack is not None
    return pack


@TEXTS
@pytest.mark.parametrize("place", sampled(PLACES, 3), ids=lambda place: place.name)
def test_on_every_screen_a_hostile_text_is_shown_and_does_nothing(
    place: Place, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: None
) -> None:
    pack = hostile(tmp_path, text)
    home = roots_of(tmp_path / "small")
    monkeypatch.setattr(locate, "roots", lambda: Roots(home.seeds, home.game, home.content))
    monkeypatch.setattr(loading, "roots_of", lambda _: Roots(home.seeds, home.game, home.content))
    monkeypatch.setattr(setup_screen, "load_pack", lambda _: pack)

    async def whole() -> str:
        async with opened(place.moment(pack, "en"), SIZE) as (app, pilot):
            await place.reach(app, pilot)
            return await walked(app, pilot, text)

    found = asyncio.run(whole())
    assert place.name in OWN_WORDS or text in found


def test_an_option_that_is_not_open_is_refused_in_a_strangers_words(tmp_path: Path) -> None:
    base = hostile_world(tmp_path, CLICK)
    pack = read(base / "content/harbour", roots_of(base)).pack
    assert pack is not None
    session = Session.start(pack, Setup(("no.minister",), 1))

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter", "3", "enter")
        assert notices(app)
        assert CLICK in " ".join(notices(app)).replace("\n", " ")
        cells(app)
        assert name(app) == "TableScreen"

    run(session, play, SIZE)
    assert session.state.turn == 1


def test_a_save_that_names_a_hostile_folder_is_told_on_the_title_and_the_title_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))
    header = Header("\x1b[2J" + CLICK, "", "0", 1, ("no.minister",), "persona", "authors", "en")
    line, _ = encode(header, 0, "")
    (tmp_path / "a.jsonl").write_text(line + "\n")

    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        await press(pilot, "r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert f"no pack '\ufffd[2J{CLICK}'" in cells(app)
        assert name(app) == "TitleScreen"

    run(None, play, SIZE)
