"""The choice that mattered most as lines of plain text, for both faces."""

from collections.abc import Iterator

from dosmesas.session.decisive import Decisive, Swing
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed


def decisive_lines(session: Session, found: tuple[Decisive, ...], language: str) -> list[str]:
    """A heading, a paragraph a seat, the limit of it; nothing where no player ever had another option."""
    if not found:
        return []
    told = [_of_seat(session, one, language) for one in found]
    return [say(language, "decisive_heading"), *told, say(language, "decisive_limit")]


def _of_seat(session: Session, one: Decisive, language: str) -> str:
    office = session.pack.ruleset.offices[one.seat].name(language)
    who = f"{office}: " if len(session.setup.seats) > 1 else ""
    told = _told(session, one.swing, language) if one.swing else [say(language, "decisive_none")]
    return who + " ".join(told)


def _told(session: Session, swing: Swing, language: str) -> Iterator[str]:
    change, world = swing.change, session.pack.ruleset.indicators
    labels = {"chosen": change.saved, "other": change.action}
    values = {key: session.pack.option(name).label(language) for key, name in labels.items()}
    values |= {key: fixed(value) for key, value in zip(("mine", "theirs"), swing.score, strict=True)}
    yield say(
        language, "decisive_chose", turn=change.turn, ending=_ending(session, swing, language), **values
    )
    numbers = []
    for one, mine, theirs in swing.numbers:
        pair = {"mine": fixed(mine), "theirs": fixed(theirs)}
        numbers.append(say(language, "decisive_number", name=world[one].name(language), **pair))
    if numbers:
        yield say(language, "decisive_numbers", numbers="; ".join(numbers))
    if swing.lost:
        yield say(language, "decisive_lost", count=swing.lost)


def _ending(session: Session, swing: Swing, language: str) -> str:
    mine, theirs = swing.ending
    if mine == theirs:
        return say(language, "decisive_ending_same")
    titles = {one.id: one.title(language) for one in session.pack.ruleset.endings}
    return say(language, "decisive_ending", title=titles[theirs])
