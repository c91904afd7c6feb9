"""How long a game is: as its pack is written, with shorter debates, without any, or its short version."""

from collections.abc import Mapping

from attrs import evolve

from dosmesas.model.arguments import Argue
from dosmesas.model.rules import Pack

WHOLE, BRISK, SWIFT, SHORT = "whole", "brisk", "swift", "short"
PACES = (WHOLE, BRISK, SWIFT, SHORT)
"""The longest first: all debates as written; full ones made short; none; the short version of a pack."""
_DEBATES: Mapping[str, Mapping[Argue, Argue]] = {
    BRISK: {Argue.FULL: Argue.SHORT},
    SWIFT: {Argue.FULL: Argue.NONE, Argue.SHORT: Argue.NONE},
}
_MINUTES = {Argue.NONE: 0.0, Argue.SHORT: 2.0, Argue.FULL: 4.5}
"""What the debate of a turn takes, beside everything else in it: our estimate."""


def paced(pack: Pack, pace: str) -> Pack:
    """The pack at a pace; the pack itself where that changes nothing."""
    if pace == SHORT and pack.short and pack.turns > pack.short.turns:
        return evolve(pack, turns=pack.short.turns, minutes=pack.short.minutes)
    debates = _DEBATES.get(pace, {})
    changed = {
        name: evolve(event, argue=debates[event.argue])
        for name, event in pack.events.items()
        if event.argue in debates
    }
    if not changed:
        return pack
    return evolve(pack, events={**pack.events, **changed}, minutes=minutes_at(pack, pace))


def paces_of(pack: Pack) -> tuple[str, ...]:
    """The paces that make a difference in a pack."""
    argued = {event.argue for event in pack.events.values()}
    if "argue" not in pack.stages:
        argued = {Argue.NONE}
    known = {WHOLE: True, BRISK: Argue.FULL in argued, SWIFT: argued != {Argue.NONE}, SHORT: bool(pack.short)}
    return tuple(one for one in PACES if known[one])


def minutes_at(pack: Pack, pace: str) -> int:
    """About how many minutes a game takes: those of the pack less what its debates take longer as written."""
    if pace == SHORT and pack.short:
        return pack.short.minutes
    debates = _DEBATES.get(pace, {})
    events = pack.events.values()
    weight = sum(event.weight for event in events) or 1
    saved = sum(
        event.weight * (_MINUTES[event.argue] - _MINUTES[debates.get(event.argue, event.argue)])
        for event in events
    )
    return max(1, round(pack.minutes - pack.turns * saved / weight))


def pace_for(pack: Pack, minutes: int) -> str:
    """The longest pace that fits into so many minutes; the shortest there is where none does."""
    paces = paces_of(pack)
    fitting = [one for one in paces if minutes_at(pack, one) <= minutes]
    return fitting[0] if fitting else min(paces, key=lambda one: minutes_at(pack, one))
