"""A line of decisions played under the rules of now."""

from collections.abc import Mapping

from attrs import Factory, define, frozen

from dosmesas.bots.protocol import Bot
from dosmesas.desk.preview.line import Line
from dosmesas.engine.game import Game
from dosmesas.engine.state import Point, State
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import checked, make_game
from dosmesas.session.staff import bots_of


@frozen
class Unkept:
    """A choice that could not be made again, and what a bot chose in its place."""

    turn: int
    seat: str
    wanted: str
    taken: str


@frozen
class Played:
    """The game, and what could not be kept of the line."""

    session: Session
    unkept: tuple[Unkept, ...]


def play(pack: Pack, line: Line) -> Played:
    """Play a line to the end of the game.

    Raises:
        SetupError: the pack has no such office, worldview or language.
    """
    game = make_game(pack, checked(pack, line.setup))
    run = _Run(game, line, bots_of(pack, line.setup, game.view))
    path = [game.begin(line.setup.seed)]
    while not game.is_terminal(path[-1].state):
        state = path[-1].state
        path.append(game.apply(state, {seat: run.action(state, seat) for seat in game.to_move(state)}))
    return Played(Session(game, line.setup, run.bots, path), tuple(run.unkept))


@define(eq=False)
class _Run:
    game: Game
    line: Line
    bots: Mapping[str, Bot]
    unkept: list[Unkept] = Factory(list)

    def action(self, state: State, seat: str) -> str:
        """What is wanted, where it is legal; else what the seat's bot takes."""
        legal = self.game.legal_actions(state, seat)
        wanted = self.line.wishes.get((state.turn, seat), ())
        short = {action.rpartition("/")[2]: action for action in legal if action.count("/") == 1}
        for wish in wanted:
            if wish in legal:
                return wish
            if wish in short:
                return short[wish]
        taken = self.bots[seat].choose(self.game.information_state(state, seat))
        if state.point is Point.CHOOSE and wanted:
            option = next((one for one in wanted if "/" in one), wanted[-1])
            self.unkept.append(Unkept(state.turn, seat, option.rpartition("/")[2], taken))
        return taken
