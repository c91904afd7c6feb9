"""The settings: one a line, Enter gives the next choice; below, how to give commands other keys."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from dosmesas.session.settings import CHOICES, settings_file
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import BACK, MORE, every_command, printed
from dosmesas.tui.leafing import read_on
from dosmesas.tui.screens.base import GameScreen, plain

_NAMES = tuple(CHOICES)


class SettingsScreen(GameScreen):
    """Every change is seen at once, and kept for the next game."""

    CSS_PATH = "../styles/settings.tcss"
    BINDINGS: ClassVar = bindings([MORE, BACK])

    def compose(self) -> ComposeResult:
        """Heading, the settings, what the highlighted one is for, the keys."""
        yield Static("", id="header", classes="line header", markup=False)
        yield OptionList(id="settings", markup=False)
        with VerticalScroll(id="about-pane", can_focus=False):
            yield Static("", id="about-setting", markup=False)
            yield Static("", id="about-keys", markup=False)
        yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the first."""
        self.refresh_texts()
        self.query_one(OptionList).focus()

    def refresh_texts(self) -> None:
        """Write all again, with the choices as they are."""
        self.put("#header", self.say("settings_title"))
        self.put("#about-keys", "\n".join(self._keys()))
        self.put("#keys", self.foot([MORE, BACK], self.say("keys_settings")))
        rows = self.query_one(OptionList)
        place = rows.highlighted or 0
        rows.clear_options()
        rows.add_options(Option(plain(self._row(name))) for name in _NAMES)
        rows.highlighted = place
        self._about(place)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the setting is for."""
        self._about(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The next choice."""
        self.main.change(self.main.settings.following(_NAMES[event.option_index]))
        self.refresh_texts()

    def action_more(self) -> None:
        """Read on below; from the end, back to the beginning."""
        read_on(self.query(VerticalScroll))

    def _about(self, place: int) -> None:
        self.put("#about-setting", self.say(f"setting_{_NAMES[place]}_about"))
        self.query_one("#about-pane").scroll_home(animate=False)

    def _row(self, name: str) -> str:
        """A setting and its choices, the one that holds in brackets."""
        now = self.main.settings.value(name)
        words = [self._choice(name, one, now) for one in CHOICES[name]]
        return f"{self.say(f'setting_{name}')}: {'  '.join(words)}"

    def _choice(self, name: str, choice: str, now: str) -> str:
        word = self.say(f"setting_{name}_{choice.replace('-', '_') or 'locale'}")
        return f"[{word}]" if choice == now else word

    def _keys(self) -> list[str]:
        """How to give a command another key, and the keys of now."""
        keys = self.main.settings.keys
        lines = [
            f"  {one.id} = {printed(one, self.language, keys)}  ({self.say(one.name)})"
            for one in every_command().values()
        ]
        return ["", self.say("settings_file", path=settings_file()), self.say("settings_keys"), *lines]
