"""What the debates of a pack are like when they are played out: for `dosmesas balance`.

Every option that an event puts to debate is dealt several hands, and each is played by a naive speaker and by
an expert, against a novice, an advocate and an expert. Strengths are in billionths, as in debate/.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from statistics import median

from attrs import Factory, define, frozen

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import Judge, Play
from dosmesas.debate.search import advocate, best_answer, expert, expert_case, naive_case, rebuttals
from dosmesas.engine.benches import Dealer
from dosmesas.engine.draws import NamedDraws
from dosmesas.model.arguments import Argue
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack, Worldview

LEVELS = ("novice", "advocate", "expert")
Told = Callable[[int, int], None]
"""Told how many of how many options are done."""


@frozen
class Dealt:
    """One hand played out: what best play keeps by audience, how a naive case does, what was used."""

    kept: Mapping[str, int]
    greedy: Mapping[str, int]
    silent: Mapping[str, int]
    naive_is_best: bool
    hand: Play
    case: Play
    left: Mapping[str, int]


@frozen
class Debated:
    """An option with its hands."""

    event: str
    seat: str
    option: Option
    hands: tuple[Dealt, ...]

    def kept(self, audience: str) -> int:
        """What best play keeps with an audience, on the average of the hands."""
        return sum(one.kept[audience] for one in self.hands) // len(self.hands)


@define
class Report:
    """All argued options of a pack."""

    hands: int
    options: list[Debated] = Factory(list)

    def _hands(self) -> Iterator[Dealt]:
        return (hand for option in self.options for hand in option.hands)

    def naive_share(self) -> float:
        """In how many hands of 100 the naive case is as good as the best."""
        found = [hand.naive_is_best for hand in self._hands()]
        return 100 * sum(found) / max(1, len(found))

    def silent(self) -> float:
        """What is left of a plan for which nobody speaks, on the average of options and audiences."""
        found = [kept for hand in self._hands() for kept in hand.silent.values()]
        return sum(found) / max(1, len(found)) / ONE

    def pars(self) -> dict[str, float]:
        """By audience, the median of what a greedy case keeps against greedy rebuttals, once answered."""
        found: dict[str, list[int]] = {}
        for hand in self._hands():
            for audience, kept in hand.greedy.items():
                found.setdefault(audience, []).append(kept)
        return {audience: median(kept) / ONE for audience, kept in sorted(found.items())}

    def best(self) -> dict[tuple[str, str], float]:
        """What best play keeps, by option and audience."""
        return {
            (one.option.id, audience): one.kept(audience) / ONE
            for one in self.options
            for audience in one.hands[0].kept
        }

    def levels(self) -> dict[str, float]:
        """What the best case keeps on the average, by the opponent's level, after the best answer."""
        total = {level: [hand.left[level] for hand in self._hands()] for level in LEVELS}
        return {level: sum(found) / max(1, len(found)) / ONE for level, found in total.items()}

    def cards(self) -> dict[str, tuple[int, int]]:
        """By card, in how many hands it was dealt and in how many best cases it was."""
        dealt, used = Counter[str](), Counter[str]()
        for hand in self._hands():
            dealt.update(hand.hand)
            used.update(hand.case)
        return {card: (times, used[card]) for card, times in sorted(dealt.items())}


def report(pack: Pack, view: Worldview, hands: int, told: Told = lambda _done, _all: None) -> Report:
    """Play out every argued option of a pack, each with so many hands."""
    dealer, found = Dealer(pack, view), Report(hands)
    todo = list(argued(pack))
    for number, (event, seat, option) in enumerate(todo):
        told(number, len(todo))
        judges = [Judge(dealer.bench(event, seat, option, seed, 1)) for seed in range(hands)]
        played = tuple(_played(judge, seed, option) for seed, judge in enumerate(judges))
        found.options.append(Debated(event.id, seat, option, played))
    told(len(todo), len(todo))
    return found


def argued(pack: Pack) -> Iterator[tuple[Event, str, Option]]:
    """The options of a pack that are put to debate."""
    for event in pack.events.values():
        if event.argue is not Argue.NONE:
            for seat in pack.seats:
                for option in event.seats.get(seat, ()):
                    yield event, seat, option


def _played(judge: Judge, seed: int, option: Option) -> Dealt:
    naive, (best, value) = naive_case(judge), expert_case(judge)
    worst = expert(judge, best)
    greedy = advocate(judge, naive)
    shares = sum(one.share for one in judge.bench.listeners)
    foes = {"novice": _novice(judge, best, seed, option), "advocate": advocate(judge, best), "expert": worst}
    return Dealt(
        judge.strengths(best, worst, best_answer(judge, best, worst)),
        judge.strengths(naive, greedy, best_answer(judge, naive, greedy)),
        judge.strengths(()),
        _kept(judge, naive, expert(judge, naive)) == value,
        tuple(card.id for card in judge.bench.hand),
        best,
        {level: _kept(judge, best, against) // shares for level, against in foes.items()},
    )


def _kept(judge: Judge, case: Play, against: Play) -> int:
    return judge.worth(case, against, best_answer(judge, case, against))


def _novice(judge: Judge, case: Play, seed: int, option: Option) -> Play:
    """Any legal set of rebuttals."""
    legal = rebuttals(judge, case)
    return legal[NamedDraws().number(seed, f"bot:novice:{option.first}", 1, 0) * len(legal) >> 64]
