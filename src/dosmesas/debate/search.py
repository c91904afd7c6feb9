"""Play of three strengths, all by search over what lies open: no heuristics, no chance.

The worth of a debate is the sum over the audiences of share times strength of the plan. The side that speaks
for the plan wants it high, the other low; ties go to the play listed first: the one with
the fewest cards, then by ids.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from dosmesas.debate.judge import REST, Answer, Bench, Judge, Play


def cases(bench: Bench) -> list[Play]:
    """Every case that may be made, from none to the most cards."""
    return _subsets([card.id for card in bench.hand], bench.most_cards)


def rebuttals(judge: Judge, case: Play) -> list[Play]:
    """Every set of rebuttals that hits something: a card on the table, or a doubt that somebody has."""
    asked = judge.bench.asked
    hitting = [
        card.id for card in judge.bench.ready if set(card.against) & set(case) or card.worsens in asked
    ]
    return _subsets(hitting, judge.bench.most_rebuttals)


def answers(judge: Judge, case: Play, against: Play) -> list[Answer]:
    """Every answer to these rebuttals: rest, reply, back up a card by another of the hand, or concede one."""
    found = [REST]
    if not against:
        return found
    found += [Answer("reply", card.id) for card in judge.bench.replies if set(card.against) & set(against)]
    for name in case:
        question = judge.cards[name].answers
        spare = (card for card in judge.bench.hand if card.id not in case and card.answers == question)
        found += [Answer("back", card.id, name) for card in spare]
    return [*found, *(Answer("concede", name) for name in case)]


def best_answer(judge: Judge, case: Play, against: Play) -> Answer:
    """The answer that leaves the plan strongest."""
    return max(answers(judge, case, against), key=lambda one: judge.worth(case, against, one))


def advocate(judge: Judge, case: Play) -> Play:
    """The rebuttals that hurt most as the case lies there, whatever will be answered."""
    return min(rebuttals(judge, case), key=lambda against: judge.worth(case, against))


def expert(judge: Judge, case: Play) -> Play:
    """The rebuttals that leave least after the best answer to them."""
    return _least(judge, case, _BELOW)[1]


def kept(judge: Judge, case: Play) -> int:
    """The worth that a case keeps after an expert's rebuttals and the best answer to them."""
    return _least(judge, case, _BELOW)[0]


def naive_case(judge: Judge) -> Play:
    """A case made card by card, each the one that adds most before anybody answers, while any adds."""
    case: Play = ()
    while len(case) < judge.bench.most_cards:
        longer = [tuple(sorted((*case, card.id))) for card in judge.bench.hand if card.id not in case]
        best = max(longer, key=judge.worth, default=case)
        if judge.worth(best) <= judge.worth(case):
            break
        case = best
    return case


def expert_case(judge: Judge) -> tuple[Play, int]:
    """The case that keeps most after the rebuttals that hurt it most and the best answer; what it keeps."""
    listed = cases(judge.bench)
    best, value = 0, _BELOW
    for place in sorted(range(len(listed)), key=lambda one: -judge.worth(listed[one])):
        worth, _ = _least(judge, listed[place], value)
        if (worth, -place) > (value, -best):
            best, value = place, worth
    return listed[best], value


_BELOW = -1
"""Less than any worth."""


def _least(judge: Judge, case: Play, floor: int) -> tuple[int, Play]:
    """What is left after the worst rebuttals and the best answer; it stops where it falls below the floor."""
    listed = rebuttals(judge, case)
    worths = [judge.worth(case, against) for against in listed]
    first, *others = sorted(range(len(listed)), key=worths.__getitem__)
    least = (left(judge, case, listed[first]), first)
    for place in others:
        # An answer only helps, so those that leave more before it cannot leave less after it.
        if worths[place] > least[0] or least[0] < floor:
            break
        least = min(least, (left(judge, case, listed[place]), place))
    return least[0], listed[least[1]]


def left(judge: Judge, case: Play, against: Play) -> int:
    """The worth that the best answer leaves."""
    return max(judge.worth(case, against, one) for one in answers(judge, case, against))


def _subsets(names: Iterable[str], most: int) -> list[Play]:
    found = sorted(names)
    return [group for size in range(most + 1) for group in combinations(found, size)]


Opponent = Callable[[Judge, Play], Play]
LEVELS: Mapping[str, Opponent] = {"advocate": advocate, "expert": expert}
"""The opponents that search; a novice takes any legal set by a named draw."""
