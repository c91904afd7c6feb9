"""DF-QuAD in billionths: the reference vectors, the worked cases, and the properties that it is chosen for."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dosmesas.debate.graph import ONE, Graph
from dosmesas.debate.strength import ALL, strength, strengths
from tests.debate.making import Parts, debates
from tests.debate.vectors import ACYCLIC, NEAR, graph_of, name


@pytest.mark.parametrize("vector", ACYCLIC, ids=name)
def test_the_reference_vectors_are_met(vector: dict) -> None:
    graph = graph_of(vector)
    found = dict(zip(graph.names, strengths(graph), strict=True))
    for argument, wanted in vector["strengths"].items():
        assert abs(found[argument] - wanted * ONE) <= NEAR, argument


@pytest.mark.parametrize(
    ("base", "attackers", "supporters", "wanted"),
    [
        (700, [600], [], 280),
        (700, [900], [], 70),
        (300, [], [600], 720),
        (600, [100] * 10, [], 209.207),
        (1000, [60, 900], [], 94),
        (500, [400], [400], 500),
        (0, [], [1000], 1000),
        (1000, [1000], [], 0),
    ],
)
def test_what_a_student_is_told_in_sentences_comes_out(
    base: int, attackers: list[int], supporters: list[int], wanted: float
) -> None:
    bases = {"t": base * 1_000_000}
    bases |= {f"a{n}": one * 1_000_000 for n, one in enumerate(attackers)}
    bases |= {f"s{n}": one * 1_000_000 for n, one in enumerate(supporters)}
    attacks = [(name, "t") for name in bases if name[0] == "a"]
    graph = Graph.of(bases, attacks, [(name, "t") for name in bases if name[0] == "s"])
    assert round(strength(graph, "t") / 1_000_000, 3) == wanted


@given(debates())
def test_every_strength_lies_between_0_and_1(parts: Parts) -> None:
    assert all(0 <= one <= ONE for one in strengths(parts.graph))


@given(debates())
def test_nothing_for_or_against_leaves_the_base(parts: Parts) -> None:
    found = strengths(parts.graph)
    for slot, base, attackers, supporters in parts.graph.steps:
        if not attackers and not supporters:
            assert found[slot] == base


@given(debates())
def test_duality_attacks_for_supports_and_the_complement_of_the_base_give_the_complement(
    parts: Parts,
) -> None:
    graph, found = parts.graph, strengths(parts.graph)
    bases = {name: found[slot] for slot, name in enumerate(graph.names)}
    sources = {edge[0] for edge in (*parts.attacks, *parts.supports) if edge[1] == "plan"}
    one_level = {"plan": parts.bases["plan"], **{name: bases[name] for name in sources}}
    attacks = [edge for edge in parts.attacks if edge[1] == "plan"]
    supports = [edge for edge in parts.supports if edge[1] == "plan"]
    turned = Graph.of({**one_level, "plan": ONE - one_level["plan"]}, supports, attacks)
    assert strength(turned, "plan") == ONE - strength(graph, "plan")


@given(debates(), st.sampled_from(["c1", "c2", "d1", "r1", "s1"]), st.integers(0, ONE))
def test_a_stronger_argument_never_hurts_what_it_bears_on_in_one_way_only(
    parts: Parts, name: str, base: int
) -> None:
    """Along paths of one sign; a fact that cuts both ways may do either."""
    assume(name in parts.bases)
    signs = _signs(parts, name)
    before, after = parts.graph, parts.with_base(name, max(base, parts.bases[name])).graph
    old, new = strengths(before), strengths(after)
    for slot, other in enumerate(before.names):
        if signs.get(other) == {1}:
            assert new[slot] >= old[slot]
        elif signs.get(other) == {-1}:
            assert new[slot] <= old[slot]
        elif other not in signs:
            assert new[slot] == old[slot]


def _signs(parts: Parts, start: str) -> dict[str, set[int]]:
    """The signs of all paths from an argument to each that it reaches."""
    found, front = {start: {1}}, [(start, 1)]
    while front:
        name, sign = front.pop()
        for edges, turn in ((parts.attacks, -1), (parts.supports, 1)):
            for _, target in (edge for edge in edges if edge[0] == name):
                if sign * turn not in found.setdefault(target, set()):
                    found[target].add(sign * turn)
                    front.append((target, sign * turn))
    return found


@given(debates())
def test_what_is_absent_bears_on_nothing(parts: Parts) -> None:
    graph = parts.graph
    for gone in set(parts.bases) - {"plan"}:
        kept = {other: base for other, base in parts.bases.items() if other != gone}
        attacks, supports = (
            [edge for edge in edges if gone not in edge] for edges in (parts.attacks, parts.supports)
        )
        less = strengths(Graph.of(kept, attacks, supports))
        masked = strengths(graph, ALL ^ 1 << graph.slot(gone))
        assert less == [masked[graph.slot(other)] for other in sorted(kept)]


def test_no_product_needs_more_than_63_bits() -> None:
    """Strengths and bases lie within 0 and 1, so that no product is larger than this one, rounded."""
    assert ONE * ONE + ONE // 2 < 1 << 63
