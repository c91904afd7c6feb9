"""What lies on the table: how a card bears on a doubt, on another card, and what goes when one is taken back."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.debate.graph import ONE, CycleError
from dosmesas.debate.strength import strength
from dosmesas.debate.table import PLAN, How, Said, Spoken, debate_graph
from tests.debate.making import b

DOUBTS = {"serious": b(".6"), "works": b(".6"), "worth": b(".4")}
CONGRESS = {"serious": b(".4"), "works": b(".7"), "worth": b(".6")}
FACT = Said("fact", b(".9"), ("c1",), answers="serious")
COURTS = Said("courts", b(".7"), ("c2",), answers="works")
PRICE = Said("price", b(".8"), ("c3",), answers="worth")
BOUGHT = Said("bought", b(".6"), ("c4",), against=("courts",))
COSTS = Said("costs", b(".5"), ("c5",), worsens="worth")
GRANTS = Said("grants", b(".7"), ("c6",), against=("bought",))
CASE = (FACT, COURTS, PRICE)


def plan(*cards: Said, doubts: dict[str, int] = DOUBTS, spoken: Spoken | None = None) -> int:
    """The plan in thousandths."""
    found = strength(debate_graph(doubts, spoken or Spoken(cards)), PLAN)
    return round(found / 1_000_000)


@pytest.mark.parametrize(
    ("doubts", "course"),
    [(DOUBTS, (96, 709, 384, 504)), (CONGRESS, (72, 667, 276, 391))],
    ids=["public", "congress"],
)
def test_the_worked_case_goes_as_worked_out(doubts: dict[str, int], course: tuple[int, ...]) -> None:
    steps = [(), CASE, (*CASE, BOUGHT, COSTS), (*CASE, BOUGHT, COSTS, GRANTS)]
    assert tuple(plan(*cards, doubts=doubts) for cards in steps) == course


def test_a_doubt_that_nobody_answers_counts_in_full() -> None:
    assert plan(doubts={"works": b(".9")}) == 100


def test_a_doubt_that_an_audience_does_not_have_is_no_matter() -> None:
    assert plan(COSTS, FACT, doubts={"works": b(".9")}) == 100


def test_a_cut_feeds_its_doubt_whatever_becomes_of_the_card() -> None:
    cutting = Said("fact", b(".9"), ("c1",), answers="serious", cuts=(("works", b(".5")),))
    undercut = Said("no", b(".9"), against=("fact",))
    assert plan(cutting, doubts={"works": b(".6")}) == 200
    assert plan(cutting, undercut, doubts={"works": b(".6")}) == 200


def test_what_is_denied_no_longer_cuts_and_its_claim_carries_no_other_card() -> None:
    cutting = Said("fact", b(".9"), ("c1",), answers="serious", cuts=(("works", b(".5")),))
    second = Said("second", b(".9"), ("c1",), answers="worth")
    denied = Said("no", b(".9"), against=("fact",), how=How.DENIES)
    assert plan(cutting, denied, doubts={"works": b(".6")}) == 380
    assert plan(cutting, second, denied, doubts={"worth": b(".4")}) == plan(
        second, Said("x", b(".9"), against=("second",)), doubts={"worth": b(".4")}
    )


def test_a_card_that_is_turned_also_feeds_the_doubt_that_it_answered() -> None:
    undercut, turned = (
        Said("no", b(".5"), against=("courts",), how=how) for how in (How.UNDERCUTS, How.TURNS)
    )
    doubts = {"works": b(".6")}
    assert plan(COURTS, turned, doubts=doubts) < plan(COURTS, undercut, doubts=doubts)


def test_a_card_that_backs_another_lifts_it_and_answers_nothing_itself() -> None:
    spare = Said("spare", b(".5"), ("c7",), answers="works")
    attack = Said("no", b(".6"), against=("courts",))
    doubts = {"works": b(".6")}
    backed = plan(doubts=doubts, spoken=Spoken((COURTS, attack, spare), (("spare", "courts"),)))
    assert plan(COURTS, attack, doubts=doubts) < backed
    alone = plan(doubts=doubts, spoken=Spoken((spare, COURTS), (("spare", "courts"),), frozenset(["courts"])))
    assert alone == plan(spare, doubts=doubts)


def test_a_card_that_is_conceded_goes_with_its_cuts_and_with_what_aimed_at_it_alone() -> None:
    cutting = Said("fact", b(".9"), ("c1",), answers="serious", cuts=(("works", b(".5")),))
    turned = Said("no", b(".9"), against=("fact",), how=How.TURNS)
    after_all = Said("yes", b(".9"), against=("no",))
    cards = (cutting, turned, after_all)
    assert plan(spoken=Spoken(cards, (), frozenset(["fact"]))) == plan()


def test_cards_in_a_circle_are_refused_by_name() -> None:
    one, other = Said("one", ONE // 2, against=("other",)), Said("other", ONE // 2, against=("one",))
    with pytest.raises(CycleError, match=r"one -> other -> one"):
        debate_graph(DOUBTS, Spoken((one, other)))


def test_what_aimed_only_at_a_conceded_card_is_no_argument_any_more() -> None:
    only = Said("only", b(".9"), against=("fact",))
    both = Said("both", b(".9"), against=("fact", "courts"))
    after = Said("after", b(".9"), against=("only",))
    spoken = Spoken((FACT, COURTS, only, both, after), (), frozenset(["fact"]))
    assert set(debate_graph({}, spoken).names) == {PLAN, "courts", "both"}


@pytest.mark.parametrize(
    ("cards", "name"),
    [
        ((Said(PLAN, 1, answers="works"),), PLAN),
        ((Said("doubt:works", 1, worsens="worth"),), "doubt:works"),
        ((Said("a", 1, cuts=(("worth", 1),)), Said("a:worth", 1, worsens="works")), "a:worth"),
        ((COURTS, COURTS), "courts"),
    ],
    ids=["plan", "doubt", "cut", "card"],
)
def test_two_arguments_of_one_name_are_refused(cards: tuple[Said, ...], name: str) -> None:
    with pytest.raises(ValueError, match=f"are called '{name}'"):
        debate_graph(DOUBTS, Spoken(cards))


@given(
    st.sampled_from([FACT, COURTS, PRICE, BOUGHT, COSTS, GRANTS]), st.integers(0, ONE), st.sampled_from(How)
)
def test_a_stronger_card_never_hurts_its_own_side(card: Said, base: int, how: How) -> None:
    said = [evolve(one, how=how) if one.against else one for one in (*CASE, BOUGHT, COSTS, GRANTS)]
    weak, strong = sorted((card.base, base))
    weaker, stronger = (
        strength(
            debate_graph(
                DOUBTS, Spoken(tuple(evolve(one, base=at) if one.id == card.id else one for one in said))
            ),
            PLAN,
        )
        for at in (weak, strong)
    )
    assert weaker >= stronger if card in (BOUGHT, COSTS) else weaker <= stronger
