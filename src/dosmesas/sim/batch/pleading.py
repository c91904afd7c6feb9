"""What advocates say in many debates at once: debate/search.py's greedy case, rebuttals and best answer."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from attrs import define

from dosmesas.sim.batch.cards import NOBODY
from dosmesas.sim.batch.numbers import Ints, Rows, Small, Yes
from dosmesas.sim.batch.weighing import Scales, Spoken

REST, REPLY, BACK, CONCEDE = range(4)
_NO_CARD = np.int16(1 << 14)
"""Sorts behind every card."""
_WORST = np.int64(1 << 62)


@define(eq=False)
class Bench:
    """Debates before they begin, a column each: hand as dealt with its bases, rebuttals, replies.

    `caught` says of each rebuttal whether its speaker is held to earlier words for it; `listed` has for each
    card of the bank its place among the counters as the bank lists them.
    """

    hand: Small
    bases: Ints
    ready: Small
    caught: Yes
    replies: Small
    listed: Small
    most_cards: int
    most_rebuttals: int


@define(eq=False)
class Pleaded:
    """Debates as they went: cards by number, (cards, debates); `asked` for case, rebuttals, answer."""

    case: Small
    against: Small
    kind: Small
    card: Small
    backed: Small
    asked: Yes
    strengths: list[Ints]

    def part(self, rows: slice) -> "Pleaded":
        """Some of them."""
        return Pleaded(
            self.case[:, rows],
            self.against[:, rows],
            self.kind[rows],
            self.card[rows],
            self.backed[rows],
            self.asked[:, rows],
            [one[rows] for one in self.strengths],
        )


def joined(parts: Sequence[Pleaded]) -> Pleaded:
    """All of them, one after the other."""
    if len(parts) == 1:
        return parts[0]
    return Pleaded(
        np.concatenate([one.case for one in parts], axis=1),
        np.concatenate([one.against for one in parts], axis=1),
        np.concatenate([one.kind for one in parts]),
        np.concatenate([one.card for one in parts]),
        np.concatenate([one.backed for one in parts]),
        np.concatenate([one.asked for one in parts], axis=1),
        [np.concatenate(columns) for columns in zip(*(one.strengths for one in parts), strict=True)],
    )


def plead(scales: Scales, bench: Bench) -> Pleaded:
    """Hold the debates."""
    case, bases = _naive_case(scales, bench)
    against, could_rebut = _advocate(scales, bench, case, bases)
    return _answered(scales, bench, case, bases, against, could_rebut)


def silent(scales: Scales, bench: Bench) -> list[Ints]:
    """How far each plan stands with each listener where nobody speaks for it: the rebuttals alone."""
    size = bench.hand.shape[1]
    case, bases = np.full((1, size), NOBODY, np.int16), np.zeros((1, size), np.int64)
    against, _ = _advocate(scales, bench, case, bases)
    return scales.strengths(Spoken([*case], [*bases], [*against]), size)


def _naive_case(scales: Scales, bench: Bench) -> tuple[Small, Ints]:
    """A case made card by card, each the one that adds most, while any adds; sorted, (cards, debates)."""
    cards, size = bench.hand.shape
    case = np.full((bench.most_cards, size), NOBODY, np.int16)
    bases = np.zeros((bench.most_cards, size), np.int64)
    in_case = bench.hand == NOBODY
    worth = scales.worth(Spoken([], []), size).copy()
    rows = np.arange(size)
    for number in range(bench.most_cards):
        found = np.full((cards, len(rows)), -1, np.int64)
        place, column = np.nonzero(~in_case[:, rows])
        said = _longer(bench, case, bases, number, (place, rows[column]))
        found[place, column] = scales.worth(Spoken([*said[0]], [*said[1]]), len(place))
        best = found.argmax(axis=0)
        value = found[best, np.arange(len(rows))]
        better = value > worth[rows]
        rows, best = rows[better], best[better]
        if not len(rows):
            break
        worth[rows] = value[better]
        in_case[best, rows] = True
        case[: number + 1, rows], bases[: number + 1, rows] = _longer(
            bench, case, bases, number, (best, rows)
        )
    return case, bases


def _longer(
    bench: Bench, case: Small, bases: Ints, number: int, added: tuple[Rows, Rows]
) -> tuple[Small, Ints]:
    """Cases of so many cards with one more of the hand each: its place and the debate."""
    longer = np.vstack([case[:number, added[1]], bench.hand[added][None]])
    return _in_order(longer, np.vstack([bases[:number, added[1]], bench.bases[added][None]]))


def _in_order(cards: Small, bases: Ints) -> tuple[Small, Ints]:
    """Cards in the order of their names, with their bases."""
    if len(cards) < 2:
        return cards, bases
    order = np.argsort(cards, axis=0, kind="stable")
    return np.take_along_axis(cards, order, axis=0), np.take_along_axis(bases, order, axis=0)


def _advocate(scales: Scales, bench: Bench, case: Small, bases: Ints) -> tuple[Small, Yes]:
    """The rebuttals that hurt most as the case lies there, and where there was anything to say."""
    hitting = _hitting(scales, bench, case)
    size = hitting.shape[1]
    count = (hitting != NOBODY).sum(axis=0)
    most = int(count.max(initial=0))
    sets = [
        group for number in range(bench.most_rebuttals + 1) for group in combinations(range(most), number)
    ]
    worths = np.full((len(sets), size), _WORST, np.int64)
    for number in range(min(most, bench.most_rebuttals) + 1):
        places = [place for place, group in enumerate(sets) if len(group) == number]
        open_to = [np.flatnonzero(count > max(sets[place], default=-1)) for place in places]
        every = np.concatenate(open_to)
        pairs = [*zip((sets[place] for place in places), open_to, strict=True)]
        against = [
            np.concatenate([hitting[group[one], some] for group, some in pairs]) for one in range(number)
        ]
        said = Spoken([*case[:, every]], [*bases[:, every]], against)
        where = np.repeat(places, [len(some) for some in open_to])
        worths[where, every] = scales.worth(said, len(every))
    best = worths.argmin(axis=0)
    found = np.full((bench.most_rebuttals, size), NOBODY, np.int16)
    for place, group in enumerate(sets):
        rows = np.flatnonzero(best == place)
        for number, one in enumerate(group):
            found[number, rows] = hitting[one, rows]
    return found, count > 0


def _hitting(scales: Scales, bench: Bench, case: Small) -> Small:
    """Every rebuttal that hits something, sorted; NOBODY behind them."""
    cards = scales.cards
    hits = np.zeros(bench.ready.shape, bool)
    for place, card in enumerate(bench.ready):
        worsens = cards.worsens[card]
        hits[place] = (worsens != NOBODY) & scales.audience.asks[worsens]
        for one in case:
            hits[place] |= (one != NOBODY) & cards.aims[card, one]
    found = np.sort(np.where(hits & (bench.ready != NOBODY), bench.ready, _NO_CARD), axis=0)
    return np.where(found == _NO_CARD, NOBODY, found).astype(np.int16)


def _answered(
    scales: Scales, bench: Bench, case: Small, bases: Ints, against: Small, could_rebut: Yes
) -> Pleaded:
    """The debates after the answer that leaves the plan strongest, the first of equal ones."""
    size = case.shape[1]
    answer = _Answers(scales, bench, case, bases, against)
    for step in (answer.replies, answer.backings, answer.concessions):
        step()
        answer.settle()
    final = answer.spoken(np.arange(size), answer.kind, answer.card, answer.backed)
    asked = np.stack([(bench.hand != NOBODY).any(axis=0), could_rebut, answer.several])
    whole = np.full((3, size), NOBODY, np.int16)
    whole[: len(case)] = case
    return Pleaded(
        whole, against, answer.kind, answer.card, answer.backed, asked, scales.strengths(final, size)
    )


class _Answers:
    """Answers tried in the order of debate/search.py; the first of the best is kept."""

    def __init__(self, scales: Scales, bench: Bench, case: Small, bases: Ints, against: Small) -> None:
        self.scales, self.bench = scales, bench
        self.case, self.bases, self.against = case, bases, against
        size = case.shape[1]
        self.rebutted = against[0] != NOBODY
        self.kind = np.full(size, REST, np.int16)
        self.card = np.full(size, NOBODY, np.int16)
        self.backed = np.full(size, NOBODY, np.int16)
        self.several = np.zeros(size, bool)
        self._tried: list[tuple[Rows, int, Small, Small]] = []
        every = np.arange(size)
        self.best = scales.worth(self.spoken(every, self.kind, self.card, self.backed), size)

    def replies(self) -> None:
        """Cards against a rebuttal on the table, then what holds the rebuttals' speaker to earlier words."""
        cards, bench = self.scales.cards, self.bench
        for card in bench.replies:
            aims = np.zeros(len(card), bool)
            for one in self.against:
                aims |= (one != NOBODY) & (card != NOBODY) & cards.aims[card, one]
            self._try(aims, REPLY, card, self.backed)
        held = [self._held(one) for one in self.against]
        swap = self._listed(held[1]) < self._listed(held[0])
        for first, second in ((0, 1), (1, 0)):
            card = np.where(swap, held[second], held[first])
            self._try(card != NOBODY, REPLY, card, self.backed)

    def _held(self, rebuttal: Small) -> Small:
        """The card that holds a rebuttal's speaker to earlier words, where there is one."""
        caught = np.zeros(len(rebuttal), bool)
        for ready, yes in zip(self.bench.ready, self.bench.caught, strict=True):
            caught |= yes & (ready == rebuttal)
        return np.where(caught & (rebuttal != NOBODY), self.scales.cards.held_by[rebuttal], NOBODY)

    def _listed(self, held: Small) -> Small:
        """The place, among the counters as the bank lists them, of what such a card is about."""
        about = self.scales.cards.about[held]
        columns = np.arange(len(held))
        return np.where(held != NOBODY, self.bench.listed[about, columns], _NO_CARD)

    def backings(self) -> None:
        """A card of the hand behind one of the case that answers the same doubt."""
        answers = self.scales.cards.answers
        for place, one in enumerate(self.case):
            for card in self.bench.hand:
                spare = (one != NOBODY) & (card != NOBODY) & (answers[card] == answers[one])
                for other in self.case:
                    spare &= card != other
                self._try(spare, BACK, card, np.where(one != NOBODY, place, NOBODY).astype(np.int16))

    def concessions(self) -> None:
        """A card of the case taken back."""
        for one in self.case:
            self._try(one != NOBODY, CONCEDE, one, self.backed)

    def _try(self, where: Yes, kind: int, card: Small, backed: Small) -> None:
        rows = np.flatnonzero(where & self.rebutted)
        if len(rows):
            self.several[rows] = True
            self._tried.append((rows, kind, card[rows], backed[rows]))

    def settle(self) -> None:
        """Weigh all answers of a kind at once, and keep what is better than all before, in their order."""
        tried, self._tried = self._tried, []
        if not tried:
            return
        kind, every = tried[0][1], np.concatenate([one[0] for one in tried])
        cards = np.concatenate([one[2] for one in tried])
        backed = np.concatenate([one[3] for one in tried])
        kinds = np.full(len(every), kind, np.int16)
        worths = self.scales.worth(self.spoken(every, kinds, cards, backed), len(every))
        start = 0
        for rows, _, card, behind in tried:
            worth = worths[start : start + len(rows)]
            start += len(rows)
            better = worth > self.best[rows]
            some = rows[better]
            self.best[some], self.kind[some], self.card[some] = worth[better], kind, card[better]
            self.backed[some] = behind[better] if kind == BACK else NOBODY

    def spoken(self, rows: Rows, kind: Small, card: Small, backed: Small) -> Spoken:
        """What lies on the table with an answer."""
        conceded = np.where(kind == CONCEDE, card, NOBODY - 1)
        case = [np.where(one == conceded, NOBODY, one) for one in self.case[:, rows]]
        found = Spoken(case, [*self.bases[:, rows]], [*self.against[:, rows]])
        if (kind == REPLY).any():
            found.reply = np.where(kind == REPLY, card, NOBODY)
        if (kind == BACK).any():
            found.back = np.where(kind == BACK, card, NOBODY)
            found.back_base = self._base_of(rows, found.back)
            found.backed = np.where(kind == BACK, backed, NOBODY)
        return found

    def _base_of(self, rows: Rows, card: Small) -> Ints:
        """The base of a card of the hand."""
        found = np.zeros(len(rows), np.int64)
        for held, base in zip(self.bench.hand[:, rows], self.bench.bases[:, rows], strict=True):
            found = np.where(held == card, base, found)
        return found
