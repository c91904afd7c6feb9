"""What is told and done before a game is played: by itself, for the title is not to wait for the bots."""

from typing import TYPE_CHECKING

from dosmesas.bots.names import PLANNER
from dosmesas.text.catalog import say

if TYPE_CHECKING:
    from dosmesas.session.session import Session


def handicap_line(points: int, language: str) -> str:
    """What a player is told of a handicap; nothing where there is none."""
    if not points:
        return ""
    return say(language, "handicap_warm" if points > 0 else "handicap_cold", points=abs(points))


def under_way(session: "Session") -> bool:
    """Whether somebody at the keyboard has decided; what others did before does not count."""
    seats = session.setup.seats
    return bool(session.held) or any(one.seat in seats for one in session.state.decisions)


def content_note(session: "Session", language: str) -> str:
    """What a class should know of a pack, until somebody at the keyboard has decided."""
    return "" if under_way(session) else session.pack.note(language)


def beforehand(session: "Session", language: str) -> list[str]:
    """What is to be known before a game goes on: of the save, of a handicap."""
    return [text for text in (session.notice, handicap_line(session.pack.handicap, language)) if text]


def get_ready(session: "Session") -> None:
    """Let bots that need a moment before their first answer get ready beside the player who reads."""
    if session.setup.counterpart == PLANNER:
        from dosmesas.sim.planner import PlannerBot

        PlannerBot(session.pack, session.game.view, session.setup.seed).prepare()
