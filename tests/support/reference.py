"""The rules of a turn once more, slowly and by name: a second engine that the generated code is held against.

It walks the model's trees and keeps everything in dictionaries; nothing is shared with `dosmesas.engine` but
the named draws, the classes of receipts and decisions, and the agenda's odds written out again.
"""

from attrs import Factory, define

from dosmesas.debate.graph import ONE
from dosmesas.engine.draws import Draws
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Node
from dosmesas.model.arguments import Ratify
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.events import Deal
from dosmesas.model.rules import Pack, Worldview
from dosmesas.text.number import half_even
from tests.support.reference_home import SlowHome

Choices = dict[str, str]


@define
class Slow:
    """A game as dictionaries; `turn_over` carries out one turn's words, choices and debates."""

    pack: Pack
    view: Worldview
    draws: Draws
    seed: int
    turn: int = 0
    event: str = ""
    values: dict[str, int] = Factory(dict)
    flags: dict[str, bool] = Factory(dict)
    receipts: list[Receipt] = Factory(list)
    pending: list[tuple[int, After, str, str, bool]] = Factory(list)
    options: dict[str, int] = Factory(dict)
    happened: dict[str, int] = Factory(dict)
    _opened: dict[str, int] = Factory(dict)
    _sums: dict[str, int] = Factory(dict)
    _set: dict[str, bool] = Factory(dict)
    _scene: Scene = Factory(lambda: Scene({}))
    _stage: str = ""
    home: SlowHome = Factory(
        lambda self: SlowHome(self.pack, self.view, self.draws, self.seed), takes_self=True
    )

    def begin(self) -> None:
        self.values = {one.id: one.start for one in self.pack.ruleset.indicators.values()}
        self.flags = {one.id: one.start for one in self.pack.ruleset.flags.values()}
        self.open()

    def open(self) -> None:
        self.turn, self._opened = self.turn + 1, dict(self.values)
        self.begin_stage("brief")
        self.land()
        news = self.news()
        for name in news:
            self.perform(self.pack.bulletins[name].effects, name)
        self.end_stage()
        self.happened.update(dict.fromkeys(news, self.turn))
        self.event = self.next_event()
        self.happened[self.event] = self.turn

    def turn_over(self, words: Choices, choices: Choices, said: dict[tuple[str, str], str]) -> None:
        """One turn; `said` is what was argued, by point and seat."""
        for option in choices.values():
            self.options[option] = self.options[option.partition("/")[2]] = self.turn
        let_through = dict.fromkeys(choices, "carried")
        if "ratify" in self.pack.stages:
            let_through = self.ratify(words, choices, said)
        self.begin_stage("enact")
        for seat, name in sorted(choices.items()):
            option, band = self.pack.option(name), let_through[seat]
            if band in {"carried", "watered"}:
                self.perform(option.effects, name, half=band == "watered")
                self.perform(option.sure, name)
            self.perform({"watered": option.watered, "blocked": option.blocked}.get(band, ()), name)
        for deal in self.deals():
            bands = [let_through[seat] for seat, option in deal.between if choices.get(seat) == option]
            if len(bands) == 2 and {*bands} <= {"carried", "watered"}:
                self.perform(deal.effects, deal.id, half="watered" in bands)
            if "ratify" not in self.pack.stages:
                self.broken_words(deal, words, choices)
        self.end_stage()
        self.drift()

    def deals(self) -> list[Deal]:
        return sorted(self.pack.events[self.event].deals, key=lambda one: one.id)

    def broken_words(self, deal: Deal, words: Choices, choices: Choices) -> None:
        for seat, option in sorted(deal.between):
            if self.bound(deal, seat, words) and choices.get(seat) != option:
                self.conduct("word-broken")

    def bound(self, deal: Deal, seat: str, words: Choices) -> bool:
        """A word that the other party openly declined to answer binds nobody."""
        return words.get(seat) == deal.id and "decline" not in [
            words.get(one) for one, _ in deal.between if one != seat
        ]

    def ratify(self, words: Choices, choices: Choices, said: dict[tuple[str, str], str]) -> Choices:
        """The stage `ratify`; what became of each seat's choice."""
        event, home = self.pack.events[self.event], self.home
        self.begin_stage("ratify")
        argued = home.argued(event, self.turn, choices, said)
        support = home.supports(choices, self._scene, argued)
        gave_way = home.gave_way(choices, support)
        answered_for = event.ratify is Ratify.ANSWER_FOR
        bands = {}
        for seat, points in support.items():
            band = (
                "carried"
                if points >= 50_000 or answered_for
                else "watered"
                if points >= 40_000
                else "blocked"
            )
            bands[seat] = "gave way" if seat in gave_way else band
        for one in argued.values():
            for audience, stands in one.stands.items():
                points = half_even((stands - home.par(audience)) * 10, ONE) * 1000
                if points:
                    self._sums[audience] = self._sums.get(audience, 0) + points
                    claims = self.pack.ruleset.conduct["case-made"].because
                    self.write(ReceiptKind.CHANGE, "case-made", audience, points, claims)
            for rule in one.manners:
                self.conduct(rule)
        for seat in sorted(choices):
            name = seat.replace(".", "_")
            if answered_for and support[seat] < 40_000 and seat not in gave_way:
                self.raise_flag("inquiry", f"inquiry_{name}")
            if seat in gave_way:
                self.raise_flag("gave-way", f"dissent_{name}")
        for deal in self.deals():
            for seat, option in sorted(deal.between):
                kept = self.bound(deal, seat, words) and choices.get(seat) == option
                if kept and bands[seat] in {"blocked", "gave way"}:
                    self.conduct("ratification-lost")
        for deal in self.deals():
            self.broken_words(deal, words, choices)
        self.end_stage()
        return bands

    def conduct(self, rule: str) -> None:
        known = self.pack.ruleset.conduct
        if rule in known:
            self.perform(known[rule].guarded, rule)

    def raise_flag(self, rule: str, name: str) -> None:
        if not self.flags[name]:
            self._set[name] = True
            self.write(ReceiptKind.FLAG, rule, name, 1, self.pack.ruleset.conduct[rule].because)

    def outlook(self) -> None:
        for _ in range(12):
            self.turn, self._opened = self.turn + 1, dict(self.values)
            self.begin_stage("brief")
            self.land()
            self.end_stage()
            self.drift()

    def drift(self) -> None:
        self.begin_stage("drift")
        for rule in self.pack.ruleset.rules.values():
            self.perform(rule.guarded, rule.id)
        self.end_stage()

    def land(self) -> None:
        due = sorted(
            (one for one in self.pending if one[0] == self.turn),
            key=lambda one: (one[2], "half:" * one[4] + one[1].id, one[3]),
        )
        self.pending = [one for one in self.pending if one[0] != self.turn]
        for _, after, by, cause, half in due:
            self.perform(after.effects, by, cause, half=half)

    def number(self, name: str, index: int = 0) -> int:
        return self.draws.number(self.seed, name, self.turn, index)

    def holds(self, condition: Node | None) -> bool:
        return condition is None or bool(evaluate(condition, self._scene))

    def news(self) -> list[str]:
        drawn = [
            (self.number(f"bulletin:{one.id}"), one.id)
            for one in self.pack.bulletins.values()
            if one.turn in {None, self.turn} and one.id not in self.happened and self.holds(one.when)
        ]
        came = [pair for pair in drawn if pair[0] * 100 < self.pack.bulletins[pair[1]].chance << 64]
        return sorted(name for _, name in sorted(came)[-4:])

    def next_event(self) -> str:
        self._scene = self.scene()
        events = self.pack.events.values()
        fixed = [one.id for one in events if one.turn == self.turn]
        if fixed:
            return fixed[0]
        free = [one for one in events if one.turn is None and not one.repeats and one.id not in self.happened]
        ready = [one for one in free if self.holds(one.when)]
        if not ready:
            return next(one.id for one in events if one.repeats)
        top = max(one.tier for one in ready)
        races = [
            (max(self.number(f"agenda:{one.id}", index) for index in range(one.weight)), one.id)
            for one in ready
            if one.tier == top
        ]
        return max(races)[1]

    def scene(self) -> Scene:
        numbers = {
            **self.values,
            **{name: int(on) for name, on in self.flags.items()},
            "turn": self.turn * 1000,
        }
        return Scene(numbers, dict(self.options), dict(self.happened))

    def begin_stage(self, name: str) -> None:
        self._stage, self._scene, self._sums, self._set = name, self.scene(), {}, {}

    def end_stage(self) -> None:
        for one in self.pack.ruleset.indicators.values():
            if self._sums.get(one.id):
                wanted = self.values[one.id] + self._sums[one.id]
                step = one.high - one.low if one.max_step is None else one.max_step
                low, high = (
                    max(one.low, self._opened[one.id] - step),
                    min(one.high, self._opened[one.id] + step),
                )
                self.values[one.id] = min(max(wanted, low), high)
                if self.values[one.id] != wanted:
                    self.write(ReceiptKind.LIMIT, "limit", one.id, self.values[one.id] - wanted)
        self.flags.update(self._set)

    def write(
        self,
        kind: ReceiptKind,
        by: str,
        indicator: str = "",
        applied: int = 0,
        claims: tuple[str, ...] = (),
        cause: str = "",
        figure: str = "",
        reads: tuple[str, ...] = (),
    ) -> str:
        number = sum(one.turn == self.turn for one in self.receipts) + 1
        name = f"{self.turn}.{number}"
        self.receipts.append(
            Receipt(name, kind, indicator, applied, by, claims, self._stage, cause, figure, reads)
        )
        return name

    def perform(
        self,
        effects: tuple[Effect, ...],
        by: str,
        cause: str = "",
        reads: tuple[str, ...] = (),
        *,
        half: bool = False,
    ) -> None:
        for effect in effects:
            match effect:
                case Change(indicator=name, amount=node, because=claims):
                    share = 100 if effect.counted else self.belief(claims)
                    amount = half_even(evaluate(node, self._scene) * share, 100)
                    if half and not effect.counted:
                        amount = half_even(amount, 2)
                    if amount:
                        self._sums[name] = self._sums.get(name, 0) + amount
                        read = _and(reads, node)
                        self.write(ReceiptKind.CHANGE, by, name, amount, claims, cause, effect.figure, read)
                case SetFlag(flag=name, value=value, because=claims):
                    if self.flags[name] is not value:
                        self._set[name] = value
                        self.write(ReceiptKind.FLAG, by, name, int(value), claims, cause, reads=reads)
                case After(turns=turns):
                    due = self.turn + turns
                    receipt = self.write(ReceiptKind.SCHEDULED, by, applied=due, cause=cause, reads=reads)
                    self.pending.append((due, effect, by, receipt, half))
                case Chance(percent=percent):
                    came = self.number(effect.id) * 100 < percent << 64
                    receipt = self.write(ReceiptKind.DRAWN, by, applied=int(came), cause=cause, reads=reads)
                    self.perform(effect.effects if came else effect.otherwise, by, receipt, reads, half=half)
                case When(condition=node):
                    taken = effect.effects if self.holds(node) else effect.otherwise
                    self.perform(taken, by, cause, _and(reads, node), half=half)

    def belief(self, claims: tuple[str, ...]) -> int:
        return min((self._belief_in(claim) for claim in claims), default=100)

    def _belief_in(self, claim: str) -> int:
        ruleset, view = self.pack.ruleset, self.view
        if claim in ruleset.assumptions:
            return 100
        usual = view.rivals if ruleset.dossier.claims[claim].rival else view.article
        return view.beliefs.get(claim, usual)


def _and(reads: tuple[str, ...], node: Node) -> tuple[str, ...]:
    return (*reads, *(name for name in sorted(names_in(node)) if name not in reads))
