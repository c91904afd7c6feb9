"""Who answers for a seat that nobody has taken, and which part of a debate a player's own staff does."""

from dosmesas.bots.bot import Official, make_bot
from dosmesas.bots.names import PLANNER
from dosmesas.bots.protocol import Bot
from dosmesas.bots.speaker import ADVOCATE, Speaker
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import Point, State
from dosmesas.model.rules import Pack, Worldview
from dosmesas.session.setup import ALL, AUTO, Setup


def bots_of(pack: Pack, setup: Setup, view: Worldview) -> dict[str, Bot]:
    """A bot for every seat; a human's staff argues as an advocate, whatever the others can do."""
    rest = [seat for seat in pack.seats if seat not in setup.seats]
    staff: Bot = Speaker(pack, view, ADVOCATE, setup.seed)
    others = dict.fromkeys(rest, bot_of(pack, setup, view)) if rest else {}
    return {**others, **dict.fromkeys(setup.seats, staff)}


def bot_of(pack: Pack, setup: Setup, view: Worldview) -> Bot:
    """The bot that a set-up wants across from its players.

    Raises:
        UnknownBotError: this pack has none of this name.
    """
    if setup.counterpart != PLANNER:
        return make_bot(setup.counterpart, pack, view, setup.seed, setup.level)
    from dosmesas.sim.planner import PlannerBot

    return Official(PlannerBot(pack, view, setup.seed), Speaker(pack, view, setup.level, setup.seed))


def staffed(state: State, seat: str, argue: str) -> bool:
    """Whether the staff of a human seat acts at this point.

    By turns a player replies for the own case, or answers the other side's: in the first argued turn the
    one, in the second the other.
    """
    if state.point not in ARGUING or argue == ALL:
        return False
    if argue == AUTO or state.point is Point.CASE:
        return argue == AUTO
    mine = [one for one in state.decisions if one.seat == seat]
    argued = {one.turn for one in mine if one.point is Point.CASE and one.turn < state.turn}
    attacking = len(argued) % 2 == 1
    if state.point is Point.REBUT:
        return not attacking
    return attacking and any(one.point is Point.REBUT and one.turn == state.turn for one in mine)
