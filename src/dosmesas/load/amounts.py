"""Amounts that are more than their indicator can take (W0311), or of which nothing is left (W0312)."""

from dosmesas.lang.facts import value_range
from dosmesas.lang.intervals import Range
from dosmesas.lang.nodes import Name, Node, Number
from dosmesas.lang.notes import between, declared_of
from dosmesas.lang.verdicts import Ground, keys_in
from dosmesas.load.reading import Reading
from dosmesas.model.effects import Change, SetFlag
from dosmesas.text.diagnostic import Severity
from dosmesas.text.number import exact, signed
from dosmesas.text.span import Span

Related = tuple[tuple[str, Span], ...]


def check_change(change: Change, ground: Ground, reading: Reading) -> None:
    """Warn of an amount that is too large, always 0, or cut whole where it comes."""
    amount, declared = change.amount, ground.facts.scope.names.get(change.indicator)
    if declared is None:
        return
    width = declared.high - declared.low
    if isinstance(amount, Number):
        if 0 < abs(amount.value) <= width and change.indicator not in ground.facts.known:
            return  # nearly all of them
        size = Range(amount.value, amount.value)
    elif amount in reading.formulas and reading.formulas[amount].sound:
        size = value_range(amount, ground.facts)
    else:
        return
    name = Name(0, 0, change.indicator)
    if size.low == size.high == 0:
        _warn(amount, "W0312", "this amount is always 0", ground.reasons(keys_in(amount)), reading)
    elif max(size.high, -size.low) > width:
        whole = f"the whole range of {name.name}, {exact(declared.low)} to {exact(declared.high)}"
        _warn(amount, "W0311", _too_large(size, width, whole), declared_of(name, ground.facts.scope), reading)
    elif name.name in ground.facts.known:
        end = _stuck(size, ground.facts.of(name.name), Range(declared.low, declared.high))
        if end:
            message = f"{name.name} is at its {end} here: nothing is left of this"
            related = ground.reasons(frozenset([name.name])) or declared_of(name, ground.facts.scope)
            _warn(amount, "W0312", message, related, reading)


def check_flag(effect: SetFlag, ground: Ground, reading: Reading) -> None:
    """Warn of a flag that is set to what it is."""
    known = ground.facts.known.get(effect.flag)
    if known is not None and known.low == known.high == int(effect.value):
        message = f"{effect.flag} is {'yes' if effect.value else 'no'} already here: this changes nothing"
        related = ground.reasons(frozenset([effect.flag]))
        reading.problems.add("W0312", message, effect.where, related=related, severity=Severity.WARNING)


def _too_large(size: Range, width: int, whole: str) -> str:
    if size.low == size.high:
        return f"{signed(size.low)} is more than {whole}"
    if size.low > width or size.high < -width:
        return f"this is {signed(size.low)} to {signed(size.high)}: always more than {whole}"
    worst = size.high if size.high > width else size.low
    return f"this can come to {signed(worst)}: more than {whole}"


def _stuck(size: Range, now: Range, ends: Range) -> str:
    """At which end the indicator is, if the amount can only push it beyond."""
    if now.low == ends.high and size.low >= 0:
        return f"highest, {between(now)},"
    if now.high == ends.low and size.high <= 0:
        return f"lowest, {between(now)},"
    return ""


def _warn(amount: Node, code: str, message: str, related: Related, reading: Reading) -> None:
    if amount in reading.constants:
        place = reading.constants[amount].span
    else:
        place = reading.formulas[amount].written.place
    reading.problems.add(code, message, place, related=related, severity=Severity.WARNING)
