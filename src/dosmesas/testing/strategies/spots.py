"""Every place of a file at which something stands, found by the shapes that the file is read by."""

from collections.abc import Iterator

from attrs import frozen

from dosmesas.load.shapes.declared import Form, Key, Shape, Value
from dosmesas.load.shapes.effects import CHANGE, NESTED
from dosmesas.testing.strategies.writing import Data


@frozen(eq=False)
class Spot:
    """A value in its mapping or list: where it is, what it may be, and the shape and key that declare it.

    `key` is None in a list, or where the key is an id.
    """

    path: str
    inside: "dict[str, Data] | list[Data]"
    at: "str | int"
    value: Value
    shape: Shape
    key: Key | None = None

    @property
    def data(self) -> Data:
        """What stands there."""
        return self.inside[self.at]  # type: ignore[index] # a key of the mapping, or a place of the list

    def put(self, data: Data) -> None:
        """Put something else there."""
        self.inside[self.at] = data  # type: ignore[index] # as above


@frozen(eq=False)
class Place:
    """A mapping of a file: where it is, and its shape."""

    path: str
    data: "dict[str, Data]"
    shape: Shape


def spots(shape: Shape, data: Data, path: str) -> "Iterator[Spot | Place]":
    """All places of a mapping, outer before inner."""
    if not isinstance(data, dict):
        return
    yield Place(path, data, shape)
    for name, key in shape.keys.items():
        if name in data:
            yield from _of(Spot(f"{path}: {name}", data, name, key.value, shape, key))


def _of(spot: Spot) -> "Iterator[Spot | Place]":
    yield spot
    data, item = spot.data, spot.value.item
    match spot.value.form:
        case Form.INSIDE if spot.value.shape:
            yield from spots(spot.value.shape, data, spot.path)
        case Form.LIST | Form.ONE_OR_MORE if item and isinstance(data, list):
            for at in range(len(data)):
                yield from _of(Spot(f"{spot.path}[{at + 1}]", data, at, item, spot.shape))
        case Form.MAP if item and isinstance(data, dict):
            for name in data:
                yield from _of(Spot(f"{spot.path}: {name}", data, name, item, spot.shape))
        case Form.EFFECTS if isinstance(data, list):
            for at, effect in enumerate(data):
                yield from spots(_shape_of(effect), effect, f"{spot.path}[{at + 1}]")
        case _:
            return


def _shape_of(effect: Data) -> Shape:
    """As the loader has it: by the first key that holds others, else a change."""
    return next(
        (shape for key, shape in NESTED.items() if isinstance(effect, dict) and key in effect), CHANGE
    )
