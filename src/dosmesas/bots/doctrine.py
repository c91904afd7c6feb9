"""A bot that decides by a doctrine: it wants what it was told to want, and minds its word.

sim/batch/wishing.py does the same for many games at once, to the same choice.
"""

from collections.abc import Sequence

from attrs import field, frozen

from dosmesas.bots.estimate import Deltas, Estimator, visible_scene, worth
from dosmesas.bots.known import PERSON
from dosmesas.engine.deals import binds, legal_options
from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.home import Band, audiences_of, band_of, support_of
from dosmesas.engine.observe import InformationState
from dosmesas.engine.scene import Scene
from dosmesas.engine.state import DECLINE, SILENT, Point
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.model.arguments import Ratify
from dosmesas.model.doctrines import Doctrine, forbids
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Pack, Worldview
from dosmesas.text.number import half_even

ODDS = {"given": 85, "open": 40, "declined": 10}
"""In how many cases of 100 a persona expects the other side to keep a deal, by what it said."""
CLEARLY = 2400
"""By how much a deal must fall short of the best option before a persona declines it openly."""
PASSES = {Band.CARRIED: 100, Band.WATERED: 50}
UNSURE = 5_000


@frozen
class DoctrineBot:
    """Weighs each option by what it goes by."""

    pack: Pack
    view: Worldview
    seed: int
    doctrine: Doctrine = PERSON
    draws: Draws = field(factory=NamedDraws)
    estimator: Estimator = field(init=False)

    @estimator.default
    def _estimator(self) -> Estimator:
        return Estimator(self.pack, self.pack.ruleset.beliefs(self.view))

    def choose(self, info: InformationState) -> str:
        """The option worth most, or the word that fits it."""
        scene = visible_scene(self.pack, info)
        event = self.pack.events[info.event]
        if info.point is Point.WORD:
            return self._word(info, event, scene)
        return max(self._allowed(info.legal), key=lambda one: (self._value(info, event, scene, one), one))

    def _allowed(self, options: Sequence[str]) -> Sequence[str]:
        """The options on this side of the red lines; all of them where none is."""
        allowed = [one for one in options if not forbids(self.doctrine, self.pack.option(one).act)]
        return allowed or options

    def _word(self, info: InformationState, event: Event, scene: Scene) -> str:
        """Give the word for the option it would choose if the other side kept it; decline where it hurts."""
        options = [one.id for one in legal_options(event, info.seat, scene)]
        deals = {deal.id: deal for deal in event.deals if deal.id in info.legal}
        wishes = {option: self._value(info, event, scene, option, hopeful=True) for option in options}
        best = max(self._allowed(options), key=lambda option: (wishes[option], option))
        for deal in deals.values():
            if deal.option_of(info.seat) == best:
                return deal.id
        worst = min(wishes[deal.option_of(info.seat) or best] for deal in deals.values())
        return DECLINE if worst < wishes[best] - CLEARLY else SILENT

    def _value(
        self, info: InformationState, event: Event, scene: Scene, option: str, *, hopeful: bool = False
    ) -> int:
        chosen = self.pack.option(option)
        passes = self._passes(event, info.seat, chosen, scene)
        deltas = self.estimator.deltas(chosen.effects, scene)
        total = self._worth(info.seat, deltas) * passes // 100 + self._leaning(
            info.seat, event, chosen, deltas
        )
        for deal in event.deals:
            if self._keeps(deal, info.seat, chosen):
                gain = self._worth(info.seat, self.estimator.deltas(deal.effects, scene))
                odds = 100 if hopeful else self._odds(info, deal)
                total += gain * odds * passes // 10_000
        if self._breaks_word(info, event, option):
            rule = self.pack.ruleset.conduct.get(BROKEN_WORD)
            total += self._worth(info.seat, self.estimator.deltas(rule.effects, scene)) if rule else 0
        return total + self._mood(info, option)

    def _worth(self, seat: str, deltas: Deltas) -> int:
        """What changes are worth: by the mandate as far as it counts, and by the doctrine's aims."""
        own = worth(self.pack.ruleset.offices[seat].goals, deltas)
        return half_even(self.doctrine.own * own, 100) + worth(self.doctrine.goals, deltas)

    def _leaning(self, seat: str, event: Event, option: Option, deltas: Deltas) -> int:
        """What the doctrine likes or dislikes of an option, whatever comes of it."""
        doctrine, indicators = self.doctrine, self.pack.ruleset.indicators
        total = doctrine.acts.get(option.act, 0) if option.act else 0
        if doctrine.deals and any(self._keeps(deal, seat, option) for deal in event.deals):
            total += doctrine.deals
        if doctrine.stir:
            moved = ((name, indicators[name].high - indicators[name].low) for name in deltas)
            total += sum(half_even(doctrine.stir * abs(deltas[name]) * 100, length) for name, length in moved)
        return total

    def _keeps(self, deal: Deal, seat: str, option: Option) -> bool:
        """Whether a deal between seats of this pack is kept by an option."""
        return deal.option_of(seat) == option.id and all(one in self.pack.seats for one, _ in deal.between)

    def _passes(self, event: Event, seat: str, option: Option, scene: Scene) -> int:
        """How much of an option an ordinary case gets past the home table, in percent.

        It is the mean of three guesses of the support, for the table is not known to the point.
        """
        if "ratify" not in self.pack.stages or event.ratify is Ratify.ANSWER_FOR:
            return 100
        support = support_of(audiences_of(self.pack, seat, option, scene, {}))
        guesses = [band_of(support + by) for by in (-UNSURE, 0, UNSURE)]
        return sum(PASSES.get(band, 0) for band in guesses) // len(guesses)

    def _odds(self, info: InformationState, deal: Deal) -> int:
        said = _words(info)
        other = next(seat for seat, _ in deal.between if seat != info.seat)
        if said.get(other) == deal.id:
            return ODDS["given"]
        return ODDS["declined"] if said.get(other, SILENT) == DECLINE else ODDS["open"]

    def _breaks_word(self, info: InformationState, event: Event, option: str) -> bool:
        said = _words(info)
        return any(
            binds(deal, info.seat, said) and deal.option_of(info.seat) != option for deal in event.deals
        )

    def _mood(self, info: InformationState, option: str) -> int:
        if not self.doctrine.noise:
            return 0
        name = f"bot:{self.doctrine.id}:{info.seat}:{self.pack.option(option).first}"
        return (self.draws.number(self.seed, name, info.turn, 0) * self.doctrine.noise) >> 64


def _words(info: InformationState) -> dict[str, str]:
    """What was said of the deals this turn, by seat."""
    return {
        one.seat: one.action for one in info.decisions if one.turn == info.turn and one.point is Point.WORD
    }
