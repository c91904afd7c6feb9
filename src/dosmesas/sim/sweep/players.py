"""Who plays a sweep: bots by name, for many games at once."""

from collections.abc import Mapping

from dosmesas.bots.persona import NOISE
from dosmesas.model.rules import Pack
from dosmesas.sim.batch.choosing import RandomChooser
from dosmesas.sim.batch.numbers import Small
from dosmesas.sim.batch.planning import Planner
from dosmesas.sim.batch.playing import BatchGame, Chooser
from dosmesas.sim.batch.table import Table
from dosmesas.sim.batch.wishing import OfficialChooser
from dosmesas.text.diagnostic import did_you_mean

ALONE = ("random", "persona", "greedy", "planner")
"""The bots that any pack has."""


class UnknownBotError(ValueError):
    """No bot of this name plays many games at once; the message says which there are."""


def checked(name: str, _pack: Pack) -> str:
    """The name of a bot that can play a pack.

    Raises:
        UnknownBotError: there is none of this name.
    """
    if name not in ALONE:
        hint = did_you_mean(name, ALONE)
        raise UnknownBotError(f"no bot '{name}'. {hint + ' ' if hint else ''}There are: {', '.join(ALONE)}")
    return name


def chooser_of(name: str, game: BatchGame, looks_ahead: BatchGame | None = None) -> Chooser:
    """The bot of a name; `looks_ahead` is the same game rehearsed, for a planner.

    Raises:
        UnknownBotError: there is none.
    """
    checked(name, game.game.pack)
    if name == "random":
        return RandomChooser(game.game.pack)
    if name == "planner":
        return Planner(looks_ahead or BatchGame(game.game, rehearsed=True))
    return OfficialChooser(game.program, game.home, NOISE if name == "persona" else 0)


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
