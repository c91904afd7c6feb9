"""One event replayed with seats swapped: the player argues what the other side chose, against the own chair.

It moves no number: who has had to make the other side's case knows better where it is strong.
"""

from attrs import evolve, frozen

from dosmesas.debate.judge import REST, Answer, Judge, Play
from dosmesas.debate.search import advocate, answers, best_answer, expert_case
from dosmesas.engine.floor import Debate
from dosmesas.engine.plays import text_of_answer
from dosmesas.session.debates.past import judged_turns
from dosmesas.session.session import Session
from dosmesas.text.number import half_even

_MILLION = 1_000_000


@frozen
class Swap:
    """The debate of the other chair. `mine` is the player's own seat, `kept` what the other side kept."""

    turn: int
    mine: str
    debate: Debate
    kept: int

    def argued(self, case: Play) -> "Swap":
        """With a case, and what the own chair has to say against it."""
        against = advocate(self.debate.judge, case)
        return evolve(self, debate=evolve(self.debate, case=case, rebutted=against, answer=REST))

    def answered(self, answer: Answer) -> "Swap":
        """With an answer to it."""
        return evolve(self, debate=evolve(self.debate, answer=answer))

    @property
    def actions(self) -> tuple[str, ...]:
        """The answers that may be given."""
        found = answers(self.debate.judge, self.debate.case, self.debate.against)
        return tuple(text_of_answer(one) for one in found)

    @property
    def reached(self) -> int:
        """What the policy keeps with the home table as a whole, in thousandths."""
        return _mean(self.debate.judge, self.debate.case, self.debate.against, self.debate.answer)

    @property
    def best(self) -> int:
        """What the best case keeps against the same way of answering, in thousandths."""
        judge = self.debate.judge
        case, _ = expert_case(judge)
        against = advocate(judge, case)
        return _mean(judge, case, against, best_answer(judge, case, against))


def swap_for(session: Session, seat: str) -> Swap | None:
    """The last debate of the game in which a computer sat opposite a seat, for that seat to argue."""
    for judged in reversed(judged_turns(session)):
        own = judged.debates.get(seat)
        if own is None or not own.foe or own.foe in session.setup.seats:
            continue
        theirs = judged.debates[own.foe]
        kept = _mean(theirs.judge, theirs.case, theirs.against, theirs.answer)
        return Swap(judged.turn, seat, evolve(theirs, foe=seat, case=(), rebutted=(), answer=REST), kept)
    return None


def _mean(judge: Judge, case: Play, against: Play, answer: Answer) -> int:
    shares = max(1, sum(one.share for one in judge.bench.listeners))
    return half_even(judge.worth(case, against, answer), shares * _MILLION)
