"""Plays a line of decisions as far as a test needs it."""

from collections.abc import Mapping

from attrs import Factory, define, field, frozen

from dosmesas.bots.bot import make_bot
from dosmesas.bots.protocol import Bot
from dosmesas.debate.judge import REST
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.plays import NOTHING
from dosmesas.engine.receipts import ReceiptKind
from dosmesas.engine.state import SILENT, Point, State
from dosmesas.model.trials import Debates, Line, Trial, Wish
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.turns import Turn, turns_of
from dosmesas.text.phrase import Phrase, phrase

NOBODY: Mapping[str, Bot] = {}
"""Nobody who would go on with a game."""


@frozen
class Unkept:
    """A decision of a test that could not be taken: in the author's words why not."""

    wish: Wish
    message: Phrase


@define(eq=False)
class Course:
    """A game that was played, with what could not be kept of its line."""

    session: Session
    unkept: tuple[Unkept, ...]
    turns: tuple[Turn, ...] = field(init=False)
    _flags: list[Mapping[str, bool]] = Factory(list)

    @turns.default
    def _turns(self) -> tuple[Turn, ...]:
        return turns_of(self.session)

    @property
    def last(self) -> int:
        """The last turn that is over, without the outlook."""
        return max((one.number for one in self.turns if not one.outlook), default=0)

    def value(self, indicator: str, turn: int) -> int:
        """Where an indicator stood as a turn ended; turn 0 is the start."""
        if not turn:
            return self.session.pack.ruleset.indicators[indicator].start
        return self.turns[min(turn, len(self.turns)) - 1].values[indicator]

    def flags(self, turn: int) -> Mapping[str, bool]:
        """Which flags were set as a turn ended."""
        if not self._flags:
            now = {one.id: one.start for one in self.session.pack.ruleset.flags.values()}
            self._flags.append(dict(now))
            for one in self.turns:
                for receipt in one.receipts:
                    if receipt.kind is ReceiptKind.FLAG:
                        now[receipt.indicator] = bool(receipt.applied)
                self._flags.append(dict(now))
        return self._flags[min(turn, len(self._flags) - 1)]


def play(game: Game, trial: Trial, line: Line, seed: int) -> Course:
    """Play a line to the end of the turn after which it is enough, or to the end of the game."""
    view = game.view
    # One bot answers for all seats: it looks at nothing but what the seat may know.
    bots = dict.fromkeys(game.pack.seats, make_bot(trial.others, game.pack, view, seed))
    run = _Run(game, line, bots, trial.debates)
    path = [game.begin(seed)]
    until = trial.until or game.pack.turns
    while not game.is_terminal(path[-1].state) and path[-1].state.turn <= until:
        state = path[-1].state
        path.append(game.apply(state, {seat: run.action(state, seat) for seat in game.to_move(state)}))
    return course_of(game, path, bots, run.left(path[-1].state, until))


def course_of(
    game: Game, path: list[Transition], bots: Mapping[str, Bot] = NOBODY, unkept: tuple[Unkept, ...] = ()
) -> Course:
    """A game that was played, as whoever looks at what came of it wants it: without a save."""
    language = "en" if "en" in game.pack.languages else game.pack.languages[0]
    setup = Setup((), path[0].state.seed, view=game.view.id, language=language)
    return Course(Session(game, setup, bots, path), unkept)


@define(eq=False)
class _Run:
    game: Game
    line: Line
    bots: Mapping[str, Bot]
    debates: Debates
    unkept: list[Unkept] = Factory(list)
    taken: set[tuple[int, str, str]] = Factory(set)

    def action(self, state: State, seat: str) -> str:
        """What the line wants, else what the seat's bot does."""
        legal = self.game.legal_actions(state, seat)
        if state.point in ARGUING and self.debates is Debates.NONE:
            quiet = [one for one in (NOTHING, REST.kind) if one in legal]
            if quiet:
                return quiet[0]
        wishes = self.line.wishes.get((state.turn, seat), ())
        if wishes and state.point in {Point.WORD, Point.CHOOSE}:
            for wish in wishes:
                if wish.id in legal:
                    self.taken.add((state.turn, seat, wish.id))
                    return wish.id
            if state.point is Point.WORD:
                return SILENT
        return self.bots[seat].choose(self.game.information_state(state, seat))

    def left(self, state: State, until: int) -> tuple[Unkept, ...]:
        """The wishes that were not taken, with the reason."""
        found: list[Unkept] = []
        events = {turn: name for name, turn in state.happened if name in self.game.pack.events}
        for (turn, seat), wishes in self.line.wishes.items():
            found += [
                Unkept(wish, self._why(turn, seat, wish, events.get(turn, "")))
                for wish in wishes
                if turn <= until and (turn, seat, wish.id) not in self.taken
            ]
        return tuple(found)

    def _why(self, turn: int, seat: str, wish: Wish, event: str) -> Phrase:
        options = self.game.pack.events[event].seats.get(seat, ()) if event else ()
        if not event:
            return phrase("turn {turn} was not played: the game was over before", turn=turn)
        if not options:
            return phrase(
                "in turn {turn} comes '{event}', where {office} decides nothing",
                turn=turn,
                event=event,
                office=seat,
            )
        if "/" not in wish.id:
            return phrase(
                "in turn {turn} comes '{event}', and there {office} cannot give its word on '{deal}'",
                turn=turn,
                event=event,
                office=seat,
                deal=wish.id,
            )
        if wish.id in {one.id for one in options}:
            more = [one for one in self.line.wishes[turn, seat] if "/" in one.id and one is not wish]
            if more:
                return phrase(
                    "in turn {turn} {office} chooses once, and '{option}' stands there too",
                    turn=turn,
                    office=seat,
                    option=more[0].id,
                )
            return phrase(
                "'{option}' is not open to {office} in turn {turn}: what it requires does not hold",
                option=wish.id,
                office=seat,
                turn=turn,
            )
        return phrase(
            "in turn {turn} comes '{event}', where {office} may choose: {options}",
            turn=turn,
            event=event,
            office=seat,
            options=tuple(one.short for one in options),
        )
