"""What if: a saved game run again with one decision changed, or under another worldview.

Human decisions are kept where they are legal; where one is not, or the save has none, the seat's bot
decides, and that is told. Bots decide anew, and so does the staff that argues in a human's place: a bot that
knows the same as in the save and weighs it by the same worldview decides as it did there, so it is only
asked where something has changed for it.
"""

from collections.abc import Mapping

from attrs import Factory, define, evolve, frozen

from dosmesas.bots.protocol import Bot
from dosmesas.bots.speaker import ADVOCATE, Speaker
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.observe import InformationState
from dosmesas.engine.state import Point, State
from dosmesas.session.differences import Difference, first_difference
from dosmesas.session.session import Session
from dosmesas.session.setup import checked, make_game
from dosmesas.session.staff import bot_of, staffed
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import visible
from dosmesas.text.diagnostic import did_you_mean


class WhatIfError(Exception):
    """What was asked for cannot be run; the message is for the player."""


@frozen
class Change:
    """What is done otherwise: an action of a seat at a point of a turn (0: none), or another worldview."""

    turn: int = 0
    point: Point = Point.CHOOSE
    seat: str = ""
    action: str = ""
    saved: str = ""
    view: str = ""
    view_text: str = ""


@frozen
class Replaced:
    """A human decision that could not be kept (`saved` empty: there was none) and what the bot took."""

    turn: int
    point: Point
    seat: str
    saved: str
    taken: str


@frozen
class WhatIf:
    """Both paths. `first` is where they part, apart from the change itself; None where they never do."""

    change: Change
    saved: Session
    other: Session
    first: Difference | None
    replaced: tuple[Replaced, ...]


def changed_decision(session: Session, turn: int, point: Point, seat: str, action: str) -> Change:
    """Another action of a seat in a turn that is over; an option may be named without its event.

    Raises:
        WhatIfError: no turn is over, no such turn or office, nothing was asked of it there, or the action
            is not legal there.
    """
    finished = _begun(session)
    if not 1 <= turn <= finished:
        raise WhatIfError(f"the save has {finished} turns that are over; there is no turn {turn}")
    if seat not in session.pack.seats:
        hint = str(did_you_mean(seat, session.pack.seats))
        known = ", ".join(session.pack.seats)
        raise WhatIfError(f"no office '{seat}' sits here. {hint + ' ' if hint else ''}Offices: {known}")
    at = _states(session).get((turn, point))
    legal = session.game.legal_actions(at, seat) if at else ()
    if at is None or not legal:
        asked = "no word was asked of" if point is Point.WORD else "nothing was asked of"
        raise WhatIfError(f"{asked} {seat} in turn {turn}")
    saved = _actions(session)[turn, point, seat]
    return Change(turn, point, seat, _meant(action, legal, seat, turn), saved)


def _meant(action: str, legal: tuple[str, ...], seat: str, turn: int) -> str:
    short = {one.rpartition("/")[2]: one for one in legal}
    found = short.get(action, action)
    if found in legal:
        return found
    hint = str(did_you_mean(action, short))
    known = f"{hint + ' ' if hint else ''}Open: {', '.join(short)}"
    raise WhatIfError(f"'{action}' is not open to {seat} in turn {turn}. {known}")


def changed_view(session: Session, view: str, text: str = "") -> Change:
    """Another worldview: an id of the pack, or (with its text) one of a file.

    Raises:
        WhatIfError: no turn is over, or it is the one that the game was played under.
        SetupError: the pack has no such worldview.
    """
    setup, _ = session.setup, _begun(session)
    if (view, text) == (setup.view, setup.view_text):
        others = ", ".join(name for name in session.pack.ruleset.worldviews if name != view)
        raise WhatIfError(f"the game was played under '{view}' itself. Others: {others}")
    checked(session.pack, evolve(setup, view=view, view_text=text))
    return Change(view=view, view_text=text)


def _begun(session: Session) -> int:
    finished = finished_turns(session)
    if not finished:
        raise WhatIfError("no turn of the save is over yet, so there is nothing to compare; play one first")
    return finished


def what_if(session: Session, change: Change) -> WhatIf:
    """Run the game again with the change, as far as the save goes; the save itself is not touched."""
    other, replaced = other_path(session, change)
    apart = (change.turn, change.point, change.seat)
    return WhatIf(
        change, session, other, first_difference(session, other, apart, hidden_in(session)), replaced
    )


def other_path(session: Session, change: Change) -> tuple[Session, tuple[Replaced, ...]]:
    """The game with the change, and the human decisions that could not be kept in it."""
    setup, game, path = session.setup, session.game, _before(session, change)
    if change.view:
        setup = evolve(setup, view=change.view, view_text=change.view_text)
        game = make_game(session.pack, setup)
    bots = dict.fromkeys(session.pack.seats, bot_of(session.pack, setup, game.view))
    run = _Run(session, game, bots, change)
    path = path or [game.begin(setup.seed)]
    while run.goes_on(path[-1].state):
        path.append(game.apply(path[-1].state, run.actions(path[-1].state)))
    return Session(game, setup, bots, path), tuple(run.replaced)


def _before(session: Session, change: Change) -> list[Transition]:
    """The path up to a changed decision, which is as it was; nothing under another worldview."""
    at = (change.turn, change.point)
    place = next((n for n, one in enumerate(session.path) if (one.state.turn, one.state.point) == at), -1)
    return session.path[: place + 1]


def hidden_in(session: Session) -> frozenset[str]:
    """The indicators and flags that a save keeps from one of its players; none once the game is over."""
    ruleset, seats = session.pack.ruleset, session.setup.seats
    names = () if session.over else (*ruleset.indicators, *ruleset.flags)
    return frozenset(name for name in names if not all(visible(session, name, seat) for seat in seats))


@define(eq=False)
class _Run:
    saved: Session
    game: Game
    bots: Mapping[str, Bot]
    change: Change
    replaced: list[Replaced] = Factory(list)
    staff: Mapping[str, Bot] = Factory(lambda self: _staff(self.saved, self.game), takes_self=True)
    _states: Mapping[tuple[int, Point], State] = Factory(lambda self: _states(self.saved), takes_self=True)
    _actions: Mapping[tuple[int, Point, str], str] = Factory(
        lambda self: _actions(self.saved), takes_self=True
    )

    def goes_on(self, state: State) -> bool:
        if self.game.is_terminal(state):
            return False
        return self.saved.over or state.turn <= finished_turns(self.saved)

    def actions(self, state: State) -> dict[str, str]:
        return {seat: self._action(state, seat) for seat in self.game.to_move(state)}

    def _action(self, state: State, seat: str) -> str:
        change, at = self.change, (state.turn, state.point, seat)
        if at == (change.turn, change.point, change.seat):
            return change.action
        info = self.game.information_state(state, seat)
        before = self._states.get((state.turn, state.point))
        kept = self._actions.get(at, "")
        if seat in self.saved.setup.seats:
            if self._staffed(state, before, seat):
                return self.staff[seat].choose(info)
            return self._humans(info, before, kept)
        same = before is not None and info == self.saved.game.information_state(before, seat)
        return kept if same and not change.view and kept else self.bots[seat].choose(info)

    def _staffed(self, state: State, before: State | None, seat: str) -> bool:
        """Whether the staff argues, and did so in the save too if anybody did."""
        argue = self.saved.setup.argue
        asked = before is not None and seat in self.saved.game.to_move(before)
        return staffed(state, seat, argue) and not (before and asked and not staffed(before, seat, argue))

    def _humans(self, info: InformationState, before: State | None, kept: str) -> str:
        # `decline` and `silent` are legal at every event; they were said of one.
        if before is not None and before.event == info.event and kept in info.legal:
            return kept
        taken = self.bots[info.seat].choose(info)
        if info.point not in ARGUING or kept:  # a debate that there was not had nothing to keep
            self.replaced.append(Replaced(info.turn, info.point, info.seat, kept, taken))
        return taken


def _staff(saved: Session, game: Game) -> dict[str, Bot]:
    setup = saved.setup
    return {seat: Speaker(saved.pack, game.view, ADVOCATE, setup.seed) for seat in setup.seats}


def _states(session: Session) -> dict[tuple[int, Point], State]:
    """The state at each decision point."""
    return {(one.state.turn, one.state.point): one.state for one in session.path}


def _actions(session: Session) -> dict[tuple[int, Point, str], str]:
    return {(one.turn, one.point, one.seat): one.action for one in session.state.decisions}
