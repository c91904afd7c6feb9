"""The debates of a turn: who argues what, who answers whom, what lies on the table, what may be said."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial

from attrs import field, frozen

from dosmesas.debate.judge import REST, Answer, Bench, Judge, Play
from dosmesas.debate.search import advocate, answers, cases, rebuttals
from dosmesas.engine.across import across
from dosmesas.engine.benches import Dealer, Dealt
from dosmesas.engine.kept import kept
from dosmesas.engine.memory import FRESH, Memory, memory_of
from dosmesas.engine.plays import answer_of, play_of, text_of, text_of_answer
from dosmesas.engine.state import Decision, Point
from dosmesas.model.arguments import Argue, Card
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack
from dosmesas.model.world import Office

ARGUING = (Point.CASE, Point.REBUT, Point.REPLY)
"""The decision points of the stage `argue`, in order."""
_JUDGES, _DEALS, _MEMORIES, _LEGAL = 128, 512, 128, 256
"""How many are kept: those of a few turns. A judge that has settled much is large, some 30 kB."""
Legal = dict[str, tuple[str, ...]]


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

    @cached_property
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
    _judge: Callable[[Event, str, Option, Dealt, Memory, Memory], Judge] = field(init=False)
    _deal: Callable[[Event, str, Option, int, int], Dealt] = field(init=False)
    _memory: Callable[[str, int, tuple[Decision, ...]], Memory] = field(init=False)
    _legal: Callable[[Point, tuple[Debate, ...]], Legal] = field(init=False)

    @cards.default
    def _cards(self) -> Mapping[str, Card]:
        lists = [line.cards for line in self.pack.ruleset.bank.lines.values()]
        lists += [event.cards for event in self.pack.events.values()]
        return {card.id: card for cards in lists for card in cards}

    @_judge.default
    def _judge_kept(self) -> Callable[[Event, str, Option, Dealt, Memory, Memory], Judge]:
        return kept(_JUDGES, partial(_judged, self.dealer))

    @_deal.default
    def _deal_kept(self) -> Callable[[Event, str, Option, int, int], Dealt]:
        return kept(_DEALS, self.dealer.deal)

    @_memory.default
    def _memory_kept(self) -> Callable[[str, int, tuple[Decision, ...]], Memory]:
        return kept(_MEMORIES, partial(_remembered, self.pack.ruleset.offices, self.cards))

    @_legal.default
    def _legal_kept(self) -> Callable[[Point, tuple[Debate, ...]], Legal]:
        return kept(_LEGAL, _sayable)

    def is_open(self, event: Event) -> bool:
        """Whether an event is put to debate in this pack."""
        return event.argue is not Argue.NONE and "argue" in self.pack.stages

    def foe(self, seats: tuple[str, ...], seat: str) -> str:
        """The seat of the other country that answers; empty where the floor does."""
        return across(self.pack.ruleset.offices, seats, seat)

    def dealt(self, event: Event, seat: str, option: Option, seed: int, turn: int) -> Dealt:
        """The cards of an option in a turn: dealt once, for they are asked for at every look at a debate."""
        return self._deal(event, seat, option, seed, turn)

    def judge(
        self, event: Event, seat: str, option: Option, dealt: Dealt, before: tuple[Memory, Memory]
    ) -> Judge:
        """The judge of a debate: the same one for the same cards and the same past."""
        return self._judge(event, seat, option, dealt, *before)

    def memories(
        self, seat: str, foe: str, turn: int, decisions: Iterable[Decision]
    ) -> tuple[Memory, Memory]:
        """What the seat and its foe said in earlier turns, whoever sat across from them there."""
        earlier = tuple(one for one in decisions if one.turn < turn)
        if not any(one.point in ARGUING for one in earlier):
            return FRESH, FRESH
        return self._memory(seat, turn, earlier), self._memory(foe, turn, earlier) if foe else FRESH

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

    def legal(self, debates: Mapping[str, Debate], point: Point) -> Legal:
        """What each seat may say at a point, for the seats that have a choice."""
        return {**self._legal(point, tuple(debates.values()))}


def _judged(  # noqa: PLR0913, PLR0917 - a bench is laid of these
    dealer: Dealer, event: Event, seat: str, option: Option, dealt: Dealt, speaker: Memory, foe: Memory
) -> Judge:
    return Judge(dealer.laid(event, seat, option, dealt, speaker, foe))


def _remembered(
    offices: Mapping[str, Office],
    cards: Mapping[str, Card],
    speaker: str,
    turn: int,
    earlier: tuple[Decision, ...],
) -> Memory:
    """The memory of a speaker; whom it faced follows from who chose in each turn."""
    asked: dict[int, tuple[str, ...]] = {}
    for one in earlier:
        if one.point is Point.CHOOSE:
            asked[one.turn] = (*asked.get(one.turn, ()), one.seat)
    faced = {then: across(offices, seats, speaker) for then, seats in asked.items() if speaker in seats}
    made = [one for one in earlier if one.point in ARGUING]
    return memory_of(speaker, faced, turn, made, cards)


def _sayable(point: Point, debates: tuple[Debate, ...]) -> Legal:
    found: dict[str, list[str]] = {}
    for one in debates:
        if point is Point.CASE:
            found[one.seat] = [text_of(case) for case in cases(one.bench)]
        elif point is Point.REBUT and one.foe:
            found[one.foe] = [text_of(play) for play in rebuttals(one.judge, one.case)]
        elif point is Point.REPLY:
            found[one.seat] = [text_of_answer(one_of) for one_of in answers(one.judge, one.case, one.against)]
    return {seat: tuple(found[seat]) for seat in sorted(found) if len(found[seat]) > 1}
