"""Another game: pack, office, worldview, language, counterpart, how it is argued, seed."""

import secrets
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Select, Static

from dosmesas.bots.bot import NAMES
from dosmesas.bots.speaker import ADVOCATE, EXPERT, NOVICE, SPEAKERS
from dosmesas.journal.journal import JournalError
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, ALTERNATE, ARGUE, AUTO, Setup, free_name, saves_folder
from dosmesas.text.catalog import say
from dosmesas.text.safe import shown
from dosmesas.tui.contract import Main

USUAL = "authors"
"""The worldview that a game is played under unless another is chosen."""

_LEVELS = {NOVICE: "setup_novice", ADVOCATE: "setup_advocate", EXPERT: "setup_expert"}
_PARTS = {ALTERNATE: "argue_alternate", ALL: "argue_all", AUTO: "argue_auto"}


class SetupScreen(Screen[None]):
    """The fields, descriptions of the office and of the worldview, and one button."""

    CSS_PATH = "../styles/title.tcss"
    BINDINGS: ClassVar = [("escape", "app.pop_screen", "")]

    def __init__(self) -> None:
        super().__init__()
        self.pack: Pack = load_pack(shipped_packs()[0])

    @property
    def main(self) -> Main:
        """The app."""
        return cast("Main", self.app)

    def compose(self) -> ComposeResult:
        """The fields, each under its name."""
        language = self.main.language
        seats = self._offices(language)
        languages = [(say(one, "language_name"), one) for one in self.pack.languages]
        yield Static(say(language, "setup_title"), classes="line header", markup=False)
        with VerticalScroll(id="fields"):
            yield Static(say(language, "setup_pack"), markup=False)
            yield Select(
                [(Content(shown(name)), name) for name in shipped_packs()],
                value=self.pack.id,
                id="pack",
                allow_blank=False,
            )
            yield Static(say(language, "setup_office"), markup=False)
            yield Select(seats, value=seats[0][1], id="seat", allow_blank=False)
            yield Static("", id="about", markup=False)
            yield Static(say(language, "setup_view"), markup=False)
            yield Select(self._views(), value=USUAL, id="view", allow_blank=False)
            yield Static("", id="about-view", markup=False)
            yield Static(say(language, "setup_language"), markup=False)
            yield Select(languages, value=language, id="language", allow_blank=False)
            yield Static(say(language, "setup_counterpart"), markup=False)
            yield Select(
                [(name, name) for name in NAMES], value="persona", id="counterpart", allow_blank=False
            )
            yield Static(say(language, "setup_level"), markup=False)
            levels = [(say(language, _LEVELS[one]), one) for one in SPEAKERS]
            yield Select(levels, value=ADVOCATE, id="level", allow_blank=False)
            yield Static(say(language, "setup_argue"), markup=False)
            parts = [(say(language, _PARTS[one]), one) for one in ARGUE]
            yield Select(parts, value=ALTERNATE, id="argue", allow_blank=False)
            yield Static(say(language, "setup_seed"), markup=False)
            yield Input(str(secrets.randbelow(1_000_000)), id="seed", type="integer", max_length=18)
            yield Button(say(language, "setup_start"), id="start")
        yield Static(say(language, "keys_setup"), classes="keys", markup=False)

    def on_select_changed(self, event: Select.Changed) -> None:
        """Another pack has other offices; another office another mandate."""
        if event.select.id == "pack" and str(event.value) != self.pack.id:
            self.pack = load_pack(str(event.value))
            self.query_one("#seat", Select).set_options(self._offices(self.main.language))
            self.query_one("#view", Select).set_options(self._views())
        self.query_one("#about", Static).update(shown(self._about()))
        view = self.pack.ruleset.worldviews[str(self.query_one("#view", Select).value)]
        self.query_one("#about-view", Static).update(shown(view.text(self.main.language)))

    def _views(self) -> list[tuple[Content, str]]:
        """The worldviews of the pack by name, the usual one first."""
        views = sorted(self.pack.ruleset.worldviews.values(), key=lambda view: (view.id != USUAL, view.id))
        return [(Content(shown(view.name(self.main.language))), view.id) for view in views]

    def _offices(self, language: str) -> list[tuple[Content, str]]:
        """The seats by name. A Select reads markup in a plain text: an office could quit the game."""
        offices = self.pack.ruleset.offices
        return [(Content(shown(offices[seat].name(language))), seat) for seat in self.pack.seats]

    def _about(self) -> str:
        """The office: dilemma, powers, mandate, audiences."""
        language, ruleset = self.main.language, self.pack.ruleset
        office = ruleset.offices[str(self.query_one("#seat", Select).value)]
        powers = " ".join(power(language) for power in office.powers)
        goals = ", ".join(
            f"{ruleset.indicators[one.indicator].name(language)} {one.weight}" for one in office.goals
        )
        publics = ", ".join(
            f"{ruleset.audiences[name].name(language)} {share}" for name, share in office.audiences
        )
        mandate = say(language, "setup_mandate", goals=goals, publics=publics)
        return f"{office.dilemma(language)}\n{powers}\n{mandate}"

    def on_button_pressed(self) -> None:
        """Start the game."""
        value = {
            name: str(self.query_one(f"#{name}", Select).value)
            for name in ("seat", "view", "language", "counterpart", "level", "argue")
        }
        typed = self.query_one("#seed", Input).value  # an integer may be half typed: nothing, or a sign alone
        seed = int(typed) if typed.strip("+-").isdigit() else 0
        setup = Setup(
            (value["seat"],),
            abs(seed),
            value["counterpart"],
            value["view"],
            value["language"],
            level=value["level"],
            argue=value["argue"],
        )
        save = free_name(saves_folder(), self.pack.id, setup.seed)
        try:
            session = Session.start(self.pack, setup, save=save)
        except JournalError as error:
            self.notify(shown(str(error)), severity="error", markup=False)
            return
        self.main.language = setup.language
        self.app.pop_screen()
        self.main.begin(session)
