"""The debates of a turn: who argues what, who answers whom, what lies on the table, what may be said."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import field, frozen

from dosmesas.debate.judge import REST, Answer, Bench, Judge, Play
from dosmesas.debate.search import advocate, answers, cases, rebuttals
from dosmesas.engine.benches import Dealer, Dealt
from dosmesas.engine.memory import FRESH, Memory, memory_of
from dosmesas.engine.plays import answer_of, play_of, text_of, text_of_answer
from dosmesas.engine.state import Decision, Point
from dosmesas.model.arguments import Argue, Card
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack

ARGUING = (Point.CASE, Point.REBUT, Point.REPLY)
"""The decision points of the stage `argue`, in order."""
_REMEMBERED = 1024


@frozen(eq=False)
class Debate:
    """One option argued in one turn. `foe` is the seat that answers it; empty where the floor does."""

    seat: str
    foe: str
    option: Option
    dealt: Dealt
    judge: Judge
    case: Play = ()
    rebutted: Play | None = None
    answer: Answer = REST
    answered: bool = True

    @property
    def against(self) -> Play:
        """The rebuttals: what the foe chose, or the strongest that the floor has where nobody sits there."""
        if self.rebutted is not None:
            return self.rebutted
        return advocate(self.judge, self.case) if self.answered and not self.foe else ()

    @property
    def bench(self) -> Bench:
        """What there is to say."""
        return self.judge.bench

    def strengths(self) -> dict[str, int]:
        """How far the option stands with each audience at home, in billionths."""
        return self.judge.strengths(self.case, self.against, self.answer)


@frozen(eq=False, repr=False)
class Floor:
    """Where the debates of a pack are held."""

    pack: Pack
    dealer: Dealer
    cards: Mapping[str, Card] = field(init=False)
    _remembered: object = field(init=False)
    _dealt: object = field(init=False)

    @cards.default
    def _cards(self) -> Mapping[str, Card]:
        lists = [line.cards for line in self.pack.ruleset.bank.lines.values()]
        lists += [event.cards for event in self.pack.events.values()]
        return {card.id: card for cards in lists for card in cards}

    @_remembered.default
    def _make_remembered(self) -> object:
        return lru_cache(_REMEMBERED)(self._judge)

    @_dealt.default
    def _make_dealt(self) -> object:
        return lru_cache(_REMEMBERED)(self.dealer.deal)

    def is_open(self, event: Event) -> bool:
        """Whether an event is put to debate in this pack."""
        return event.argue is not Argue.NONE and "argue" in self.pack.stages

    def foe(self, seats: tuple[str, ...], seat: str) -> str:
        """The seat of the other country that answers: the first the first, the second the second."""
        offices = self.pack.ruleset.offices
        country = offices[seat].country
        own = [one for one in seats if offices[one].country == country]
        others = [one for one in seats if offices[one].country != country]
        place = own.index(seat)
        return others[place] if place < len(others) else ""

    def dealt(self, event: Event, seat: str, option: Option, seed: int, turn: int) -> Dealt:
        """The cards of an option in a turn: dealt once, for they are asked for at every look at a debate."""
        return self._dealt(event, seat, option, seed, turn)  # type: ignore[operator,no-any-return] # as below

    def judge(
        self, event: Event, seat: str, option: Option, dealt: Dealt, before: tuple[Memory, Memory]
    ) -> Judge:
        """The judge of a debate: the same one for the same cards and the same past."""
        return self._remembered(event, seat, option, dealt, *before)  # type: ignore[operator,no-any-return] # mypy cannot type a cached method in a field

    def _judge(
        self, event: Event, seat: str, option: Option, dealt: Dealt, speaker: Memory, foe: Memory
    ) -> Judge:
        return Judge(self.dealer.laid(event, seat, option, dealt, speaker, foe))

    def memories(
        self, seat: str, foe: str, turn: int, decisions: Iterable[Decision]
    ) -> tuple[Memory, Memory]:
        """What the seat and its foe said in earlier turns, whoever sat across from them there."""
        earlier = [one for one in decisions if one.turn < turn]
        made = [one for one in earlier if one.point in ARGUING]
        if not made:
            return FRESH, FRESH
        asked: dict[int, tuple[str, ...]] = {}
        for one in earlier:
            if one.point is Point.CHOOSE:
                asked[one.turn] = (*asked.get(one.turn, ()), one.seat)

        def of(speaker: str) -> Memory:
            faced = {then: self.foe(seats, speaker) for then, seats in asked.items() if speaker in seats}
            return memory_of(speaker, faced, turn, made, self.cards)

        return of(seat), of(foe) if foe else FRESH

    def debates(
        self,
        event: Event,
        seats: tuple[str, ...],
        seed: int,
        turn: int,
        decisions: tuple[Decision, ...],
        *,
        answered: bool = True,
    ) -> dict[str, Debate]:
        """The debates of a turn by seat, as far as they have come; none before all have chosen.

        `answered` says whether the floor has spoken against those whom no seat answers.
        """
        made = [one for one in decisions if one.turn == turn]
        said = {(one.point, one.seat): one.action for one in made}
        found = {}
        for seat in seats if (Point.CHOOSE, seats[0]) in said else ():
            foe, option = self.foe(seats, seat), self.pack.option(said[Point.CHOOSE, seat])
            dealt = self.dealt(event, seat, option, seed, turn)
            judge = self.judge(event, seat, option, dealt, self.memories(seat, foe, turn, decisions))
            rebutted = said.get((Point.REBUT, foe))
            found[seat] = Debate(
                seat,
                foe,
                option,
                dealt,
                judge,
                play_of(said.get((Point.CASE, seat), text_of(()))),
                None if rebutted is None else play_of(rebutted),
                answer_of(said.get((Point.REPLY, seat), REST.kind)),
                answered,
            )
        return found

    def legal(self, debates: Mapping[str, Debate], point: Point) -> dict[str, tuple[str, ...]]:
        """What each seat may say at a point, for the seats that have a choice."""
        found: dict[str, list[str]] = {}
        for seat, one in debates.items():
            if point is Point.CASE:
                found[seat] = [text_of(case) for case in cases(one.bench)]
            elif point is Point.REBUT and one.foe:
                found[one.foe] = [text_of(play) for play in rebuttals(one.judge, one.case)]
            elif point is Point.REPLY:
                found[seat] = [text_of_answer(one_of) for one_of in answers(one.judge, one.case, one.against)]
        return {seat: tuple(found[seat]) for seat in sorted(found) if len(found[seat]) > 1}
