"""What the readers of tests look things up in: the pack that is tried, and what they note."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from dosmesas.lang.facts import Facts
from dosmesas.lang.nodes import Node as Expression
from dosmesas.lang.scope import Scope
from dosmesas.lang.verdicts import Ground, judge
from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Scalar
from dosmesas.load.reading import Reading, is_not
from dosmesas.model.rules import Pack
from dosmesas.text.diagnostic import Notes, did_you_mean
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.span import Span

WORDS = ("decline", "silent")
"""What an office may say of deals, beside giving its word on one."""


@frozen(eq=False, repr=False, match_args=False)
class Desk:
    """A pack under test; `alone` where only its rules are tried, as beside game/."""

    pack: Pack
    reading: Reading
    scope: Scope
    alone: bool
    offices: Mapping[str, str] = field(init=False)
    """By the full id of an option, the office that it is for."""
    named: Mapping[str, tuple[str, ...]] = field(init=False)
    """By a full id or a short one, the full ids of the options that it names."""
    parties: Mapping[str, frozenset[str]] = field(init=False)
    """By the id of a deal, the two offices."""

    @offices.default
    def _offices(self) -> Mapping[str, str]:
        return {
            option.id: office
            for event in self.pack.events.values()
            for office, options in event.seats.items()
            for option in options
        }

    @named.default
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for one in self.offices:
            for name in (one, one.partition("/")[2]):
                found[name] = (*found.get(name, ()), one)
        return found

    @parties.default
    def _parties(self) -> Mapping[str, frozenset[str]]:
        deals = [deal for event in self.pack.events.values() for deal in event.deals]
        return {deal.id: frozenset(office for office, _ in deal.between) for deal in deals}

    def problem(
        self, code: str, message: Phrase, span: Span, hint: Phrase = NOTHING, related: Notes = ()
    ) -> None:
        """Note an error."""
        self.reading.problems.add(code, message, span, hint=hint, related=related)

    def turn(self, fields: Fields, key: str, most: int) -> int | None:
        """A turn that the game has; None where it is not written."""
        if not fields.has(key):
            return None
        number = fields.whole(key)
        if number > most:
            message = phrase(
                "'{key}: {number}' is a turn too many: there are {most}", key=key, number=number, most=most
            )
            fields.problem("E0703", message, fields.value_span(key))
        return min(number, most)

    def option(self, value: Scalar, event: str = "", office: str = "") -> str:
        """The full id of an option written in full or, where that says enough, without its event."""
        named = self.named.get(value.text, ())
        found = [one for one in named if office in {"", self.offices[one]}] or [*named]
        found = [one for one in found if one.startswith(f"{event}/")] or found
        if len(found) == 1:
            return found[0]
        if found:
            message = phrase("{count} events have an option '{option}'", count=len(found), option=value.text)
            hint = phrase("write '{one}' or '{other}'", one=found[0], other=found[1])
            self.problem("E0704", message, value.span, hint)
        else:
            known = self.offices if "/" in value.text else [one.partition("/")[2] for one in self.offices]
            self.unknown("option", value, known)
        return ""

    def known(self, kind: str, value: Scalar, ids: Iterable[str]) -> str:
        """An id that is one of these, else empty with a diagnostic."""
        names = list(ids)
        if value.text in names:
            return value.text
        self.unknown(kind, value, names)
        return ""

    def unknown(self, kind: str, value: Scalar, known: Iterable[str]) -> None:
        """Tell that there is no such thing."""
        names = list(known)
        related = self.reading.place_of_nearest(kind, value.text)
        hint = did_you_mean(value.text, names)
        code = "E0201" if kind == "claim" else "E0202"
        self.problem(code, is_not(value.text, kind), value.span, hint, related)

    def judged(self, conditions: Iterable[Expression]) -> None:
        """Tell of conditions that come out one way only, once all have been looked up."""
        ground = Ground(Facts(self.scope, {}))
        for node in conditions:
            formula = self.reading.formulas.get(node)
            if formula is not None and formula.sound and not formula.warned:
                judge(formula.written, ground, self.reading.problems)
