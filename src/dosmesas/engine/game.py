"""The contract of a game, in the field's words: state, to move, legal actions, apply, returns."""

from collections.abc import Mapping

from attrs import field, frozen

from dosmesas.engine import stages
from dosmesas.engine.deals import legal_words, open_deals
from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.observe import InformationState, observe
from dosmesas.engine.receipts import Receipts
from dosmesas.engine.returns import joint, returns
from dosmesas.engine.run import Run
from dosmesas.engine.state import Decision, Point, State
from dosmesas.engine.tables import Tables
from dosmesas.model.limits import OUTLOOK_STEPS
from dosmesas.model.rules import Pack, Worldview


class IllegalActionError(ValueError):
    """The actions do not fit the state; the message says which and why."""


@frozen
class Transition:
    """A state and the receipts of everything that happened on the way to it."""

    state: State
    receipts: Receipts


@frozen
class Game:
    """A pack under a worldview, with a source of draws. Stateless: every method takes the state."""

    pack: Pack
    view: Worldview
    draws: Draws = field(factory=NamedDraws)
    tables: Tables = field(init=False)

    @tables.default
    def _tables(self) -> Tables:
        return Tables(self.pack, self.view, self.draws)

    def begin(self, seed: int) -> Transition:
        """The first decision point of a game."""
        values = tuple(one.start for one in self.tables.indicators)
        flags = tuple(flag.start for flag in self.pack.ruleset.flags.values())
        run = Run.of(self.tables.program, State(seed, 0, Point.WORD, values, values, flags), ())
        return self._open(run, 1)

    def new_initial_state(self, seed: int) -> State:
        """The state at the first decision point."""
        return self.begin(seed).state

    def is_terminal(self, state: State) -> bool:
        """Whether the game is over."""
        return state.point is Point.END

    def to_move(self, state: State) -> tuple[str, ...]:
        """The seats that act now, all at once, sorted; empty when the game is over."""
        if state.point is Point.END:
            return ()
        entry = self.tables.events[state.event]
        if state.point is Point.CHOOSE:
            return entry.seats
        deals = open_deals(self.pack, entry.event, self.tables.scene(state))
        return tuple(seat for seat in entry.seats if legal_words(deals, seat))

    def legal_actions(self, state: State, seat: str) -> tuple[str, ...]:
        """The actions of a seat: at `word` the ids of its deals, decline, silent; at `choose` option ids."""
        if seat not in self.to_move(state):
            return ()
        entry = self.tables.events[state.event]
        if state.point is Point.WORD:
            return legal_words(open_deals(self.pack, entry.event, self.tables.scene(state)), seat)
        past = self.tables.program.slots.past(state.decisions, state.happened)
        return tuple(
            option
            for option, requires in entry.options[seat].items()
            if requires is None or requires(state.values, state.flags, past, state.turn)
        )

    def apply(self, state: State, actions: Mapping[str, str]) -> Transition:
        """Take one action of each seat to move and run on to the next decision point or the end.

        Raises:
            IllegalActionError: a seat is missing or not to move, or its action is not legal.
        """
        movers = self.to_move(state)
        if actions.keys() != set(movers):
            raise IllegalActionError(
                f"to move are {', '.join(movers) or 'none'}; got {', '.join(sorted(actions))}"
            )
        for seat in movers:
            if actions[seat] not in self.legal_actions(state, seat):
                raise IllegalActionError(f"'{actions[seat]}' is not legal for {seat} now")
        made = [Decision(state.turn, state.point, seat, actions[seat]) for seat in movers]
        run = Run.of(self.tables.program, state, (*state.decisions, *made))
        if state.point is Point.WORD:
            return Transition(run.state(Point.CHOOSE), run.receipts())
        return self._resolve(run)

    def returns(self, state: State) -> dict[str, int]:
        """Each seat's return in thousandths, 0 to 100."""
        return returns(self.tables, state)

    def joint_return(self, state: State) -> int:
        """The lower of the countries' means."""
        return joint(self.tables, state)

    def information_state(self, state: State, seat: str) -> InformationState:
        """What the holder of a seat may know."""
        return observe(self.tables, state, seat, self.legal_actions(state, seat))

    def _open(self, run: Run, turn: int) -> Transition:
        """Open a turn and stop at its first decision point."""
        run.open(turn)
        stages.brief(self.tables, run)
        state = run.state(Point.WORD)
        # Most events have no deals: nobody could give a word, and the choice is the first point.
        if not (self.tables.events[run.event].event.deals and self.to_move(state)):
            state = run.state(Point.CHOOSE)
        return Transition(state, run.receipts())

    def _resolve(self, run: Run) -> Transition:
        """Enact, drift and reckon; then the next turn or the end."""
        stages.enact(self.tables, run)
        stages.drift(self.tables, run)
        ending = stages.ending_of(self.tables, run, now=True)
        if not ending and run.turn < self.pack.turns:
            return self._open(run, run.turn + 1)
        return self._outlook(run, ending)

    def _outlook(self, run: Run, ending: str) -> Transition:
        """Drift and delayed effects alone, twelve steps; then all endings are read."""
        at_last = run.values
        for _ in range(OUTLOOK_STEPS):
            stages.outlook_step(self.tables, run)
        ending = ending or stages.ending_of(self.tables, run, now=False)
        return Transition(run.state(Point.END, at_last, ending), run.receipts())
