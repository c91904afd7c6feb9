"""The rules of a turn once more, slowly and by name: a second engine that the generated code is held against.

It walks the model's trees and keeps everything in dictionaries; nothing is shared with `dosmesas.engine` but
the named draws, the classes of receipts and decisions, and the agenda's odds written out again.
"""

from attrs import Factory, define

from dosmesas.engine.draws import Draws
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.lang.nodes import Node
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.rules import Pack, Worldview
from dosmesas.text.number import half_even

Choices = dict[str, str]


@define
class Slow:
    """A game as dictionaries; `turn_over` carries out one turn's words and choices."""

    pack: Pack
    view: Worldview
    draws: Draws
    seed: int
    turn: int = 0
    event: str = ""
    values: dict[str, int] = Factory(dict)
    flags: dict[str, bool] = Factory(dict)
    receipts: list[Receipt] = Factory(list)
    pending: list[tuple[int, After, str, str]] = Factory(list)
    options: dict[str, int] = Factory(dict)
    happened: dict[str, int] = Factory(dict)
    _opened: dict[str, int] = Factory(dict)
    _sums: dict[str, int] = Factory(dict)
    _set: dict[str, bool] = Factory(dict)
    _scene: Scene = Factory(lambda: Scene({}))
    _stage: str = ""

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

    def turn_over(self, words: Choices, choices: Choices) -> None:
        for option in choices.values():
            self.options[option] = self.options[option.partition("/")[2]] = self.turn
        self.begin_stage("enact")
        for _, option in sorted(choices.items()):
            self.perform(self.pack.option(option).effects, option)
        for deal in sorted(self.pack.events[self.event].deals, key=lambda one: one.id):
            if all(choices.get(seat) == option for seat, option in deal.between):
                self.perform(deal.effects, deal.id)
            for seat, option in sorted(deal.between):
                if words.get(seat) == deal.id and choices.get(seat) != option:
                    self.perform(self.pack.ruleset.conduct["word-broken"].guarded, "word-broken")
        self.end_stage()
        self.drift()

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
            (one for one in self.pending if one[0] == self.turn), key=lambda one: (one[2], one[1].id, one[3])
        )
        self.pending = [one for one in self.pending if one[0] != self.turn]
        for _, after, by, cause in due:
            self.perform(after.effects, by, cause)

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
        self, effects: tuple[Effect, ...], by: str, cause: str = "", reads: tuple[str, ...] = ()
    ) -> None:
        for effect in effects:
            match effect:
                case Change(indicator=name, amount=node, because=claims):
                    share = 100 if effect.counted else self.belief(claims)
                    amount = half_even(evaluate(node, self._scene) * share, 100)
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
                    self.pending.append((due, effect, by, receipt))
                case Chance(percent=percent):
                    came = self.number(effect.id) * 100 < percent << 64
                    receipt = self.write(ReceiptKind.DRAWN, by, applied=int(came), cause=cause, reads=reads)
                    self.perform(effect.effects if came else effect.otherwise, by, receipt, reads)
                case When(condition=node):
                    taken = effect.effects if self.holds(node) else effect.otherwise
                    self.perform(taken, by, cause, _and(reads, node))

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
