"""Amounts that are more than their indicator can take (W0311), or of which nothing is left (W0312)."""

from dosmesas.lang.facts import value_range
from dosmesas.lang.intervals import Range
from dosmesas.lang.nodes import Name, Node, Number
from dosmesas.lang.notes import declared_of, span_of
from dosmesas.lang.verdicts import Ground, keys_in
from dosmesas.load.reading import Reading
from dosmesas.model.effects import Change, SetFlag
from dosmesas.text.diagnostic import Notes, Severity
from dosmesas.text.number import exact, signed
from dosmesas.text.phrase import NOTHING, Phrase, phrase


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
        always = phrase("this amount is always 0")
        _warn(amount, "W0312", always, ground.reasons(keys_in(amount)), reading)
    elif max(size.high, -size.low) > width:
        whole = phrase(
            "the whole range of {name}, {range}",
            name=name.name,
            range=span_of(declared.low, declared.high),
        )
        _warn(amount, "W0311", _too_large(size, width, whole), declared_of(name, ground.facts.scope), reading)
    elif name.name in ground.facts.known:
        message = _stuck(name.name, size, ground.facts.of(name.name), Range(declared.low, declared.high))
        if message:
            related = ground.reasons(frozenset([name.name])) or declared_of(name, ground.facts.scope)
            _warn(amount, "W0312", message, related, reading)


def check_flag(effect: SetFlag, ground: Ground, reading: Reading) -> None:
    """Warn of a flag that is set to what it is."""
    known = ground.facts.known.get(effect.flag)
    if known is not None and known.low == known.high == int(effect.value):
        message = _set_already(effect.flag, value=effect.value)
        related = ground.reasons(frozenset([effect.flag]))
        reading.problems.add("W0312", message, effect.where, related=related, severity=Severity.WARNING)


def _set_already(name: str, *, value: bool) -> Phrase:
    if value:
        return phrase("{name} is yes already here: this changes nothing", name=name)
    return phrase("{name} is no already here: this changes nothing", name=name)


def _too_large(size: Range, width: int, whole: Phrase) -> Phrase:
    low, high = signed(size.low), signed(size.high)
    if size.low == size.high:
        return phrase("{amount} is more than {whole}", amount=low, whole=whole)
    if size.low > width or size.high < -width:
        return phrase("this is {low} to {high}: always more than {whole}", low=low, high=high, whole=whole)
    worst = high if size.high > width else low
    return phrase("this can come to {amount}: more than {whole}", amount=worst, whole=whole)


def _stuck(name: str, size: Range, now: Range, ends: Range) -> Phrase:
    """At which end the indicator is, if the amount can only push it beyond."""
    if now.low == ends.high and size.low >= 0:
        return phrase(
            "{name} is at its highest, {value}, here: nothing is left of this",
            name=name,
            value=exact(now.low),
        )
    if now.high == ends.low and size.high <= 0:
        return phrase(
            "{name} is at its lowest, {value}, here: nothing is left of this",
            name=name,
            value=exact(now.high),
        )
    return NOTHING


def _warn(amount: Node, code: str, message: Phrase, related: Notes, reading: Reading) -> None:
    if amount in reading.constants:
        place = reading.constants[amount].span
    else:
        place = reading.formulas[amount].written.place
    reading.problems.add(code, message, place, related=related, severity=Severity.WARNING)
