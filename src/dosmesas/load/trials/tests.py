"""One test, and one invariant, of a file of tests."""

from dosmesas.lang.nodes import Node as Expression
from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.shapes.trials import INVARIANT, MOST_TURNS, TEST
from dosmesas.load.trials.desk import Desk
from dosmesas.load.trials.expected import Course, read_expected
from dosmesas.load.trials.lines import merged, read_line
from dosmesas.model.trials import (
    Chances,
    Debates,
    Expectation,
    Holds,
    Invariant,
    Line,
    Others,
    Promise,
    Shown,
    Sign,
    Trial,
)
from dosmesas.text.number import thousandths
from dosmesas.text.phrase import phrase
from dosmesas.text.span import Span


def read_trial(node: Node, desk: Desk) -> Trial | None:
    """A test, or None where so little is right that it cannot be played."""
    fields = Fields.of(node, TEST, desk.reading)
    if fields is None:
        return None
    name = _named(fields, "test", desk)
    alone = fields.yes_no("rules_only") or desk.alone
    turns = MOST_TURNS if alone else desk.pack.turns
    until = desk.turn(fields, "until", turns)
    if alone:
        until = turns = until or 1
    last = until or turns
    line = read_line(fields, desk, last, alone=alone)
    other = _other(fields, desk, last, line, alone=alone)
    seeds = fields.whole("seeds")
    course = Course(until, turns, seeds > 1, other is not None)
    read = [read_expected(one, desk, course) for one in fields.entries("expect")]
    expect = tuple(one for one in read if one is not None)
    if alone and not any(_needs_end(one, turns) for one in expect):
        turns = MOST_TURNS + 1  # no end, so no outlook either
    trial = Trial(
        name,
        fields.value_span("test"),
        line,
        other,
        _seats(fields, desk),
        fields.whole("seed"),
        seeds,
        fields.choice("others", Others),
        fields.choice("debates", Debates),
        fields.choice("chances", Chances),
        alone,
        None if until == turns else until,
        turns,
        expect,
    )
    fields.close()
    return trial


def _needs_end(one: Expectation, turns: int) -> bool:
    """Whether an expectation is about the end of the game or what comes after it."""
    ending = isinstance(one.what, Shown) and one.what.sign is Sign.ENDING
    return ending or (one.turn or 0) > turns


def _named(fields: Fields, key: str, desk: Desk) -> str:
    name = fields.word(key)
    if name:
        desk.reading.declare(key, name, fields.value_span(key))
    return name


def _other(fields: Fields, desk: Desk, turns: int, line: Line, *, alone: bool) -> Line | None:
    own = fields.inside("compare_with")
    if own is None:
        return None
    other = read_line(own, desk, turns, alone=alone)
    own.close()
    return merged(line, other)


def _seats(fields: Fields, desk: Desk) -> tuple[str, ...]:
    """The offices that sit at the table in a test."""
    found = []
    for node in fields.entries("seats"):
        if isinstance(node, Scalar) and node.text in desk.pack.seats:
            found.append(node.text)
        elif isinstance(node, Scalar):
            desk.unknown("office", node, desk.pack.seats)
        else:
            fields.problem("E0112", phrase("'seats:' lists offices, one a line"), node.span)
    return tuple(found)


def read_invariant(node: Node, desk: Desk) -> Invariant | None:
    """An invariant, or None where it promises nothing."""
    fields = Fields.of(node, INVARIANT, desk.reading)
    if fields is None:
        return None
    name, because = _named(fields, "invariant", desk), fields.references("because")
    said = [one for one in Promise if fields.has(one)]
    reason = fields.word("reason")
    if not because and not reason:
        message = phrase("nothing says why '{name}' is to hold", name=name)
        hint = phrase("add 'reason:', or 'because:' with claims")
        fields.problem("E0707", message, fields.value_span("invariant"), hint)
    fields.close()
    if len(said) != 1:
        keys = tuple(f"'{one}:'" for one in Promise)
        fields.problem("E0702", phrase("an invariant has one of {keys}", keys=keys), fields.span)
        return None
    condition, limits = _promised(fields, said[0], desk)
    return Invariant(name, fields.key_span(said[0]), said[0], condition, limits, reason, because)


def _promised(
    fields: Fields, said: Promise, desk: Desk
) -> tuple[Expression | None, dict[str, tuple[int, Span]]]:
    if said in {Promise.ALWAYS, Promise.NEVER}:
        return fields.expression(said), {}
    limits = {}
    for key, value in fields.pairs(said):
        number = thousandths(value.text) if isinstance(value, Scalar) else None
        if key.text not in desk.pack.ruleset.indicators:
            desk.unknown("indicator", key, desk.pack.ruleset.indicators)
        elif number is None or number < 0:
            hint = phrase("write the number alone, without a sign: 2.5")
            message = phrase("the most that '{name}' moves in a turn is a number", name=key.text)
            fields.problem("E0112", message, value.span, hint)
        else:
            limits[key.text] = (number, value.span)
    return None, limits


def conditions_of(trials: list[Trial], invariants: list[Invariant]) -> list[Expression]:
    """All conditions, to be judged once they have been looked up."""
    held = [one.what.condition for trial in trials for one in trial.expect if isinstance(one.what, Holds)]
    return held + [one.condition for one in invariants if one.condition is not None]
