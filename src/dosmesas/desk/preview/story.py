"""A game in a few lines a turn: what came, what was chosen, where the numbers at the top stand."""

from collections.abc import Iterator, Mapping

from dosmesas.desk.preview.played import Played
from dosmesas.session.outcome import starts
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, turns_of
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed


def story(played: Played, language: str) -> Iterator[str]:
    """The situation turn by turn, and the ending."""
    session = played.session
    before: Mapping[str, int] = starts(session)
    outlook = 0
    for turn in turns_of(session):
        if turn.outlook:
            outlook += 1
            last = turn
            continue
        yield from _turn(session, turn, before, language)
        before = turn.values
    if outlook:
        yield say(language, "preview_outlook", turns=outlook)
        yield f"  {_numbers(session, before, last.values)}"
    endings = {one.id: one.title(language) for one in session.pack.ruleset.endings}
    yield say(language, "ending_heading", title=endings.get(session.state.ending, "-"))
    for one in played.unkept:
        office, taken = session.pack.ruleset.offices[one.seat].name(language), one.taken.rpartition("/")[2]
        yield say(language, "preview_unkept", turn=one.turn, office=office, wanted=one.wanted, taken=taken)


def _turn(session: Session, turn: Turn, before: Mapping[str, int], language: str) -> Iterator[str]:
    pack = session.pack
    month = pack.month(turn.number)(language)
    event = pack.events[turn.event]
    heading = say(language, "turn_heading", turn=turn.number, turns=pack.turns, month=month)
    yield f"{heading} {event.title(language)}"
    for seat, name in turn.decisions.items():
        label = next((one.label(language) for one in event.seats.get(seat, ()) if one.id == name), name)
        yield f"  {pack.ruleset.offices[seat].name(language)}: {label}"
    deals = {deal.id: deal.name(language) for deal in event.deals}
    for kept in turn.deals:
        if kept.struck:
            yield "  " + say(language, "preview_deal", name=deals.get(kept.deal, kept.deal))
    yield f"  {_numbers(session, before, turn.values)}"


def _numbers(session: Session, before: Mapping[str, int], now: Mapping[str, int]) -> str:
    return ", ".join(
        f"{name} {fixed(before[name])} -> {fixed(now[name])}"
        if before[name] != now[name]
        else f"{name} {fixed(now[name])}"
        for name in session.pack.headline
    )
