"""How a game is told in plain mode; the commands `detail` and `guide` change it in mid-game."""

from attrs import define

from dosmesas.plain.page import Page

_DETAILS = {"full": True, "completo": True, "first": False, "primero": False}
_SWITCH = {"on": True, "sí": True, "si": True, "off": False, "no": False}


@define
class Manner:
    """Forecasts in points or in bands; with a newcomer's notes or without."""

    points: bool = False
    guide: bool = True

    def set_detail(self, word: str, page: Page) -> None:
        """Tell forecasts as named, or the other way where nothing is named."""
        self.points = _DETAILS.get(word.lower(), not self.points)
        page.say("detail_full" if self.points else "detail_first")

    def set_guide(self, word: str, page: Page) -> None:
        """Tell a newcomer's notes or not, as named, or the other way where nothing is named."""
        self.guide = _SWITCH.get(word.lower(), not self.guide)
        page.say("guide_on" if self.guide else "guide_off")
