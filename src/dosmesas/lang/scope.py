"""What an expression may name, with types, ranges and the places of declaration."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from attrs import frozen

from dosmesas.text.span import Span


class Kind(StrEnum):
    """The two types of values."""

    NUMBER = "number"
    YES_NO = "yes or no"


@frozen(eq=False, repr=False, match_args=False)
class Declared:
    """A name: kind, range in thousandths, unit, where it was declared, a note for messages."""

    kind: Kind
    low: int
    high: int
    unit: str
    where: Span
    note: str


@frozen(eq=False, repr=False, match_args=False)
class Scope:
    """All names, and the ids that the questions `chose` and `happened` know."""

    names: Mapping[str, Declared]
    options: Collection[str]
    events: Collection[str]
