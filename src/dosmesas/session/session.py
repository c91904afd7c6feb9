"""A game being played: humans and bots decide, the journal keeps it, the engine carries it out."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import define, field

from dosmesas import __version__
from dosmesas.bots.bot import Bot, make_bot
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import State
from dosmesas.journal.journal import Journal, JournalError, Recovered, read_journal
from dosmesas.journal.records import Decided, Header, Undone
from dosmesas.model.rules import Pack
from dosmesas.session.setup import Setup, checked, header_of, make_game, setup_of

FULL = 100
"""Belief in full, in percent."""


class CannotUndoError(Exception):
    """There is nothing to take back, or it would take back what another player has seen."""


@define(eq=False)
class Session:
    """One game. `path` holds every transition so far; `held` the actions taken but not yet revealed."""

    game: Game
    setup: Setup
    bots: Mapping[str, Bot]
    path: list[Transition]
    journal: Journal | None = None
    notice: str = ""
    held: dict[str, str] = field(factory=dict)
    belief: Mapping[str, int] = field(init=False)

    @belief.default
    def _belief(self) -> Mapping[str, int]:
        return self.game.pack.ruleset.beliefs(self.game.view)

    @classmethod
    def start(cls, pack: Pack, setup: Setup, *, save: Path | None = None, folder: str = "") -> "Session":
        """Begin a game, and its save where a path is given.

        Raises:
            SetupError: the pack cannot be played so.
            JournalError: the save cannot be written.
        """
        checked(pack, setup)
        header = header_of(pack, setup, folder, __version__)
        session = cls._fresh(pack, setup)
        session.journal = Journal.create(save, header) if save else None
        session.settle()
        return session

    @classmethod
    def resume(cls, pack: Pack, path: Path) -> "Session":
        """Go on with a saved game, from its last decision.

        Raises:
            JournalError: the save is damaged, or its decisions do not fit the pack any more.
        """
        journal, recovered = Journal.reopen(path)
        session = cls._replayed(pack, recovered)
        session.journal, session.notice = journal, recovered.notice
        session.settle()
        return session

    @classmethod
    def replay(cls, pack: Pack, path: Path) -> "Session":
        """A saved game as far as it went, without touching the file.

        Raises:
            JournalError: as for `resume`.
        """
        recovered = read_journal(path)
        session = cls._replayed(pack, recovered)
        session.notice = recovered.notice
        return session

    @property
    def pack(self) -> Pack:
        """The pack being played."""
        return self.game.pack

    @property
    def state(self) -> State:
        """The state now."""
        return self.path[-1].state

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.game.is_terminal(self.state)

    @property
    def receipts(self) -> Iterator[Receipt]:
        """Every receipt of the game so far, in order."""
        for transition in self.path:
            yield from transition.receipts

    def counts(self, claims: tuple[str, ...]) -> int:
        """How far an effect that cites these claims counts under the game's worldview, in percent."""
        return min((self.belief[claim] for claim in claims), default=100)

    def next_seat(self) -> str | None:
        """The human seat that acts next, or None when the game is over."""
        movers = self.game.to_move(self.state)
        return next((seat for seat in self.setup.seats if seat in movers and seat not in self.held), None)

    def legal(self, seat: str) -> tuple[str, ...]:
        """The legal actions of a seat."""
        return self.game.legal_actions(self.state, seat)

    def decide(self, seat: str, action: str) -> None:
        """Take an action of a human seat: on the disk first, then (when all have acted) carried out.

        Raises:
            JournalError: it could not be saved; the decision is not taken, or (where bots alone act next)
                it is, and `settle` goes on when there is room again.
        """
        self._take({seat: action})
        self.settle()

    def undo(self) -> int:
        """Go back to the start of this turn, or of the one before where nothing was decided yet; its number.

        Raises:
            CannotUndoError: nothing to take back, or another player has seen it.
            JournalError: it could not be saved; nothing is taken back.
        """
        turn = self._undo_target()
        if self.journal:
            self.journal.append(Undone(turn))
        self.rewind(turn)
        self.settle()
        return turn

    def _undo_target(self) -> int:
        if len(self.setup.seats) > 1:
            if self.held and self._first_of(self.state.turn) == len(self.path) - 1:
                return self.state.turn
            raise CannotUndoError
        # A turn in which bots alone decided would come out the same again: go back to one's own.
        mine = [one.turn for one in self.state.decisions if one.seat in self.setup.seats]
        if self.held and not self.over:
            mine.append(self.state.turn)
        if not mine:
            raise CannotUndoError
        return max(mine)

    def _first_of(self, turn: int) -> int:
        return next((n for n, one in enumerate(self.path) if one.state.turn == turn), len(self.path) - 1)

    def rewind(self, turn: int) -> None:
        """Back to the beginning of a turn, without writing anything."""
        del self.path[self._first_of(turn) + 1 :]
        self.held.clear()

    def settle(self) -> None:
        """While no human is to act, let bots decide and carry it out.

        Raises:
            JournalError: it could not be saved; call again when there is room.
        """
        while not self.over and self.next_seat() is None:
            self._take({})

    def _take(self, chosen: dict[str, str]) -> None:
        """Write the decisions of a point, with the bots' once no human is missing; then apply them."""
        held = {**self.held, **chosen}
        movers = self.game.to_move(self.state)
        if all(seat in held for seat in movers if seat in self.setup.seats):
            chosen = {**chosen, **{seat: self._bot_action(seat) for seat in movers if seat not in held}}
        at = self.state.digest()
        if self.journal:
            self.journal.append(*(Decided(seat, action, at) for seat, action in chosen.items()))
        self.held.update(chosen)
        if set(self.held) == set(movers):
            self._apply()

    def _bot_action(self, seat: str) -> str:
        return self.bots[seat].choose(self.game.information_state(self.state, seat))

    def _apply(self) -> None:
        actions = dict(self.held)
        self.held.clear()
        self.path.append(self.game.apply(self.state, actions))

    @classmethod
    def _fresh(cls, pack: Pack, setup: Setup) -> "Session":
        game = make_game(pack, setup)
        bots = {
            seat: make_bot(setup.counterpart, pack, game.view, setup.seed)
            for seat in pack.seats
            if seat not in setup.seats
        }
        return cls(game, setup, bots, [game.begin(setup.seed)])

    @classmethod
    def _replayed(cls, pack: Pack, recovered: Recovered) -> "Session":
        session = cls._fresh(pack, checked(pack, setup_of(recovered.header)))
        for number, record in enumerate(recovered.records, 1):
            match record:
                case Undone(turn=turn):
                    session.rewind(turn)
                case Decided():
                    session.take_again(record, number)
                case Header():
                    raise JournalError(f"record {number} of the save begins another game")
        return session

    def take_again(self, record: Decided, number: int) -> None:
        """Play one saved decision again, if it still means what it meant."""
        same = record.at == self.state.digest()
        if not same or record.action not in self.legal(record.seat):
            raise JournalError(
                f"the rules have changed since this game was saved: decision {number} (turn "
                f"{self.state.turn}, {record.seat}) was taken in a state that they no longer lead to. "
                "The save has not been touched"
            )
        self.held[record.seat] = record.action
        if set(self.held) == set(self.game.to_move(self.state)):
            self._apply()
