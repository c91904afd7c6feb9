"""A demonstration: bots play a whole game, and it is narrated with its receipts."""

from dosmesas.bots.speaker import ADVOCATE
from dosmesas.model.rules import Pack
from dosmesas.plain.page import Page
from dosmesas.plain.play import end_of_game
from dosmesas.session.coda.told import closing_lines
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.transcript import told_turns


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
    language = page.language
    for lines in told_turns(session, None, language):
        page.gap()
        page.lines(lines)
    if session.over:
        page.lines(closing_lines(session, language))
        end_of_game(session, page)
