"""What a rule is given: the loaded pack with its places, and what several rules ask of it."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from attrs import define

from dosmesas.desk.lints.reach import Reach, reach_of
from dosmesas.desk.movers import facts_of
from dosmesas.lang.facts import Facts
from dosmesas.lang.nodes import Asked, Name, Node, Number, children
from dosmesas.load.reading import Reading, Told
from dosmesas.load.source import Sources
from dosmesas.model.effects import Change, SetFlag, walk
from dosmesas.model.events import Event, Option
from dosmesas.model.expressions import owners
from dosmesas.model.rules import Pack
from dosmesas.text.diagnostic import Diagnostic, Notes, Severity
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.span import Span

Findings = Iterator[Diagnostic]


@define(eq=False, repr=False, match_args=False, slots=False)
class World:
    """A pack without errors. `files` are those of its own folder; `elsewhere` reads those of other packs."""

    files: frozenset[str]
    pack: Pack
    reading: Reading
    sources: Sources
    told: frozenset[tuple[str, int]]
    """File and line of every condition that is told already to have one answer only."""
    elsewhere: Callable[[], str]

    def own(self, span: Span) -> bool:
        """Whether a place is in the pack's own files, not in those that packs share."""
        return span.file in self.files

    def used_elsewhere(self, name: str) -> bool:
        """Whether a file of another pack holds this id."""
        return name in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[\w.-]+", self.elsewhere()))

    @cached_property
    def leaves(self) -> tuple[tuple[str, Change | SetFlag], ...]:
        """Every change of a number and every setting of a flag, with the id of what has it."""
        found = ((owner, one) for _, owner, effects in owners(self.pack) for one in walk(effects))
        return tuple((owner, one) for owner, one in found if isinstance(one, (Change, SetFlag)))

    @cached_property
    def plain(self) -> Facts:
        """What is known before any condition is read."""
        return facts_of(self.pack)

    @cached_property
    def reach(self) -> Reach:
        """What can come at all."""
        return reach_of(self.pack, (one for _, one in self.leaves if isinstance(one, Change)), self.plain)

    @cached_property
    def asks(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names that something reads, and the ids that the history is asked for."""
        names: set[str] = set()
        asked: set[str] = set()
        todo = list(self.reading.formulas)  # all that is written but plain numbers
        while todo:
            node = todo.pop()
            if isinstance(node, Name):
                names.add(node.name)
            elif isinstance(node, Asked):
                asked.add(node.argument)
            elif not isinstance(node, Number):
                todo += children(node)
        return frozenset(names), frozenset(asked)

    def is_asked(self, option: Option) -> bool:
        """Whether a condition asks if this option was chosen."""
        return bool({option.id, option.short} & self.asks[1])

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """All options of all events."""
        return tuple(option for _, _, option in self.seated())

    def seated(self) -> Iterator[tuple[Event, str, Option]]:
        """Every option with its event and office."""
        for event in self.pack.events.values():
            for office, options in event.seats.items():
                for option in options:
                    yield event, office, option

    @cached_property
    def both(self) -> tuple[tuple[Told, str, str], ...]:
        """Every text that stands in two languages, with its English and its Spanish version."""
        return tuple(
            (told, told.text.versions[0][1], told.text.versions[1][1])
            for told in self.reading.texts
            if len(told.text.versions) == 2
        )

    @cached_property
    def numbered(self) -> tuple[Told, ...]:
        """Every text that holds a digit in a language."""
        digit, found = re.compile(r"\d").search, []
        for told in self.reading.texts:
            for _, version in told.text.versions:
                if digit(version):
                    found.append(told)
                    break
        return tuple(found)

    @cached_property
    def flag_places(self) -> dict[str, list[SetFlag]]:
        """Where each flag is set."""
        found: dict[str, list[SetFlag]] = {}
        for _, effect in self.leaves:
            if isinstance(effect, SetFlag):
                found.setdefault(effect.flag, []).append(effect)
        return found

    def declared(self, kind: str, name: str, otherwise: Span) -> Span:
        """Where an id is declared."""
        return self.reading.declared[kind].get(name, otherwise)

    def place_of(self, condition: Node, otherwise: Span) -> Span:
        """Where a condition or amount is written."""
        formula = self.reading.formulas.get(condition)
        return formula.written.place if formula else otherwise

    def is_told(self, place: Span) -> bool:
        """Whether the condition at this place is told already to have one answer only."""
        return (place.file, place.line) in self.told

    def cited_at(self, claim: str, owner: Span) -> Span:
        """Where a claim is cited, at or after the beginning of its owner."""
        for one in self.reading.references:
            span = one.span
            if (one.kind, one.id, span.file) == ("claim", claim, owner.file) and span.line >= owner.line:
                return span
        return owner


def is_here(name: str) -> Phrase:
    """The note at the place of the other one."""
    return phrase("'{name}' is here", name=name)


def warn(
    code: str, message: Phrase, span: Span, *, hint: Phrase = NOTHING, related: Notes = ()
) -> Diagnostic:
    """A warning at an exact place."""
    return Diagnostic(code, message, span, hint, related, Severity.WARNING)
