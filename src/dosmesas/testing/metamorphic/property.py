"""What a metamorphic property is, and what it finds."""

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from dosmesas.testing.metamorphic.material import Material
from dosmesas.text.span import NOWHERE, Span


class NotApplicableError(Exception):
    """The property has nothing to hold on in this pack; the message says why."""


@frozen
class Finding:
    """What a property found: in which game and turn what is otherwise, and the change that made it so.

    `seed` and `turn` are 0 and `view` is empty where no game was played, as with a changed pack that is
    refused. `place` is in the author's files, and `change` says what was done there.
    """

    property: str
    seed: int
    view: str
    turn: int
    differs: str
    place: Span = NOWHERE
    change: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place.file else ""
        game = f" (seed {self.seed}, {self.view}, turn {self.turn})" if self.view else ""
        done = f"; what was done: {self.change}" if self.change else ""
        return f"{where}{self.property}: {self.differs}{done}{game}"


@frozen
class Wrong:
    """A finding before it has the name of its property; `of_many` where many games were played at once."""

    seed: int
    view: str
    turn: int
    differs: str
    place: Span = NOWHERE
    change: str = ""
    of_many: bool = False


Look = Callable[[Material, Sequence[int]], Iterator[Wrong]]


@frozen(eq=False)
class Property:
    """A property: its name, one sentence of what it guards, and how it is held against a pack."""

    name: str
    guards: str
    _look: Look

    def look(self, material: Material, seeds: Sequence[int]) -> Iterator[Finding]:
        """What is found on a pack: random games of these seeds, each under the next worldview.

        A game that raises is a finding too.

        Raises:
            NotApplicableError: it has nothing to hold on here; the message says why.
        """
        try:
            for one in self._look(material, seeds):
                yield Finding(self.name, one.seed, one.view, one.turn, one.differs, one.place, one.change)
        except NotApplicableError:
            raise
        except Exception as error:  # noqa: BLE001 - rules under test may break anything
            yield Finding(self.name, 0, "", 0, f"it could not go on: {type(error).__name__}: {error}")


def named(look: Look) -> Property:
    """A property from a function: its name with hyphens, and its docstring."""
    return Property(look.__name__.replace("_", "-"), (look.__doc__ or "").strip(), look)
