"""Standing and defeated: an argument stands when nothing that stands attacks it."""

from hypothesis import given

from dosmesas.debate.graph import Graph
from dosmesas.debate.labels import standing
from tests.debate.making import Parts, debates


def test_a_reply_brings_back_what_a_rebuttal_defeated() -> None:
    edges = [("card", "doubt"), ("rebuttal", "card"), ("reply", "rebuttal")]
    bases = dict.fromkeys(("doubt", "card", "rebuttal", "reply"), 1)
    assert standing(Graph.of(bases, edges, [])) == {"card", "reply"}
    assert standing(Graph.of({k: v for k, v in bases.items() if k != "reply"}, edges[:2], [])) == {
        "doubt",
        "rebuttal",
    }


@given(debates())
def test_the_labels_are_the_one_consistent_marking(parts: Parts) -> None:
    found = standing(parts.graph)
    for name in parts.bases:
        attackers = {source for source, target in parts.attacks if target == name}
        assert (name in found) is not bool(attackers & found)
