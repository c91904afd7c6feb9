"""Effects with one thing changed: one less, the other way, half or twice as much, later or likelier."""

from collections.abc import Callable, Iterator

from attrs import frozen

from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.load.shapes.effects import CHANGE, NESTED
from dosmesas.model.rules import Pack
from dosmesas.testing.mutation.mutant import Edit, Kind, Page
from dosmesas.text.number import exact, signed, thousandths

Draft = tuple[Kind, tuple[Edit, ...]]
Away = Callable[[], Edit | None]
"""What takes away the whole of which something is the only part; None where that cannot be."""
_OPPOSITE = {"yes": "no", "no": "yes"}
_MOST_DELAY = 12
_FULL = 100


def never() -> Edit | None:
    """For what cannot be taken away."""
    return None


@frozen
class EffectChanges:
    """The changes of effects of one file."""

    page: Page
    pack: Pack

    def of(self, effects: Node | None, away: Away = never) -> Iterator[Draft]:
        """All changes in a list of effects; `away` takes away the list."""
        if not isinstance(effects, Sequence):
            return
        for item in effects.items:
            if isinstance(item, Mapping):
                yield from self._effect(item, self._without(item, len(effects.items) == 1, away))

    def _without(self, item: Mapping, only: bool, away: Away) -> Away:
        """What takes away one entry: its lines, or where it is the only one the list."""
        return away if only else lambda: self.entry(item)

    def _effect(self, item: Mapping, away: Away) -> Iterator[Draft]:
        nested = next((key for key in NESTED if key in item.values), None)
        if nested is None:
            yield from self._leaf(item, away)
            return
        value = item.get(nested)
        if isinstance(value, Scalar) and nested == "after":
            yield from self._delayed(value)
        elif isinstance(value, Scalar) and nested == "chance":
            yield from self.likelier(value, _FULL - 1)
        otherwise = item.get("otherwise")
        # What has an alternative has to stay, with something in it.
        yield from self.of(item.get("effects"), away if otherwise is None else never)
        yield from self.of(otherwise, lambda: self.key(item, "otherwise"))

    def _leaf(self, item: Mapping, away: Away) -> Iterator[Draft]:
        for key, value in item.items:
            if key.text in CHANGE.keys or not isinstance(value, Scalar):
                continue
            yield from self.amount(value, away, counted=self._counts(key.text))

    def _counts(self, name: str) -> bool:
        one = self.pack.ruleset.indicators.get(name)
        return one is not None and one.counts

    def amount(self, value: Scalar, away: Away, *, counted: bool = False) -> Iterator[Draft]:
        """An amount, or a flag's yes or no: taken away, the other way, half and twice as much."""
        edit = self.instead(value)
        if edit is None:
            return
        gone = away()
        if value.text in _OPPOSITE:
            if gone:
                yield Kind.DROP, (gone,)
            yield Kind.NEGATE, (edit(_OPPOSITE[value.text]),)
            return
        if thousandths(value.text) == 0:
            return
        yield Kind.DROP, (gone or edit("0"),)
        for kind, text in _sizes(value.text, counted=counted):
            yield kind, (edit(text),)

    def _delayed(self, value: Scalar) -> Iterator[Draft]:
        edit = self.instead(value)
        if edit is not None and value.text.isdigit():
            for turns in (int(value.text) + 1, int(value.text) - 1):
                if 1 <= turns <= _MOST_DELAY:
                    yield Kind.DELAY, (edit(str(turns)),)

    def likelier(self, value: Scalar, most: int) -> Iterator[Draft]:
        """A chance, half as great, and half as far from being sure."""
        edit = self.instead(value)
        if edit is not None and value.text.isdigit():
            chance = int(value.text)
            for other in (chance // 2, chance + (_FULL - chance) // 2):
                if 1 <= other <= most and other != chance:
                    yield Kind.CHANCE, (edit(str(other)),)

    def instead(self, value: Scalar) -> Callable[[str], Edit] | None:
        """Makes the edit that puts a text in the place of a scalar's; None where that is not plain."""
        place = self._place(value)
        return (lambda text: Edit(*place, text)) if place is not None else None

    def _place(self, value: Scalar) -> tuple[int, int] | None:
        if value.many_lines:
            return None
        start = self.page.at(value.begin.line, value.begin.column)
        for begin in (start, start + 1):  # without and within quotation marks
            end = begin + len(value.text)
            if self.page.text[begin:end] == value.text:
                return begin, end
        return None

    def entry(self, item: Node) -> Edit | None:
        """What takes away an entry of a list; None where other things stand on its lines."""
        before = self.page.before(item.begin.line, item.begin.column)
        if before.strip() != "-":
            return None
        return self.page.whole_lines(item.begin.line, last_line(item))

    def key(self, holder: Mapping, name: str) -> Edit | None:
        """What takes away a key with all that it holds; None where other things stand on its lines."""
        for key, value in holder.items:
            if key.text == name and not self.page.before(key.begin.line, key.begin.column).strip():
                return self.page.whole_lines(key.begin.line, last_line(value))
        return None


def last_line(node: Node) -> int:
    """The last line of a value, from 0."""
    if isinstance(node, Sequence):
        return max((last_line(one) for one in node.items), default=node.begin.line)
    if isinstance(node, Mapping):
        return max((last_line(one) for _, one in node.items), default=node.begin.line)
    # The reader says that a text of several lines ends where the next thing may begin.
    return node.end.line - (node.end.column == 0 and node.end.line > node.begin.line)


def _sizes(text: str, *, counted: bool) -> Iterator[tuple[Kind, str]]:
    number = thousandths(text)
    if number is None:
        yield Kind.NEGATE, f"-({text})"
        yield Kind.SCALE, f"0.5 * ({text})"
        yield Kind.SCALE, f"2 * ({text})"
        return
    told = signed if text[0] in "+-" else exact
    yield Kind.NEGATE, signed(-number) if text[0] in "+-" else exact(-number)
    if number % 2 == 0 and not counted:
        yield Kind.SCALE, told(number // 2)
    yield Kind.SCALE, told(2 * number)
