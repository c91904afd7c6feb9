"""What is written is what is played: each number, condition and citation of a pack, read a second time.

The second reading goes by lines and indentation (blocks.py). Where an author's layout is another one (flow
style, texts over several lines) it has nothing to say, and says nothing.
"""

from collections.abc import Iterator
from itertools import islice

from attrs import define, field

from dosmesas.lang.describe import unparse
from dosmesas.lang.errors import ExpressionError
from dosmesas.lang.nodes import Node, Number, Sign
from dosmesas.lang.parser import parse
from dosmesas.load.source import Sources
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When
from dosmesas.model.expressions import owners
from dosmesas.model.rules import Pack
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Walk
from dosmesas.testing.fuzz.blocks import Blocks
from dosmesas.text.span import Span

_MOST = 3


@define(eq=False)
class Written:
    """Holds a pack against the texts that it was read from; the same for all games, so looked at once."""

    pack: Pack
    sources: Sources
    _blocks: dict[str, Blocks] = field(factory=dict)
    _found: list[str] | None = None

    def look(self, _walk: Walk) -> Iterator[Wrong]:
        """What is played otherwise than it is written."""
        if self._found is None:
            self._found = [*islice(self._all(), _MOST)]
        return (Wrong(0, one) for one in self._found)

    def _all(self) -> Iterator[str]:
        effects = [(kind, one) for kind, _, found in owners(self.pack) for one in found]
        seen: set[tuple[str, int]] = set()
        for kind, effect in effects:
            # The condition of a rule is its own line; its effects stand below it.
            inside = effect.effects if kind in {"rule", "conduct"} and isinstance(effect, When) else (effect,)
            for one in inside:
                yield from self._effect(one, "", seen)
        yield from self._left_out(seen)
        yield from self._conditions()
        yield from self._numbers()

    def _effect(self, effect: Effect, under: str, seen: set[tuple[str, int]]) -> Iterator[str]:
        where, blocks = effect.where, self._of(effect.where)
        line = blocks.keyed.get(where.line) if blocks else None
        seen.add((where.file, where.line))
        if blocks is None or line is None:
            return
        parent = blocks.parent(where.line)
        if under and parent and parent.key != under:
            yield f"{where}: it stands under '{parent.key}:' and counts under '{under}:'"
        match effect:
            case Change(indicator=name, amount=amount):
                yield from _same(where, name, line.key, _plain(amount), _read(line.value))
            case SetFlag(flag=name, value=value):
                yield from _same(where, name, line.key, "yes" if value else "no", line.value)
            case After(turns=turns):
                yield from _same(where, "after", "after", str(turns), blocks.value(where.line, "after"))
            case Chance(percent=percent):
                yield from _same(where, "chance", "chance", str(percent), blocks.value(where.line, "chance"))
            case When(condition=condition):
                written = blocks.value(where.line, "when")
                yield from _same(where, "when", "when", _plain(condition), _read(written or ""))
        if isinstance(effect, Change | SetFlag) and (cited := blocks.cited(where.line)) != effect.because:
            yield f"{where}: it cites {', '.join(effect.because)}, and written is {', '.join(cited)}"
        yield from self._nested(effect, seen)

    def _nested(self, effect: Effect, seen: set[tuple[str, int]]) -> Iterator[str]:
        match effect:
            case After(effects=inside):
                for one in inside:
                    yield from self._effect(one, "effects", seen)
            case Chance(effects=yes, otherwise=no) | When(effects=yes, otherwise=no):
                for one in yes:
                    yield from self._effect(one, "effects", seen)
                for one in no:
                    yield from self._effect(one, "otherwise", seen)

    def _left_out(self, seen: set[tuple[str, int]]) -> Iterator[str]:
        """Lines that change a number or a flag, and that no effect of the pack stands for."""
        names = {*self.pack.ruleset.indicators, *self.pack.ruleset.flags}
        overruled = {one.id for one in self.pack.ruleset.overrides.values()}
        for file in sorted({file for file, _ in seen}):
            blocks = self._blocks[file]
            for line in blocks.keyed.values():
                effect = line.is_item and line.value and line.key in names and (file, line.number) not in seen
                if effect and not overruled & {*_owners_of(blocks, line.number)}:
                    yield f"{file}:{line.number}: '{line.key}: {line.value}' is written and has no effect"

    def _conditions(self) -> Iterator[str]:
        ruleset = self.pack.ruleset
        for event in self.pack.events.values():
            yield from self._condition(event.where, "when", event.when)
            for options in event.seats.values():
                for option in options:
                    yield from self._condition(option.where, "requires", option.requires)
        for news in self.pack.bulletins.values():
            yield from self._condition(news.where, "when", news.when)
        for rule in ruleset.rules.values():
            yield from self._condition(rule.where, "when", rule.when)
        for ending in ruleset.endings:
            yield from self._condition(ending.where, "when_now" if ending.now else "when", ending.when)

    def _condition(self, where: Span, key: str, node: Node | None) -> Iterator[str]:
        blocks = self._of(where)
        if blocks is None or where.line not in blocks.keyed:
            return
        written = blocks.value(where.line, key)
        if written == "":  # a list of conditions
            return
        yield from _same(where, key, key, "" if node is None else _plain(node), _read(written or ""))

    def _numbers(self) -> Iterator[str]:
        for event in self.pack.events.values():
            yield from self._number(event.where, "turn", event.turn)
            yield from self._number(event.where, "weight", event.weight, 1)
            yield from self._number(event.where, "tier", event.tier, 0)
        for news in self.pack.bulletins.values():
            yield from self._number(news.where, "turn", news.turn)
            yield from self._number(news.where, "chance", news.chance, 100)

    def _number(self, where: Span, key: str, value: int | None, usual: int | None = None) -> Iterator[str]:
        blocks = self._of(where)
        if blocks is None or where.line not in blocks.keyed:
            return
        written = blocks.value(where.line, key)
        expected = ("" if usual is None else str(usual)) if written is None else written
        yield from _same(where, key, key, "" if value is None else str(value), expected)

    def _of(self, where: Span) -> Blocks | None:
        if where.file not in self._blocks and where.file in self.sources.texts:
            self._blocks[where.file] = Blocks.of(self.sources.texts[where.file])
        return self._blocks.get(where.file)


def _same(where: Span, name: str, key: str, played: str, written: str | None) -> Iterator[str]:
    if written is None or (name, played) != (key, written):
        yield f"{where}: '{name}: {played}' is played, and '{key}: {written}' is written"


def _plain(node: Node) -> str:
    """An expression in one form; a plus before a number says nothing."""
    match node:
        case Sign(op="+", operand=Number() as number):
            return unparse(number)
    return unparse(node)


def _read(text: str) -> str:
    """An expression as the loader would write it again; a text that is none, as it stands."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    try:
        return _plain(parse(text)) if text else ""
    except ExpressionError:
        return text


def _owners_of(blocks: Blocks, number: int) -> Iterator[str]:
    """The ids of the things inside which a line stands."""
    line = blocks.keyed.get(number)
    while line is not None:
        yield from (one.value for one in blocks.siblings(line.number) if one.key == "rule")
        line = blocks.parent(line.number)
