"""What an expression may name, with types, ranges and the places of declaration."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from dosmesas.lang.nodes import NEVER
from dosmesas.text.local import NO_TEXT, Text
from dosmesas.text.phrase import NOTHING, Phrase, phrase
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
    unit: Text
    where: Span
    note: Phrase
    whole: bool = False


TURNS = Text((("en", "turns"), ("es", "turnos")))
"""The unit of what counts turns."""
YES_OR_NO = phrase("yes or no")
ANSWERS: Mapping[str, Declared] = {
    "chose": Declared(Kind.YES_NO, 0, 1, NO_TEXT, NOWHERE, YES_OR_NO),
    "happened": Declared(Kind.YES_NO, 0, 1, NO_TEXT, NOWHERE, YES_OR_NO),
    "turns_since": Declared(Kind.NUMBER, 0, NEVER, TURNS, NOWHERE, NOTHING, whole=True),
}
"""What the answer to a question to the history can be, by the name of the question."""


@frozen(eq=False, repr=False, match_args=False)
class Scope:
    """All names, and the ids that the questions to the history know, with the places of declaration."""

    names: Mapping[str, Declared]
    options: Mapping[str, Span]
    events: Mapping[str, Span]
