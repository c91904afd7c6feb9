"""As in the year: what the source says was decided, and elsewhere what another bot would do."""

import pytest
from attrs import evolve

from dosmesas.bots.bot import make_bot
from dosmesas.bots.historical import HistoricalBot, decided_by
from dosmesas.engine.game import Game
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Point, State
from tests.support.making import CITED, NORDEN, SUDEN, change, deal, game_of, made, option
from tests.support.making import event as an_event
from tests.support.shipped import shipped


class Elsewhere:
    """One who notes that it was asked, and takes the first legal action."""

    def choose(self, info: object) -> str:
        """The first."""
        return f"asked:{info.point}"  # type: ignore[attr-defined]


def year(*, bad: str = "-5", requires: str = "", deals: bool = True, decided: str = "day/did") -> Game:
    """A game in which Norden did something that its mandate dislikes; it may keep a deal with it."""
    own = (
        option("day/did", change("stock", bad), requires=requires),
        option("day/might", change("stock", "+5")),
    )
    own = tuple(evolve(one, decided=CITED) if one.id == decided else one for one in own)
    seats = {NORDEN: own, SUDEN: (option("day/join"), option("day/rest"))}
    kept = deal("treaty", {NORDEN: "day/did", SUDEN: "day/join"}, change("goodwill", "+1"))
    lost = deal("other", {NORDEN: "day/might", SUDEN: "day/rest"}, change("goodwill", "+1"))
    event = an_event("day", seats, (lost, kept) if deals else (), repeats=True)
    return game_of(made((event,)))


def asked(contest: Game, seat: str = NORDEN, state: State | None = None) -> str:
    """What it does, or that it asked the other bot."""
    info = contest.information_state(state or contest.new_initial_state(7), seat)
    return HistoricalBot(contest.pack, Elsewhere()).choose(info)


def test_what_was_decided_is_done_although_the_mandate_dislikes_it() -> None:
    assert asked(year(deals=False)) == "day/did"
    assert asked(year(deals=False, decided="day/might")) == "day/might"


def test_the_word_goes_to_the_deal_that_the_decision_keeps_and_to_no_other() -> None:
    assert asked(year()) == "treaty"
    assert asked(year(decided="day/might")) == "other"


def test_where_the_decision_keeps_no_deal_it_says_nothing() -> None:
    contest = year()
    event = contest.pack.events["day"]
    only = evolve(event, deals=event.deals[:1])
    assert asked(game_of(evolve(contest.pack, events={"day": only}))) == "silent"


def test_after_its_word_it_does_what_it_did() -> None:
    contest = year()
    begun = contest.new_initial_state(7)
    state = contest.apply(begun, {NORDEN: "treaty", SUDEN: "silent"}).state
    assert state.point is Point.CHOOSE
    assert asked(contest, NORDEN, state) == "day/did"


def test_where_nobody_says_what_was_decided_the_other_bot_is_asked() -> None:
    assert asked(year(deals=False, decided="")) == "asked:choose"
    assert asked(year(decided="")) == "asked:word"
    assert asked(year(), SUDEN) == "asked:word"


def test_what_was_decided_but_is_not_open_now_is_not_done() -> None:
    assert asked(year(deals=False, requires="stock > 90")) == "asked:choose"


def test_the_option_of_an_office_is_found_by_its_mark() -> None:
    event = year().pack.events["day"]
    assert decided_by(event, NORDEN) == "day/did"
    assert decided_by(event, SUDEN) == ""
    assert decided_by(event, "no.warden") == ""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_the_shipped_pack_it_takes_every_marked_option_that_comes_up_and_is_legal(seed: int) -> None:
    pack = shipped("culiacan")
    contest = game_of(pack)
    bot = make_bot("historical", pack, contest.view, seed)
    decisions = playout(contest, seed, bot.choose)[-1].state.decisions
    marked = {
        (event.id, seat): one.id
        for event in pack.events.values()
        for seat, options in event.seats.items()
        for one in options
        if one.decided
    }
    assert len(marked) >= 4
    took = [
        (one.action.partition("/")[0], one.seat, one.action) for one in decisions if one.point == "choose"
    ]
    done = [action == marked[event, seat] for event, seat, action in took if (event, seat) in marked]
    assert done
    assert all(done)
