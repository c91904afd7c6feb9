"""A game being played: humans and bots decide, the journal keeps it, the engine carries it out."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from attrs import define, field

from dosmesas import __version__
from dosmesas.bots.protocol import Bot
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.names import FirstNames
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import State
from dosmesas.journal.journal import Journal, JournalError, Recovered, read_journal
from dosmesas.journal.packs import keep_rules
from dosmesas.journal.records import Closing, Decided, Ended, Header, Note, Opened, Sentence, Undone
from dosmesas.model.rules import Pack
from dosmesas.session.home import Foreteller
from dosmesas.session.notes import Notes, tidied
from dosmesas.session.once import Once
from dosmesas.session.setup import Setup, checked, header_of, make_game, setup_of
from dosmesas.session.staff import bots_of, staffed
from dosmesas.session.undo import undo_target
from dosmesas.text.catalog import say

_Found = TypeVar("_Found")
FULL = 100
"""Belief in full, in percent."""


class DoesNotFitError(JournalError):
    """A saved decision does not fit the pack: `session` stands where it was to be taken."""

    def __init__(self, message: str, session: "Session", record: Decided, number: int) -> None:
        super().__init__(message)
        self.session = session
        self.record = record
        self.number = number


@define(eq=False)
class Session:
    """One game. `path` holds every transition so far; `held` the actions taken but not yet revealed.

    `bots` answer for every seat; for a human one only in the parts of a debate that its staff does. `notes`
    is what the players opened and wrote; `marked` says that the save has the end of the game.
    """

    game: Game
    setup: Setup
    bots: Mapping[str, Bot]
    path: list[Transition]
    journal: Journal | None = None
    notice: str = ""
    held: dict[str, str] = field(factory=dict)
    notes: Notes = field(factory=Notes)
    marked: bool = False
    belief: Mapping[str, int] = field(init=False)

    @belief.default
    def _belief(self) -> Mapping[str, int]:
        return self.game.pack.ruleset.beliefs(self.game.view)

    _once: Once = field(init=False, factory=Once)

    foreteller: Foreteller = field(init=False)

    @foreteller.default
    def _foreteller(self) -> Foreteller:
        return Foreteller(self.game.pack, self.game.view)

    names: FirstNames = field(init=False)

    @names.default
    def _names(self) -> FirstNames:
        return FirstNames.of(self.game.pack)

    @classmethod
    def start(cls, pack: Pack, setup: Setup, *, save: Path | None = None, folder: str = "") -> "Session":
        """Begin a game, and its save (with the rules that it is played under) where a path is given.

        Raises:
            SetupError: the pack cannot be played so.
            JournalError: the save cannot be written.
        """
        checked(pack, setup)
        header = header_of(pack, setup, folder, __version__)
        session = cls._fresh(pack, setup)
        if save:
            session.journal = Journal.create(save, header)
            session.notice = session.journal.guard_notice
            try:
                keep_rules(save, pack, setup.language)
            except JournalError:
                session.journal.abandon()  # a save without its rules would be found wanting too late
                raise
        session.settle()
        return session

    @classmethod
    def resume(cls, pack: Pack, path: Path, *, from_whole_part: bool = False) -> "Session":
        """Go on with a saved game, from its last decision, or from the last before a damaged one.

        Raises:
            JournalError: the save is damaged or open elsewhere, or does not fit the pack any more.
        """
        journal, recovered = Journal.reopen(path, from_whole_part=from_whole_part)
        try:
            session = cls.replayed(pack, recovered)
            journal.mend()
        except Exception:
            journal.close()
            raise
        session.journal = journal
        session.notice = ". ".join(filter(None, (recovered.notice, journal.guard_notice)))
        session.settle()
        return session

    def close(self) -> None:
        """Let go of the save, so that it can be resumed elsewhere."""
        if self.journal:
            self.journal.close()

    @classmethod
    def replay(cls, pack: Pack, path: Path) -> "Session":
        """A saved game as far as it went, without touching the file.

        Raises:
            JournalError: as for `resume`.
        """
        recovered = read_journal(path)
        session = cls.replayed(pack, recovered)
        session.notice = recovered.notice
        return session

    def once(self, what: Hashable, work: Callable[[], _Found]) -> _Found:
        """What is worked out of the path, and of nothing else: worked out once until the game moves on."""
        return self._once.at(self.path[-1], what, work)

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

    def receipt(self, name: str) -> Receipt:
        """The receipt of this id; KeyError where the game has written none so far."""
        return self.once("receipts", lambda: {one.id: one for one in self.receipts})[name]

    def counts(self, claims: tuple[str, ...]) -> int:
        """How far an effect that cites these claims counts under the game's worldview, in percent."""
        return min((self.belief[claim] for claim in claims), default=100)

    def digest(self) -> str:
        """The fingerprint of the state now, in first names: a rename does not change it."""
        return self.names.digest(self.state)

    def next_seat(self) -> str | None:
        """The human seat that acts next, or None when the game is over."""
        movers = self.game.to_move(self.state)
        return next((seat for seat in self.setup.seats if seat in movers and self._waits_for(seat)), None)

    def _waits_for(self, seat: str) -> bool:
        """Whether a human has to act who has not yet, and whose staff does not do it."""
        free = seat in self.setup.seats and seat not in self.held
        return free and not staffed(self.state, seat, self.setup.argue)

    def legal(self, seat: str) -> tuple[str, ...]:
        """The legal actions of a seat."""
        return self.game.legal_actions(self.state, seat)

    def decide(self, seat: str, action: str) -> None:
        """Take an action of a human seat: on the disk first, then (when all have acted) carried out.

        Raises:
            JournalError: it could not be saved; the decision is not taken, or (where bots alone act next)
                it is, and `settle` goes on when there is room again.
        """
        self.take({seat: action})
        self.settle()

    def note_opened(self, seat: str, claims: Iterable[str]) -> None:
        """Note that a player has opened claims, each once; JournalError where it cannot be saved."""
        new = self.notes.new(self.pack, seat, claims)
        if new and seat in self.setup.seats:
            self.note(Opened(seat, new, self.state.turn, str(self.state.point)))

    def say_sentence(self, seat: str, text: str) -> None:
        """Keep a player's sentence, in place of an earlier one; SentenceError or JournalError where not."""
        record = Sentence(seat, tidied(text))
        if seat in self.setup.seats:
            self.note(record)

    def note(self, record: Note, *, written: bool = False) -> None:
        """Take a note: on the disk first, unless it was read from there."""
        if self.journal and not written:
            self.journal.append(record)
        # What a seat opens while it waits for the others comes after its own decision.
        self.notes.take(record, len(self.path) + (record.seat in self.held))

    def undo(self) -> int:
        """Go back to the start of this turn, or of the one before where nothing was decided yet; its number.

        Raises:
            CannotUndoError: nothing to take back, or another player has seen it.
            JournalError: it could not be saved; nothing is taken back.
        """
        fresh = self.first_of(self.state.turn) == len(self.path) - 1
        turn = undo_target(self.state, self.setup.seats, held=bool(self.held), fresh=fresh)
        if self.journal:
            self.journal.append(Undone(turn))
        self.rewind(turn)
        self.settle()
        return turn

    def first_of(self, turn: int) -> int:
        """The place in `path` at which a turn begins."""
        return next((n for n, one in enumerate(self.path) if one.state.turn == turn), len(self.path) - 1)

    def rewind(self, turn: int) -> None:
        """Back to the beginning of a turn, without writing anything."""
        del self.path[self.first_of(turn) + 1 :]
        self.held.clear()
        self.marked = False
        self.notes.rewind(len(self.path))

    def settle(self) -> None:
        """While no human is to act, let bots decide and carry it out.

        Raises:
            JournalError: it could not be saved; call again when there is room.
        """
        while not self.over and self.next_seat() is None:
            self.take({})
        if self.over and self.journal and not self.marked:
            with suppress(JournalError):  # it only spares a list of saves some work
                self.journal.append(Ended(self.state.decisions[-1].turn))
                self.marked = True

    def take(self, chosen: dict[str, str]) -> None:
        """Write decisions of a point, with the bots' where no human is missing any more; then apply them."""
        held = {**self.held, **chosen}
        movers = self.game.to_move(self.state)
        if not any(self._waits_for(seat) and seat not in held for seat in movers):
            chosen = {**chosen, **{seat: self._bot_action(seat) for seat in movers if seat not in held}}
        at = self.digest()
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
        return cls(game, setup, bots_of(game.pack, setup, game.view), [game.begin(setup.seed)])

    @classmethod
    def replayed(cls, pack: Pack, recovered: Recovered) -> "Session":
        """The game that records tell, without a save.

        Raises:
            SetupError: the pack cannot be played so any more.
            DoesNotFitError: a decision does not fit.
            JournalError: the records are not those of one game.
        """
        session = cls._fresh(pack, checked(pack, setup_of(recovered.header)))
        for number, record in enumerate(recovered.records, 1):
            match record:
                case Undone(turn=turn):
                    session.rewind(turn)
                case Decided():
                    session.take_again(record, number)
                case Opened() | Sentence() | Closing():
                    session.note(record, written=True)
                case Ended():
                    session.marked = session.over
                case Header():
                    raise JournalError(say(session.setup.language, "save_of_two_games", number=number))
        return session

    def take_again(self, record: Decided, number: int) -> None:
        """Play one saved decision again, if it still means what it meant.

        Raises:
            DoesNotFitError: it does not.
        """
        action, turn = self.names.action(record.action), self.state.turn
        if record.at != self.digest() or action not in self.legal(record.seat):
            language = self.setup.language
            message = say(language, "save_does_not_fit", number=number, turn=turn, seat=record.seat)
            raise DoesNotFitError(message, self, record, number)
        self.held[record.seat] = action
        if set(self.held) == set(self.game.to_move(self.state)):
            self._apply()
