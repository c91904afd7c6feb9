"""Where the screens of a debate have their question from, and where the answer goes."""

from typing import Protocol

from dosmesas.debate.judge import Play
from dosmesas.engine.plays import answer_of, play_of
from dosmesas.session.coda.course import Course
from dosmesas.session.coda.told import swap_title
from dosmesas.session.debates.asked import (
    CaseAsked,
    ReplyAsked,
    case_asked,
    case_of,
    reply_asked,
    reply_of,
    standing_with,
)
from dosmesas.session.debates.standing import Standing, standing
from dosmesas.session.session import Session
from dosmesas.tui import panes
from dosmesas.tui.drawing.standing import STRENGTH, SUPPORT, Scale


class Round(Protocol):
    """A round of a debate. `scale` is what its bars measure; `over` says that the game's last turn is."""

    scale: Scale
    over: bool

    def header(self, width: int, language: str, /) -> str:
        """The first line, for so many columns."""

    def case(self, language: str) -> CaseAsked:
        """The case that is asked for."""

    def standing(self, cards: Play, language: str) -> Standing:
        """How the choice would stand with these cards, unanswered."""

    def reply(self, language: str) -> ReplyAsked:
        """What was said against the case, and the answers."""

    def speak_case(self, action: str) -> None:
        """Make the case; JournalError where it cannot be saved."""

    def speak_reply(self, action: str) -> None:
        """Answer; JournalError where it cannot be saved."""


class OwnRound:
    """The debate of this turn: what is said is a decision."""

    scale = SUPPORT
    over = False

    def __init__(self, session: Session, seat: str) -> None:
        self.session, self.seat = session, seat

    def header(self, width: int, language: str) -> str:
        """Game, turn, month, office."""
        return panes.header(self.session, self.seat, width, language)

    def case(self, language: str) -> CaseAsked:
        """The case for one's own choice."""
        return case_asked(self.session, self.seat, language)

    def standing(self, cards: Play, language: str) -> Standing:
        """Support at home with these cards."""
        return standing_with(self.session, self.seat, cards, language)

    def reply(self, language: str) -> ReplyAsked:
        """What the other side, or the floor, said against it."""
        return reply_asked(self.session, self.seat, language)

    def speak_case(self, action: str) -> None:
        """Decide."""
        self.session.decide(self.seat, action)

    def speak_reply(self, action: str) -> None:
        """Decide."""
        self.session.decide(self.seat, action)


class SwapRound:
    """The debate of the other chair, after the last turn: nothing that is said there moves the game."""

    scale = STRENGTH
    over = True

    def __init__(self, course: Course, seat: str) -> None:
        self.course, self.seat = course, seat

    def header(self, _width: int, language: str) -> str:
        """For whom the player speaks now."""
        return swap_title(self.course.session, self.course.swap(self.seat), language)

    def case(self, language: str) -> CaseAsked:
        """The case for what the other side chose."""
        return case_of(self.course.session, self.course.swap(self.seat).debate, language, seen=False)

    def standing(self, cards: Play, language: str) -> Standing:
        """How far their choice would stand with these cards."""
        debate = self.course.swap(self.seat).debate
        return standing(self.course.session, debate, tuple(sorted(cards)), language, seen=False)

    def reply(self, language: str) -> ReplyAsked:
        """What the player's own office has to say against it."""
        swap = self.course.swap(self.seat)
        return reply_of(self.course.session, swap.debate, swap.actions, language, seen=False)

    def speak_case(self, action: str) -> None:
        """Make the case from there."""
        self.course.argue(self.seat, play_of(action))

    def speak_reply(self, action: str) -> None:
        """Answer from there."""
        self.course.answer(self.seat, answer_of(action))
