"""The forecast of home support: what the home table would make of an option, as far as the seat sees."""

from random import Random

import pytest
from attrs import evolve

from dosmesas.bots.random import RandomBot
from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import Bench, Judge, Listener
from dosmesas.debate.search import naive_case
from dosmesas.debate.table import Said
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.home import Band
from dosmesas.engine.observe import InformationState
from dosmesas.engine.playout import playout
from dosmesas.engine.state import Decision, Point, State
from dosmesas.engine.turn import judged
from dosmesas.model.arguments import Ratify
from dosmesas.model.rules import Pack
from dosmesas.session.home import Foreteller, HomeForecast, best_unanswered
from dosmesas.session.session import Session
from dosmesas.session.views import table_view
from dosmesas.session.winsets import win_sets
from tests.engine.test_secrecy import hidden_changed
from tests.support.athome import apart, arguing, at_table, culiacan_at_home, standing_at
from tests.support.making import NORDEN, SUDEN, game_of
from tests.support.playing import do, start
from tests.support.small import parley

PACKS = {"parley": parley, "apart": apart, "culiacan": culiacan_at_home}


def info_of(game: Game, seat: str, turn: int = 1) -> InformationState:
    """What a seat knows at the first point of a turn."""
    path = playout(game, 7, RandomBot(7).choose)
    state = next(one.state for one in path if one.state.turn == turn)
    return game.information_state(state, seat)


def foretold(pack: Pack, seat: str, turn: int = 1) -> dict[str, HomeForecast]:
    """The forecasts of a seat as a turn opens, by the short name of the option."""
    game = game_of(pack)
    found = Foreteller(pack, game.view).options(info_of(game, seat, turn))
    return {name.partition("/")[2]: one for name, one in found.items()}


def test_where_no_home_table_is_asked_there_is_no_forecast() -> None:
    view = table_view(start(NORDEN), NORDEN, "en")
    assert [option.home for option in view.options] == [None, None, None]
    assert view.audiences == ()


@pytest.mark.parametrize("seat", [NORDEN, SUDEN])
def test_the_forecast_is_what_comes_of_it_if_nobody_answers(seat: str) -> None:
    session = arguing()
    view = table_view(session, seat, "en")
    foe = SUDEN if seat == NORDEN else NORDEN
    for option in view.options:
        at_choice = do(arguing(), "silent", "silent")
        chosen = {one: at_choice.legal(one)[0] for one in at_choice.pack.seats} | {seat: option.id}
        state = at_choice.game.apply(at_choice.state, chosen).state
        reached = {
            case: unanswered(at_choice.game, state, seat, foe, case)
            for case in at_choice.game.legal_actions(state, seat)
        }
        assert option.home is not None
        assert option.home.now == reached["none"]
        assert option.home.best == max(reached.values()) > reached["none"]


def test_the_best_case_is_no_less_than_any_even_where_one_card_at_a_time_leads_astray() -> None:
    sound = Said("sound", ONE * 7 // 10, answers="serious")
    strong = Said("strong", ONE * 9 // 10, answers="serious", cuts=(("works", ONE * 3 // 10),))
    mending = Said("mending", ONE * 9 // 10, answers="works")
    listener = Listener("fishers", 1, {"serious": ONE * 6 // 10, "works": ONE // 10})
    judge = Judge(Bench((listener,), (sound, strong, mending), (), (), most_cards=2))
    assert naive_case(judge) == ("mending", "sound")
    assert best_unanswered(judge) == ("mending", "strong")


def unanswered(game: Game, state: State, seat: str, foe: str, case: str) -> int:
    """The support that a case reaches where its foe says nothing."""
    said = (Decision(state.turn, Point.CASE, seat, case), Decision(state.turn, Point.REBUT, foe, "none"))
    found = judged(game.tables, evolve(state, decisions=(*state.decisions, *said)))[1]
    return found[seat].support


def test_the_table_is_the_mean_of_its_audiences_by_their_shares() -> None:
    for pack in (named() for named in PACKS.values()):
        for seat in pack.seats:
            for one in foretold(pack, seat, 2).values():
                shares = sum(who.share for who in one.audiences)
                for which in ("now", "best"):
                    total = sum(who.share * getattr(who, which) for who in one.audiences)
                    assert abs(total - shares * getattr(one, which)) * 2 <= shares


def test_what_is_not_argued_stands_as_it_is() -> None:
    rest, mend = foretold(parley(), NORDEN, 3).values()
    assert (rest.argued, rest.best) == (False, rest.now)
    assert mend.now - rest.now == 6000  # what fishers mind of a rest


@pytest.mark.parametrize(
    ("support", "band"),
    [(50_000, Band.CARRIED), (49_999, Band.WATERED), (40_000, Band.WATERED), (39_999, Band.BLOCKED)],
)
def test_a_support_has_its_band_to_the_thousandth(support: int, band: Band) -> None:
    one = HomeForecast((), support, 50_000, argued=True, ratify=Ratify.CONSENT)
    assert (one.band_now, one.band_best) == (band, Band.CARRIED)
    assert not one.inquiry_now


def test_what_an_office_answers_for_is_carried_and_below_forty_looked_into() -> None:
    join = foretold(parley(), NORDEN, 2)["join-drill"]
    assert join.now < 40_000
    assert (join.band_now, join.inquiry_now) == (Band.CARRIED, True)
    edge = HomeForecast((), 39_999, 40_000, argued=True, ratify=Ratify.ANSWER_FOR)
    assert (edge.inquiry_now, edge.inquiry_best) == (True, False)


def test_a_standing_moves_the_forecast_and_is_shown() -> None:
    session = at_table(NORDEN)
    before = table_view(session, NORDEN, "en")
    session.path[-1] = Transition(standing_at(session, fishers=57_000), session.path[-1].sites)
    after = table_view(session, NORDEN, "en")
    (fishers,) = after.audiences
    assert (fishers.id, fishers.name, fishers.share, fishers.standing) == ("fishers", "Fishers", 5, 57_000)
    for one, other in zip(before.options, after.options, strict=True):
        assert one.home is not None
        assert other.home is not None
        assert other.home.now == one.home.now + 7000


def test_cards_that_were_heard_of_late_make_a_weaker_case() -> None:
    game = game_of(parley())
    info, teller = info_of(game, NORDEN, 2), Foreteller(parley(), game.view)
    said = "+".join(sorted({card for _, hand in info.hands for card in hand}))
    heard = evolve(info, decisions=(Decision(1, Point.CASE, NORDEN, said),))
    fresh, worn = teller.options(evolve(info, decisions=())), teller.options(heard)
    assert all(worn[name].best < fresh[name].best for name in fresh)
    assert all(worn[name].now == fresh[name].now for name in fresh)


def test_once_all_have_chosen_nothing_is_foretold() -> None:
    session = do(arguing(), "silent", "silent", "haul/share-haul", "haul/watch-haul", "haul/take-half")
    assert session.state.point is Point.CASE
    view = table_view(session, NORDEN, "en")
    assert [option.home for option in view.options] == [None, None]
    assert view.audiences != ()


@pytest.mark.parametrize("name", PACKS)
def test_states_that_differ_in_hidden_things_only_are_foretold_alike(name: str) -> None:
    pack, random, pairs = PACKS[name](), Random(name), 0
    session = at_table(*pack.seats, pack=pack)
    for transition in playout(session.game, 3, RandomBot(3).choose):
        state = transition.state
        for seat in pack.seats if state.point in {Point.WORD, Point.CHOOSE} else ():
            other = evolve(hidden_changed(session.game, state, seat, random), seed=state.seed)
            known, known_too = (session.game.information_state(one, seat) for one in (state, other))
            if known == known_too and seat in pack.events[state.event].seats:
                assert told(session, state, seat) == told(session, other, seat)
                pairs += 1
    assert pairs >= 10


def told(session: Session, state: State, seat: str) -> tuple[object, ...]:
    """All that a seat is told of the two tables in a state."""
    session.path[:] = [Transition(evolve(state, pending=()), session.path[-1].sites)]
    info = session.game.information_state(state, seat)
    view = table_view(session, seat, "en")
    wins = win_sets(session.foreteller, info, session.foreteller.options(info))
    return view.audiences, [one.home for one in view.options], [one.win for one in view.deals], wins
