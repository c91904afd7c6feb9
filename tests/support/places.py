"""Every screen of the game by name: where a game has to stand, and the keys that bring the screen up from there.

One list for all who look at screens: the snapshots, the walk of a stranger's texts, the longer language.
A new screen is one line in PLACES.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from attrs import frozen
from textual.notifications import Notification
from textual.pilot import Pilot
from textual.widgets import Input

from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, Setup
from dosmesas.tui.app import DosMesasApp
from tests.support.midway import SECRETARY
from tests.support.playing import finish
from tests.support.screens import name, press

SEED = 3
Moment = Callable[[Pack, str], Session | None]
"""Where a game of a pack stands, with texts in a language."""


@frozen
class Place:
    """A screen: its name here, its class, where the game stands, the keys from there, a size of its own."""

    name: str
    screen: str
    moment: Moment
    keys: tuple[str, ...] = ()
    size: tuple[int, int] | None = None

    async def reach(self, app: DosMesasApp, pilot: Pilot[None]) -> None:
        """Go there, and see that it is the screen that was meant."""
        for key in self.keys:
            await press(pilot, key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        if self.size:
            await pilot.resize_terminal(*self.size)
            await pilot.pause()
        assert name(app) == self.screen, f"{self.name}: {self.keys} bring up {name(app)}, not {self.screen}"
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()


def _seat(pack: Pack) -> str:
    return SECRETARY if SECRETARY in pack.seats else pack.seats[0]


def nothing(_: Pack, __: str) -> None:
    """No game yet."""


def fresh(pack: Pack, language: str) -> Session:
    """A new game."""
    return Session.start(pack, Setup((_seat(pack),), SEED, language=language, argue=ALL))


def pair(pack: Pack, language: str) -> Session:
    """A new game of two at one keyboard."""
    other = next(seat for seat in pack.seats if seat[:2] != _seat(pack)[:2])
    return Session.start(pack, Setup((_seat(pack), other), SEED, language=language))


def at(point: Point) -> Moment:
    """Where something of this kind is asked for the first time after turn 1, or in turn 1 if only there."""

    def moment(pack: Pack, language: str) -> Session:
        for first in (2, 1):
            session = fresh(pack, language)
            while session.next_seat() is not None:
                if session.state.point is point and session.state.turn >= first:
                    return session
                _loudly(session)
        raise AssertionError(f"{pack.id} has no {point}")

    return moment


def over(pack: Pack, language: str) -> Session:
    """A game that has ended, in which cards were played on all sides."""
    session = fresh(pack, language)
    while session.next_seat() is not None:
        _loudly(session)
    return session


def _loudly(session: Session) -> None:
    """Take the first option, and say all that can be said for it."""
    seat = session.next_seat()
    assert seat is not None
    legal, arguing = session.legal(seat), session.state.point in {Point.CASE, Point.REBUT}
    session.decide(seat, legal[-1] if arguing else legal[0])


def silent(pack: Pack, language: str) -> Session:
    """A game that has ended, in which nobody said more than was needed."""
    return finish(fresh(pack, language))


_SWAPPED = ("1", "g", "enter")
_TO_DEBRIEF = ("escape", "escape", "escape")
PLACES = (
    Place("title", "TitleScreen", nothing),
    Place("title-no-saves", "TitleScreen", nothing, ("r",)),
    Place("setup", "SetupScreen", nothing, ("o",)),
    Place("too-small", "SmallScreen", fresh, size=(60, 12)),
    Place("first-table", "TableScreen", fresh),
    Place("table-word", "TableScreen", at(Point.WORD)),
    Place("table-choose", "TableScreen", at(Point.CHOOSE), ("2",)),
    Place("curtain", "CurtainScreen", pair, ("1", "enter")),
    Place("case", "CaseScreen", at(Point.CASE), ("2",)),
    Place("case-full", "CaseScreen", at(Point.CASE), ("1", "2", "3")),
    Place("rebut", "RebutScreen", at(Point.REBUT), ("1",)),
    Place("reply", "ReplyScreen", at(Point.REPLY)),
    Place("outcome", "OutcomeScreen", at(Point.REPLY), ("enter",)),
    Place("outcome-unfolded", "OutcomeScreen", at(Point.REPLY), ("enter", "b", "home")),
    Place("vote", "VoteScreen", at(Point.CHOOSE), ("v",)),
    Place("paper", "PaperScreen", at(Point.REPLY), ("enter", "n")),
    Place("paper-abroad", "PaperScreen", at(Point.REPLY), ("enter", "n", "right")),
    Place("why", "WhyScreen", at(Point.CHOOSE), ("w",)),
    Place("flow", "FlowScreen", at(Point.REPLY), ("enter", "f")),
    Place("flow-views", "FlowScreen", at(Point.REPLY), ("enter", "f", "v")),
    Place("dossier", "DossierScreen", fresh, ("d",)),
    Place("help", "LookupScreen", fresh, ("h",)),
    Place("charts", "ChartsScreen", at(Point.CHOOSE), ("c",)),
    Place("charts-one", "ChartsScreen", at(Point.CHOOSE), ("c", "2")),
    Place("charts-twin", "ChartsScreen", at(Point.CHOOSE), ("c", "t")),
    Place("map", "MapScreen", at(Point.CHOOSE), ("m",)),
    Place("map-twin", "MapScreen", at(Point.CHOOSE), ("m", "t")),
    Place("ledger", "LedgerScreen", at(Point.CHOOSE), ("l",)),
    Place("turns", "TurnsScreen", at(Point.CHOOSE), ("j",)),
    Place("past-turn", "PastTurnScreen", at(Point.CHOOSE), ("j", "enter")),
    Place("saves", "SavesScreen", fresh, ("s",)),
    Place("papers", "PaperScreen", at(Point.REPLY), ("enter", "n")),
    Place("vote", "VoteScreen", at(Point.REPLY), ("enter", "v")),
    Place("settings", "SettingsScreen", fresh, ("a",)),
    Place("settings-of-title", "SettingsScreen", nothing, ("a",)),
    Place("swap", "CaseScreen", over, ("1",)),
    Place("swap-reply", "ReplyScreen", over, ("1", "g")),
    Place("swap-told", "SwapToldScreen", over, _SWAPPED),
    Place("statement", "StatementScreen", over, ("escape", "1")),
    Place("statement-told", "StatementToldScreen", over, ("escape", "1", "g")),
    Place("sentence", "SentenceScreen", over, ("escape", "escape")),
    Place("debrief", "DebriefScreen", silent, _TO_DEBRIEF),
    Place("debrief-paths", "DebriefScreen", silent, (*_TO_DEBRIEF, "2")),
    Place("debrief-decisions", "DebriefScreen", over, (*_TO_DEBRIEF, "3")),
    Place("debrief-argument", "DebriefScreen", over, (*_TO_DEBRIEF, "4")),
    Place("debrief-claims", "DebriefScreen", silent, (*_TO_DEBRIEF, "5")),
    Place("debrief-later", "DebriefScreen", silent, (*_TO_DEBRIEF, "6")),
    Place("debrief-questions", "DebriefScreen", silent, (*_TO_DEBRIEF, "7")),
)


@contextmanager
def still(folder: Path) -> Iterator[None]:
    """The same machine for everybody: no saves, no settings, no chance; notices stay until they are cleared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSMESAS_SAVES", str(folder / "saves"))
        patch.setenv("DOSMESAS_SETTINGS", "settings.toml")
        patch.setenv("TEXTUAL_ANIMATIONS", "none")
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(variable, str(folder / variable.lower()))
        for variable in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM"):
            patch.delenv(variable, raising=False)
        patch.setattr(secrets, "randbelow", lambda _: 7)
        patch.setattr(Notification, "time_left", property(lambda _: 1000.0))
        yield
