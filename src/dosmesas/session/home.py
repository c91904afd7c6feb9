"""What the home table of a seat would make of each of its options, foretold before it chooses.

It reads the information state and the rules, and nothing else, so a forecast tells no secret.
"""

from collections.abc import Callable
from functools import partial

from attrs import field, frozen

from dosmesas.bots.estimate import visible_scene
from dosmesas.debate.judge import Judge, Play
from dosmesas.debate.search import cases
from dosmesas.engine.benches import Dealer, Dealt
from dosmesas.engine.deals import seated
from dosmesas.engine.floor import Floor
from dosmesas.engine.home import Band, Heard, audiences_of, fate_of, support_of
from dosmesas.engine.kept import kept
from dosmesas.engine.memory import Memory
from dosmesas.engine.observe import InformationState
from dosmesas.engine.scene import Scene
from dosmesas.engine.state import Point
from dosmesas.model.arguments import Ratify
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack, Worldview

_HANDS = 9
"""From so many hands, dealt by draws of no game, one guesses what a case that one does not see will be."""
_OPTIONS = 256
"""For so many options a guess is kept: more than a pack has."""
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
    _guess: Callable[[Event, str, Option], tuple[Strengths, Strengths]] = field(init=False)

    @floor.default
    def _floor(self) -> Floor:
        return Floor(self.pack, Dealer(self.pack, self.view))

    @_guess.default
    def _guess_kept(self) -> Callable[[Event, str, Option], tuple[Strengths, Strengths]]:
        return kept(_OPTIONS, partial(_guessed, self.floor))

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
            now: Strengths = {}
            best: Strengths = {}
            if self.floor.is_open(event):
                # Nobody answers, so what lies ready against the hand, which is not seen, is left out.
                now, best = _strengths(self.floor.judge(event, info.seat, option, Dealt(hand, ()), before))
            found[option.id] = self._forecast(event, info.seat, option, scene, now, best)
        return found

    def guess(self, event: Event, seat: str, option: Option, scene: Scene) -> HomeForecast:
        """The forecast of a seat whose hand is not seen, on a scene: a case is taken to be a usual one."""
        now, best = self._guess(event, seat, option)
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


def _strengths(judge: Judge) -> tuple[Strengths, Strengths]:
    """How far silence stands with each audience, and the best case of a hand."""
    return judge.strengths(()), judge.strengths(best_unanswered(judge))


def _guessed(floor: Floor, event: Event, seat: str, option: Option) -> tuple[Strengths, Strengths]:
    """How far silence stands, and a usual case: the median of some hands, for each audience."""
    if not floor.is_open(event):
        return {}, {}
    silent: Strengths = {}
    made: list[Strengths] = []
    for seed in range(_HANDS):
        hand = Dealt(floor.dealer.deal(event, seat, option, seed, 0).hand, ())
        silent, best = _strengths(Judge(floor.dealer.laid(event, seat, option, hand)))
        made.append(best)
    return silent, {name: sorted(one[name] for one in made)[_HANDS // 2] for name in silent}


def best_unanswered(judge: Judge) -> Play:
    """The case that stands highest as long as nobody answers, the shortest of these."""
    return max(cases(judge.bench), key=judge.worth)


def _leaning(silent: Heard, argued: Heard) -> Leaning:
    return Leaning(silent.audience, silent.share, silent.support, argued.support)
