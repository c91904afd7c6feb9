"""The contract of a game, in the field's words: state, to move, legal actions, apply, returns."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.observe import InformationState, observe
from dosmesas.engine.program import Condition
from dosmesas.engine.returns import joint, returns
from dosmesas.engine.state import Decision, Point, State
from dosmesas.engine.tables import Tables
from dosmesas.engine.turn import Transition, acts, next_point, open_turn, resolve, words_of
from dosmesas.model.rules import Pack, Worldview

__all__ = ["Game", "IllegalActionError", "Transition"]


class IllegalActionError(ValueError):
    """The actions do not fit the state; the message says which and why."""


@frozen
class Game:
    """A pack under a worldview, with a source of draws. Stateless: every method takes the state.

    `tables` may be those of a pack that differs in nothing but where its numbers and flags start.
    """

    pack: Pack
    view: Worldview
    draws: Draws = field(factory=NamedDraws)
    tables: Tables = field()

    @tables.default
    def _tables(self) -> Tables:
        return Tables(self.pack, self.view, self.draws)

    def begin(self, seed: int) -> Transition:
        """The first decision point of a game."""
        values = tuple(one.start for one in self.pack.ruleset.indicators.values())
        flags = tuple(flag.start for flag in self.pack.ruleset.flags.values())
        return open_turn(self.tables, seed, 1, values, flags, (), (), (), [])

    def new_initial_state(self, seed: int) -> State:
        """The state at the first decision point."""
        return self.begin(seed).state

    def is_terminal(self, state: State) -> bool:
        """Whether the game is over."""
        return state.point is Point.END

    def to_move(self, state: State) -> tuple[str, ...]:
        """The seats that act now, all at once, sorted; empty when the game is over."""
        if state.point is Point.CHOOSE:
            return self.tables.events[state.event].seats
        return tuple(self._said(state))

    def legal_actions(self, state: State, seat: str) -> tuple[str, ...]:
        """The actions of a seat: at `word` the ids of its deals, decline, silent; at `choose` option ids.

        In a debate they are the texts of engine/plays.py.
        """
        if state.point is not Point.CHOOSE:
            return self._said(state).get(seat, ())
        options = self.tables.events[state.event].options.get(seat, {})
        return tuple(option for option, requires in options.items() if self._is_open(state, requires))

    def apply(self, state: State, actions: Mapping[str, str]) -> Transition:
        """Take one action of each seat to move and run on to the next decision point or the end.

        Raises:
            IllegalActionError: a seat is missing or not to move, or its action is not legal.
        """
        if state.point is not Point.CHOOSE:
            return self._say(state, actions)
        entry, decisions = self.tables.events[state.event], state.decisions
        if actions.keys() != entry.movers:
            raise _not_to_move(entry.seats, actions)
        for seat in entry.seats:
            action, options = actions[seat], entry.options[seat]
            if action not in options or not self._is_open(state, options[action]):
                raise IllegalActionError(f"'{action}' is not legal for {seat} now")
            decisions = (*decisions, Decision(state.turn, Point.CHOOSE, seat, action))
        return self._go_on(state, decisions)

    def _go_on(self, state: State, decisions: tuple[Decision, ...]) -> Transition:
        """On to the debate of the choices, as far as there is one, or to what comes of them."""
        following = next_point(self.tables, state, decisions)
        if following is None:
            return resolve(self.tables, state, decisions)
        return Transition(following, self.tables.program.sites)

    def _said(self, state: State) -> dict[str, tuple[str, ...]]:
        """What the seats may say where words are asked, or arguments."""
        if state.point is Point.WORD:
            return words_of(self.tables, state)
        return acts(self.tables, state) if state.point in ARGUING else {}

    def _say(self, state: State, actions: Mapping[str, str]) -> Transition:
        """Take the words of a turn, or what is said in a debate."""
        open_to = self._said(state)
        if actions.keys() != open_to.keys() or not open_to:
            raise _not_to_move(tuple(open_to), actions)
        for seat, legal in open_to.items():
            if actions[seat] not in legal:
                raise IllegalActionError(f"'{actions[seat]}' is not legal for {seat} now")
        said = tuple(Decision(state.turn, state.point, seat, actions[seat]) for seat in open_to)
        decisions = (*state.decisions, *said)
        if state.point is not Point.WORD:
            return self._go_on(state, decisions)
        return Transition(evolve(state, point=Point.CHOOSE, decisions=decisions), self.tables.program.sites)

    def _is_open(self, state: State, requires: Condition | None) -> bool:
        if requires is None:
            return True
        past = self.tables.program.slots.past(state.decisions, state.happened)
        return bool(requires(state.values, state.flags, past, state.turn))

    def returns(self, state: State) -> dict[str, int]:
        """Each seat's return in thousandths, 0 to 100."""
        return returns(self.tables, state)

    def joint_return(self, state: State) -> int:
        """The lower of the countries' means."""
        return joint(self.tables, state)

    def information_state(self, state: State, seat: str) -> InformationState:
        """What the holder of a seat may know."""
        return observe(self.tables, state, seat, self.legal_actions(state, seat))


def _not_to_move(movers: tuple[str, ...], actions: Mapping[str, str]) -> IllegalActionError:
    return IllegalActionError(f"to move are {', '.join(movers) or 'none'}; got {', '.join(sorted(actions))}")
