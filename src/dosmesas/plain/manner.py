"""How a game is told in plain mode; the commands `detail` and `guide` change it in mid-game."""

from collections.abc import Mapping

from attrs import define, field

from dosmesas.plain.page import Page
from dosmesas.session.settings import FIRST, FULL, Settings

_DETAILS = {"full": FULL, "completo": FULL, "first": FIRST, "primero": FIRST}
_GUIDES = {"on": "on", "sí": "on", "si": "on", "off": "off", "no": "off"}


@define
class Manner:
    """The settings of the one who plays, as they are now: these commands write no file."""

    settings: Settings = field(factory=Settings)

    @property
    def points(self) -> bool:
        """Whether forecasts are told in points, not in bands."""
        return self.settings.points

    @property
    def guided(self) -> bool:
        """Whether a newcomer's notes are told."""
        return self.settings.guided

    def set_detail(self, word: str, page: Page) -> None:
        """Tell forecasts as named, or the other way where nothing is named."""
        self._set("detail", word, _DETAILS)
        page.say("detail_full" if self.points else "detail_first")

    def set_guide(self, word: str, page: Page) -> None:
        """Tell a newcomer's notes or not, as named, or the other way where nothing is named."""
        self._set("guide", word, _GUIDES)
        page.say("guide_on" if self.guided else "guide_off")

    def _set(self, name: str, word: str, words: Mapping[str, str]) -> None:
        value = words.get(word.lower())
        self.settings = self.settings.but(name, value) if value else self.settings.following(name)
