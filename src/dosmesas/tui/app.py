"""The Textual app: holds the session and the language, and brings up one screen after another.

The title needs neither engine nor content: what plays a game is imported when there is one.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from attrs import evolve, field, frozen
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.events import Resize
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from dosmesas.session.beforehand import beforehand, get_ready
from dosmesas.session.settings import CHOICES, Settings, SettingsError, write_setting
from dosmesas.text.catalog import say
from dosmesas.text.safe import shown
from dosmesas.tui import themes, upkeep
from dosmesas.tui.colourless import Colourless
from dosmesas.tui.commands import checked_keys
from dosmesas.tui.contract import SMALLEST
from dosmesas.tui.palette import palette_of
from dosmesas.tui.parsed import ParsedOnce

if TYPE_CHECKING:
    from dosmesas.session.coda.course import Course
    from dosmesas.session.session import Session


@frozen
class Wish:
    """What the player has set, what of it cannot be used (in words), and the file that keeps it."""

    settings: Settings = field(factory=Settings)
    problems: tuple[str, ...] = ()
    file: Path | None = None


_TO_READ = 10
"""Seconds that a note stands over the first table."""


class DosMesasApp(App[None]):
    """One game at a time."""

    CSS_PATH = "styles/app.tcss"
    TITLE = "Dos Mesas"
    tends = False
    """Whether the process is its own, so that it may say when memory is looked through."""
    BINDINGS: ClassVar = [("ctrl+c", "quit", "")]

    def __init__(self, language: str, session: "Session | None" = None, wish: Wish | None = None) -> None:
        super().__init__()
        self.stylesheet = ParsedOnce(self.get_css_variables())
        self.language = language
        self.session = session
        self.wish = wish or Wish()
        self.told = _finished(session)
        self.last_seat = self.reader = self.tab = ""
        self._course: Course | None = None

    def on_mount(self) -> None:
        """Open the title, or go on with the game that was given, as the player has set it."""
        self._reading = self.set_interval(upkeep.READING, self._look_through)
        for theme in themes.ALL:
            self.register_theme(theme)
        keys, problems = checked_keys(self.settings.keys, self.language)
        self.change(evolve(self.settings, keys=keys))
        self.set_keymap(keys)
        for problem in (*self.wish.problems, *problems):
            self.notify(shown(problem), severity="warning", markup=False, timeout=15)
        if self.session is None:
            self.open_title()
        else:
            self.go_on()
            self._tell(self.session)

    def on_resize(self, event: Resize) -> None:
        """Cover everything with a notice while the terminal is too small."""
        from dosmesas.tui.screens.small import SmallScreen

        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        shown = isinstance(self.screen, SmallScreen)
        if small and not shown:
            self.push_screen(SmallScreen())
        elif shown and not small:
            self.pop_screen()

    @property
    def settings(self) -> Settings:
        """What the player has set."""
        return self.wish.settings

    def change(self, settings: Settings) -> None:
        """Take over changed settings; what was changed is kept in the file, where there is one."""
        before, self.wish = self.settings, evolve(self.wish, settings=settings)
        self.theme = settings.theme
        self.animation_level = "none" if settings.still else "full"
        if settings.language and settings.language != before.language:
            self.language = settings.language
        for name in CHOICES:
            if self.wish.file and settings.value(name) != before.value(name):
                try:
                    write_setting(self.wish.file, name, settings.value(name))
                except SettingsError as error:
                    self.notify(
                        shown(say(self.language, "settings_not_written", problem=error)),
                        severity="error",
                        markup=False,
                    )

    @property
    def playing(self) -> bool:
        """Whether there is a game: not on the title."""
        return self.session is not None

    @property
    def game(self) -> "Session":
        """The session, which every screen but the title has."""
        if self.session is None:
            raise RuntimeError("no game has been started")
        return self.session

    @property
    def course(self) -> "Course":
        """How far the players have come after the last turn, since they sat down at the screens."""
        from dosmesas.session.coda.course import Course

        if self._course is None or self._course.session is not self.game:
            self._course = Course(self.game)
        return self._course

    def open_title(self) -> None:
        """Back to the title."""
        from dosmesas.tui.screens.title import TitleScreen

        self._close()
        self.session = None
        self._show(TitleScreen())

    def begin(self, session: "Session") -> None:
        """Play a game that has been started or resumed."""
        self._close()
        self.session = session
        if self.tends:
            upkeep.begin_game()
        get_ready(session)
        self.told, self.last_seat, self.tab = _finished(session), "", ""
        self.go_on()
        self._tell(session)

    def _tell(self, session: "Session") -> None:
        for text in beforehand(session, self.language):
            self.notify(shown(text), markup=False, timeout=_TO_READ)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colours the terminal's theme keeps its own two; greys made of them would all be black."""
        filters = super().get_line_filters()
        if not self.native_ansi_color:
            return filters
        return [Colourless() if isinstance(one, Monochrome | NoColor) else one for one in filters]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers."""
        return palette_of(screen, self)

    def action_command_palette(self) -> None:
        """Open the palette, in the player's language."""
        if not any(isinstance(one, CommandPalette) for one in self.screen_stack):
            self.push_screen(CommandPalette(placeholder=say(self.language, "palette_find")))

    def copy_story(self) -> None:
        """Put the story of the game so far onto the clipboard; between two players, what both may see."""
        from dosmesas.session.transcript import transcript
        from dosmesas.session.views import EVERYBODY

        seats = self.game.setup.seats
        seat = None if self.game.over else seats[0] if len(seats) == 1 else EVERYBODY
        self.copy_to_clipboard(shown(transcript(self.game, seat, self.language)))
        self.notify(say(self.language, "story_copied"), markup=False)

    def take_picture(self) -> None:
        """Keep a picture of the screen beside the saves, and say where."""
        from dosmesas.tui.picture import keep_picture

        try:
            kept = say(self.language, "picture_kept", path=keep_picture(self))
        except OSError as error:
            kept = say(self.language, "save_failed", problem=error)
        self.notify(shown(kept), markup=False)

    def _close(self) -> None:
        """Let go of the save of the game before."""
        if self.session is not None:
            self.session.close()

    def go_on(self) -> None:
        """Bring up what comes next."""
        from dosmesas.tui.flow import Step, next_step

        if not self._settled():
            return
        following = next_step(self.game, self.told, self.last_seat, self.course)
        self.reader = "" if following.step in {Step.OUTCOME, Step.CURTAIN, Step.DEBRIEF} else following.seat
        if following.step is Step.OUTCOME:
            from dosmesas.tui.screens.outcome import OutcomeScreen

            self.told = following.turn
            self._show(OutcomeScreen(following.turn))
        elif following.step is Step.CURTAIN:
            from dosmesas.tui.screens.curtain import CurtainScreen

            self._show(CurtainScreen(following.seat))
        elif following.step is Step.DEBRIEF:
            from dosmesas.tui.screens.debrief import DebriefScreen

            self._show(DebriefScreen())
        else:
            self.last_seat = following.seat
            from dosmesas.tui.onward import screen_of

            self._show(screen_of(following, self))

    def _settled(self) -> bool:
        """Let bots act where a save failed while they did; False where it still fails, after saying so."""
        from dosmesas.journal.journal import JournalError

        try:
            self.game.settle()
        except JournalError as error:
            self.notify(
                shown(say(self.language, "save_failed", problem=error)), severity="error", markup=False
            )
            return False
        return True

    def take_seat(self, seat: str) -> None:
        """Where a seat acts now: the table, a round of a debate, a part after the last turn."""
        self.last_seat = seat
        self.go_on()

    def leave_out(self) -> None:
        """Go on without the part after the last turn that is asked now."""
        self.course.leave_out()
        self.go_on()

    def open_setup(self) -> None:
        """Choose another game."""
        from dosmesas.tui.screens.setup import SetupScreen

        self.push_screen(SetupScreen())

    def open(self, room: str, about: str = "") -> None:
        """Open a room over what is on the screen; where it lies on top already, close it."""
        from dosmesas.tui.rooms import made
        from dosmesas.tui.screens.base import GameScreen

        top = self.screen
        if isinstance(top, GameScreen) and top.room == room:
            top.action_back()
            return
        screen = made(room, self, about)
        screen.room = room
        self.push_screen(screen)

    def open_flow(self, seat: str | None, turn: int = 0) -> None:
        """What was said in debates."""
        from dosmesas.tui.screens.flow import FlowScreen

        self.push_screen(FlowScreen(seat, turn))

    def undo(self) -> str:
        """Take back; the catalog key of what to say where that is impossible, else nothing."""
        from dosmesas.journal.journal import JournalError
        from dosmesas.session.undo import CannotUndoError

        try:
            self.game.undo()
        except CannotUndoError:
            return "cannot_undo_seen" if len(self.game.setup.seats) > 1 else "cannot_undo"
        except JournalError:
            return "undo_not_saved"
        self.told, self.last_seat, self._course = _finished(self.game), "", None
        self.go_on()
        return ""

    def _look_through(self) -> None:
        """Once for each screen, while it is being read."""
        self._reading.pause()
        if self.tends:
            upkeep.look_through()

    def _show(self, screen: Screen[None]) -> None:
        self._reading.reset()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)


def _finished(session: "Session | None") -> int:
    """How many turns are over; none without a game."""
    if session is None:
        return 0
    from dosmesas.tui.flow import finished_turns

    return finished_turns(session)


def run_app(language: str, session: "Session | None" = None, wish: Wish | None = None) -> None:
    """Run the screens until the player leaves; then say where the game is kept."""
    app = DosMesasApp(language, session, wish)
    app.tends = True
    app.run()
    journal = app.session.journal if app.session else None
    if journal is not None:
        print(say(app.language, "saved_in", path=Path(journal.path)))  # noqa: T201 - the screens are closed
