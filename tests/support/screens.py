"""The screens driven by keys, and what stands on them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.tui.app import DosMesasApp, Wish

Play = Callable[[DosMesasApp, Pilot[None]], Awaitable[None]]


def run(
    session: Session | None, play: Play, size: tuple[int, int] = (80, 24), language: str = "en"
) -> DosMesasApp:
    """The app, after these keys were pressed in it."""

    async def whole() -> DosMesasApp:
        async with opened(session, size, language) as (app, pilot):
            await play(app, pilot)
        return app

    return asyncio.run(whole())


@asynccontextmanager
async def opened(
    session: Session | None,
    size: tuple[int, int] = (80, 24),
    language: str = "en",
    settings: Settings | None = None,
) -> AsyncIterator[tuple[DosMesasApp, Pilot[None]]]:
    """The app on its first screen, with the keys."""
    app = DosMesasApp(language, session, Wish(settings or Settings()))
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield app, pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        await pilot.press(key)


async def skip_to_debrief(app: DosMesasApp, pilot: Pilot[None]) -> None:
    """Leave out what is asked after the last turn."""
    for _ in range(10):
        if name(app) == "DebriefScreen":
            return
        await press(pilot, "enter" if name(app) in {"OutcomeScreen", "CurtainScreen"} else "escape")


async def debrief_text(app: DosMesasApp, pilot: Pilot[None]) -> str:
    """The texts of all pages of the debrief."""
    assert name(app) == "DebriefScreen"
    pages = []
    for number in range(1, 8):
        await press(pilot, str(number))
        pages.append(screen_text(app))
    return "\n".join(pages)


def name(app: DosMesasApp) -> str:
    """Which screen it is."""
    return type(app.screen).__name__


def rows(app: DosMesasApp) -> list[str]:
    """The rows of the lists on the screen."""
    lists = app.screen.query(OptionList)
    return [str(one.get_option_at_index(n).prompt) for one in lists for n in range(one.option_count)]


def text_of(app: DosMesasApp, selector: str) -> str:
    """The text of one part of the screen."""
    return str(app.screen.query_one(selector, Static).render())


def screen_text(app: DosMesasApp) -> str:
    """All texts of the screen, in sight or not."""
    return "\n".join([*(str(one.render()) for one in app.screen.query(Static)), *rows(app)])


def in_sight(app: DosMesasApp) -> str:
    """The characters of the whole screen, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def notices(app: DosMesasApp) -> list[str]:
    """What has been notified and not yet cleared away."""
    return [one.message for one in app._notifications]
