"""The end: the debrief in pages, which digits and arrows open; another chair in one key."""

from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key, Resize
from textual.widgets import Static
from textual.worker import get_current_worker

from dosmesas.session.charts import charts_view
from dosmesas.session.debrief import debrief
from dosmesas.session.decisive import Decisive, Search
from dosmesas.session.guide import notes_at_end
from dosmesas.session.hinges import HingeSearch
from dosmesas.session.session import Session
from dosmesas.session.setup import free_name, saves_folder
from dosmesas.session.tell_decisive import decisive_lines
from dosmesas.session.tell_hinges import hinge_lines
from dosmesas.tui.bindings import bindings
from dosmesas.tui.canvas import Canvas
from dosmesas.tui.charting import drawn, scale_text
from dosmesas.tui.commands import END_SCREEN
from dosmesas.tui.drawing.end_pages import EndPages
from dosmesas.tui.drawn import Drawn
from dosmesas.tui.screens.base import GameScreen

_TALL = 32


class DebriefScreen(GameScreen):
    """The debrief is the lesson."""

    CSS_PATH: ClassVar = ["../styles/canvas.tcss", "../styles/debrief.tcss"]
    BINDINGS: ClassVar = bindings(END_SCREEN)

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0
        self.pages: EndPages | None = None
        self.mattered: tuple[Decisive, ...] | None = None
        self.hinges: HingeSearch | None = None

    def compose(self) -> ComposeResult:
        """Heading, the names of the pages, the open page, keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield Drawn("tabs")
        with VerticalScroll(id="page"):
            yield Static("", id="guide", classes="guide", markup=False)
            yield Static("", id="scale", markup=False)
            yield Canvas(id="picture")
            yield Drawn("text")
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the ending; which choice mattered most is worked out beside the screen."""
        self.refresh_texts()
        self.query_one("#page").focus()
        self.run_worker(self._search, thread=True)

    def _search(self) -> None:
        search, worker = Search(self.session), get_current_worker()
        for _ in search.steps():
            if worker.is_cancelled:  # the player has left
                return
        self.app.call_from_thread(self._found, search.found(), None)
        hinges = HingeSearch(self.session)
        for _ in hinges.steps():
            if worker.is_cancelled:
                return
        self.app.call_from_thread(self._found, search.found(), hinges)

    def _found(self, found: tuple[Decisive, ...], hinges: HingeSearch | None) -> None:
        if self.is_attached:
            self.mattered, self.hinges = found, hinges
            if self.pages:
                self.pages = evolve(self.pages, mattered=self._told(), hung=self._hung())
                self._show(self.pages)

    def _hung(self) -> tuple[str, ...]:
        """The claims that the game hung on, in the language of now; a word for whoever waits."""
        if self.hinges is None:
            return (self.say("hinge_heading"), self.say("decisive_working"))
        found, tried = self.hinges.found(), len(self.hinges.claims)
        return tuple(hinge_lines(self.session, found, tried, self.language))

    def _told(self) -> tuple[str, ...]:
        """The choice that mattered most in the language of now; a word for whoever waits."""
        if self.mattered is None:
            return (self.say("decisive_heading"), self.say("decisive_working"))
        return tuple(decisive_lines(self.session, self.mattered, self.language))

    def on_resize(self, event: Resize) -> None:
        """Larger charts where there is room."""
        super().on_resize(event)
        self.set_class(event.size.height >= _TALL, "-tall")

    def refresh_texts(self) -> None:
        """Read the debrief again, in the language of now."""
        view = debrief(self.session, self.language)
        self.pages = EndPages(view, self.language, self._told(), self._hung())
        self._chart(self.pages.charted)
        self.put("#header", self.say("ending_heading", title=view.ending))
        digits = self.say("keys_pages", count=len(self.pages.names))
        self.put("#keys", self.foot(END_SCREEN, self.say("keys_scroll"), digits))
        self._open(self.opened)

    def _chart(self, names: tuple[str, ...]) -> None:
        """The charts of the three indicators that went furthest."""
        view = charts_view(self.session, None, self.language)
        chosen = tuple(one for one in view.series if one.id in names)
        heading = f"{self.say('end_paths')} {scale_text(chosen, self.language, main=True, whole=False)}"
        self.put("#scale", heading)
        self.query_one(Canvas).show(lambda size: drawn(view, chosen, size, main=True, whole=False))

    def _open(self, place: int) -> None:
        """Show a page from its beginning."""
        if self.pages is None:
            return
        self.opened = place % len(self.pages.names)
        self._show(self.pages)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def _show(self, pages: EndPages) -> None:
        name = pages.names[self.opened]
        self.set_class(name == "paths", "-paths")
        self.guide(() if self.opened else notes_at_end(self.session, self.language))
        self.query_one("#tabs", Drawn).put(lambda width: pages.tabs(name, width))
        self.query_one("#text", Drawn).put(lambda width: pages.page(name, width))

    def on_key(self, event: Key) -> None:
        """A digit opens its page."""
        names = self.pages.names if self.pages else ()
        if event.key.isdigit() and 1 <= int(event.key) <= len(names):
            event.stop()
            self._open(int(event.key) - 1)

    def action_next_page(self) -> None:
        """The page after; after the last, the first."""
        self._open(self.opened + 1)

    def action_page_before(self) -> None:
        """The page before."""
        self._open(self.opened - 1)

    def action_flow(self) -> None:
        """Every debate of the game, opened."""
        self.main.open_flow(None)

    def action_new_game(self) -> None:
        """Back to the title."""
        self.main.open_title()

    def action_other_chair(self) -> None:
        """The same seed from the next chair."""
        pack, setup = self.session.pack, self.session.setup
        seats = pack.seats
        place = seats.index(setup.seats[0]) if setup.seats else 0
        chair = evolve(setup, seats=(seats[(place + 1) % len(seats)],), language=self.language)
        save = free_name(saves_folder(), pack.id, setup.seed)
        self.main.begin(Session.start(pack, chair, save=save))
