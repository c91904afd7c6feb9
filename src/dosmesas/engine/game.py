"""The contract of a game, in the field's words: state, to move, legal actions, apply, returns."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from dosmesas.engine import stages
from dosmesas.engine.deals import legal_options, legal_words, open_deals, seated
from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.observe import InformationState, observe
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.returns import joint, returns
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
    receipts: tuple[Receipt, ...]


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
        return self._open(State(seed, 0, Point.WORD, values, values, flags), 1, [])

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
        event = self.pack.events[state.event]
        if state.point is Point.CHOOSE:
            return seated(self.pack, event)
        deals = open_deals(self.pack, event, self.tables.scene(state))
        return tuple(seat for seat in seated(self.pack, event) if legal_words(deals, seat))

    def legal_actions(self, state: State, seat: str) -> tuple[str, ...]:
        """The actions of a seat: at `word` the ids of its deals, decline, silent; at `choose` option ids."""
        if seat not in self.to_move(state):
            return ()
        event, scene = self.pack.events[state.event], self.tables.scene(state)
        if state.point is Point.WORD:
            return legal_words(open_deals(self.pack, event, scene), seat)
        return tuple(option.id for option in legal_options(event, seat, scene))

    def apply(self, state: State, actions: Mapping[str, str]) -> Transition:
        """Take one action of each seat to move and run on to the next decision point or the end.

        Raises:
            IllegalActionError: a seat is missing or not to move, or its action is not legal.
        """
        movers = self.to_move(state)
        if set(actions) != set(movers):
            raise IllegalActionError(
                f"to move are {', '.join(movers) or 'none'}; got {', '.join(sorted(actions))}"
            )
        for seat in movers:
            if actions[seat] not in self.legal_actions(state, seat):
                raise IllegalActionError(f"'{actions[seat]}' is not legal for {seat} now")
        made = tuple(Decision(state.turn, state.point, seat, actions[seat]) for seat in movers)
        state = evolve(state, decisions=(*state.decisions, *made))
        if state.point is Point.WORD:
            return Transition(evolve(state, point=Point.CHOOSE), ())
        return self._resolve(state)

    def returns(self, state: State) -> dict[str, int]:
        """Each seat's return in thousandths, 0 to 100."""
        return returns(self.tables, state)

    def joint_return(self, state: State) -> int:
        """The lower of the countries' means."""
        return joint(self.tables, state)

    def information_state(self, state: State, seat: str) -> InformationState:
        """What the holder of a seat may know."""
        return observe(self.tables, state, seat, self.legal_actions(state, seat))

    def _open(self, state: State, turn: int, before: list[Receipt]) -> Transition:
        """Open a turn and stop at its first decision point."""
        state, receipts = stages.brief(self.tables, stages.open_turn(state, turn))
        if not self.to_move(state):
            state = evolve(state, point=Point.CHOOSE)
        return Transition(state, (*before, *receipts))

    def _resolve(self, state: State) -> Transition:
        """Enact, drift and reckon; then the next turn or the end."""
        state, receipts = stages.enact(self.tables, state)
        state, drifted = stages.drift(self.tables, state)
        receipts += drifted
        ending = stages.ending_of(self.tables, state, now=True)
        if not ending and state.turn < self.pack.turns:
            return self._open(state, state.turn + 1, receipts)
        return self._outlook(evolve(state, at_last=state.values), ending, receipts)

    def _outlook(self, state: State, ending: str, receipts: list[Receipt]) -> Transition:
        """Drift and delayed effects alone, twelve steps; then all endings are read."""
        for _ in range(OUTLOOK_STEPS):
            state, stepped = stages.outlook_step(self.tables, stages.open_turn(state, state.turn + 1))
            receipts += stepped
        ending = ending or stages.ending_of(self.tables, state, now=False)
        return Transition(evolve(state, point=Point.END, ending=ending), tuple(receipts))
