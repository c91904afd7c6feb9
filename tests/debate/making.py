"""Random debates without cycles: an argument bears only on ones of earlier layers, as in the game."""

from attrs import evolve, frozen
from hypothesis import strategies as st

from dosmesas.debate.graph import ONE, Edge, Graph

NAMES = ("plan", "d1", "d2", "d3", "c1", "c2", "c3", "r1", "r2", "s1")
LAYERS = {"p": 0, "d": 1, "c": 2, "r": 3, "s": 4}


@frozen
class Parts:
    """What a graph is made of."""

    bases: dict[str, int]
    attacks: frozenset[Edge]
    supports: frozenset[Edge]

    @property
    def graph(self) -> Graph:
        return Graph.of(self.bases, self.attacks, self.supports)

    def with_base(self, name: str, base: int) -> "Parts":
        return evolve(self, bases={**self.bases, name: base})


@st.composite
def debates(draw: st.DrawFn) -> Parts:
    names = ("plan", *sorted(draw(st.sets(st.sampled_from(NAMES[1:]), max_size=9))))
    strengths = st.integers(0, ONE) | st.sampled_from([0, 1, ONE // 2, ONE - 1, ONE, 333_333_333])
    bases = {name: draw(strengths) for name in names}
    pairs = [(a, b) for a in names for b in names if LAYERS[a[0]] > LAYERS[b[0]]]
    kinds = {pair: draw(st.sampled_from("-+  ")) for pair in pairs}
    attacks = frozenset(pair for pair, kind in kinds.items() if kind == "-")
    return Parts(bases, attacks, frozenset(pair for pair, kind in kinds.items() if kind == "+"))


def b(number: str) -> int:
    """A written strength such as `.6` in billionths."""
    return int(float(number) * 1000 + 0.5) * (ONE // 1000)
