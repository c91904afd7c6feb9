"""Slips: one thing that is wrong in files that were right; the loader refuses each."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from attrs import frozen

from dosmesas.load.shapes.content import EVENT
from dosmesas.load.shapes.debate import CARD, OWN_CARD
from dosmesas.load.shapes.declared import Form, Shape
from dosmesas.load.shapes.rules import CONDUCT_RULE, ENDING, RULE, TOLD_RULE
from dosmesas.model.limits import TEXT_CHARACTERS
from dosmesas.testing.strategies.expressions import UNKNOWN
from dosmesas.testing.strategies.filling import Found
from dosmesas.testing.strategies.spots import Place, Spot, spots
from dosmesas.testing.strategies.writing import Data

_NO_ID = "Not an id!"
_TWICE = " "
"""Behind a key that stands there already: YAML reads both as the same."""
_CITING = (EVENT, RULE, CONDUCT_RULE, TOLD_RULE, ENDING, CARD, OWN_CARD)
"""What cites nothing any more when all citations in it are gone."""


@frozen(eq=False)
class Slip:
    """Something that can be got wrong: of what kind it is, where, what it then is, how it is made so."""

    kind: str
    where: str
    what: str
    make: Callable[[], None]

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def slips_of(files: Mapping[str, tuple[Shape, Data]]) -> Iterator[Slip]:
    """Every slip that can be made in some files, by their paths."""
    for path, (shape, data) in files.items():
        for found in spots(shape, data, path):
            yield from _of_place(found) if isinstance(found, Place) else _of_value(found)


def _of_place(place: Place) -> Iterator[Slip]:
    """A key that there is not, one that is missing or stands there twice, and no citation left."""
    data, shape, path = place.data, place.shape, place.path
    yield Slip("a key too many", path, "has a key that there is not", partial(_add, data, UNKNOWN, "1"))
    for name, value in data.items():
        yield Slip("a key twice", path, f"has '{name}:' twice", partial(_add, data, name + _TWICE, value))
        if name in shape.keys and shape.keys[name].required:
            yield Slip("a key missing", path, f"has no '{name}:'", partial(_drop, data, name))
    if any(shape is one for one in _CITING):
        yield Slip("no citation", path, "cites nothing", partial(_uncite, data))


def _add(data: Found, name: str, value: Data) -> None:
    data[name] = value


def _drop(data: Found, name: str) -> None:
    del data[name]


def _uncite(data: Data) -> None:
    """Take every citation out of something and all that is in it."""
    if isinstance(data, dict):
        data.pop("because", None)
        for value in data.values():
            _uncite(value)
    elif isinstance(data, list):
        for value in data:
            _uncite(value)


def _of_value(spot: Spot) -> Iterator[Slip]:
    """A value of another kind, an id that nobody has, a number out of range, a thing that is there twice."""
    for wrong in _wrong(spot):
        yield Slip(
            f"no {spot.value.form} {spot.value.kind}".strip(),
            spot.path,
            f"is {_told(wrong)}",
            partial(spot.put, wrong),
        )
    data, value = spot.data, spot.value
    if value.form is Form.MAP and value.kind and isinstance(data, dict) and data:
        entry = next(iter(data.values()))
        yield Slip(f"no key {value.kind}", spot.path, f"names {UNKNOWN}", partial(_add, data, UNKNOWN, entry))
    item = value.item
    if item is not None and item.shape is not None and isinstance(data, list) and _has_id(item.shape):
        yield Slip("an entry twice", spot.path, "has an entry twice", partial(data.append, data[0]))


def _has_id(shape: Shape) -> bool:
    return shape.listed[0].value.form is Form.ID


def _wrong(spot: Spot) -> Iterator[Data]:
    """What may not stand in a place."""
    value = spot.value
    match value.form:
        case Form.REF:
            yield UNKNOWN
        case Form.ID:
            yield _NO_ID
        case Form.CHOICE | Form.YES_NO:
            yield "perhaps"
        case Form.WHOLE:
            yield from (str(value.high + 1), str(value.low - 1), "many")
        case Form.DECIMAL:
            yield "many"
        case Form.TEXT:
            yield ["a list"]
            if 0 < value.limit < TEXT_CHARACTERS:
                yield "x" * (value.limit + 1)
        case Form.CONDITION | Form.AMOUNT:
            yield UNKNOWN
        case Form.WORD if spot.key is not None:
            yield ["a list"]
        case Form.EFFECTS | Form.LIST | Form.MAP | Form.INSIDE:
            yield "nothing"


def _told(wrong: Data) -> str:
    text = str(wrong)
    return text if len(text) <= 40 else f"{text[:10]}... ({len(text)} characters)"
