"""A second, plain reading of YAML in block style: by indentation alone, independent of the loader."""

import re
from collections.abc import Iterator

from attrs import field, frozen

_KEY = re.compile(r"^( *(?:- +)*)([\w.-]+):(?: +(.*?))?(?: +#.*)?$")
_ITEM = re.compile(r"^ *- +([\w.-]+)(?: +#.*)?$")


@frozen
class Line:
    """A line with a key: its number, the column where the key begins (from 0), the key and its value."""

    number: int
    indent: int
    key: str
    value: str
    is_item: bool


@frozen(eq=False)
class Blocks:
    """The lines of a file."""

    rows: tuple[str, ...]
    keyed: dict[int, Line] = field(init=False)

    @keyed.default
    def _keyed(self) -> dict[int, Line]:
        found = {}
        for number, row in enumerate(self.rows, 1):
            match = _KEY.match(row)
            if match:
                head, key, value = match.groups()
                found[number] = Line(number, len(head), key, value or "", "-" in head)
        return found

    @classmethod
    def of(cls, text: str) -> "Blocks":
        """The blocks of a text."""
        return cls(tuple(text.split("\n")))

    def siblings(self, number: int) -> Iterator[Line]:
        """The keys of the mapping that a line is part of, from its first line on."""
        here = self.keyed[number]
        first = here
        while not first.is_item and (above := self._above(first.number, here.indent)):
            first = above
        yield first
        for line in range(first.number + 1, len(self.rows) + 1):
            one = self.keyed.get(line)
            if self._ends(line, here.indent, one):
                return
            if one and one.indent == here.indent:
                yield one

    def parent(self, number: int) -> Line | None:
        """The key under which the mapping of a line stands."""
        here = self.keyed[number]
        for line in range(number - 1, 0, -1):
            one = self.keyed.get(line)
            if one and one.indent < here.indent and not one.value:
                return one
        return None

    def value(self, number: int, key: str) -> str | None:
        """The value of a key in the mapping of a line; None where it has none."""
        return next((one.value for one in self.siblings(number) if one.key == key), None)

    def names(self, number: int, key: str) -> tuple[str, ...]:
        """The ids under a key in the mapping of a line, in brackets or one a line."""
        found = next((one for one in self.siblings(number) if one.key == key), None)
        if found is None:
            return ()
        if found.value:
            return tuple(re.findall(r"[\w.-]+", found.value))
        names = []
        for row in self.rows[found.number :]:
            match = _ITEM.match(row)
            if not match:
                break
            names.append(match[1])
        return tuple(names)

    def cited(self, number: int) -> tuple[str, ...]:
        """The claims of the nearest `because:` of a line."""
        line: Line | None = self.keyed[number]
        while line is not None:
            names = self.names(line.number, "because")
            if names:
                return names
            line = self.parent(line.number)
        return ()

    def _above(self, number: int, indent: int) -> Line | None:
        """The line before, of the same mapping."""
        for line in range(number - 1, 0, -1):
            one = self.keyed.get(line)
            if one and one.indent == indent:
                return one
            if one and one.indent < indent:
                return None
        return None

    def _ends(self, line: int, indent: int, one: Line | None) -> bool:
        """Whether a mapping of this indent is over at a line."""
        if one is None:
            return self.rows[line - 1].startswith("---")
        return one.indent < indent or (one.indent == indent and one.is_item)
