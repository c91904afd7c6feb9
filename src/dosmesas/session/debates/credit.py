"""Who moved the policy, in three exact views, each for one purpose: they are never mixed in one list.

`in_order` is what each play changed when it came; `without` what would be missing without it; `credit` is
independent of the order and sums to the whole change (Shapley). All are taken of the home table: the mean of
how far the policy stands with the audiences, by their shares, in thousandths.
"""

from attrs import frozen

from dosmesas.debate.credit import credits_of, shared_out
from dosmesas.debate.judge import REST, Answer, Judge, Play
from dosmesas.engine.floor import Debate
from dosmesas.text.number import half_even

_MILLION = 1_000_000


@frozen
class Share:
    """A play (a card, or an answer by its kind and card) and what it did, in thousandths."""

    play: str
    kind: str
    amount: int


@frozen
class Explained:
    """A debate explained. `silent` and `final` are where the policy began and ended, in thousandths."""

    silent: int
    final: int
    in_order: tuple[Share, ...]
    without: tuple[Share, ...]
    credit: tuple[Share, ...]


def explained(debate: Debate) -> Explained:
    """The three views of a debate."""
    plays = _plays(debate)
    names = [name for name, _ in plays]
    steps = [_kept(debate, tuple(names[:count])) for count in range(len(names) + 1)]
    shares = shared_out(credits_of(names, lambda group: _kept(debate, group)), 1)
    lost = {name: steps[-1] - _kept(debate, tuple(one for one in names if one != name)) for name in names}
    return Explained(
        steps[0],
        steps[-1],
        tuple(Share(name, kind, steps[at + 1] - steps[at]) for at, (name, kind) in enumerate(plays)),
        tuple(Share(name, kind, lost[name]) for name, kind in plays),
        tuple(Share(name, kind, shares[name]) for name, kind in plays),
    )


def _plays(debate: Debate) -> list[tuple[str, str]]:
    """Every play with its kind; a concession is a play of its own beside the card that it takes back."""
    found = [(name, "case") for name in debate.case] + [(name, "rebuttal") for name in debate.against]
    if debate.answer != REST:
        found.append((f"{debate.answer.kind}:{debate.answer.card}", debate.answer.kind))
    return found


def _kept(debate: Debate, group: tuple[str, ...]) -> int:
    """How far the policy would stand had only these plays been made: rounded here, so that all views sum."""
    case: Play = tuple(name for name in debate.case if name in group)
    against: Play = tuple(name for name in debate.against if name in group)
    answered = f"{debate.answer.kind}:{debate.answer.card}" in group
    return mean_kept(debate.judge, case, against, debate.answer if answered else REST)


def mean_kept(judge: Judge, case: Play, against: Play, answer: Answer) -> int:
    """How far a policy stands with the home table as a whole, in thousandths."""
    shares = max(1, sum(one.share for one in judge.bench.listeners))
    return half_even(judge.worth(case, against, answer), shares * _MILLION)
