"""Debates and home tables once more, slowly: hands, what is said, support and bands, from the definitions.

Graphs of single debates take the place of the judge, and lists of what was said in which turn that of memories.
"""

from collections.abc import Iterable
from itertools import combinations

from attrs import Factory, define, evolve, frozen

from dosmesas.debate.graph import ONE
from dosmesas.debate.strength import strength
from dosmesas.debate.table import PLAN, Said, Spoken, debate_graph
from dosmesas.engine.draws import Draws
from dosmesas.engine.scene import Scene
from dosmesas.lang.evaluate import evaluate
from dosmesas.model.arguments import Argue, Card
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack, Worldview
from dosmesas.text.number import half_even

HELD_TO = "inconsistent~"


@frozen
class Argued:
    """A debate that is over: how the option stands by audience, and which rules of conduct it calls for."""

    stands: dict[str, int]
    manners: list[str]


@frozen
class Told:
    """What was said in a turn by one seat: its case, what it said against `faced`, its answer."""

    turn: int
    seat: str
    faced: str
    case: tuple[str, ...]
    against: tuple[str, ...]
    answer: tuple[str, ...]


@define
class SlowHome:
    """The home tables of a game; `told` grows with each turn that was argued."""

    pack: Pack
    view: Worldview
    draws: Draws
    seed: int
    told: list[Told] = Factory(list)

    def argued(
        self, event: Event, turn: int, choices: dict[str, str], said: dict[tuple[str, str], str]
    ) -> dict[str, Argued]:
        """The debates of a turn; `said` by point and seat."""
        if event.argue is Argue.NONE or "argue" not in self.pack.stages:
            return {}
        now = [self._told(turn, seat, choices, said) for seat in sorted(choices)]
        found = {}
        for own in now:
            answering = next((one for one in now if one.seat == own.faced), None)
            found[own.seat] = self._debate(event, turn, self.pack.option(choices[own.seat]), own, answering)
        self.told += now
        return found

    def _told(self, turn: int, seat: str, choices: dict[str, str], said: dict[tuple[str, str], str]) -> Told:
        def cards(point: str) -> tuple[str, ...]:
            text = said.get((point, seat), "none")
            return () if text == "none" else tuple(text.split("+"))

        answer = tuple(said.get(("reply", seat), "rest").split(":"))
        return Told(turn, seat, self.faced(seat, choices), cards("case"), cards("rebut"), answer)

    def faced(self, seat: str, choices: Iterable[str]) -> str:
        """Who sits across: one of the same rank, or of those that none such faces the one in the same place."""
        offices = self.pack.ruleset.offices
        sides = sorted(choices, key=lambda one: (offices[one].rank, one))
        ours = [one for one in sides if offices[one].country == offices[seat].country]
        theirs = [one for one in sides if one not in ours]
        equals = []
        for rank in {offices[one].rank for one in sides}:
            side, other = ([one for one in half if offices[one].rank == rank] for half in (ours, theirs))
            equals += [*zip(side, other, strict=False)]
        taken = {one for pair in equals for one in pair}
        left = ([one for one in half if one not in taken] for half in (ours, theirs))
        return dict([*equals, *zip(*left, strict=False)]).get(seat, "")

    def _debate(self, event: Event, turn: int, option: Option, own: Told, answering: Told | None) -> Argued:
        bank = self.pack.ruleset.bank
        brought = [one for one in event.cards if option.id not in one.not_for]
        cards = [*brought, *(card for line in option.lines for card in bank.lines[line].cards)]
        hand = self._hand(
            event, turn, option, own.seat, [one for one in cards if one.answers and one.fits(option.act)]
        )
        others = [one for one in cards if not one.answers]
        ready = self._ready(event, turn, option, hand, others)
        heard = {one.id: self._said(one) for one in (*hand, *others)}
        for one in hand:
            times = sum(
                own.seat == past.seat and turn - past.turn <= 3 and one.id in past.case for past in self.told
            )
            heard[one.id] = evolve(heard[one.id], base=heard[one.id].base * 85**times // 100**times)
        names = {card.id: card for card in (*hand, *others)}
        turned = [one.id for one in hand if {*one.because} & self._spoken_against(own.seat)]
        held = {f"{HELD_TO}{name}": name for name in (*turned, *(one.id for one in ready))}
        heard |= {name: Said(name, 600_000_000, against=(aim,)) for name, aim in held.items()}
        against = answering.against if answering else ()
        if answering is None:
            open_to = [
                name
                for name in (*(one.id for one in ready), *(f"{HELD_TO}{one}" for one in turned))
                if {*heard[name].against} & {*own.case} or heard[name].worsens in self._asked(own.seat)
            ]
            plays = [play for size in range(3) for play in combinations(sorted(open_to), size)]
            against = min(
                plays, key=lambda play: self._worth(own.seat, [heard[one] for one in (*own.case, *play)])
            )
        kind, *more = own.answer
        lying = [
            heard[one] for one in (*own.case, *against, *(more[:1] if kind in {"reply", "back"} else []))
        ]
        backs = ((more[0], more[1]),) if kind == "back" else ()
        conceded = frozenset(more if kind == "concede" else [])
        stands = self._stands(own.seat, Spoken(tuple(lying), backs, conceded))
        mine = [name for name in own.case if name not in conceded] + (more if kind == "reply" else [])
        manners = []
        for seat, side in (
            (own.seat, mine),
            (answering.seat if answering else "", against if answering else ()),
        ):
            country = self.pack.ruleset.offices[seat].country if seat else ""
            said = [names[name] for name in side if name in names]
            tones = {one.tone for one in said if one.toward != country or not one.toward}
            manners += [rule for tone, rule in (("blame", "blamed"), ("credit", "credited")) if tone in tones]
        return Argued(stands, manners + ["conceded"] * (kind == "concede"))

    def _listeners(self, seat: str) -> list[tuple[str, int, dict[str, int]]]:
        doubters = self.pack.ruleset.bank.doubters
        return [
            (name, share, {question: doubt * 1_000_000 for question, doubt in doubters[name].doubts.items()})
            for name, share in self.pack.ruleset.offices[seat].audiences
            if name in doubters
        ]

    def _asked(self, seat: str) -> set[str]:
        return {question for _, _, doubts in self._listeners(seat) for question in doubts}

    def _stands(self, seat: str, spoken: Spoken) -> dict[str, int]:
        return {
            name: strength(debate_graph(doubts, spoken), PLAN) for name, _, doubts in self._listeners(seat)
        }

    def _worth(self, seat: str, lying: list[Said]) -> int:
        stands = self._stands(seat, Spoken(tuple(lying)))
        return sum(share * stands[name] for name, share, _ in self._listeners(seat))

    def _spoken_against(self, seat: str) -> set[str]:
        """The claims of cards that a seat denied in the case it faced, or took back itself."""
        claims = set[str]()
        for past in (one for one in self.told if one.seat == seat):
            lying = next(
                (one.case for one in self.told if (one.turn, one.seat) == (past.turn, past.faced)), ()
            )
            denied = [name for name in past.against if self._card(name)[2] == "denies"]
            hit = {aim for name in denied for aim in self._card(name)[0] if aim in lying}
            hit |= {*past.answer[1:]} if past.answer[0] == "concede" else set()
            claims |= {claim for name in hit for claim in self._card(name)[1]}
        return claims

    def _card(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """What a card speaks against, its claims, and how; nothing of one that only the past brought in."""
        cards = [card for line in self.pack.ruleset.bank.lines.values() for card in line.cards]
        cards += [card for event in self.pack.events.values() for card in event.cards]
        return next(
            ((card.against, card.because, card.how) for card in cards if card.id == name), ((), (), "")
        )

    def _said(self, card: Card) -> Said:
        ruleset, view = self.pack.ruleset, self.view

        def hearing(claim: str) -> int:
            if claim in ruleset.assumptions:
                return 100
            usual = view.hears_rivals if ruleset.dossier.claims[claim].rival else view.hears_article
            return view.beliefs.get(claim, usual)

        def force(claim: str) -> int:
            known = ruleset.dossier.claims.get(claim)
            return ruleset.bank.force[known.kind if known else "normative"] * 10_000 * hearing(claim)  # type: ignore[index] # a kind is a string

        base = min(min(950_000_000, force(claim)) for claim in card.because)
        cuts = tuple((name, cut * 10_000 * min(map(hearing, card.because))) for name, cut in card.cuts)
        return Said(card.id, base, card.because, card.answers, cuts, card.against, card.how, card.worsens)

    def _by_lot(self, option: Option, turn: int, cards: Iterable[Card]) -> list[Card]:
        draw = {
            card.id: self.draws.number(self.seed, f"card:{option.id}:{card.id}", turn, 0) for card in cards
        }
        return sorted(cards, key=lambda card: (draw[card.id], card.id))

    def _hand(self, event: Event, turn: int, option: Option, seat: str, reasons: list[Card]) -> list[Card]:
        size = 5 if event.argue is Argue.SHORT else 6
        left = self._by_lot(option, turn, reasons)
        dealt = [card for card in left if card in event.cards][: size - 2]
        weights: dict[str, int] = {}
        for _, share, doubts in self._listeners(seat):
            for question, doubt in doubts.items():
                weights[question] = weights.get(question, 0) + share * doubt
        heaviest = sorted(weights, key=lambda question: (-weights[question], question))
        unanswered = [one for one in heaviest if one not in {card.answers for card in dealt}]
        for question in unanswered[:1] if event.argue is Argue.SHORT else unanswered:
            dealt += [card for card in left if card.answers == question and card not in dealt][:1]
        cutting = [card for card in left if card.cuts and card not in dealt]
        missing = max(0, 2 - sum(bool(card.cuts) for card in dealt))
        dealt += cutting[: min(missing, max(0, size - len(dealt)))]
        rest = [card for card in left if card not in dealt]
        return (dealt + rest[: max(0, size - len(dealt))])[:size]

    def _ready(
        self, event: Event, turn: int, option: Option, hand: list[Card], others: list[Card]
    ) -> list[Card]:
        names = {card.id for card in hand}
        left = self._by_lot(
            option, turn, [card for card in others if card.worsens or {*card.against} & names]
        )
        ready = [card for card in left if card in event.cards]
        for name in sorted(names):
            if not any(name in card.against for card in ready):
                ready += [card for card in left if name in card.against][:1]
        return [*ready, *(card for card in left if card not in ready)][:6]

    def supports(self, choices: dict[str, str], scene: Scene, argued: dict[str, Argued]) -> dict[str, int]:
        """The support of each seat's home table for its choice, in thousandths."""
        found = {}
        for seat, name in choices.items():
            total = shares = 0
            for audience, share in self.pack.ruleset.offices[seat].audiences:
                support = scene.value(audience) + self._stance(name, audience, scene)
                if seat in argued and audience in argued[seat].stands:
                    above = argued[seat].stands[audience] - self.par(audience)
                    support += half_even(above * 40_000, ONE)
                total, shares = total + share * max(0, min(100_000, support)), shares + share
            found[seat] = half_even(total, shares) if shares else 100_000
        return found

    def par(self, audience: str) -> int:
        """What is usual with an audience, in billionths."""
        return self.pack.ruleset.bank.doubters[audience].par * 1_000_000

    def _stance(self, option: str, audience: str, scene: Scene) -> int:
        return sum(
            int(evaluate(node, scene)) for name, node in self.pack.option(option).home if name == audience
        )

    def gave_way(self, choices: dict[str, str], support: dict[str, int]) -> set[str]:
        """The seats whose choice clashes with one of a colleague that has more behind it."""
        order = sorted(choices, key=lambda seat: (-support[seat], self.pack.seats.index(seat)))
        stands: list[str] = []
        for seat in order:
            if not any(self._clash(choices, seat, other) for other in stands):
                stands.append(seat)
        return {*choices} - {*stands}

    def _clash(self, choices: dict[str, str], one: str, other: str) -> bool:
        offices, option = self.pack.ruleset.offices, self.pack.option
        named = choices[one] in option(choices[other]).clash or choices[other] in option(choices[one]).clash
        return named and offices[one].country == offices[other].country
