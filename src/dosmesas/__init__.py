"""Dos Mesas: a policy-debate teaching game, and the rules engine behind it."""

__version__ = "0.1.0"
