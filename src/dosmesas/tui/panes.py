"""Texts that several screens share, put together from the views of a session. Pure, and all plain."""

from dosmesas.session.session import Session
from dosmesas.session.views import IndicatorRow
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, signed
from dosmesas.tui.drawing.bars import blocks


def header(session: Session, seat: str, language: str) -> str:
    """The first line: game, turn, month, office, seed."""
    pack, number = session.pack, session.state.turn
    turn = say(language, "turn_short", turn=number, turns=pack.turns)
    month, office = pack.begins.plus(number - 1)(language), pack.ruleset.offices[seat].name(language)
    seed = say(language, "seed_short", seed=session.setup.seed)
    return f"{pack.title(language)}   {turn} · {month}   {office}   {seed}"


def path_line(row: IndicatorRow) -> str:
    """An indicator's whole path for the debrief: blocks, then where it began and ended."""
    change = signed(row.history[-1] - row.history[0])
    return f"{row.name:<28} {blocks(row)}  {fixed(row.history[0])} → {fixed(row.history[-1])} ({change})"
