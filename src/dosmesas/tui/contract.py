"""What screens may ask of the app. The app knows the screens; they know only this."""

from typing import TYPE_CHECKING, Protocol

from dosmesas.session.settings import Settings

if TYPE_CHECKING:
    from dosmesas.session.coda.course import Course
    from dosmesas.session.session import Session

SMALLEST = (80, 24)
"""Columns and rows that the screens need."""


class Main(Protocol):
    """The app, as its screens see it."""

    language: str
    last_seat: str
    reader: str
    """The seat whose player is at the keyboard; empty where it is nobody's turn, or all read together."""
    tab: str
    """Which of the table's panes was open last in this game; empty at its beginning."""

    @property
    def playing(self) -> bool:
        """Whether there is a game."""

    @property
    def game(self) -> "Session":
        """The session of the game."""

    @property
    def course(self) -> "Course":
        """How far the players have come after the last turn."""

    def begin(self, session: "Session") -> None:
        """Play a game that has been started or resumed."""

    def go_on(self) -> None:
        """Bring up what comes next."""

    def leave_out(self) -> None:
        """Go on without the part after the last turn that is asked now."""

    def take_seat(self, seat: str) -> None:
        """Bring up where a seat acts now: the table, a round of a debate, a part after the last turn."""

    def open_title(self) -> None:
        """Back to the title."""

    def open_setup(self) -> None:
        """Another game."""

    def open(self, room: str, about: str = "") -> None:
        """Open a room, at an indicator, claim or turn where it is about one; close it where it is open."""

    def copy_story(self) -> None:
        """Put the story of the game so far onto the clipboard."""

    def take_picture(self) -> None:
        """Keep a picture of the screen, and say where."""

    @property
    def settings(self) -> Settings:
        """What the player has set."""

    def change(self, settings: Settings) -> None:
        """Take over changed settings, and keep them."""

    def open_flow(self, seat: str | None, turn: int = 0) -> None:
        """The flow sheet of a turn, or of the whole game; with no seat, all opened."""

    def undo(self) -> str:
        """Take back; the catalog key of a refusal, or nothing."""
