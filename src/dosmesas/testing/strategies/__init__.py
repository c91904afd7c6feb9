"""Hypothesis strategies for those who test rules, or code that plays them: docs/fuzzing-from-code.md."""

from dosmesas.testing.strategies.decisions import decisions
from dosmesas.testing.strategies.drawn import DrawnPack, DrawnRules
from dosmesas.testing.strategies.expressions import expressions
from dosmesas.testing.strategies.games import games
from dosmesas.testing.strategies.histories import History, histories
from dosmesas.testing.strategies.packs import packs
from dosmesas.testing.strategies.rulesets import rulesets
from dosmesas.testing.strategies.worldviews import worldviews

__all__ = [
    "DrawnPack",
    "DrawnRules",
    "History",
    "decisions",
    "expressions",
    "games",
    "histories",
    "packs",
    "rulesets",
    "worldviews",
]
