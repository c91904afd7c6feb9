"""Keys, what they may hold, and the mappings that they belong to.

A reader takes bounds, lengths, defaults and what is required from here, so that a schema made of the same
declarations can neither promise a key that nobody reads nor be silent about one that somebody does.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from dosmesas.load.shapes.nouns import A
from dosmesas.model.limits import LIST_ENTRIES, TEXT_CHARACTERS, WORD_CHARACTERS
from dosmesas.text.phrase import NOTHING, Phrase, phrase

_TEXT = phrase("a text")
_WORD = phrase("a word")
_LIST = phrase("a list")
_LINES = phrase("`key: value` lines")
_EXPRESSION = phrase("an expression")


class Form(StrEnum):
    """How a value is written."""

    TEXT = "text"
    WORD = "word"
    ID = "id"
    REF = "ref"
    CHOICE = "choice"
    YES_NO = "yes_no"
    WHOLE = "whole"
    DECIMAL = "decimal"
    CONDITION = "condition"
    AMOUNT = "amount"
    EFFECTS = "effects"
    LIST = "list"
    ONE_OR_MORE = "one_or_more"
    MAP = "map"
    INSIDE = "inside"


@frozen(eq=False, repr=False, match_args=False)
class Value:
    """What may stand under a key.

    `kind` is the kind of an id, `words` are the only (or further) words allowed, `low` and `high` bound a
    number, or count the entries of a list; `limit` is the most characters; `pattern` is what a word must
    match; `item` is what a list or mapping holds, `shape` the mapping that stands there.
    """

    form: Form
    wanted: Phrase = _TEXT
    kind: str = ""
    words: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    limit: int = 0
    pattern: str = ""
    item: "Value | None" = None
    shape: "Shape | None" = None


@frozen(eq=False, repr=False, match_args=False)
class Key:
    """One key: its name, what it holds, what it is for in plain words, and whether it may be left out."""

    name: str
    value: Value
    about: str
    required: bool = True
    default: Any = None
    examples: tuple[Any, ...] = ()


@frozen(eq=False, repr=False, match_args=False)
class Shape:
    """A mapping: what messages call it (`an event`), its keys, and the kinds of ids that are keys as well."""

    what: Phrase
    listed: tuple[Key, ...]
    about: str = ""
    open: tuple[str, ...] = ()
    keys: dict[str, Key] = field(init=False)

    @keys.default
    def _keys(self) -> dict[str, Key]:
        return {one.name: one for one in self.listed}


def optional(name: str, value: Value, about: str, default: Any = None, examples: Iterable[Any] = ()) -> Key:
    """A key that may be left out."""
    return Key(name, value, about, required=False, default=default, examples=tuple(examples))


def text(limit: int = TEXT_CHARACTERS) -> Value:
    """A text in the languages of the pack."""
    return Value(Form.TEXT, limit=limit)


def word(wanted: Phrase = _TEXT, pattern: str = "") -> Value:
    """A text in one language only, such as a source or a unit."""
    return Value(Form.WORD, wanted, limit=WORD_CHARACTERS, pattern=pattern)


def identifier(kind: str) -> Value:
    """The id that a mapping declares."""
    return Value(Form.ID, phrase("an id"), kind)


def ref(kind: str, *words: str, wanted: Phrase = NOTHING) -> Value:
    """The id of something declared elsewhere, or one of a few words."""
    return Value(Form.REF, wanted or phrase("the id of {a_kind}", a_kind=A[kind]), kind, words)


def choice(words: Iterable[str], wanted: Phrase = _WORD) -> Value:
    """One of a few words."""
    return Value(Form.CHOICE, wanted, words=tuple(map(str, words)))


def whole(low: int, high: int) -> Value:
    """A whole number within bounds."""
    return Value(Form.WHOLE, phrase("a whole number"), low=low, high=high)


def list_of(item: "Value | Shape", low: int = 0, high: int = LIST_ENTRIES) -> Value:
    """A list, one entry a line."""
    return Value(Form.LIST, _LIST, low=low, high=high, item=_value(item))


def refs(kind: str) -> Value:
    """A list of ids."""
    return list_of(ref(kind))


def one_or_more(item: Value) -> Value:
    """A single value, or a list of such."""
    return Value(Form.ONE_OR_MORE, item.wanted, item.kind, item=item)


def map_of(kind: str, item: "Value | Shape", words: Iterable[str] = (), *, every: bool = False) -> Value:
    """A mapping from ids of a kind (or of several, with spaces between), or from a few words, to values.

    With `every` each of the words is to be there.
    """
    known = tuple(map(str, words))
    low = len(known) if every else 0
    return Value(Form.MAP, _LINES, kind, known, low, item=_value(item))


def inside(shape: Shape) -> Value:
    """A mapping of its own."""
    return Value(Form.INSIDE, _LINES, shape=shape)


def _value(item: "Value | Shape") -> Value:
    return inside(item) if isinstance(item, Shape) else item


YES_NO = Value(Form.YES_NO, phrase("yes or no"))
DECIMAL = Value(Form.DECIMAL, phrase("a number"))
CONDITION = Value(Form.CONDITION, _EXPRESSION)
AMOUNT = Value(Form.AMOUNT, _EXPRESSION)
EFFECTS = Value(Form.EFFECTS, _LIST, high=LIST_ENTRIES)
