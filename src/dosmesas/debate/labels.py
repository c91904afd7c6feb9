"""Which arguments are standing and which defeated, for the marks on a flow sheet.

The grounded labelling (Dung 1995; Caminada 2006) of the attacks alone: an argument stands when all of its
attackers are defeated, and is defeated when one that stands attacks it. A debate has no cycles, so every
argument is one or the other, and all of the usual semantics agree.
"""

from dosmesas.debate.graph import Graph


def standing(graph: Graph) -> frozenset[str]:
    """The arguments that stand."""
    found: set[int] = set()
    for slot, _, attackers, _ in graph.steps:
        if not found.intersection(attackers):
            found.add(slot)
    return frozenset(graph.names[slot] for slot in found)
