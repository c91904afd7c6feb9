"""Plays a pack as no player would, and comes back with the shortest game that breaks something."""

from dosmesas.testing.fuzz.again import play_again

__all__ = ["play_again"]
