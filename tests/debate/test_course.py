"""The four moments of a debate, and who holds as it ends."""

from hypothesis import given, settings

from dosmesas.debate.course import ANSWERED, CASE, REBUTTED, SILENT, holds, last_of, moments
from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import REST, Answer, Bench, Judge, Listener
from dosmesas.debate.search import answers, cases, rebuttals
from dosmesas.debate.table import Said
from tests.debate.test_search import benches

ARMY = Listener("army", 1, {"works": ONE // 2})
COURTS = Said("courts", ONE * 7 // 10, ("c",), answers="works")
SPARE = Said("spare", ONE * 4 // 10, ("c",), answers="works")
BOUGHT = Said("bought", ONE * 6 // 10, ("d",), against=("courts",))
GRANTS = Said("grants", ONE * 7 // 10, ("e",), against=("bought",))
SMALL = Judge(Bench((ARMY,), (COURTS, SPARE), (BOUGHT,), (GRANTS,)))


@settings(max_examples=40)
@given(benches(3, 2))
def test_each_moment_is_what_the_judge_says_of_what_had_been_said_by_then(bench: Bench) -> None:
    judge = Judge(bench)
    for case in cases(bench):
        for against in rebuttals(judge, case):
            for answer in answers(judge, case, against):
                for one in bench.listeners:
                    course = moments(judge, case, against, answer, one)
                    told = [moment.plan for moment in course]
                    plays = [(), (case,), (case, against), (case, against, answer)]
                    assert told == [judge.strengths(*(play or ((),)))[one.id] for play in plays]


def test_a_doubt_counts_in_full_until_somebody_speaks_to_it() -> None:
    course = moments(SMALL, ("courts",), ("bought",), Answer("reply", "grants"), ARMY)
    assert [moment.doubt("works") / ONE for moment in course] == [0.5, 0.15, 0.36, 0.213]
    assert "courts" not in course[SILENT].strengths
    assert [course[at].strengths["courts"] / ONE for at in (CASE, REBUTTED, ANSWERED)] == [0.7, 0.28, 0.574]


def held(answer: Answer) -> set[str]:
    course = moments(SMALL, ("courts",), ("bought",), answer, ARMY)
    return {name for name in ("courts", "bought", "grants") if on_table(name, answer, course)}


def on_table(name: str, answer: Answer, course: object) -> bool:
    spoken = name != "grants" or answer.card == "grants"
    return spoken and holds(course, name, answer)  # type: ignore[arg-type] # four moments


def test_a_card_that_was_hit_holds_only_where_a_reply_beats_what_hit_it() -> None:
    assert held(REST) == {"bought"}
    assert held(Answer("back", "spare", "courts")) == {"bought"}
    assert held(Answer("reply", "grants")) == {"courts", "grants"}


def test_a_card_that_was_hit_holds_where_it_is_backed_until_it_lost_nothing() -> None:
    strong = Said("spare", ONE * 9 // 10, ("c",), answers="works")
    answer = Answer("back", "spare", "courts")
    judge = Judge(Bench((ARMY,), (COURTS, strong), (BOUGHT,), (GRANTS,)))
    course = moments(judge, ("courts",), ("bought",), answer, ARMY)
    assert course[ANSWERED].strengths["courts"] / ONE == 0.79
    assert holds(course, "courts", answer)
    assert not holds(course[:3], "courts", REST)  # type: ignore[arg-type] # as it stood before the answer


def test_a_rebuttal_that_made_the_other_side_take_a_card_back_holds() -> None:
    answer = Answer("concede", "courts")
    assert held(answer) == {"bought"}
    course = moments(SMALL, ("courts",), ("bought",), answer, ARMY)
    assert "bought" not in course[ANSWERED].strengths
    assert last_of(course, "bought").strengths["bought"] == BOUGHT.base


def test_a_card_taken_back_does_not_hold_though_nobody_hit_it() -> None:
    answer = Answer("concede", "spare")
    course = moments(SMALL, ("courts", "spare"), ("bought",), answer, ARMY)
    assert not holds(course, "spare", answer)
    assert holds(course, "spare", REST)
