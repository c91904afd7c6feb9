"""Who argues for a seat: at three levels, on what lies open to the seat and nothing else."""

from attrs import field, frozen

from dosmesas.debate.judge import Judge
from dosmesas.debate.search import LEVELS, best_answer, expert_case, naive_case
from dosmesas.engine.benches import INCONSISTENT, Dealer, Dealt
from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.floor import Floor
from dosmesas.engine.observe import InformationState, Opened
from dosmesas.engine.plays import text_of, text_of_answer
from dosmesas.engine.state import Point
from dosmesas.model.decks import deck
from dosmesas.model.rules import Pack, Worldview

NOVICE, ADVOCATE, EXPERT = "novice", "advocate", "expert"
SPEAKERS = (NOVICE, ADVOCATE, EXPERT)
"""A novice says anything legal; an advocate what looks best now; an expert looks three plays ahead."""


@frozen
class Speaker:
    """Makes cases, rebuts and replies."""

    pack: Pack
    view: Worldview
    level: str
    seed: int
    draws: Draws = field(factory=NamedDraws)
    floor: Floor = field(init=False)

    @floor.default
    def _floor(self) -> Floor:
        return Floor(self.pack, Dealer(self.pack, self.view))

    def choose(self, info: InformationState) -> str:
        """One of the legal actions of a point of the debate."""
        if self.level == NOVICE:
            return self._any(info)
        if info.point is Point.REBUT:
            one = next(one for one in info.debates if one.foe == info.seat)
            return text_of(LEVELS[self.level](self.judge(info, one), one.case))
        one = next(one for one in info.debates if one.seat == info.seat)
        judge = self.judge(info, one)
        if info.point is Point.REPLY:
            return text_of_answer(best_answer(judge, one.case, one.against))
        return text_of(expert_case(judge)[0] if self.level == EXPERT else naive_case(judge))

    def judge(self, info: InformationState, one: Opened) -> Judge:
        """The debate as the seat sees it: what lies face down or is in another's hand might be any card."""
        event, option = self.pack.events[info.event], self.pack.option(one.option)
        hand = tuple(self.floor.cards[name] for name in one.hand)
        if one.seat != info.seat:
            hand = deck(option, event, self.pack.ruleset.bank)
        dealt = self.floor.dealer.open_deal(event, option, hand)
        if one.ready:
            ready = (name for name in one.ready if not name.startswith(INCONSISTENT))
            dealt = Dealt(hand, tuple(self.floor.cards[name] for name in ready))
        before = self.floor.memories(one.seat, one.foe, info.turn, info.decisions)
        return self.floor.judge(event, one.seat, option, dealt, before)

    def _any(self, info: InformationState) -> str:
        event = self.pack.events[info.event].first
        name = f"bot:novice:{info.seat}:{info.point}:{event}"
        return info.legal[self.draws.number(self.seed, name, info.turn, 0) * len(info.legal) >> 64]


def speaks(info: InformationState) -> bool:
    """Whether it is an argument that is asked for."""
    return info.point in {Point.CASE, Point.REBUT, Point.REPLY}
