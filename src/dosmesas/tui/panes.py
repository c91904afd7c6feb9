"""Texts that several screens share, put together from the views of a session. Pure, and all plain."""

from dosmesas.session.session import Session
from dosmesas.session.views import IndicatorRow
from dosmesas.text.catalog import say

_BLOCKS = "▁▂▃▄▅▆▇█"


def header(session: Session, seat: str, language: str) -> str:
    """The first line: game, turn, month, office, seed."""
    pack, number = session.pack, session.state.turn
    turn = say(language, "turn_short", turn=number, turns=pack.turns)
    month, office = pack.begins.plus(number - 1)(language), pack.ruleset.offices[seat].name(language)
    seed = say(language, "seed_short", seed=session.setup.seed)
    return f"{pack.title(language)}   {turn} · {month}   {office}   {seed}"


def blocks(one: IndicatorRow, most: int = 0) -> str:
    """The path so far in eighths of the indicator's range: the scale never stretches with the data.

    Only the last `most` values where that is not 0.
    """
    span = one.high - one.low
    return "".join(_BLOCKS[min(7, (value - one.low) * 8 // span)] for value in one.history[-most:])
