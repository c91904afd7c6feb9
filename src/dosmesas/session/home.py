"""What the home table of a seat would make of each of its options, foretold before it chooses.

It reads the information state and the rules, and nothing else, so a forecast tells no secret.
"""

from functools import lru_cache

from attrs import field, frozen

from dosmesas.bots.estimate import visible_scene
from dosmesas.debate.judge import Judge, Play
from dosmesas.debate.search import cases
from dosmesas.engine.benches import Dealer, Dealt
from dosmesas.engine.deals import seated
from dosmesas.engine.floor import Floor
from dosmesas.engine.home import Band, Heard, audiences_of, fate_of, support_of
from dosmesas.engine.memory import FRESH, Memory
from dosmesas.engine.observe import InformationState
from dosmesas.engine.scene import Scene
from dosmesas.engine.state import Point
from dosmesas.model.arguments import Card, Ratify
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack, Worldview

_HANDS = 9
"""From so many hands, dealt by draws of no game, one guesses what a case that one does not see will be."""
Strengths = dict[str, int]
"""How far a case stands with each audience, in billionths; empty where nothing is argued."""


@frozen
class Leaning:
    """An audience on an option: its support without a case and with the best, in thousandths of 100."""

    audience: str
    share: int
    now: int
    best: int


@frozen
class HomeForecast:
    """The support of a home table for an option, in thousandths of 100, if nobody answers.

    `now` is it without a case, `best` with the best that can be made; they are one where nothing is argued.
    """

    audiences: tuple[Leaning, ...]
    now: int
    best: int
    argued: bool
    ratify: Ratify

    @property
    def band_now(self) -> Band:
        """What the table would let through without a case."""
        return fate_of(self.ratify, self.now)[0]

    @property
    def band_best(self) -> Band:
        """What it would let through with the best case."""
        return fate_of(self.ratify, self.best)[0]

    @property
    def inquiry_now(self) -> bool:
        """Whether an office that answers for it would be looked into, having said nothing."""
        return fate_of(self.ratify, self.now)[1]

    @property
    def inquiry_best(self) -> bool:
        """The same, having made its best case."""
        return fate_of(self.ratify, self.best)[1]


@frozen(eq=False, repr=False)
class Foreteller:
    """Foretells what the home tables of a pack, under a worldview, would let through."""

    pack: Pack
    view: Worldview
    floor: Floor = field(init=False)
    _guesses: object = field(init=False)

    @floor.default
    def _floor(self) -> Floor:
        return Floor(self.pack, Dealer(self.pack, self.view))

    @_guesses.default
    def _make_guesses(self) -> object:
        return lru_cache(None)(self._guess)

    @property
    def asks(self) -> bool:
        """Whether choices of this pack go before a home table."""
        return "ratify" in self.pack.stages

    def options(self, info: InformationState) -> dict[str, HomeForecast]:
        """The forecast of each own option by id, until all have chosen; none where no table is asked."""
        if not self.asks or info.point not in {Point.WORD, Point.CHOOSE}:
            return {}
        event, scene, hands = self.pack.events[info.event], visible_scene(self.pack, info), dict(info.hands)
        before = self._before(event, info)
        found = {}
        for option in event.seats.get(info.seat, ()):
            hand = tuple(self.floor.cards[name] for name in hands.get(option.id, ()))
            now, best = self._strengths(event, info.seat, option, hand, before)
            found[option.id] = self._forecast(event, info.seat, option, scene, now, best)
        return found

    def guess(self, event: Event, seat: str, option: Option, scene: Scene) -> HomeForecast:
        """The forecast of a seat whose hand is not seen, on a scene: a case is taken to be a usual one."""
        now, best = self._guesses(event, seat, option)  # type: ignore[operator] # mypy cannot type a cached method in a field
        return self._forecast(event, seat, option, scene, now, best)

    def _before(self, event: Event, info: InformationState) -> tuple[Memory, Memory]:
        """What was said in earlier turns: cards that have been heard are worth less."""
        foe = self.floor.foe(seated(self.pack, event), info.seat) if info.seat in event.seats else ""
        return self.floor.memories(info.seat, foe, info.turn, info.decisions)

    def _forecast(
        self, event: Event, seat: str, option: Option, scene: Scene, now: Strengths, best: Strengths
    ) -> HomeForecast:
        silent = audiences_of(self.pack, seat, option, scene, now)
        argued = audiences_of(self.pack, seat, option, scene, best)
        leanings = tuple(_leaning(*pair) for pair in zip(silent, argued, strict=True))
        is_open = self.floor.is_open(event)
        return HomeForecast(leanings, support_of(silent), support_of(argued), is_open, event.ratify)

    def _strengths(
        self,
        event: Event,
        seat: str,
        option: Option,
        hand: tuple[Card, ...],
        before: tuple[Memory, Memory] = (FRESH, FRESH),
    ) -> tuple[Strengths, Strengths]:
        """How far silence stands with each audience, and the best case of a hand."""
        if not self.floor.is_open(event):
            return {}, {}
        # Nobody answers, so what lies ready against the hand, which is not seen, is left out.
        judge = self.floor.judge(event, seat, option, Dealt(hand, ()), before)
        return judge.strengths(()), judge.strengths(best_unanswered(judge))

    def _guess(self, event: Event, seat: str, option: Option) -> tuple[Strengths, Strengths]:
        """How far silence stands, and a usual case: the median of some hands, for each audience."""
        if not self.floor.is_open(event):
            return {}, {}
        hands = (self.floor.dealt(event, seat, option, seed, 0).hand for seed in range(_HANDS))
        silent: Strengths = {}
        made: list[Strengths] = []
        for hand in hands:
            silent, best = self._strengths(event, seat, option, hand)
            made.append(best)
        return silent, {name: sorted(one[name] for one in made)[_HANDS // 2] for name in silent}


def best_unanswered(judge: Judge) -> Play:
    """The case that stands highest as long as nobody answers, the shortest of these."""
    return max(cases(judge.bench), key=judge.worth)


def _leaning(silent: Heard, argued: Heard) -> Leaning:
    return Leaning(silent.audience, silent.share, silent.support, argued.support)
