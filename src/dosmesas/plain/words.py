"""How many words plain mode puts before a player, turn by turn, with a player who asks for nothing more."""

import io
import re
from typing import TextIO, cast

from attrs import define, frozen

from dosmesas.bots.bot import make_bot
from dosmesas.bots.protocol import Bot
from dosmesas.engine.plays import play_of
from dosmesas.engine.state import Point
from dosmesas.model.arguments import Argue
from dosmesas.model.rules import Pack
from dosmesas.plain.page import Page
from dosmesas.plain.play import PlainGame
from dosmesas.session.debates.asked import case_asked, rebut_asked
from dosmesas.session.session import Session
from dosmesas.session.settings import Settings
from dosmesas.session.setup import Setup
from dosmesas.text.catalog import say

BUDGETS = {Argue.NONE: 330, Argue.SHORT: 500, Argue.FULL: 700}
"""The most words of a turn, by how long its event is argued."""
A_MINUTE = 150
"""What a second-language reader reads a minute, and decides on the way; a cautious guess of the makers."""


@frozen
class TurnWords:
    """The words of one turn; `debate` are those from the case to the verdict."""

    turn: int
    event: str
    argue: Argue
    words: int
    debate: int

    @property
    def budget(self) -> int:
        """The most that the turn should have."""
        return BUDGETS[self.argue]

    @property
    def seconds(self) -> int:
        """How long its debate takes to read."""
        return self.debate * 60 // A_MINUTE


def words_of_game(pack: Pack, setup: Setup, settings: Settings | None = None) -> list[TurnWords]:
    """The words of every turn of a game that a bot plays in a human's place, with a newcomer's settings."""
    session, out = Session.start(pack, setup), io.StringIO()
    player = SteadyPlayer(session, make_bot("persona", pack, session.game.view, setup.seed))
    page = Page(out, setup.language)
    PlainGame(session, cast("TextIO", player), page, settings or Settings()).run()
    parts = _parts(session, out.getvalue(), setup.language)
    happened = {turn: name for name, turn in session.state.happened if name in pack.events}
    return [
        TurnWords(
            turn,
            happened[turn],
            pack.events[happened[turn]].argue if "argue" in pack.stages else Argue.NONE,
            count(text),
            count(_debate(text, setup.language)),
        )
        for turn, text in parts.items()
    ]


def count(text: str) -> int:
    """The words of a text: whatever has a letter or a digit in it."""
    return sum(1 for part in text.split() if re.search(r"\w", part))


def _parts(session: Session, text: str, language: str) -> dict[int, str]:
    """The transcript by turns; what comes after the last turn is none of it."""
    found, pack = dict[int, str](), session.pack
    marks = [_start(say(language, key, **_BLANKS)) for key in ("swap_heading", "statement_heading")]
    marks += [_start(say(language, "statement_none")), _start(say(language, "outlook_line", steps="{}"))]
    text = re.split("|".join(f"^{re.escape(mark)}" for mark in marks), text, maxsplit=1, flags=re.MULTILINE)[
        0
    ]
    for turn in range(1, pack.turns + 1):
        month = pack.month(turn)(language)
        heading = say(language, "turn_heading", turn=turn, turns=pack.turns, month=month)
        _, found_it, after = text.rpartition(heading)
        if found_it:
            found[turn] = after
    return {turn: part.split(_next(pack, turn, language))[0] for turn, part in found.items()}


_BLANKS = {"turn": "{}", "office": "{}"}


def _start(text: str) -> str:
    """The beginning of a text, up to its first blank."""
    return text.partition("{}")[0][:30]


def _next(pack: Pack, turn: int, language: str) -> str:
    month = pack.month(turn + 1)(language)
    return say(language, "turn_heading", turn=turn + 1, turns=pack.turns, month=month)


def _debate(text: str, language: str) -> str:
    head = _start(say(language, "case_heading", label="{}"))
    return text.partition(head)[2].partition(say(language, "what_followed"))[0] if head in text else ""


@define
class SteadyPlayer:
    """Types what a bot would decide: a source of input lines."""

    session: Session
    bot: Bot

    def isatty(self) -> bool:
        """As at a terminal: what is typed is not printed again."""
        return True

    def readline(self) -> str:
        """The next answer; nothing once the game is over."""
        session, seat = self.session, self.session.next_seat()
        if seat is None:
            return ""
        action = self.bot.choose(session.game.information_state(session.state, seat))
        return f"{self._typed(seat, action)}\n"

    def _typed(self, seat: str, action: str) -> str:
        session, point = self.session, self.session.state.point
        if point is Point.CHOOSE:
            listed = [one.id for one in session.pack.events[session.state.event].seats[seat]]
            return str(listed.index(action) + 1)
        if point is Point.CASE:
            return _numbers([one.id for one in case_asked(session, seat, "en").cards], action)
        if point is Point.REBUT:
            return _numbers([one.card.id for one in rebut_asked(session, seat, "en").cards], action)
        return str(session.legal(seat).index(action) + 1)


def _numbers(listed: list[str], action: str) -> str:
    return " ".join(str(listed.index(name) + 1) for name in play_of(action)) or "0"
