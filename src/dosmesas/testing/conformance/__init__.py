"""The conformance suite: named checks of the contract of a game, for any pack; docs/testing.md tells how."""

from dosmesas.testing.conformance.check import Check, Finding
from dosmesas.testing.conformance.suite import CHECKS, run
from dosmesas.testing.conformance.walk import Walk, walk

__all__ = ["CHECKS", "Check", "Finding", "Walk", "run", "walk"]
