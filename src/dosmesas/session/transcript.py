"""The story of a game so far as plain text: each turn that is over, as an office saw it, or all opened."""

from dosmesas.session.outcome import outcome_view
from dosmesas.session.session import Session
from dosmesas.session.tell import Teller
from dosmesas.session.turns import Turn, turns_of
from dosmesas.session.views import EVERYBODY, headline_of
from dosmesas.text.catalog import say


def told_turns(session: Session, seat: str | None, language: str) -> list[list[str]]:
    """The lines of each turn that is over; `seat` None tells all, EVERYBODY what every office sees."""
    return [_told(session, turn, seat, language) for turn in turns_of(session) if not turn.outlook]


def transcript(session: Session, seat: str | None, language: str) -> str:
    """The story of a game with its title, for the clipboard."""
    title = session.pack.title(language)
    seed = say(language, "seed_short", seed=session.setup.seed)
    turns = ["\n".join(lines) for lines in told_turns(session, seat, language)]
    return "\n\n".join([f"Dos Mesas. {title}, {seed}.", *turns]) + "\n"


def _told(session: Session, turn: Turn, seat: str | None, language: str) -> list[str]:
    pack = session.pack
    event, month = pack.events[turn.event], pack.month(turn.number)(language)
    news = [
        say(language, "bulletin_line", text=pack.bulletins[name].text(language)) for name in turn.bulletins
    ]
    shown = headline_of(session, seat) if seat not in {None, EVERYBODY} else pack.headline
    view = outcome_view(session, turn.number, seat, language)
    return [
        say(language, "turn_heading", turn=turn.number, turns=pack.turns, month=month),
        *news,
        f"{event.title(language)}. {event.brief(language)}",
        *Teller(language).outcome(view, shown),
    ]
