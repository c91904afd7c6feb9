"""A demonstration: bots play a whole game, and it is narrated with its receipts."""

from dosmesas.bots.speaker import ADVOCATE
from dosmesas.model.rules import Pack
from dosmesas.plain.page import Page
from dosmesas.plain.play import end_of_game
from dosmesas.session.coda.told import closing_lines
from dosmesas.session.outcome import outcome_view
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.tell import Teller
from dosmesas.session.turns import turns_of


def run_demo(
    pack: Pack, seed: int, page: Page, counterpart: str = "persona", level: str = ADVOCATE
) -> Session:
    """Play and narrate; the session, for whoever wants to look further."""
    session = Session.start(pack, Setup((), seed, counterpart, language=page.language, level=level))
    page.say("demo_line", pack=pack.title(page.language), seed=seed)
    narrate(session, page)
    return session


def narrate(session: Session, page: Page) -> None:
    """Tell every turn of a game that is over, with all seats' decisions, and its end if it has one."""
    pack, teller, language = session.pack, Teller(page.language), page.language
    for turn in turns_of(session):
        if turn.outlook:
            break
        event = pack.events[turn.event]
        month = pack.begins.plus(turn.number - 1)(language)
        page.gap()
        page.say("turn_heading", turn=turn.number, turns=pack.turns, month=month)
        for name in turn.bulletins:
            page.say("bulletin_line", text=pack.bulletins[name].text(language))
        page.line(f"{event.title(language)}. {event.brief(language)}")
        page.lines(teller.outcome(outcome_view(session, turn.number, None, language), pack.headline))
    if session.over:
        page.lines(closing_lines(session, language))
        end_of_game(session, page)
