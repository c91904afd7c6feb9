"""What one reading of a ruleset and pack gathers: problems, declared ids, references and expressions.

References and expressions are looked up when everything has been read, so the order of files is free.
"""

from collections import defaultdict

from attrs import Factory, define, frozen

from dosmesas.lang.check import check
from dosmesas.lang.nodes import Node as Expression
from dosmesas.lang.scope import Kind, Scope
from dosmesas.lang.written import Written
from dosmesas.load.nodes import Node as YamlNode
from dosmesas.load.shapes.nouns import THE, A
from dosmesas.text.diagnostic import Notes, Problems, declared_here, did_you_mean, nearest
from dosmesas.text.local import Text
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import Span

_UNREAD = {"E0100", "E0101", "E0102", "E0103", "E0104", "E0105", "E0106", "E0109"}
"""The codes of files of which something could not be read."""


@frozen(eq=False, repr=False, match_args=False)
class Reference:
    """An id where it is used."""

    kind: str
    id: str
    span: Span


@frozen(eq=False, repr=False, match_args=False)
class Told:
    """A text as it was read: the key that it stands under, and the value that holds its versions."""

    key: str
    text: Text
    node: YamlNode


@define(eq=False, repr=False, match_args=False)
class Formula:
    """An expression as it was written, what it is for, and how its check went."""

    written: Written
    wanted: Kind
    target: str
    sound: bool = True
    warned: bool = False


@define(eq=False, repr=False, match_args=False)
class Reading:
    """The state of one reading."""

    problems: Problems
    languages: tuple[str, ...] = ("en", "es")
    declared: dict[str, dict[str, Span]] = Factory(lambda: defaultdict(dict))
    counters: set[str] = Factory(set)
    former: dict[str, dict[str, Span]] = Factory(lambda: defaultdict(dict))
    references: list[Reference] = Factory(list)
    formulas: dict[Expression, Formula] = Factory(dict)
    """By node: a node equals itself only."""
    constants: dict[Expression, YamlNode] = Factory(dict)
    """The values that gave written numbers, by node."""
    places: dict[tuple[str, ...], Span] = Factory(dict)
    """Where else something stands that a later check may blame, such as `("seen_by", "rights")`."""
    texts: list[Told] = Factory(list)

    @property
    def whole(self) -> bool:
        """Whether every file could be read."""
        return not any(one.code in _UNREAD for one in self.problems.found)

    def declare(self, kind: str, name: str, span: Span) -> None:
        """Note that an id exists; the same id twice is a problem."""
        first = self.declared[kind].get(name)
        if first is None:
            self.declared[kind][name] = span
            return
        message = phrase("{the_kind} '{name}' is declared twice", the_kind=THE[kind], name=name)
        related = ((phrase("first declared here"), first),)
        self.problems.add("E0116", message, span, related=related)

    def refer(self, kind: str, name: str, span: Span) -> None:
        """Note that an id is used; whether it exists is seen at the end."""
        self.references.append(Reference(kind, name, span))

    def place(self, *key: str, otherwise: Span) -> Span:
        """Where something stands, if it was noted."""
        return self.places.get(key, otherwise)

    def formula(self, written: Written, wanted: Kind, target: str = "") -> None:
        """Note an expression; its names and types are checked at the end."""
        self.formulas[written.node] = Formula(written, wanted, target)

    def resolve(self, scope: Scope) -> None:
        """Look up every reference and check every expression.

        Where a file could not be read, what it declares is missing everywhere: then nobody else is blamed.
        """
        if not self.whole:
            return
        self.look_up()
        for formula in self.formulas.values():
            before = len(self.problems)
            for text in formula.written.texts():
                found = check(text.node, scope, formula.wanted, text.span, self.problems, formula.target)
                formula.sound &= found is not None
            formula.warned = len(self.problems) > before

    def look_up(self) -> None:
        """Look up every reference."""
        for one in self.references:
            known = self.declared[one.kind]
            if one.id not in known:
                self.problems.add(
                    "E0201" if one.kind == "claim" else "E0202",
                    is_not(one.id, one.kind),
                    one.span,
                    hint=did_you_mean(one.id, known),
                    related=self.place_of_nearest(one.kind, one.id),
                )

    def place_of_nearest(self, kind: str, name: str) -> Notes:
        """Where the id that was probably meant is declared."""
        close = nearest(name, self.declared[kind])
        return ((declared_here(close), self.declared[kind][close]),) if close else ()


def is_not(name: str, kind: str) -> Phrase:
    """What is said where there is nothing of this kind with this id."""
    return phrase("'{name}' is not {a_kind}", name=name, a_kind=A[kind])
