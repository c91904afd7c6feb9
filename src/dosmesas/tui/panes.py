"""Texts that several screens share, put together from the views of a session. Pure, and all plain."""

from dosmesas.session.session import Session
from dosmesas.session.views import IndicatorRow
from dosmesas.text.catalog import say
from dosmesas.tui.marks import BLOCKS


def header(session: Session, seat: str, width: int, language: str) -> str:
    """The first line: game, turn, month, office, seed; what does not fit is left out, the seed first."""
    pack, number = session.pack, session.state.turn
    turn = say(language, "turn_short", turn=number, turns=pack.turns)
    when = f"{turn} · {pack.month(number)(language)}"
    title, office = pack.title(language), pack.ruleset.offices[seat].name(language)
    seed = say(language, "seed_short", seed=session.setup.seed)
    lines = [
        "   ".join(parts) for parts in ((title, when, office, seed), (title, when, office), (when, office))
    ]
    return next((line for line in lines if len(line) <= width), f"{turn}   {office}")


def blocks(one: IndicatorRow, most: int = 0) -> str:
    """The path so far in eighths of the indicator's range: the scale never stretches with the data.

    Only the last `most` values where that is not 0.
    """
    span = one.high - one.low
    return "".join(BLOCKS[min(7, (value - one.low) * 8 // span)] for value in one.history[-most:])
