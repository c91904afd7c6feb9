"""One event replayed with seats swapped: the player argues what the other side chose, against the own chair.

It moves no number: who has had to make the other side's case knows better where it is strong.
"""

from attrs import evolve, frozen

from dosmesas.debate.judge import REST, Answer, Play
from dosmesas.debate.search import advocate, answers, best_answer, cases
from dosmesas.engine.floor import Debate
from dosmesas.engine.plays import text_of_answer
from dosmesas.session.debates.credit import mean_kept
from dosmesas.session.debates.past import judged_turns
from dosmesas.session.session import Session


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
        return _kept(self.debate)

    @property
    def best(self) -> int:
        """What the best case keeps against the same way of answering, in thousandths."""
        judge, found = self.debate.judge, []
        for case in cases(judge.bench):
            against = advocate(judge, case)
            found.append(mean_kept(judge, case, against, best_answer(judge, case, against)))
        return max(found)


def swap_for(session: Session, seat: str) -> Swap | None:
    """The debate that a seat argues from the other side: another player's where one sat there, the last one.

    Where two at the keyboard never answered each other, it is the other's last debate all the same.
    """
    turns, offices = judged_turns(session)[::-1], session.pack.ruleset.offices
    players = [one for one in session.setup.seats if offices[one].country != offices[seat].country]
    faced = [(one, one.debates[seat].foe) for one in turns if seat in one.debates]
    met = [(one, foe) for one, foe in faced if foe in players]
    beside = [(one, other) for one in turns for other in players if other in one.debates]
    against = [(one, foe) for one, foe in faced if foe]
    for judged, other in (*met, *beside, *against)[:1]:
        theirs = judged.debates[other]
        silent = evolve(theirs, foe=seat, case=(), rebutted=(), answer=REST)
        return Swap(judged.turn, seat, silent, _kept(theirs))
    return None


def _kept(debate: Debate) -> int:
    return mean_kept(debate.judge, debate.case, debate.against, debate.answer)
