"""Hypothesis strategies for those who test rules, or code that plays them: docs/fuzzing-from-code.md."""

from dosmesas.testing.strategies.decisions import decisions
from dosmesas.testing.strategies.expressions import expressions
from dosmesas.testing.strategies.games import games
from dosmesas.testing.strategies.histories import History, histories

__all__ = ["History", "decisions", "expressions", "games", "histories"]
