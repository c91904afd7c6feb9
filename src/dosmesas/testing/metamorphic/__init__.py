"""Metamorphic properties: changes of a pack that are to change no game, or each game in a known way.

docs/metamorphic.md tells how they are held against a pack.
"""

from dosmesas.testing.metamorphic.material import Material, opened
from dosmesas.testing.metamorphic.property import Finding, NotApplicableError, Property
from dosmesas.testing.metamorphic.suite import PROPERTIES, Report, run

__all__ = ["PROPERTIES", "Finding", "Material", "NotApplicableError", "Property", "Report", "opened", "run"]
