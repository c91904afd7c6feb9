"""What an expression may name, with types, ranges and the places of declaration."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from dosmesas.lang.nodes import NEVER
from dosmesas.text.span import NOWHERE, Span


class Kind(StrEnum):
    """The two types of values."""

    NUMBER = "number"
    YES_NO = "yes or no"


@frozen(eq=False, repr=False, match_args=False)
class Declared:
    """A name: kind, range in thousandths, unit, where it was declared, a note for messages.

    A `whole` one takes whole numbers only.
    """

    kind: Kind
    low: int
    high: int
    unit: str
    where: Span
    note: str
    whole: bool = False


ANSWERS: Mapping[str, Declared] = {
    "chose": Declared(Kind.YES_NO, 0, 1, "", NOWHERE, "yes or no"),
    "happened": Declared(Kind.YES_NO, 0, 1, "", NOWHERE, "yes or no"),
    "turns_since": Declared(Kind.NUMBER, 0, NEVER, "turns", NOWHERE, "0 to 36", whole=True),
}
"""What the answer to a question to the history can be, by the name of the question."""


@frozen(eq=False, repr=False, match_args=False)
class Scope:
    """All names, and the ids that the questions to the history know, with the places of declaration."""

    names: Mapping[str, Declared]
    options: Mapping[str, Span]
    events: Mapping[str, Span]
