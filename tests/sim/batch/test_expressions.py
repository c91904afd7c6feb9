"""The third back end agrees with the why evaluator bit for bit, row by row."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dosmesas.lang.compiled import functions
from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.nodes import Node
from dosmesas.lang.scope import Kind
from dosmesas.sim.batch.expressions import source
from dosmesas.sim.batch.program import GIVEN
from tests.lang.making import amounts, conditions
from tests.lang.test_evaluate import World, worlds
from tests.support.full import cases

ENOUGH = cases(20_000, 150)


class Columns:
    """trust and rate are values, pact is a flag; all that can be asked stands in `q`."""

    def name(self, name: str) -> str:
        return {"trust": "v[0]", "rate": "v[1]", "pact": "f[0]"}[name]

    def question(self, _function: str, argument: str) -> int:
        return ["hold", "culiacan/hold", "culiacan"].index(argument)


def generated(node: Node, seen: list[World]) -> list[int]:
    """The values in some worlds by one call of generated code."""
    kept: dict[str, str] = {}

    def keep(text: str) -> str:
        return kept.setdefault(text, f"x{len(kept)}")

    text = source(node, Columns(), keep)
    lines = [f" {name} = {kept_text}" for kept_text, name in kept.items()]
    code = functions("\n".join(["def c(v, f, q, t):", *lines, f" return {text}"]), GIVEN)
    values = [np.array([one.trust for one in seen]), np.array([one.rate for one in seen])]
    flags = [np.array([bool(one.pact) for one in seen])]
    asked = [np.full(len(seen), turn) for turn in (2, 0, 3)]
    with np.errstate(divide="ignore"):
        found = code["c"](values, flags, asked, 5)
    return [int(one) for one in np.broadcast_to(found, len(seen))]


def agrees(node: Node, kind: Kind, seen: list[World]) -> None:
    assert generated(node, seen) == [evaluate(node, one) for one in seen]


@given(amounts, st.lists(worlds, min_size=1, max_size=4))
@settings(max_examples=ENOUGH, deadline=None, suppress_health_check=list(HealthCheck))
def test_amounts_agree(node: Node, seen: list[World]) -> None:
    agrees(node, Kind.NUMBER, seen)


@given(conditions, st.lists(worlds, min_size=1, max_size=4))
@settings(max_examples=ENOUGH, deadline=None, suppress_health_check=list(HealthCheck))
def test_conditions_agree(node: Node, seen: list[World]) -> None:
    agrees(node, Kind.YES_NO, seen)
