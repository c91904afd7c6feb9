"""The metamorphic properties among those of a game: each changes the pack and plays, once a run."""

from collections.abc import Iterator
from pathlib import Path

from attrs import define, field

from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Walk
from dosmesas.testing.metamorphic import PROPERTIES, NotApplicableError, opened

_SEEDS = range(1, 4)
_MANY = 60
"""So many more games are played all at once."""


@define(eq=False)
class Changed:
    """What comes of changes of a pack, by the name of the property; those that do not apply hold."""

    folder: Path
    played_by_many: bool
    _found: dict[str, tuple[Wrong, ...]] = field(factory=dict)

    def look(self, name: str, _walk: Walk) -> Iterator[Wrong]:
        """What a property says of the pack, whatever the game."""
        if name not in self._found:
            self._found[name] = tuple(self._findings(name))
        return iter(self._found[name])

    def _findings(self, name: str) -> Iterator[Wrong]:
        with opened(self.folder, _MANY if self.played_by_many else 0) as material:
            try:
                for one in PROPERTIES[name].look(material, _SEEDS):
                    yield Wrong(0, str(one))
                    return
            except NotApplicableError:
                return
