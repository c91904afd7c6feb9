"""One evaluation of a debate of 12 arguments, and the credit of its 8 played cards."""

import time
from collections.abc import Callable

from dosmesas.debate.credit import shapley
from dosmesas.debate.graph import ONE, Graph
from dosmesas.debate.judge import Bench, Judge, Listener
from dosmesas.debate.search import expert_case
from dosmesas.debate.strength import strengths
from dosmesas.debate.table import How, Said

BASES = {"plan": 100, "d1": 60, "d2": 60, "d3": 40, "c1": 90, "c2": 70, "c3": 80, "k1": 30}
MORE = {"r1": 60, "r2": 50, "s1": 70, "s2": 40}
ATTACKS = [
    ("d1", "plan"),
    ("d2", "plan"),
    ("d3", "plan"),
    ("c1", "d1"),
    ("c2", "d2"),
    ("c3", "d3"),
    ("r1", "c2"),
]
ALSO = [("s1", "r1"), ("s2", "r2")]
SUPPORTS = [("r2", "d3"), ("k1", "d3")]


def main() -> None:
    bases = {name: base * ONE // 100 for name, base in (BASES | MORE).items()}
    graph = Graph.of(bases, ATTACKS + ALSO, SUPPORTS)
    played = [name for name in graph.names if name[0] in "crsk"]
    took = best(lambda: [strengths(graph) for _ in range(1000)]) / 1000
    print(f"one evaluation of {len(graph.names)} arguments: {took * 1e6:.1f} us (wanted: under 8)")
    judged = best(lambda: expert_case(Judge(bench())))
    print(f"the expert's search of a full debate: {judged * 1e3:.1f} ms (wanted: under 30)")
    print(f"credit of {len(played)} cards: {best(lambda: shapley(graph, 'plan', played)) * 1e3:.1f} ms")


def bench() -> Bench:
    """A full debate as the pack has them: six cards, six rebuttals, four replies, three audiences."""
    questions = ("serious", "needed", "works", "worth")
    hand = [
        Said(
            f"a{n}",
            (50 + 8 * n) * ONE // 100,
            (f"c{n % 4}",),
            questions[n % 4],
            ((questions[n % 3], ONE * 3 // 10),),
        )
        for n in range(6)
    ]
    ready = [
        Said(f"r{n}", (45 + 7 * n) * ONE // 100, against=(f"a{n}", f"a{(n + 2) % 6}"), how=[*How][n % 3])
        for n in range(5)
    ]
    ready.append(Said("r5", ONE // 2, worsens="worth"))
    replies = tuple(Said(f"s{n}", ONE * 7 // 10, against=(f"r{n}", f"r{n + 1}")) for n in range(4))
    listeners = tuple(
        Listener(
            f"l{n}", n + 2, {one: (20 + 15 * (n + at) % 60) * ONE // 100 for at, one in enumerate(questions)}
        )
        for n in range(3)
    )
    return Bench(listeners, tuple(hand), tuple(ready), replies)


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of several calls."""
    found = []
    for _ in range(7):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found)


if __name__ == "__main__":
    main()
