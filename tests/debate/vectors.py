"""The reference vectors: 40 graphs with the strengths that independent published implementations give.

QBAF-Py and Uncertainpy agree on the acyclic ones to 2e-16. `arguments` are [name, base]; `attacks` and
`supports` [source, target]; `strengths` under DF-QuAD; `contributions` of some graphs, for their `topic`, are
`shapley` and `removal`; those marked `cyclic` are refused by the game.
"""

import json
from pathlib import Path
from typing import Any

from dosmesas.debate.graph import ONE, Graph

GRAPHS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("vectors.json").read_text())["graphs"]
ACYCLIC = [one for one in GRAPHS if not one.get("cyclic")]
CYCLIC = [one for one in GRAPHS if one.get("cyclic")]
CREDITED = [one for one in ACYCLIC if "contributions" in one]
NEAR = 10
"""How many billionths a strength may be off: 1e-8."""


def graph_of(vector: dict[str, Any]) -> Graph:
    """The graph of a vector."""
    bases = {name: round(base * ONE) for name, base in vector["arguments"]}
    return Graph.of(bases, map(tuple, vector["attacks"]), map(tuple, vector["supports"]))


def name(vector: dict[str, Any]) -> str:
    """What a vector is called in a report."""
    return str(vector["name"])
