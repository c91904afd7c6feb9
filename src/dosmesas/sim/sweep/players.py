"""Who plays a sweep: bots by name, for many games at once."""

from collections.abc import Mapping

from dosmesas.bots.known import doctrine_of
from dosmesas.bots.names import HISTORICAL, PLANNER, RANDOM
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.choosing import HistoricalChooser, RandomChooser
from dosmesas.sim.batch.deciding import Chooser
from dosmesas.sim.batch.numbers import Small
from dosmesas.sim.batch.planning import Planner
from dosmesas.sim.batch.playing import BatchGame
from dosmesas.sim.batch.table import Table
from dosmesas.sim.batch.wishing import OfficialChooser


def checked(name: str, pack: Pack) -> str:
    """The name of a bot that can play a pack.

    Raises:
        UnknownBotError: there is none of this name.
    """
    if name not in {RANDOM, PLANNER}:
        doctrine_of(name, pack)
    return name


def chooser_of(name: str, game: BatchGame, looks_ahead: BatchGame | None = None) -> Chooser:
    """The bot of a name; `looks_ahead` is the same game rehearsed, for a planner.

    Raises:
        UnknownBotError: there is none.
    """
    pack = game.game.pack
    if name == RANDOM:
        return RandomChooser(pack)
    if name == PLANNER:
        return Planner(looks_ahead or BatchGame(game.game, rehearsed=True))
    official = OfficialChooser(game.program, game.home, doctrine_of(name, pack))
    return HistoricalChooser(official) if name == HISTORICAL else official


class Seated:
    """Another bot in each seat."""

    def __init__(self, seats: Mapping[str, Chooser]) -> None:
        self._seats = seats

    def words(self, table: Table, seat: str) -> Small:
        """What the seat says of the deals."""
        return self._seats[seat].words(table, seat)

    def options(self, table: Table, seat: str) -> Small:
        """The place of the option that the seat chooses."""
        return self._seats[seat].options(table, seat)
