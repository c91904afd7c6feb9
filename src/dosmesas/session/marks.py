"""Marks of how a player argued, from the journal alone: quality, clash, fit and evidence (docs/marks.md).

Each compares what a player did with what was open to that player, or counts it: none asks who won, which
side was spoken for, or what chance brought. What the staff said never counts.
Calibration is left out: packs ask no guesses yet.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

from dosmesas.debate.judge import Answer, Judge
from dosmesas.debate.search import answers, cases, kept, left, rebuttals
from dosmesas.debate.table import How, Said
from dosmesas.engine.plays import answer_of, play_of, text_of, text_of_answer
from dosmesas.engine.state import Point
from dosmesas.model.arguments import Card
from dosmesas.model.dossier import ClaimKind
from dosmesas.session.argued import Argued, Own, argued, debate_of, deciding, own_words
from dosmesas.session.session import Session
from dosmesas.text.number import half_even

FULL_MARK = 100_000
"""The best mark: 100, in thousandths."""
RIVAL = "rival"
KINDS = (*map(str, ClaimKind), RIVAL)
"""What claims are counted by; a rival view counts by its kind and once more as a rival."""


@frozen
class Part:
    """So many of so many."""

    part: int = 0
    of: int = 0

    @property
    def mark(self) -> int | None:
        """The share in thousandths of 100; None of nothing."""
        return half_even(self.part * FULL_MARK, self.of) if self.of else None


@frozen
class Chosen:
    """A play with what it `left` of the debate, and the least and the most that the seat could have had.

    For a case: what it keeps after the rebuttals that an expert would choose of all that might lie ready
    (the player sees their number only), and the best answer. For rebuttals: what the best answer to them
    leaves; here less is better, so `most` is the lowest. For a reply: the worth after it. Worths are the sum
    over the audiences of share times strength, in billionths; `best` is an action with the most.
    """

    turn: int
    point: Point
    action: str
    best: str
    left: int
    least: int
    most: int
    shares: int

    @property
    def quality(self) -> int | None:
        """(left - least) / (most - least) in thousandths of 100; None where all plays were worth the same."""
        span = self.most - self.least
        return half_even((self.left - self.least) * FULL_MARK, span) if span else None


@frozen
class Marks:
    """How a seat argued over a game; `kinds` are in the order of KINDS, `argued` counts its debates.

    `best` is the turn in which it chose best, 0 where that cannot be said, `cards` what it played then.
    """

    seat: str
    chosen: tuple[Chosen, ...]
    clash: Part
    fit: Part
    evidence: Part
    kinds: Mapping[str, int]
    argued: int
    best: int
    cards: tuple[Card, ...]

    @property
    def quality(self) -> int | None:
        """The mean of the qualities, in thousandths of 100; None where there are none."""
        return _mean([one.quality for one in self.chosen])

    @property
    def weighed(self) -> int:
        """How many plays have a quality."""
        return sum(one.quality is not None for one in self.chosen)


def marks(session: Session) -> dict[str, Marks]:
    """The marks of each human seat, over the turns that are over."""
    found = argued(session)
    return {seat: _marks(session, seat, found) for seat in session.setup.seats}


def _marks(session: Session, seat: str, found: tuple[Argued, ...]) -> Marks:
    over = {one.turn for one in found}
    own = [(one, debate_of(found, one)) for one in own_words(session, seat) if one.decision.turn in over]
    chosen = tuple(_chosen(session, one, debate) for one, debate in own)
    played = [(one, card) for one, _ in own for card in _cards(session, one)]
    best = _best_turn(chosen)
    return Marks(
        seat,
        chosen,
        _sum(_clash(debate) for one, debate in own if one.decision.point is Point.REPLY),
        _sum(_fit(session, debate) for one, debate in own if one.decision.point is Point.CASE),
        _sum(_opened(session, one, card) for one, card in played),
        _kinds(session, [card for _, card in played]),
        sum(one.debate.seat == seat for one in found),
        best,
        tuple(card for one, card in played if one.decision.turn == best),
    )


def _chosen(session: Session, own: Own, one: Argued) -> Chosen:
    worths = _worths(session, own, one)
    better = min if own.decision.point is Point.REBUT else max
    worse = max if better is min else min
    best = better(worths, key=worths.__getitem__)
    shares = sum(listener.share for listener in one.debate.bench.listeners)
    action = own.decision.action
    least, most = worse(worths.values()), worths[best]
    return Chosen(own.decision.turn, own.decision.point, action, best, worths[action], least, most, shares)


def _worths(session: Session, own: Own, one: Argued) -> dict[str, int]:
    """What each play that was open is worth, by action."""
    debate, judge = one.debate, one.debate.judge
    if own.decision.point is Point.CASE:
        judge = _unseen(session, own, one)
        return {text_of(case): kept(judge, case) for case in cases(judge.bench)}
    if own.decision.point is Point.REBUT:
        ready = rebuttals(judge, debate.case)
        return {text_of(against): left(judge, debate.case, against) for against in ready}
    said = debate.case, debate.against
    return {text_of_answer(answer): judge.worth(*said, answer) for answer in answers(judge, *said)}


def _unseen(session: Session, own: Own, one: Argued) -> Judge:
    """The debate as its speaker sees it while making the case: any rebuttal might lie ready."""
    floor, debate, state = session.game.tables.floor, one.debate, own.before
    event = session.pack.events[one.event]
    dealt = floor.dealer.open_deal(event, debate.option, debate.dealt.hand)
    before = floor.memories(debate.seat, debate.foe, one.turn, state.decisions)
    return floor.judge(event, debate.seat, debate.option, dealt, before)


def _clash(one: Argued) -> Part:
    """How many of the rebuttals that hurt with the deciding audience were met."""
    debate, audience = one.debate, deciding(one)
    if audience is None:
        return Part()
    judge, case, name = debate.judge, debate.case, audience.audience
    before = judge.strengths(case)[name]
    hurt = [card for card in debate.against if judge.strengths(case, (card,))[name] < before]
    return Part(sum(_met(judge, debate.answer, card) for card in hurt), len(hurt))


def _met(judge: Judge, answer: Answer, rebuttal: str) -> bool:
    """Whether an answer is aimed at a rebuttal or at what it hits.

    A reply speaks against it; a backing holds up a card that it hits, or one that answers the doubt it makes
    worse; a concession gives up a card that it hits, or one that feeds that doubt.
    """
    said = judge.cards[rebuttal]
    if answer.kind == "reply":
        return _hits(judge.cards[answer.card], said, judge)
    if answer.kind == "back":
        backed = judge.cards[answer.backed]
        return backed.answers == said.worsens if said.worsens else _hits(said, backed, judge)
    if answer.kind == "concede":
        given_up = judge.cards[answer.card]
        return said.worsens in dict(given_up.cuts) if said.worsens else _hits(said, given_up, judge)
    return False


def _hits(card: Said, other: Said, judge: Judge) -> bool:
    """Whether a card speaks against another: by name, or by denying a claim that the other rests on too."""
    if other.id in card.against:
        return True
    aims = (judge.cards[name] for name in card.against if name in judge.cards)
    return card.how is How.DENIES and any({*aim.claims} & {*other.claims} for aim in aims)


def _fit(session: Session, one: Argued) -> Part:
    """How many cards of a case answer one of the two largest doubts of the audience that decided."""
    audience = deciding(one)
    if audience is None:
        return Part()
    doubts = session.pack.ruleset.bank.doubters[audience.audience].doubts
    # A doubt that weighs as much as the second is as good as the second.
    least = min(sorted(doubts.values(), reverse=True)[:2], default=0)
    large = {question for question, weight in doubts.items() if weight >= least}
    case = [one.debate.judge.cards[name] for name in one.debate.case]
    return Part(sum(card.answers in large for card in case), len(case))


def _cards(session: Session, own: Own) -> list[Card]:
    """The cards of the bank that a play brought to the table."""
    action = own.decision.action
    names = play_of(action)
    if own.decision.point is Point.REPLY:
        answer = answer_of(action)
        names = () if answer.kind == "concede" else (answer.card,)
    known = session.game.tables.floor.cards
    return [known[name] for name in names if name in known]


def _opened(session: Session, own: Own, card: Card) -> Part:
    """Whether the player had opened all the claims of a card before playing it."""
    before = session.notes.before(own.decision.seat, own.made)
    return Part(int(before.issuperset(card.because)), 1)


def _kinds(session: Session, cards: Iterable[Card]) -> dict[str, int]:
    """How often claims of each kind were used; what the makers assume counts as a judgement, as it weighs."""
    claims, count = session.pack.ruleset.dossier.claims, Counter[str]()
    for name in (name for card in cards for name in card.because):
        found = claims.get(name)
        count[str(found.kind if found else ClaimKind.NORMATIVE)] += 1
        count[RIVAL] += found is not None and found.rival
    return {kind: count[kind] for kind in KINDS}


def _best_turn(chosen: Iterable[Chosen]) -> int:
    """The turn with the highest mean quality, the first of equals; 0 where none has a quality."""
    by_turn: dict[int, list[int | None]] = {}
    for one in chosen:
        by_turn.setdefault(one.turn, []).append(one.quality)
    means = {turn: mean for turn, found in by_turn.items() if (mean := _mean(found)) is not None}
    return max(means, key=lambda turn: (means[turn], -turn), default=0)


def _mean(found: Iterable[int | None]) -> int | None:
    known = [one for one in found if one is not None]
    return half_even(sum(known), len(known)) if known else None


def _sum(parts: Iterable[Part]) -> Part:
    listed = [*parts]
    return Part(sum(one.part for one in listed), sum(one.of for one in listed))
