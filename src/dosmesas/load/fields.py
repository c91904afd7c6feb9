"""A mapping read field by field: each scalar typed by what the field wants, every problem noted.

A reader goes on after a problem with a neutral value, so that one run names them all; what it returns is
only used when nothing was wrong.
"""

from enum import StrEnum
from typing import TypeVar

from attrs import define

from dosmesas.lang.nodes import Node as Expression
from dosmesas.lang.scope import Kind
from dosmesas.load.expressions import expression
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.declared import Form, Shape
from dosmesas.load.shapes.nouns import SEVERAL
from dosmesas.load.texts import BEHIND, known_keys, limited, local_text
from dosmesas.model.limits import ID_CHARACTERS, LIST_ENTRIES
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.local import NO_TEXT, Text
from dosmesas.text.number import thousandths
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.span import Span

_Choice = TypeVar("_Choice", bound=StrEnum)
_Item = TypeVar("_Item")
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}
_WANTED = {Form.CONDITION: Kind.YES_NO, Form.AMOUNT: Kind.NUMBER}
_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")
WRITE_YES_OR_NO = phrase("write yes or no, in English and in small letters")


def wants_decimal(key: str) -> Phrase:
    """What is said where a number is wanted and none stands."""
    return phrase("'{key}:' wants a number with at most three decimals", key=key)


@define(eq=False, repr=False, match_args=False)
class Fields:
    """The keys of one mapping, by the shape that declares them; `close` tells of those that it has not."""

    node: Mapping
    shape: Shape
    reading: Reading

    @classmethod
    def of(cls, node: Node, shape: Shape, reading: Reading) -> "Fields | None":
        """The fields of a node, or None with a diagnostic where it is no mapping."""
        if isinstance(node, Mapping):
            return cls(node, shape, reading)
        message = phrase("{what} is written as `key: value` lines", what=shape.what)
        reading.problems.add("E0112", message, node.span)
        return None

    @property
    def span(self) -> Span:
        """Where the mapping begins."""
        return self.node.span

    def key_span(self, key: str) -> Span:
        """Where a key stands; where it is missing, the mapping's beginning."""
        return next((one.span for one, _ in self.node.items if one.text == key), self.span)

    def value_span(self, key: str) -> Span:
        """Where the value of a key stands; where it is missing, the mapping's beginning."""
        value = self.node.get(key)
        return value.span if value is not None else self.span

    def has(self, key: str) -> bool:
        """Whether the key stands there."""
        return self.get(key, required=False) is not None

    def get(self, key: str, *, required: bool | None = None) -> Node | None:
        """The value of a key; `required` says otherwise than the shape where that hangs on other keys."""
        declared = self.shape.keys[key]
        value = self.node.values.get(key)
        if value is None and (declared.required if required is None else required):
            self.problem("E0111", phrase("{what} needs '{key}:'", what=self.shape.what, key=key), self.span)
        return value

    def problem(self, code: str, message: Phrase, span: Span, hint: Phrase = NOTHING) -> None:
        """Note a problem."""
        self.reading.problems.add(code, message, span, hint=hint)

    def close(self) -> None:
        """Tell of every key that this kind of mapping does not have."""
        known = self.shape.keys
        for key, _ in self.node.items:
            if key.text not in known:
                hint = did_you_mean(key.text, known) or known_keys(sorted(known))
                message = phrase("{what} has no key '{key}'", what=self.shape.what, key=key.text)
                self.problem("E0110", message, key.span, hint)

    def scalar(self, key: str, *, required: bool | None = None) -> Scalar | None:
        """The value as a scalar that is not empty."""
        value = self.get(key, required=required)
        if value is None:
            return None
        wanted = self.shape.keys[key].value.wanted
        if not isinstance(value, Scalar):
            message = phrase("'{key}:' wants {wanted}, not a list or mapping", key=key, wanted=wanted)
            self.problem("E0112", message, value.span)
            return None
        if not value.text.strip():
            message = phrase("'{key}:' is empty; it wants {wanted}", key=key, wanted=wanted)
            self.problem("E0112", message, value.span, BEHIND)
            return None
        return value

    def word(self, key: str, *, required: bool | None = None) -> str:
        """A text in one language only, such as a source or a unit."""
        value = self.scalar(key, required=required)
        return limited(value, key, self.reading, self.shape.keys[key].value.limit) if value else ""

    def identifier(self, key: str) -> str:
        """The id that this mapping declares."""
        value = self.scalar(key)
        if value is None:
            return ""
        self.checked_id(value)
        self.reading.declare(self.shape.keys[key].value.kind, value.text, value.span)
        return value.text

    def checked_id(self, value: Scalar) -> None:
        """Tell where a value cannot be an id."""
        if not is_id(value.text):
            hint = phrase(
                "small letters, digits and '-' (indicators and flags: '_'), at most {most}",
                most=ID_CHARACTERS,
            )
            self.problem("E0115", phrase("'{text}' is not an id", text=value.text), value.span, hint)

    def reference(self, key: str) -> str:
        """The id of something declared elsewhere, or one of the few words that may stand in its place."""
        value = self.scalar(key)
        if value is None:
            return ""
        declared = self.shape.keys[key].value
        if value.text not in declared.words:
            self.reading.refer(declared.kind, value.text, value.span)
        return value.text

    def references(self, key: str, *, required: bool | None = None) -> tuple[str, ...]:
        """A list of ids."""
        found = []
        item = self.shape.keys[key].value.item
        kind = item.kind if item else ""
        for node in self.entries(key, required=required):
            if isinstance(node, Scalar):
                self.reading.refer(kind, node.text, node.span)
                found.append(node.text)
            else:
                several = phrase("'{key}:' lists ids of {kinds}, one a line", key=key, kinds=SEVERAL[kind])
                self.problem("E0112", several, node.span)
        return tuple(found)

    def choice(self, key: str, kind: type[_Choice]) -> _Choice:
        """One of a few words."""
        value = self.scalar(key)
        first = kind(self.shape.keys[key].default or next(iter(kind)))
        if value is None:
            return first
        if value.text not in {str(one) for one in kind}:
            known = tuple(map(str, kind))
            message = phrase("'{key}:' is one of {known}", key=key, known=known)
            self.problem("E0113", message, value.span, did_you_mean(value.text, known))
            return first
        return kind(value.text)

    def yes_no(self, key: str) -> bool:
        """`yes` or `no`."""
        value = self.scalar(key)
        if value is None:
            return bool(self.shape.keys[key].default)
        if value.text not in _YES_NO:
            message = phrase("'{key}:' wants yes or no", key=key)
            self.problem("E0112", message, value.span, WRITE_YES_OR_NO)
        return _YES_NO.get(value.text, False)

    def whole(self, key: str, *, high: int | None = None) -> int:
        """A whole number within bounds; the least one where it is missing and has no default."""
        declared = self.shape.keys[key]
        low, high = declared.value.low, declared.value.high if high is None else high
        value = self.scalar(key)
        if value is None:
            return low if declared.default is None else int(declared.default)
        if not is_digits(value.text.removeprefix("-"), 9):
            hint = phrase("write the number alone, in digits: no decimals, no unit, no percent sign")
            self.problem("E0112", phrase("'{key}:' wants a whole number", key=key), value.span, hint)
            return low
        if not low <= int(value.text) <= high:
            message = phrase(
                "'{key}:' is {low} to {high}, not {number}", key=key, low=low, high=high, number=value.text
            )
            self.problem("E0114", message, value.span)
            return low
        return int(value.text)

    def decimal(self, key: str) -> int | None:
        """A number with at most three decimals, in thousandths."""
        value = self.scalar(key)
        if value is None:
            return None
        number = thousandths(value.text)
        if number is None:
            hint = phrase("write the number alone, with a point for its decimals: 2.5")
            self.problem("E0112", wants_decimal(key), value.span, hint)
        return number

    def entries(self, key: str, *, required: bool | None = None) -> list[Node]:
        """The items of a list."""
        value = self.get(key, required=required)
        if value is None:
            return []
        if isinstance(value, Sequence):
            wanted = self.shape.keys[key].required if required is None else required
            if wanted and not value.items:
                self.problem("E0112", phrase("the list '{key}:' is empty", key=key), value.span)
            return self._counted(key, value.items, value.span)
        self.problem("E0112", phrase("'{key}:' wants a list: one '- ' a line", key=key), value.span)
        return []

    def _counted(self, key: str, items: list[_Item], span: Span) -> list[_Item]:
        """The items, as far as there may be so many."""
        if len(items) > LIST_ENTRIES:
            message = phrase(
                "'{key}:' has {count:,} entries; {most} is the most",
                key=key,
                count=len(items),
                most=LIST_ENTRIES,
            )
            self.problem("E0106", message, span, phrase("make two files or two lists of it"))
        return items[:LIST_ENTRIES]

    def pairs(self, key: str) -> list[tuple[Scalar, Node]]:
        """The keys and values of a mapping."""
        value = self.get(key)
        if value is None:
            return []
        if isinstance(value, Mapping):
            return self._counted(key, value.items, value.span)
        self.problem("E0112", phrase("'{key}:' wants `key: value` lines", key=key), value.span)
        return []

    def inside(self, key: str) -> "Fields | None":
        """The fields of the mapping under a key."""
        value, shape = self.get(key), self.shape.keys[key].value.shape
        return None if value is None or shape is None else Fields.of(value, shape, self.reading)

    def text(self, key: str) -> Text:
        """A text in the languages of the pack, or a plain one that needs no translation."""
        value = self.get(key)
        return NO_TEXT if value is None else local_text(value, key, self.reading, self.limit(key))

    def limit(self, key: str) -> int:
        """The most characters of the text, or of each text, under a key."""
        declared = self.shape.keys[key].value
        return (declared.item or declared).limit

    def expression(self, key: str) -> Expression | None:
        """A condition or an amount."""
        value = self.get(key)
        return (
            None
            if value is None
            else expression(value, _WANTED[self.shape.keys[key].value.form], self.reading, key)
        )


def is_id(text: str) -> bool:
    """Whether a text may be an id."""
    return 0 < len(text) <= ID_CHARACTERS and text[0].isalpha() and set(text) <= _ID_CHARACTERS


def is_digits(text: str, most: int) -> bool:
    """Whether a text is one to `most` of the digits 0 to 9."""
    return text.isascii() and text.isdigit() and len(text) <= most
