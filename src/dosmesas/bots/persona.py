"""A bot that plays its office: it wants what the mandate wants, and keeps an eye on its word."""

from attrs import field, frozen

from dosmesas.bots.estimate import Estimator, visible_scene, worth
from dosmesas.engine.deals import legal_options
from dosmesas.engine.draws import Draws, NamedDraws
from dosmesas.engine.home import Band, audiences_of, band_of, support_of
from dosmesas.engine.observe import InformationState
from dosmesas.engine.scene import Scene
from dosmesas.engine.state import DECLINE, SILENT, Point
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.model.arguments import Ratify
from dosmesas.model.events import Deal, Event, Option
from dosmesas.model.rules import Pack, Worldview

ODDS = {"given": 85, "open": 40, "declined": 10}
"""In how many cases of 100 a persona expects the other side to keep a deal, by what it said."""
CLEARLY = 2400
"""By how much a deal must fall short of the best option before a persona declines it openly."""
PASSES = {Band.CARRIED: 100, Band.WATERED: 50}
UNSURE = 5_000
NOISE = 2500
"""The most that mood adds to an option, in thousandths of a mandate point: no two games alike."""


@frozen
class PersonaBot:
    """Weighs each option by its office's mandate."""

    pack: Pack
    view: Worldview
    seed: int
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
        return max(info.legal, key=lambda option: (self._value(info, event, scene, option), option))

    def _word(self, info: InformationState, event: Event, scene: Scene) -> str:
        """Give the word for the option it would choose if the other side kept it; decline where it hurts."""
        options = [one.id for one in legal_options(event, info.seat, scene)]
        deals = {deal.id: deal for deal in event.deals if deal.id in info.legal}
        wishes = {option: self._value(info, event, scene, option, hopeful=True) for option in options}
        best = max(options, key=lambda option: (wishes[option], option))
        for deal in deals.values():
            if deal.option_of(info.seat) == best:
                return deal.id
        worst = min(wishes[deal.option_of(info.seat) or best] for deal in deals.values())
        return DECLINE if worst < wishes[best] - CLEARLY else SILENT

    def _value(
        self, info: InformationState, event: Event, scene: Scene, option: str, *, hopeful: bool = False
    ) -> int:
        office = self.pack.ruleset.offices[info.seat]
        chosen = self.pack.option(option)
        passes = self._passes(event, info.seat, chosen, scene)
        total = worth(office, self.estimator.deltas(chosen.effects, scene)) * passes // 100
        for deal in event.deals:
            if deal.option_of(info.seat) == option:
                gain = worth(office, self.estimator.deltas(deal.effects, scene))
                odds = 100 if hopeful else self._odds(info, deal)
                total += gain * odds * passes // 10_000
        if self._breaks_word(info, event, option):
            rule = self.pack.ruleset.conduct.get(BROKEN_WORD)
            total += worth(office, self.estimator.deltas(rule.effects, scene)) if rule else 0
        return total + self._mood(info, option)

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
        said = {
            one.seat: one.action
            for one in info.decisions
            if one.turn == info.turn and one.point is Point.WORD
        }
        other = next(seat for seat, _ in deal.between if seat != info.seat)
        if said.get(other) == deal.id:
            return ODDS["given"]
        return ODDS["declined"] if said.get(other, SILENT) == DECLINE else ODDS["open"]

    def _breaks_word(self, info: InformationState, event: Event, option: str) -> bool:
        mine = [
            one.action
            for one in info.decisions
            if one.turn == info.turn and one.point is Point.WORD and one.seat == info.seat
        ]
        return any(deal.id in mine and deal.option_of(info.seat) != option for deal in event.deals)

    def _mood(self, info: InformationState, option: str) -> int:
        name = self.pack.option(option).first
        number = self.draws.number(self.seed, f"bot:persona:{info.seat}:{name}", info.turn, 0)
        return (number * NOISE) >> 64
