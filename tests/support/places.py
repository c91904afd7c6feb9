"""Every screen of the game by name: where a game has to stand, and the keys that bring the screen up from there.

One list for all who look at screens: the snapshots, the walk of a stranger's texts, the longer language.
A new screen is one line in PLACES.
"""

import os
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
from dosmesas.session.setup import ALL, Setup, saves_folder
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


def saved(pack: Pack, language: str) -> None:
    """No game is open, but two are kept: one whole, one that is broken."""
    folder = saves_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{pack.id}-{SEED}.jsonl"
    path.unlink(missing_ok=True)
    session = Session.start(pack, Setup((_seat(pack),), SEED, language=language, argue=ALL), save=path)
    while session.state.turn < 3:
        _loudly(session)
    session.close()
    (folder / "broken.jsonl").write_text("no save\n")
    for number, one in enumerate(sorted(folder.glob("*.jsonl"))):
        os.utime(one, (_NOON + number, _NOON + number))


_NOON = 1_571_313_600
"""17 October 2019, noon in universal time: a day that is the same in every time zone of the two countries."""
_DEBRIEF = ("escape", "escape", "escape")
PLACES = (
    Place("title", "TitleScreen", nothing),
    Place("title-no-saves", "TitleScreen", nothing, ("r",)),
    Place("setup", "SetupScreen", nothing, ("o",)),
    Place("code", "CodeScreen", nothing, ("c",)),
    Place("saves", "SavesScreen", saved, ("s",)),
    Place("saves-delete", "SavesScreen", saved, ("s", "b")),
    Place("settings", "SettingsScreen", fresh, ("a",)),
    Place("settings-of-title", "SettingsScreen", nothing, ("a",)),
    Place("too-small", "SmallScreen", fresh, size=(60, 12)),
    Place("first-table", "TableScreen", fresh),
    Place("table-word", "TableScreen", at(Point.WORD)),
    Place("table-choose", "TableScreen", at(Point.CHOOSE), ("2",)),
    Place("table-joint", "TableScreen", at(Point.CHOOSE), ("t",)),
    Place("table-situation", "TableScreen", at(Point.CHOOSE), ("t", "t")),
    Place("table-coming", "TableScreen", at(Point.CHOOSE), ("t", "t", "t")),
    Place("table-points", "TableScreen", at(Point.CHOOSE), ("a", "down", "down", "enter", "a")),
    Place("curtain", "CurtainScreen", pair, ("1", "enter")),
    Place("case", "CaseScreen", at(Point.CASE), ("2",)),
    Place("case-full", "CaseScreen", at(Point.CASE), ("1", "2", "3")),
    Place("rebut", "RebutScreen", at(Point.REBUT), ("1",)),
    Place("reply", "ReplyScreen", at(Point.REPLY)),
    Place("outcome", "OutcomeScreen", at(Point.REPLY), ("enter",)),
    Place("outcome-unfolded", "OutcomeScreen", at(Point.REPLY), ("enter", "b")),
    Place("vote", "VoteScreen", at(Point.REPLY), ("enter", "enter", "v")),
    Place("mandate", "MandateScreen", at(Point.CHOOSE), ("o",)),
    Place("paper", "PaperScreen", at(Point.REPLY), ("enter", "n")),
    Place("paper-other", "PaperScreen", at(Point.REPLY), ("enter", "n", "right")),
    Place("why", "WhyScreen", at(Point.CHOOSE), ("w",)),
    Place("why-unfolded", "WhyScreen", at(Point.CHOOSE), ("w", "b")),
    Place("why-numbers", "WhyScreen", at(Point.CHOOSE), ("w", "i")),
    Place("ledger", "LedgerScreen", at(Point.CHOOSE), ("l",)),
    Place("ledger-by", "LedgerScreen", at(Point.CHOOSE), ("l", "i")),
    Place("ledger-find", "LedgerScreen", at(Point.CHOOSE), ("l", "f")),
    Place("charts", "ChartsScreen", over, (*_DEBRIEF, "c")),
    Place("charts-one", "ChartsScreen", over, (*_DEBRIEF, "c", "2")),
    Place("charts-twin", "ChartsScreen", over, (*_DEBRIEF, "c", "t")),
    Place("map", "MapScreen", at(Point.CHOOSE), ("m",)),
    Place("map-twin", "MapScreen", at(Point.CHOOSE), ("m", "t")),
    Place("turns", "TurnsScreen", over, (*_DEBRIEF, "j")),
    Place("turns-fork", "TurnsScreen", over, (*_DEBRIEF, "j", "k")),
    Place("turns-past", "PastTurnScreen", over, (*_DEBRIEF, "j", "enter")),
    Place("flow", "FlowScreen", at(Point.REPLY), ("enter", "f")),
    Place("flow-views", "FlowScreen", at(Point.REPLY), ("enter", "f", "v")),
    Place("dossier", "DossierScreen", fresh, ("d",)),
    Place("dossier-claim", "ClaimScreen", fresh, ("d", "enter")),
    Place("help", "LookupScreen", fresh, ("h",)),
    Place("swap", "CaseScreen", over, ("1",)),
    Place("swap-reply", "ReplyScreen", over, ("1", "g")),
    Place("swap-told", "SwapToldScreen", over, ("1", "g", "enter")),
    Place("statement", "StatementScreen", over, ("escape", "1")),
    Place("statement-told", "StatementToldScreen", over, ("escape", "1", "g")),
    Place("sentence", "SentenceScreen", over, ("escape", "escape")),
    *(Place(f"debrief-{page}", "DebriefScreen", silent, (*_DEBRIEF, str(page))) for page in range(1, 8)),
)


@contextmanager
def still(folder: Path) -> Iterator[None]:
    """The same machine for everybody: no saves, no settings, no chance; notices stay until they are cleared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("DOSMESAS_SAVES", "saves")
        patch.setenv("DOSMESAS_SETTINGS", "settings.toml")
        patch.setenv("TEXTUAL_ANIMATIONS", "none")
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(variable, str(folder / variable.lower()))
        for variable in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM"):
            patch.delenv(variable, raising=False)
        patch.setattr(secrets, "randbelow", lambda _: 7)
        patch.setattr(Notification, "time_left", property(lambda _: 1000.0))
        yield
