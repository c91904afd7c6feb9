"""Credit: without it, in order, and Shapley; each exact, each summing to what it says."""

from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dosmesas.debate.credit import credits_of, in_order, shapley, shared_out, without
from dosmesas.debate.graph import ONE
from dosmesas.debate.strength import ALL, strength
from tests.debate.making import Parts, debates
from tests.debate.vectors import CREDITED, NEAR, graph_of, name


@pytest.mark.parametrize("vector", CREDITED, ids=name)
def test_the_reference_contributions_are_met(vector: dict) -> None:
    graph, told = graph_of(vector), vector["contributions"]
    topic, removal, credit = told["topic"], told["removal"], told["shapley"]
    for one, wanted in removal.items():
        assert abs(without(graph, topic, one) - wanted * ONE) <= 2 * NEAR, one
    found = shapley(graph, topic, tuple(credit))
    for one, wanted in credit.items():
        assert abs(found[one] - Fraction(wanted) * ONE) <= 2 * NEAR, one


def players(parts: Parts) -> tuple[str, ...]:
    return tuple(name for name in parts.bases if name[0] in "crs")[:6]


@settings(max_examples=60)
@given(debates())
def test_shapley_credits_sum_exactly_to_what_all_players_changed_together(parts: Parts) -> None:
    graph, group = parts.graph, players(parts)
    nobody = ALL
    for one in group:
        nobody ^= 1 << graph.slot(one)
    total = strength(graph, "plan") - strength(graph, "plan", nobody)
    assert sum(shapley(graph, "plan", group).values()) == total


@given(debates(), st.permutations(range(6)))
def test_receipts_in_order_telescope_whatever_the_order(parts: Parts, order: list[int]) -> None:
    graph, group = parts.graph, players(parts)
    plays = [[group[n]] for n in order if n < len(group)]
    changes = in_order(graph, "plan", plays)
    nobody = ALL
    for one in group:
        nobody ^= 1 << graph.slot(one)
    assert sum(changes) == strength(graph, "plan") - strength(graph, "plan", nobody)


@given(debates())
def test_who_bears_on_nothing_gets_no_credit(parts: Parts) -> None:
    lone = Parts({**parts.bases, "c9": ONE // 2}, parts.attacks, parts.supports)
    assert shapley(lone.graph, "plan", (*players(parts)[:4], "c9"))["c9"] == 0
    assert without(lone.graph, "plan", "c9") == 0


GROUPS = [group for size in range(5) for group in combinations("abcd", size)]


@given(st.lists(st.integers(-1000, 1000), min_size=len(GROUPS), max_size=len(GROUPS)))
def test_a_credit_is_the_mean_of_what_a_player_changes_over_all_orders(worths: list[int]) -> None:
    worth = dict(zip(GROUPS, worths, strict=True))
    found = credits_of("abcd", worth.__getitem__)
    orders = list(permutations("abcd"))
    for one in "abcd":
        before = [tuple(sorted(order[: order.index(one)])) for order in orders]
        changes = [worth[tuple(sorted((*group, one)))] - worth[group] for group in before]
        assert found[one] == Fraction(sum(changes), len(orders))
    assert sum(found.values()) == worths[-1] - worths[0]


def test_nobody_has_no_credit() -> None:
    assert credits_of((), lambda _: 7) == {}


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(-(10**9), 10**9), min_size=1))
def test_shared_out_credits_sum_to_the_rounded_sum_and_are_each_within_one_unit(
    thirds: dict[str, int],
) -> None:
    exact = {name: Fraction(value, 7) for name, value in thirds.items()}
    found = shared_out(exact, 1_000_000)
    assert sum(found.values()) == round(sum(exact.values()) / 1_000_000)
    assert all(abs(found[name] - exact[name] / 1_000_000) <= 1 for name in exact)


def test_the_worked_case_of_the_design_comes_out() -> None:
    """A programme before the Mexican public: no case .096, case .709, rebutted .384, after the reply .504."""
    from dosmesas.debate.graph import Graph

    bases = {
        "plan": 1.0,
        "serious": 0.6,
        "works": 0.6,
        "worth": 0.4,
        "homicides": 0.9,
        "courts": 0.7,
        "grants": 0.8,
        "bought": 0.6,
        "dear": 0.5,
        "standards": 0.7,
    }
    attacks = [
        *(("serious", "plan"), ("works", "plan"), ("worth", "plan")),
        *(("homicides", "serious"), ("courts", "works"), ("grants", "worth")),
        *(("bought", "courts"), ("standards", "bought")),
    ]
    graph = Graph.of({name: round(base * ONE) for name, base in bases.items()}, attacks, [("dear", "worth")])
    plays = [["homicides", "courts", "grants"], ["bought", "dear"], ["standards"]]
    reached = [96]
    for change in in_order(graph, "plan", plays):
        reached.append(round(reached[0] + (sum(in_order(graph, "plan", plays)[: len(reached)])) / 1_000_000))
        assert change
    assert reached == [96, 709, 384, 504]
