"""A debate as it went: what cards and policy stood at after the case, the rebuttals and the answer."""

from attrs import frozen

from dosmesas.debate.judge import REST, Answer, Judge, Listener, Play, spoken_of
from dosmesas.debate.labels import standing
from dosmesas.debate.strength import strengths
from dosmesas.debate.table import PLAN, Spoken, debate_graph, doubt_name

SILENT, CASE, REBUTTED, ANSWERED = range(4)
"""The four moments of a debate: before anyone speaks, after the case, the rebuttals, the answer."""


@frozen
class Moment:
    """One moment before one audience: strengths in billionths by argument, and which of them stand."""

    strengths: dict[str, int]
    standing: frozenset[str]

    @property
    def plan(self) -> int:
        """How far the policy stands."""
        return self.strengths[PLAN]

    def doubt(self, question: str) -> int:
        """What is left of a doubt."""
        return self.strengths[doubt_name(question)]


Course = tuple[Moment, Moment, Moment, Moment]
"""A debate before one audience, moment by moment."""


def moments(judge: Judge, case: Play, against: Play, answer: Answer, listener: Listener) -> Course:
    """The four moments of a debate before an audience."""
    silent, made, rebutted, answered = _spoken(judge, case, against, answer)
    return (
        _moment(listener, silent),
        _moment(listener, made),
        _moment(listener, rebutted),
        _moment(listener, answered),
    )


def last_of(course: Course, name: str) -> Moment:
    """The last moment in which a card lay on the table: a rebuttal goes with what it spoke against."""
    return next(one for one in reversed(course) if name in one.strengths)


def holds(course: Course, name: str, answer: Answer) -> bool:
    """Whether a card stands as the debate ends, or stood when what it spoke against was taken back.

    The labels know attacks alone: one that was hit and backed until it lost nothing stands as well.
    """
    taken_back = answer.kind == "concede" and answer.card == name
    first, last = next(one for one in course if name in one.strengths), last_of(course, name)
    return not taken_back and (name in last.standing or last.strengths[name] >= first.strengths[name])


def _spoken(judge: Judge, case: Play, against: Play, answer: Answer) -> tuple[Spoken, Spoken, Spoken, Spoken]:
    cards = judge.cards
    made = tuple(cards[name] for name in case)
    rebutted = (*made, *(cards[name] for name in against))
    added = (cards[answer.card],) if answer.kind in {"reply", "back"} else ()
    return (
        Spoken(),
        spoken_of(made, REST),
        spoken_of(rebutted, REST),
        spoken_of((*rebutted, *added), answer),
    )


def _moment(listener: Listener, spoken: Spoken) -> Moment:
    graph = debate_graph(listener.doubts, spoken)
    return Moment(dict(zip(graph.names, strengths(graph), strict=True)), standing(graph))
