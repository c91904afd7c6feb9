"""Graphs: an order in which all is settled, cycles refused with their path, and bad edges and bases told."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.debate.graph import ONE, CycleError, Graph
from tests.debate.making import Parts, debates
from tests.debate.vectors import CYCLIC, graph_of, name


@pytest.mark.parametrize("vector", CYCLIC, ids=name)
def test_a_cycle_is_refused_with_a_path_of_its_own_edges(vector: dict) -> None:
    with pytest.raises(CycleError) as caught:
        graph_of(vector)
    path, edges = caught.value.path, {tuple(edge) for edge in (*vector["attacks"], *vector["supports"])}
    assert path[0] == path[-1]
    assert len(set(path)) == len(path) - 1
    assert all(pair in edges for pair in pairwise(path))


def test_an_argument_that_attacks_itself_is_a_cycle_of_one() -> None:
    with pytest.raises(CycleError, match="a -> a"):
        Graph.of({"a": 1}, [("a", "a")], [])


def test_a_cycle_is_named_and_not_what_merely_leads_into_it() -> None:
    with pytest.raises(CycleError) as caught:
        Graph.of(dict.fromkeys("abcd", 1), [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")], [])
    assert set(caught.value.path) == {"b", "c"}


@given(debates())
def test_every_argument_comes_after_all_that_bear_on_it(parts: Parts) -> None:
    seen: set[int] = set()
    for slot, _, attackers, supporters in parts.graph.steps:
        assert {*attackers, *supporters} <= seen
        seen.add(slot)
    assert len(seen) == len(parts.bases)


@given(debates(), st.randoms())
def test_the_order_in_which_a_debate_is_written_changes_nothing(parts: Parts, random: object) -> None:
    names, attacks, supports = list(parts.bases), list(parts.attacks), list(parts.supports)
    for one in (names, attacks, supports):
        random.shuffle(one)  # type: ignore[attr-defined] # Hypothesis gives a Random
    turned = Graph.of({name: parts.bases[name] for name in names}, attacks, supports)
    assert (turned.names, turned.steps) == (parts.graph.names, parts.graph.steps)


@pytest.mark.parametrize("base", [-1, ONE + 1])
def test_a_base_outside_its_range_is_told(base: int) -> None:
    with pytest.raises(ValueError, match="the base of 'a' is"):
        Graph.of({"a": base}, [], [])


def test_an_edge_to_nothing_is_told() -> None:
    with pytest.raises(ValueError, match="a -> b names no argument"):
        Graph.of({"a": 1}, [("a", "b")], [])
