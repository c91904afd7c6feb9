"""A recorded game played again before both faces, and all that each of them tells of every turn."""

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest
from attrs import define, field
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from dosmesas.bots.protocol import Bot
from dosmesas.engine.observe import InformationState
from dosmesas.engine.state import DECLINE, SILENT, Point
from dosmesas.plain.page import Page
from dosmesas.plain.play import PlainGame
from dosmesas.plain.words import SteadyPlayer
from dosmesas.session.session import Session
from dosmesas.session.settings import FULL, Settings
from dosmesas.session.setup import ALL, Setup
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import table_view
from dosmesas.text import folding
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.listing import Listing
from tests.support.facts import Fact, after, at_table
from tests.support.screens import name, opened, press
from tests.support.shipped import shipped

EXAMPLE = Path(__file__).parents[2] / "saves" / "examples" / "culiacan-persona.jsonl"
WIDE = (200, 60)
"""So wide that no name breaks: what is in sight on a small screen is tested elsewhere."""
LOOKS = (("l",), ("n",), ("n", "right"), ("v",), ("w", "b"))
"""The keys of the rooms that tell what came of the last turn."""
TABS, MOST_FOLDS = 4, 20
_AFTERWARDS = ("ledger", "paper", "vote")
"""What plain mode is asked of the last turn."""
Key = tuple[int, str, str]
Told = dict[int, list[str]]
"""Units of text by turn."""


def recorded() -> tuple[Session, Mapping[Key, str]]:
    """The recorded game, and what was decided where."""
    session = Session.replay(shipped("culiacan"), EXAMPLE)
    return session, {(one.turn, str(one.point), one.seat): one.action for one in session.state.decisions}


def again(seat: str, language: str) -> Session:
    """The same game from the beginning, with a person on one of the seats who argues all for themselves."""
    setup = recorded()[0].setup
    return Session.start(
        shipped("culiacan"), Setup((seat,), setup.seed, setup.counterpart, setup.view, language, argue=ALL)
    )


def facts_of(seat: str, language: str) -> dict[int, list[Fact]]:
    """What there is to learn in every turn."""
    session, found = again(seat, language), dict[int, list[Fact]]()
    for turn in deciding(session, seat):
        if session.state.point in {Point.WORD, Point.CHOOSE}:
            found.setdefault(turn, []).extend(at_table(table_view(session, seat, language), language))
    for turn in range(1, finished_turns(session) + 1):
        found[turn] += after(session, turn, seat, language)
    return found


def deciding(session: Session, seat: str) -> Iterator[int]:
    """The turn, wherever the seat is asked; afterwards it does what was recorded."""
    _, actions = recorded()
    while session.next_seat() is not None:
        yield session.state.turn
        session.decide(seat, actions[session.state.turn, str(session.state.point), seat])


@define
class Recorded(Bot):
    """Decides as was recorded."""

    actions: Mapping[Key, str]

    def choose(self, info: InformationState) -> str:
        return self.actions[info.turn, str(info.point), info.seat]


@define
class Curious(SteadyPlayer):
    """At every table asks for everything first; what is printed is kept by turn, line by line."""

    out: io.StringIO = field(factory=io.StringIO)
    told: Told = field(factory=dict)
    _asked: set[object] = field(factory=set)
    _questions: list[str] = field(factory=list)

    def readline(self) -> str:
        """A question, or where all have been asked the answer."""
        session, seat = self.session, self.session.next_seat()
        self._keep(session.state.turn if seat else finished_turns(session))
        here = (session.state.turn, session.state.point)
        if here not in self._asked:
            self._asked.add(here)
            self._questions = self._everything(seat) if seat else [*_AFTERWARDS]
        if self._questions:
            return f"{self._questions.pop(0)}\n"
        return SteadyPlayer.readline(self) if seat else ""

    def _keep(self, turn: int) -> None:
        """What has been printed since belongs to this turn, and what came of the turn before to that one too."""
        lines = [" ".join(line.split()) for line in self.out.getvalue().split("\n")]
        self.out.seek(0)
        self.out.truncate()
        for number in (turn - 1, turn):
            self.told.setdefault(number, []).extend(filter(None, lines))

    def _everything(self, seat: str) -> list[str]:
        session = self.session
        if session.state.point not in {Point.WORD, Point.CHOOSE}:
            return []
        view = table_view(session, seat, "en")
        return [
            *("status", "tables", "home"),
            *_AFTERWARDS,
            *(f"? {number}" for number in range(1, len(view.options) + 1)),
        ]

    def _typed(self, seat: str, action: str) -> str:
        if self.session.state.point is Point.WORD:
            deals = [one.id for one in table_view(self.session, seat, "en").deals]
            return str([*deals, DECLINE, SILENT].index(action) + 1)
        return SteadyPlayer._typed(self, seat, action)


def in_plain_mode(seat: str, language: str) -> Told:
    """Lines of plain mode by turn, each whole: where they break says nothing."""
    session = again(seat, language)
    player = Curious(session, Recorded(recorded()[1]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "WIDTH", 100_000)
        page, settings = Page(player.out, language), Settings(detail=FULL, guide="off")
        PlainGame(session, cast("io.StringIO", player), page, settings).run()
    player._keep(finished_turns(session))
    return player.told


async def on_screens(seat: str, language: str) -> Told:
    """Lines and panes of the screens by turn, as far as keys lead from the table."""
    session, told = again(seat, language), Told()
    async with opened(session, WIDE, language, Settings(detail=FULL, guide="off")) as (app, pilot):
        for turn in deciding(session, seat):
            app.go_on()
            await pilot.pause()
            if name(app) == "OutcomeScreen":
                for number in (turn - 1, turn):
                    told.setdefault(number, []).extend(units(app))
                await press(pilot, "enter")
            if name(app) == "TableScreen":
                found = await _looked(app, pilot)
                for number in (turn - 1, turn):
                    told.setdefault(number, []).extend(found)
        app.go_on()
        await pilot.pause()
        told[session.pack.turns].extend(units(app))
        for keys in LOOKS:
            told[session.pack.turns].extend(await _room(app, pilot, keys))
    return told


async def _looked(app: DosMesasApp, pilot: Pilot[None]) -> list[str]:
    """Every tab, every choice with what stands behind it, every room."""
    found = units(app)
    for _ in range(TABS):
        await press(pilot, "t")
        found += units(app)
    for listed in app.screen.query(OptionList):
        for index in range(listed.option_count):
            listed.highlighted = index
            await pilot.pause()
            found += units(app)
        listed.highlighted = 0
    for keys in LOOKS:
        found += await _room(app, pilot, keys)
    return found


async def _room(app: DosMesasApp, pilot: Pilot[None], keys: tuple[str, ...]) -> list[str]:
    before = app.screen
    await press(pilot, *keys)
    await app.workers.wait_for_complete()
    await pilot.pause()
    found = units(app)
    for _ in range(MOST_FOLDS):
        if not await _unfolded(app, pilot):
            break
        found += units(app)
    while app.screen is not before:
        await press(pilot, "escape")
    return found


async def _unfolded(app: DosMesasApp, pilot: Pilot[None]) -> bool:
    """Unfold the first row that is folded, where there is one."""
    for listed in app.screen.query(Listing):
        for index in range(listed.option_count):
            if str(listed.get_option_at_index(index).prompt).startswith("▸"):
                listed.focus()
                listed.highlighted = index
                await press(pilot, "enter")
                return True
    return False


def units(app: DosMesasApp) -> list[str]:
    """The text of every pane, and of every row of every list: whole, and line by line."""
    texts = [str(one.render()) for one in app.screen.query(Static) if one.display]
    texts += [str(one.border_title) for one in app.screen.query(VerticalScroll) if one.border_title]
    for listed in app.screen.query(OptionList):
        texts += [str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count)]
    lines = [_spelled(line) for text in texts for line in text.split("\n")]
    columns = [column for text in texts if "│" in text for column in _columns(text)]
    return [" ".join(one.split()) for one in (*texts, *lines, *columns)]


def _spelled(line: str) -> str:
    """A line; one that is set l i k e  t h i s, as words."""
    words = re.split(r"\s{2,}", line.strip())
    return (
        " ".join("".join(word.split()) for word in words)
        if re.fullmatch(r"(\S\s+)+\S", line.strip())
        else line
    )


def _columns(text: str) -> list[str]:
    """What stands in columns, each from top to bottom."""
    cells = [line.split("│") for line in text.split("\n")]
    return [" ".join(one[at] for one in cells if at < len(one)) for at in range(max(map(len, cells)))]
