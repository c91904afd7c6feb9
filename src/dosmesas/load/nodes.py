"""YAML as nodes that know their place.

PyYAML gives the events; this module builds the nodes, so that depth, count, tags, anchors, aliases, duplicate
keys and second documents are dealt with as they come, and every scalar stays the text that its author wrote.

PyYAML has two readers, which do not agree in every corner. The one in Python is the judge; libyaml's, thirty
times as fast, has its way only where it finds nothing wrong and nothing of which the two think otherwise.
"""

import re
from collections.abc import Iterator
from typing import Protocol, TypeGuard

import yaml
from attrs import define
from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from dosmesas.load.further import read_on
from dosmesas.load.syntax import BACKSLASH, DASHES, NO_CHARACTER, QUESTION, QUOTE_IT, QUOTES, Fault, explain
from dosmesas.model.limits import DEPTH, KEY_CHARACTERS, NODES
from dosmesas.text.diagnostic import Problems
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.refused import refused
from dosmesas.text.safe import faults
from dosmesas.text.span import Span

_Judge = yaml.SafeLoader
_Loader = getattr(yaml, "CSafeLoader", _Judge)
_HEADER = re.compile(r"[|>][-+0-9]*#")
_MARK = re.compile(r"\?(?:\s|\Z)")
_DIRECTIVE = re.compile(r"(?: *(?:#.*)?\n)*%")
_BEFORE_A_MARK = frozenset(["", *" \n[{,:-"])
_USUAL = re.compile(rf"[a-z][a-z_.-]{{0,{KEY_CHARACTERS - 1}}}")
"""Nearly every key there is; what else a key may be is seen one by one."""
_COLON = re.compile(r"\s*:")


class Mark(Protocol):
    """A place as both of PyYAML's readers give it, counted from 0."""

    line: int
    column: int
    index: int


@define(eq=False, repr=False, match_args=False)
class Node:
    """A YAML value with its place; a list or mapping is shown by where it begins."""

    file: str
    begin: Mark
    end: Mark

    @property
    def span(self) -> Span:
        """The place of the value; a long one is shown by its first line."""
        line, column = self.begin.line + 1, self.begin.column + 1
        last = self.end.column if self.end.line == self.begin.line else column
        return Span(self.file, line, column, line, max(last, column))


@define(eq=False, repr=False, match_args=False)
class Scalar(Node):
    """A text, as written; `plain` where it stood without quotes on one line."""

    text: str
    plain: bool

    @property
    def many_lines(self) -> bool:
        """Whether it ends on another line than it begins."""
        return self.end.line != self.begin.line


@define(eq=False, repr=False, match_args=False)
class Sequence(Node):
    """A list."""

    items: list[Node]


@define(eq=False, repr=False, match_args=False)
class Mapping(Node):
    """A mapping; keys are unique texts."""

    items: list[tuple[Scalar, Node]]
    values: dict[str, Node]

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return self.values.get(key)


def parse(text: str, file: str, problems: Problems) -> Node | None:
    """The one document of a file as nodes, or None with all its faults; never raises on any text."""
    directive = _DIRECTIVE.match(text)
    if directive:
        line = text.count("\n", 0, directive.end()) + 1
        message, hint = phrase("directives (%) are not read"), phrase("delete the line")
        problems.add("E0104", message, Span(file, line, 1, line, 1), hint=hint)
        return None
    found = Problems()
    node = _judged(text, file, found)
    if node is None:
        read_on(text, found, lambda shorter, later: _judged(shorter, file, later) is not None)
    for one in found.found:
        problems.note(one)
    return node


def _judged(text: str, file: str, found: Problems) -> Node | None:
    """The document by the judge; where nothing is wrong, libyaml is believed without it."""
    if _Loader is not _Judge and not doubtful(text):
        hasty = Problems()
        node = _read(text, file, hasty, _Loader)
        if node is not None and not hasty:
            return node
    return _read(text, file, found, _Judge)


def doubtful(text: str) -> bool:
    """Whether libyaml may read on where the reader in Python does not, or the other way round."""
    if _HEADER.search(text):
        return True
    return any(text[one.start() - 1 : one.start()] in _BEFORE_A_MARK for one in _MARK.finditer(text))


def _read(text: str, file: str, problems: Problems, reader: type[yaml.SafeLoader]) -> Node | None:
    loader = builder = None
    try:
        loader = reader(text)
        builder = _Builder(file, text, problems, iter(loader.get_event, None))
        return builder.document()
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        fault = explain(text, error, builder.quoted if builder else None)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        # An escape such as \UFFFFFFFF: the reader in Python stops without a word on where it is.
        at: tuple[int, int] = (loader.line + 1, loader.column + 1) if isinstance(loader, _Judge) else (1, 1)
        fault = Fault(NO_CHARACTER, *at, BACKSLASH)
    problems.add(fault.code, fault.message, fault.span(file, text), hint=fault.hint)
    return None


class _RefusedError(Exception):
    """The rest of the file cannot be read on; a diagnostic has been added."""


@define(eq=False, repr=False, match_args=False)
class _Builder:
    file: str
    source: str
    problems: Problems
    events: Iterator[yaml.Event]
    count: int = 0
    quoted: Scalar | None = None
    """The last text in quotation marks: an error after it may mean that it closed too late."""

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("E0105", phrase("a second document: one file holds one"), event)
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                root = self._node(event, 0, flow=False)
        if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
            self.problems.add("E0103", phrase("the file is empty"), Span(self.file, 1, 1, 1, 1))
            return None
        return root

    def _node(self, event: yaml.Event, depth: int, *, flow: bool) -> Node:
        self.count += 1
        if depth > DEPTH or self.count > NODES:
            message = phrase(
                "too deep or too large: {levels} levels and {values:,} values at most",
                levels=DEPTH,
                values=NODES,
            )
            self._refuse("E0106", message, event)
        if isinstance(event, AliasEvent) or event.anchor is not None:  # type: ignore[attr-defined] # all have it
            message = phrase("anchors and aliases (& and *) are not read: write the value out")
            hint = phrase("a text that begins with & or * stands in quotation marks")
            self._refuse("E0104", message, event, hint)
        if event.tag is not None:  # type: ignore[attr-defined] # scalars and collections have one
            hint = phrase("a text that begins with ! stands in quotation marks")
            self._refuse("E0104", phrase("tags (!) are not read"), event, hint)
        if isinstance(event, ScalarEvent):
            if event.style or flow:
                return self._scalar(event, flow=flow)
            start, end = event.start_mark, event.end_mark
            return Scalar(self.file, start, end, event.value, plain=True)  # type: ignore[arg-type] # always set
        mark = _marks(event)[0]
        flow = event.flow_style  # type: ignore[attr-defined] # collections have one
        if isinstance(event, SequenceStartEvent):
            return self._sequence(mark, depth, flow=flow)
        return self._mapping(mark, depth, flow=flow)

    def _scalar(self, event: ScalarEvent, *, flow: bool) -> Scalar:
        start, end = _marks(event)
        text = event.value
        if not event.style:
            if flow and "?" in text:  # libyaml takes it as text; the judge is asked, and it does not
                self._refuse("E0108", QUESTION, event, QUOTE_IT)
            return Scalar(self.file, start, end, text, plain=True)
        found = Scalar(self.file, start, end, text.strip("\n"), plain=False)
        if event.style in QUOTES:
            self.quoted = found
        if event.style == '"' and (bad := faults(text)):  # an escape such as \e or \u202e
            self.problems.add("E0102", refused(text, bad[0]), found.span, hint=BACKSLASH)
        return found

    def _sequence(self, mark: Mark, depth: int, *, flow: bool) -> Sequence:
        items: list[Node] = []
        node = Sequence(self.file, mark, mark, items)
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1, flow=flow))
        return node

    def _mapping(self, mark: Mark, depth: int, *, flow: bool) -> Mapping:
        items: list[tuple[Scalar, Node]] = []
        values: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        node = Mapping(self.file, mark, mark, items, values)
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._node(event, depth + 1, flow=flow)
            value = self._node(next(self.events), depth + 1, flow=flow)
            if self._key(key, keys) and not (flow and self._swallowed(key, value, first=not keys)):
                keys[key.text] = key
                items.append((key, value))
                values[key.text] = value
        return node

    def _key(self, key: Node, before: dict[str, Scalar]) -> TypeGuard[Scalar]:
        """Whether a key may stand here; if not, a diagnostic says why."""
        if isinstance(key, Scalar) and key.text not in before and _USUAL.fullmatch(key.text):
            return True
        if not isinstance(key, Scalar) or (key.plain and not key.text):
            hint = phrase("a text that begins with [ or {{ stands in quotation marks")
            self.problems.add("E0117", phrase("a key must be a word"), key.span, hint=hint)
        elif key.text == "<<" and key.plain:
            message = phrase("merge keys (<<) are not read: write the keys out")
            self.problems.add("E0104", message, key.span)
        elif len(key.text) > KEY_CHARACTERS:
            message = phrase(
                "a key has at most {most} characters; this one has {count}",
                most=KEY_CHARACTERS,
                count=len(key.text),
            )
            self.problems.add("E0106", message, key.span)
        elif key.text[:1] in DASHES and key.text[1:2] in {" ", "\u00a0"}:
            message = phrase("'{sign}' is no hyphen: an entry of a list begins with '- '", sign=key.text[0])
            self.problems.add("E0117", message, key.span, hint=phrase("type '-' on the keyboard"))
        elif key.plain and key.text[0] == "-" and key.text[1:2].isalpha():
            hint = phrase("an entry of a list begins with '- '")
            self.problems.add("E0117", phrase("after '-' a space is missing"), key.span, hint=hint)
        elif key.text in before:
            first = (phrase("first written here"), before[key.text].span)
            hint = phrase("keep one of the two")
            message = phrase("the key '{key}' stands here twice", key=key.text)
            self.problems.add("E0107", message, key.span, hint=hint, related=(first,))
        else:
            return True
        return False

    def _swallowed(self, key: Scalar, value: Node, *, first: bool) -> bool:
        """Whether a part of `{ }` has no value: a comma in a text ended it, a colon has no space after it."""
        if not (isinstance(value, Scalar) and value.plain and not value.text):
            return False
        message, hint = phrase("'{key}' has no value", key=key.text), phrase("write `key: value`")
        if _COLON.match(self.source, key.end.index):
            hint = phrase("write the value behind the colon")
        elif ":" in key.text:
            hint = phrase("write a space after the colon")
        elif not first:
            message = phrase(
                "the comma before '{key}' ended the text, and this part has no value", key=key.text
            )
            hint = phrase("put a text that holds a comma in quotation marks")
        self.problems.add("E0108", message, key.span, hint=hint)
        return True

    def _refuse(self, code: str, message: Phrase, event: yaml.Event, hint: Phrase = NOTHING) -> None:
        mark, _ = _marks(event)
        where = Span(self.file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1)
        self.problems.add(code, message, where, hint=hint)
        raise _RefusedError


def _marks(event: yaml.Event) -> tuple[Mark, Mark]:
    """Where an event begins and ends."""
    return event.start_mark, event.end_mark  # type: ignore[return-value] # PyYAML's readers always set both
