"""Coverage of content: what of a pack was at work in games, and what never was (docs/coverage.md)."""

from dosmesas.testing.coverage.places import Kind, Place, places
from dosmesas.testing.coverage.reach import Reach

__all__ = ["Kind", "Place", "Reach", "places"]
