"""Where a saved game and the rules of now part: which decision, and what differs when it was to be taken."""

from attrs import evolve, frozen

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import DECLINE, SILENT, Point, State
from dosmesas.journal.records import Decided
from dosmesas.journal.scan import Recovered
from dosmesas.model.rules import Pack
from dosmesas.model.world import Flag, Indicator
from dosmesas.session.debates.plays import in_words
from dosmesas.session.session import DoesNotFitError, Session
from dosmesas.text.catalog import say
from dosmesas.text.number import exact

_MOST = 4
"""How many numbers that differ are told."""


@frozen
class Parting:
    """The game under the rules of now, up to where it parts; `record` is the decision that does not fit.

    Without a record every decision fits, but what followed the last one differs.
    """

    now: Session
    number: int
    record: Decided | None


def parting(now: Pack, recovered: Recovered, old: Pack | None) -> Parting | None:
    """Where the rules of now lead elsewhere than a save says, or None.

    The state after the last decision stands in no record: it is compared with what the old rules give.

    Raises:
        SetupError: the pack cannot be played so any more.
    """
    try:
        session = Session.replayed(now, recovered)
    except DoesNotFitError as error:
        return Parting(error.session, error.number, error.record)
    if old is None or Session.replayed(old, recovered).digest() == session.digest():
        return None
    return Parting(session, len(recovered.records) + 1, None)


def told(found: Parting, recovered: Recovered, old: Pack | None) -> str:
    """The parting in words: the decision, then what differs, as far as the old rules are at hand."""
    before = old and Session.replayed(old, _before(recovered, found.number))
    seen = before or found.now
    language, state = found.now.setup.language, seen.state
    earlier = recovered.records[: found.number]
    taken = sum(isinstance(one, Decided) for one in earlier)
    month = seen.pack.month(state.turn)(language)
    if found.record is None:
        text = say(language, "parting_after_last", number=taken)
    else:
        office = seen.pack.ruleset.offices.get(found.record.seat)
        text = say(
            language,
            "parting_at",
            number=taken,
            count=sum(isinstance(one, Decided) for one in recovered.records),
            turn=state.turn,
            month=month,
            office=office.name(language) if office else found.record.seat,
            action=_action(seen, found.record.action).rstrip(".") if _open(found, recovered) else "...",
        )
    return " ".join([text, *_reasons(found, before or None)])


def _open(found: Parting, recovered: Recovered) -> bool:
    """Whether the other player at the keyboard may read the decision: not while it waits for theirs."""
    later = recovered.records[found.number :]
    return len(found.now.setup.seats) < 2 or any(isinstance(one, Decided) for one in later)


def _before(recovered: Recovered, number: int) -> Recovered:
    return evolve(recovered, records=recovered.records[: number - 1])


def _reasons(found: Parting, before: Session | None) -> list[str]:
    """Whether the choice is gone, which event lay on the table, and which numbers stood elsewhere."""
    now, language = found.now, found.now.setup.language
    reasons = []
    if found.record and now.names.action(found.record.action) not in now.legal(found.record.seat):
        reasons.append(say(language, "parting_gone"))
    if before is None:
        return reasons
    events = _event(before), _event(now)
    if events[0] != events[1]:
        reasons.append(say(language, "parting_event", old=events[0], new=events[1]))
    numbers = _numbers(before, now)
    if numbers:
        rest = len(numbers) - _MOST
        listed = "; ".join(numbers[:_MOST]) + (say(language, "parting_more", count=rest) if rest > 0 else "")
        reasons.append(say(language, "parting_numbers", what=listed))
    return reasons or [say(language, "parting_hidden")]


def _event(session: Session) -> str:
    event = session.pack.events.get(session.state.event)
    return event.title(session.setup.language) if event else "-"


def _numbers(before: Session, now: Session) -> list[str]:
    """Indicators and flags that differ, old to new, and that every player sees; a renamed one is the same."""
    language = now.setup.language
    ruleset, new = now.pack.ruleset, _values(now.state, now.pack)
    names: dict[str, Indicator | Flag] = {**ruleset.indicators, **ruleset.flags}
    known = {name: one.id for one in names.values() for name in (one.id, *one.former)}
    found = []
    for name, old in _values(before.state, before.pack).items():
        one = names.get(known.get(name, name))
        value = new.get(one.id) if one else None
        seen = one is None or all(one.seen(seat) for seat in now.setup.seats)
        if value != old and seen:
            title = one.name(language) if one else name
            shapes = [_shown(number, one, language) for number in (old, value)]
            found.append(say(language, "parting_number", name=title, old=shapes[0], new=shapes[1]))
    return found


def _values(state: State, pack: Pack) -> dict[str, int | bool]:
    values: dict[str, int | bool] = dict(zip(pack.ruleset.indicators, state.values, strict=True))
    values.update(zip(pack.ruleset.flags, state.flags, strict=True))
    return values


def _shown(value: int | bool | None, one: object, language: str) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return say(language, "yes" if value else "no")
    return exact(value) if isinstance(one, Indicator) else str(value)


def _action(session: Session, action: str) -> str:
    """What was chosen or said, as the player read it."""
    pack, language, point = session.pack, session.setup.language, session.state.point
    if point in ARGUING:
        return in_words(point, action, session.game.tables.floor.cards, language)
    if point is Point.WORD:
        fixed = {DECLINE: "word_decline", SILENT: "word_silent"}
        if action in fixed:
            return say(language, fixed[action])
        deals = {deal.id: deal for event in pack.events.values() for deal in event.deals}
        name = session.names.action(action)
        return say(language, "word_short", name=deals[name].name(language)) if name in deals else action
    try:
        return pack.option(session.names.action(action)).label(language)
    except KeyError:
        return action
