"""What a game hung on: each claim that moved its numbers taken back, with the same decisions."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from attrs import evolve, field, frozen

from dosmesas.bots.protocol import Bot
from dosmesas.engine.game import Game
from dosmesas.engine.state import Point, State
from dosmesas.session.session import Session
from dosmesas.session.staff import bot_of

SHOWN = 3
"""So many claims are told in a debrief."""
MOST_TRIED = 24
"""So many are tried there: those that moved most. `sensitivity` tries all."""


@frozen
class Hinge:
    """A game in which nobody believes one claim: the ending and each seat's return, as played and so.

    `lost` counts decisions that were not open any more: there a bot decided.
    """

    claim: str
    ending: tuple[str, str]
    scores: Mapping[str, tuple[int, int]]
    lost: int

    @property
    def weight(self) -> tuple[bool, int]:
        """Whether the ending is another, then how far mandates move."""
        return self.ending[0] != self.ending[1], sum(abs(two - one) for one, two in self.scores.values())

    def swing(self, seat: str) -> int:
        """What taking the claim back changes of a seat's return, in thousandths."""
        one, two = self.scores[seat]
        return two - one


@frozen
class HingeSearch:
    """Takes back the claims of a game that is over, one replay a step; `most` limits how many are tried."""

    session: Session
    most: int = MOST_TRIED
    claims: tuple[str, ...] = field(init=False)

    @claims.default
    def _claims(self) -> tuple[str, ...]:
        return tuple(moving_claims(self.session)[: self.most])

    def steps(self) -> Iterator[Hinge]:
        """The outcomes, those of the claims that moved most first; each is worked out once."""
        for claim in self.claims:
            yield self.session.once(("hinge", claim), partial(without, self.session, claim))

    def found(self) -> tuple[Hinge, ...]:
        """All that make any difference, what matters most first."""
        moved = [one for one in self.steps() if any(one.weight)]
        return tuple(sorted(moved, key=lambda one: one.weight, reverse=True))


def moving_claims(session: Session) -> list[str]:
    """The claims that receipts of the game cite, those that moved most of a range first."""
    world, moved = session.pack.ruleset.indicators, Counter[str]()
    for step in session.path:
        for receipt in step.receipts:
            if receipt.moves and receipt.indicator in world:
                one = world[receipt.indicator]
                for claim in receipt.claims:
                    moved[claim] += abs(receipt.applied) * 1_000_000 // (one.high - one.low)
    known, belief = session.pack.ruleset.dossier.claims, session.pack.ruleset.beliefs(session.game.view)
    return [claim for claim, _ in moved.most_common() if claim in known and belief[claim]]


def without(session: Session, claim: str) -> Hinge:
    """The game once more, with no belief in a claim; decisions are kept wherever they are legal."""
    view = session.game.view
    doubting = evolve(view, beliefs={**view.beliefs, claim: 0})
    end, lost = _again(session, Game(session.game.pack, doubting, session.game.draws))
    as_played, so = session.game.returns(session.state), session.game.returns(end)
    scores = {seat: (as_played[seat], so[seat]) for seat in as_played}
    return Hinge(claim, (session.state.ending, end.ending), scores, lost)


def _again(session: Session, game: Game) -> tuple[State, int]:
    """The end of the game under other rules, and how many decisions could not be kept."""
    kept = {(one.turn, one.point, one.seat): one.action for one in session.state.decisions}
    bot: Bot | None = None
    state, lost = game.new_initial_state(session.setup.seed), 0
    while not game.is_terminal(state):
        actions = {}
        for seat in game.to_move(state):
            legal = game.legal_actions(state, seat)
            action = kept.get((state.turn, state.point, seat), "")
            if action not in legal:
                lost += state.point is Point.CHOOSE
                bot = bot or bot_of(session.pack, session.setup, session.game.view)
                action = bot.choose(game.information_state(state, seat))
            actions[seat] = action
        state = game.apply(state, actions).state
    return state, lost
