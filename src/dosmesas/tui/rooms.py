"""The rooms: what can be opened over the screen of the moment, by name; imported when first opened."""

from collections.abc import Callable, Mapping

from dosmesas.tui.contract import Main
from dosmesas.tui.screens.base import GameScreen


def made(room: str, main: Main, about: str) -> GameScreen:
    """A room by its name, opened at an indicator, claim or turn where it is about one."""
    return _ROOMS[room](main, about)


def _why(main: Main, about: str) -> GameScreen:
    from dosmesas.tui.screens.why import WhyScreen

    return WhyScreen(main.reader, about)


def _ledger(main: Main, about: str) -> GameScreen:
    from dosmesas.tui.screens.ledger import LedgerScreen

    return LedgerScreen(main.reader, about)


def _dossier(main: Main, about: str) -> GameScreen:
    from dosmesas.tui.screens.dossier import ClaimScreen, DossierScreen

    return ClaimScreen(main.reader, about) if about else DossierScreen(main.reader)


def _turns(_main: Main, _about: str) -> GameScreen:
    from dosmesas.tui.screens.turns import TurnsScreen

    return TurnsScreen()


def _saves(_main: Main, _about: str) -> GameScreen:
    from dosmesas.tui.screens.saves import SavesScreen

    return SavesScreen()


def _help(_main: Main, _about: str) -> GameScreen:
    from dosmesas.tui.screens.lookup import LookupScreen

    return LookupScreen()


def _settings(_main: Main, _about: str) -> GameScreen:
    from dosmesas.tui.screens.settings import SettingsScreen

    return SettingsScreen()


def _charts(_main: Main, about: str) -> GameScreen:
    from dosmesas.tui.screens.charts import ChartsScreen

    return ChartsScreen(about)


def _map(_main: Main, _about: str) -> GameScreen:
    from dosmesas.tui.screens.map import MapScreen

    return MapScreen()


def _paper(_main: Main, about: str) -> GameScreen:
    from dosmesas.tui.screens.paper import PaperScreen

    return PaperScreen(int(about) if about else 0)


def _vote(main: Main, _about: str) -> GameScreen:
    from dosmesas.tui.screens.vote import VoteScreen

    return VoteScreen(main.last_seat or main.game.setup.seats[0])


def _mandate(main: Main, _about: str) -> GameScreen:
    from dosmesas.tui.screens.mandate import MandateScreen

    return MandateScreen(main.last_seat or main.game.setup.seats[0])


_ROOMS: Mapping[str, Callable[[Main, str], GameScreen]] = {
    "why": _why,
    "charts": _charts,
    "map": _map,
    "ledger": _ledger,
    "dossier": _dossier,
    "turns": _turns,
    "saves": _saves,
    "help": _help,
    "settings": _settings,
    "paper": _paper,
    "vote": _vote,
    "mandate": _mandate,
}
