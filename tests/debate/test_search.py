"""Play of three strengths: exact, the same each time, and each stronger than the one below."""

from hypothesis import given
from hypothesis import strategies as st

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import REST, Answer, Bench, Judge, Listener, Play, spoken_of
from dosmesas.debate.search import (
    advocate,
    answers,
    best_answer,
    cases,
    expert,
    expert_case,
    naive_case,
    rebuttals,
)
from dosmesas.debate.strength import strength
from dosmesas.debate.table import PLAN, How, Said, debate_graph

QUESTIONS = ("needed", "serious", "works", "worth")
WEIGHTS = st.integers(50, 950).map(lambda number: number * 1_000_000 + 7)
CLAIMS = st.sampled_from(["c1", "c2", "c3", "c4"]).map(lambda claim: (claim,))


@st.composite
def benches(
    draw: st.DrawFn, hand: int = 4, ready: int = 3, weights: st.SearchStrategy[int] = WEIGHTS
) -> Bench:
    """Small benches with everything that a card can do."""
    reasons = [
        Said(
            f"a{number}",
            draw(weights),
            draw(CLAIMS),
            answers=draw(st.sampled_from(QUESTIONS)),
            cuts=tuple(draw(st.dictionaries(st.sampled_from(QUESTIONS), weights, max_size=1)).items()),
        )
        for number in range(draw(st.integers(1, hand)))
    ]
    against = [
        _counter(draw, weights, f"r{number}", reasons) for number in range(draw(st.integers(0, ready)))
    ]
    replies = [_counter(draw, weights, f"s{number}", against) for number in range(2 if against else 0)]
    listeners = [
        Listener(name, share, draw(st.dictionaries(st.sampled_from(QUESTIONS), weights, min_size=1)))
        for name, share in (("army", 4), ("public", 3))
    ]
    return Bench(
        tuple(listeners), tuple(reasons), tuple(against), tuple(one for one in replies if one.against)
    )


def _counter(draw: st.DrawFn, weights: st.SearchStrategy[int], name: str, targets: list[Said]) -> Said:
    base, claims = draw(weights), draw(CLAIMS)
    if draw(st.integers(0, 3)) == 0 and name.startswith("r"):
        return Said(name, base, claims, worsens=draw(st.sampled_from(QUESTIONS)))
    aims = draw(st.lists(st.sampled_from([one.id for one in targets]), min_size=1, max_size=2, unique=True))
    return Said(name, base, claims, against=tuple(aims), how=draw(st.sampled_from(How)))


def slowly(bench: Bench, case: Play, against: Play, answer: Answer) -> int:
    """The worth by one graph an audience."""
    judge = Judge(bench)
    names = [*case, *against, *([answer.card] if answer.kind in {"reply", "back"} else [])]
    spoken = spoken_of(tuple(judge.cards[name] for name in names), answer)
    return sum(one.share * strength(debate_graph(one.doubts, spoken), PLAN) for one in bench.listeners)


@given(benches())
def test_the_judge_settles_every_debate_to_the_bits_of_its_graph(bench: Bench) -> None:
    judge = Judge(bench)
    for case in cases(bench):
        for against in rebuttals(judge, case):
            for answer in answers(judge, case, against):
                assert judge.worth(case, against, answer) == slowly(bench, case, against, answer)


@given(st.lists(st.integers(0, ONE), min_size=5, max_size=5), st.randoms())
def test_many_reasons_for_one_doubt_are_taken_in_the_order_of_their_names(
    bases: list[int], random: object
) -> None:
    """Weights with all their digits, for round ones hide in which order products were rounded."""
    hand = [Said(f"a{number}", base, answers="works") for number, base in enumerate(bases)]
    random.shuffle(hand)  # type: ignore[attr-defined] # Hypothesis gives a Random
    bench = Bench((Listener("army", 1, {"works": ONE - 1}),), tuple(hand), (), (), most_cards=5)
    every = cases(bench)[-1]
    assert Judge(bench).worth(every) == slowly(bench, every, (), REST)


@given(benches(3, 2))
def test_the_expert_finds_what_trying_everything_finds(bench: Bench) -> None:
    judge = Judge(bench)

    def kept(case: Play, against: Play) -> int:
        return max(slowly(bench, case, against, one) for one in answers(judge, case, against))

    def left(case: Play) -> int:
        return min(kept(case, against) for against in rebuttals(judge, case))

    case, value = expert_case(judge)
    assert value == max(left(one) for one in cases(bench)) == left(case)
    for one in cases(bench):
        found = expert(judge, one)
        assert kept(one, found) == left(one)
        assert slowly(bench, one, found, best_answer(judge, one, found)) == left(one)
        first = advocate(judge, one)
        assert slowly(bench, one, first, REST) == min(
            slowly(bench, one, against, REST) for against in rebuttals(judge, one)
        )


@given(benches())
def test_the_naive_case_adds_while_something_adds(bench: Bench) -> None:
    judge = Judge(bench)
    case = naive_case(judge)
    for card in bench.hand:
        if card.id not in case and len(case) < bench.most_cards:
            assert judge.worth(tuple(sorted((*case, card.id)))) <= judge.worth(case)


def test_play_may_be_silence_a_reply_a_backing_or_taking_back() -> None:
    courts, spare = (Said(name, ONE // 2, ("c",), answers="works") for name in ("courts", "spare"))
    bought = Said("bought", ONE // 2, ("d",), against=("courts",))
    grants = Said("grants", ONE // 2, ("e",), against=("bought",))
    judge = Judge(Bench((Listener("army", 1, {"works": ONE // 2}),), (courts, spare), (bought,), (grants,)))
    assert cases(judge.bench) == [(), ("courts",), ("spare",), ("courts", "spare")]
    assert rebuttals(judge, ("spare",)) == [()]
    assert rebuttals(judge, ("courts",)) == [(), ("bought",)]
    assert answers(judge, ("courts",), ()) == [REST]
    assert answers(judge, ("courts",), ("bought",)) == [
        REST,
        Answer("reply", "grants"),
        Answer("back", "spare", "courts"),
        Answer("concede", "courts"),
    ]


def test_a_rebuttal_that_makes_a_doubt_worse_needs_no_card_but_somebody_who_doubts() -> None:
    heard, unheard = (Said(name, ONE // 2, worsens=name) for name in ("works", "worth"))
    judge = Judge(Bench((Listener("army", 1, {"works": ONE // 2}),), (), (heard, unheard), ()))
    assert rebuttals(judge, ()) == [(), ("works",)]


@given(benches())
def test_each_opponent_hurts_by_its_own_measure_no_less_than_the_one_below(bench: Bench) -> None:
    judge = Judge(bench)
    for case in cases(bench):
        crude, keen = advocate(judge, case), expert(judge, case)
        after = [judge.worth(case, one, best_answer(judge, case, one)) for one in (keen, crude, ())]
        assert after[0] <= min(after[1:])
        assert judge.worth(case, crude) <= min(judge.worth(case, keen), judge.worth(case))


ROUGH = st.sampled_from([300_000_000, 600_000_000])


@given(benches(weights=ROUGH))
def test_of_plays_that_are_worth_the_same_the_first_listed_is_taken(bench: Bench) -> None:
    judge = Judge(bench)

    def kept(case: Play, against: Play) -> int:
        return max(judge.worth(case, against, one) for one in answers(judge, case, against))

    def left(case: Play) -> int:
        return min(kept(case, against) for against in rebuttals(judge, case))

    for case in cases(bench):
        assert expert(judge, case) == min(rebuttals(judge, case), key=lambda one: kept(case, one))
    assert expert_case(judge)[0] == max(cases(bench), key=left)


def test_a_case_that_ties_before_all_rebuttals_are_tried_is_not_taken_for_that() -> None:
    """`idle` is listed before `sound`; a search that stops where it ties would take it."""
    third = 300_000_000
    bench = Bench(
        (Listener("army", 1, {"needed": third}),),
        (Said("idle", 0, answers="needed"), Said("sound", third, answers="needed")),
        (Said("beside", third, against=("idle",)), Said("worse", third, worsens="needed")),
        (Said("back", third, against=("beside",)),),
    )
    assert expert_case(Judge(bench)) == (("sound",), ONE - third)
