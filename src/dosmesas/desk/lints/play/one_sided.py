"""W0506: a seat whose every option pleases, or displeases, the same audiences."""

from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.lang.facts import value_range
from dosmesas.lang.nodes import Node, Number
from dosmesas.model.events import Event, Option
from dosmesas.text.phrase import phrase
from dosmesas.text.span import Span

CODE = "W0506"


def rule(world: World) -> Findings:
    """Seats with two options or more that all lean the same way on every audience that has a view of them."""
    if "ratify" not in world.pack.stages:
        return
    for event in world.pack.events.values():
        for office, options in event.seats.items():
            first = _leanings(options[0], world) if len(options) > 1 else {}
            if not first or any(_leanings(one, world) != first for one in options[1:]):
                continue
            message = phrase(
                "all options of {office} lean the same way on every audience: {audiences}",
                office=office,
                audiences=tuple(sorted(first)),
            )
            hint = phrase("let one of them cost with an audience what another one gains")
            yield warn(CODE, message, _place(event, office, options[0], world), hint=hint)


def _leanings(option: Option, world: World) -> dict[str, int]:
    """Which way an option leans on each audience, or nothing where one of them may come out either way."""
    found = {name: _sign(amount, world) for name, amount in option.home}
    return found if all(found.values()) else {}


def _sign(amount: Node, world: World) -> int:
    if isinstance(amount, Number):
        return (amount.value > 0) - (amount.value < 0)
    found = value_range(amount, world.plain)
    return 1 if found.low > 0 else -1 if found.high < 0 else 0


def _place(event: Event, office: str, option: Option, world: World) -> Span:
    """The key of the seat: the last mention of the office before its first option."""
    first = option.where
    before = [
        one.span
        for one in world.reading.references
        if (one.kind, one.id, one.span.file) == ("office", office, event.where.file)
        and one.span.line < first.line
    ]
    return max(before, key=lambda span: span.line) if before else first
