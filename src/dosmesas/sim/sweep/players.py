"""Who plays a sweep: bots by name, for many games at once."""

from collections.abc import Mapping

from dosmesas.bots.persona import NOISE
from dosmesas.sim.batch.choosing import RandomChooser
from dosmesas.sim.batch.numbers import Small
from dosmesas.sim.batch.playing import BatchGame, Chooser
from dosmesas.sim.batch.table import Table
from dosmesas.sim.batch.wishing import OfficialChooser

NAMES = ("random", "persona", "greedy")


class UnknownBotError(ValueError):
    """No bot of this name plays many games at once."""


def chooser_of(name: str, game: BatchGame) -> Chooser:
    """The bot of a name.

    Raises:
        UnknownBotError: there is none.
    """
    if name == "random":
        return RandomChooser(game.game.pack)
    if name in {"persona", "greedy"}:
        return OfficialChooser(game.program, game.home, NOISE if name == "persona" else 0)
    raise UnknownBotError(name)


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
