"""DF-QuAD in integers: how far each argument stands after what speaks for and against it.

The semantics is that of Rago, Toni, Aurisicchio & Baroni (2016). What attackers leave is the product of
(1 - strength), and likewise what supporters leave. An argument of base w moves by their difference e: down
to w + w e where attackers outweigh, up to w + (1 - w) e where supporters do. Every product is rounded
half-even to billionths, sources in the order of their names; a product of two is at most 1e18, so that
64-bit batches give the same bits.
"""

from dosmesas.debate.graph import ONE, Graph

_HALF = ONE // 2 - 1
ALL = -1
"""Every argument is present."""


def half_even(product: int) -> int:
    """A product of two strengths in billionths again, rounded half-even."""
    return (product + _HALF + (product // ONE & 1)) // ONE


def strengths(graph: Graph, present: int = ALL) -> list[int]:
    """The strength of every argument in billionths, by slot.

    `present` is a bit set of slots: an argument that is not in it neither attacks nor supports, as if it had
    not been put forward.
    """
    found = [0] * len(graph.names)
    for slot, base, attackers, supporters in graph.steps:
        against = behind = ONE
        for source in attackers:
            if present >> source & 1:
                product = against * (ONE - found[source])
                against = (product + _HALF + (product // ONE & 1)) // ONE
        for source in supporters:
            if present >> source & 1:
                product = behind * (ONE - found[source])
                behind = (product + _HALF + (product // ONE & 1)) // ONE
        product = (ONE - base) * (against - behind) if against > behind else base * (against - behind)
        found[slot] = base + (product + _HALF + (product // ONE & 1)) // ONE
    return found


def strength(graph: Graph, topic: str, present: int = ALL) -> int:
    """The strength of one argument in billionths."""
    return strengths(graph, present)[graph.slot(topic)]
