"""YAML as nodes that know their place.

PyYAML gives the events (libyaml's reader where there is one); this module builds the nodes, so that depth,
count, tags, anchors, aliases, duplicate keys and second documents are dealt with as they come, and every
scalar stays the text that its author wrote.
"""

from collections.abc import Iterator
from typing import Protocol, TypeGuard

import yaml
from attrs import define
from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from dosmesas.model.limits import DEPTH, NODES
from dosmesas.text.diagnostic import Problems
from dosmesas.text.span import Span

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Protocol):
    """A place as both of PyYAML's readers give it, counted from 0."""

    line: int
    column: int


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
    """The one document of a file as nodes, or None with diagnostics; never raises on any text."""
    try:
        return _Builder(file, problems, iter(_Loader(text).get_event, None)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        lines = text.rstrip("\n").count("\n") + 1
        line, column = (
            (line, column) if line <= lines else (lines, len(text.rstrip("\n").rpartition("\n")[2]) or 1)
        )
        message = " ".join(part for part in (error.context, error.problem) if part)
        hint = "YAML reads ': ' and ' #' and leading marks as its own: quote the text, check the indent"
        problems.add("E0103", f"not YAML: {message}", Span(file, line, column, line, column), hint=hint)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        problems.add("E0103", f"not YAML: {type(error).__name__}", Span(file, 1, 1, 1, 1))
    except _RefusedError:
        pass
    return None


class _RefusedError(Exception):
    """The rest of the file cannot be read on; a diagnostic has been added."""


@define(eq=False, repr=False, match_args=False)
class _Builder:
    file: str
    problems: Problems
    events: Iterator[yaml.Event]
    count: int = 0

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("E0105", "a second document: one file holds one", event)
                if event.tags or event.version:
                    self._refuse("E0104", "directives (%) are not read", event)
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                root = self._node(event, 0)
        if root is None:
            self.problems.add("E0103", "the file is empty", Span(self.file, 1, 1, 1, 1))
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self.count += 1
        if depth > DEPTH or self.count > NODES:
            self._refuse(
                "E0106", f"too deep or too large: {DEPTH} levels and {NODES:,} values at most", event
            )
        if isinstance(event, AliasEvent) or event.anchor is not None:  # type: ignore[attr-defined] # all have it
            self._refuse("E0104", "anchors and aliases (& and *) are not read: write the value out", event)
        if event.tag is not None:  # type: ignore[attr-defined] # scalars and collections have one
            self._refuse("E0104", "tags (!) are not read", event)
        if isinstance(event, ScalarEvent):
            start, end = _marks(event)
            if event.style:
                return Scalar(self.file, start, end, event.value.strip("\n"), plain=False)
            return Scalar(self.file, start, end, event.value, plain=True)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(_marks(event)[0], depth)
        return self._mapping(_marks(event)[0], depth)

    def _sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        node = Sequence(self.file, mark, mark, items)
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return node

    def _mapping(self, mark: Mark, depth: int) -> Mapping:
        items: list[tuple[Scalar, Node]] = []
        values: dict[str, Node] = {}
        node = Mapping(self.file, mark, mark, items, values)
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if self._key(key, items):
                items.append((key, value))
                values[key.text] = value
        return node

    def _key(self, key: Node, before: list[tuple[Scalar, Node]]) -> TypeGuard[Scalar]:
        """Whether a key may stand here; if not, a diagnostic says why."""
        if not isinstance(key, Scalar):
            self.problems.add("E0112", "a key must be a word", key.span)
            return False
        if key.text == "<<" and key.plain:
            self.problems.add("E0104", "merge keys (<<) are not read: write the keys out", key.span)
            return False
        for earlier, _ in before:
            if earlier.text == key.text:
                first = ("first written here", earlier.span)
                self.problems.add(
                    "E0107", f"the key '{key.text}' stands here twice", key.span, related=(first,)
                )
                return False
        return True

    def _refuse(self, code: str, message: str, event: yaml.Event) -> None:
        mark, _ = _marks(event)
        where = Span(self.file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1)
        self.problems.add(code, message, where)
        raise _RefusedError


def _marks(event: yaml.Event) -> tuple[Mark, Mark]:
    """Where an event begins and ends."""
    return event.start_mark, event.end_mark  # type: ignore[return-value] # PyYAML's readers always set both
