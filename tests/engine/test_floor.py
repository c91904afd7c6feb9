"""The floor: who answers whom, what lies on the table, who has anything to say."""

import pytest
from attrs import evolve

from dosmesas.debate.judge import Answer
from dosmesas.debate.search import advocate
from dosmesas.engine.benches import INCONSISTENT
from dosmesas.engine.floor import Debate
from dosmesas.engine.game import Game, IllegalActionError
from dosmesas.engine.state import Point, State
from dosmesas.model.rules import Pack
from tests.support.debating import ALL_SEATS, WARDEN, Plan, option_with, parley_game, reach, step
from tests.support.making import NORDEN, SUDEN
from tests.support.small import parley

CASES: Plan = {
    (1, Point.CASE, NORDEN): "haul-agreed+haul-counted",
    (1, Point.CASE, WARDEN): "haul-agreed+haul-counted",
    (1, Point.CASE, SUDEN): "haul-agreed+haul-counted",
}


def debate(game: Game, state: State, seat: str, *, answered: bool = True) -> Debate:
    return game.tables.debates(state, answered=answered)[seat]


@pytest.mark.parametrize(
    ("seats", "foes"),
    [
        (ALL_SEATS, (SUDEN, "", NORDEN)),
        ((NORDEN, SUDEN), (SUDEN, NORDEN)),
        ((WARDEN, SUDEN), (SUDEN, WARDEN)),
        ((NORDEN, WARDEN), ("", "")),
    ],
)
def test_of_offices_without_a_rank_the_first_of_one_country_answers_the_first_of_the_other(
    seats: tuple[str, ...], foes: tuple[str, ...]
) -> None:
    floor = parley_game().tables.floor
    assert tuple(floor.foe(seats, seat) for seat in seats) == foes


def test_nothing_is_argued_before_all_have_chosen_and_then_what_each_chose() -> None:
    game = parley_game()
    assert game.tables.debates(reach(game, 1, Point.WORD)) == {}
    assert game.tables.debates(reach(game, 1, Point.CHOOSE)) == {}
    found = game.tables.debates(reach(game, 1, Point.CASE, {(1, Point.CHOOSE, WARDEN): "haul/watch-haul"}))
    assert {seat: one.option.id for seat, one in found.items()} == {
        NORDEN: "haul/share-haul",
        WARDEN: "haul/watch-haul",
        SUDEN: "haul/take-half",
    }


def test_cases_rebuttals_and_replies_come_in_this_order_and_then_the_next_turn() -> None:
    game = parley_game()
    state, points = reach(game, 1, Point.CHOOSE), []
    while state.turn == 1:
        points.append(state.point)
        state = step(game, state, {**CASES, (1, Point.REBUT, SUDEN): "haul-forgotten"}).state
    assert points == [Point.CHOOSE, Point.CASE, Point.REBUT, Point.REPLY]


def test_an_event_that_is_not_put_to_debate_goes_from_choice_to_the_next_turn() -> None:
    game = parley_game()
    assert step(game, reach(game, 3, Point.CHOOSE)).state.turn == 4


def test_a_pack_without_the_stage_argues_nothing() -> None:
    quiet = evolve(parley(), stages=tuple(one for one in parley().stages if one != "argue"))
    game = parley_game(quiet)
    assert step(game, reach(game, 1, Point.CHOOSE)).state.turn == 2


@pytest.mark.parametrize(("turn", "hand", "most"), [(1, 5, 2), (2, 6, 3), (4, 5, 2)])
def test_a_short_debate_deals_five_and_takes_two_a_full_one_six_and_three(
    turn: int, hand: int, most: int
) -> None:
    game = parley_game()
    state = reach(game, turn, Point.CASE)
    for seat in ALL_SEATS:
        legal = game.legal_actions(state, seat)
        assert len(debate(game, state, seat).bench.hand) == hand
        assert max(action.count("+") + 1 for action in legal) == most
        assert legal[0] == "none"
        assert len({*legal}) == len(legal)
        assert {name for action in legal[1:] for name in action.split("+")} == {
            card.id for card in debate(game, state, seat).bench.hand
        }


def test_rebuttals_are_those_that_hit_what_lies_there_and_are_the_foes_to_play() -> None:
    game = parley_game()
    state = reach(game, 1, Point.REBUT, {**CASES, (1, Point.CASE, NORDEN): "haul-agreed"})
    assert game.to_move(state) == (NORDEN, SUDEN)
    mine, theirs = (game.legal_actions(state, seat) for seat in (SUDEN, NORDEN))
    assert "haul-forgotten" in mine
    assert "haul-was-small" not in mine
    assert "haul-was-small" in theirs
    with pytest.raises(IllegalActionError, match=r"'haul-was-small' is not legal for su\.minister now"):
        step(game, state, su_minister="haul-was-small")


def test_against_a_seat_that_nobody_faces_the_floor_says_what_hurts_most_once_all_have_spoken() -> None:
    game = parley_game()
    state = reach(game, 1, Point.REPLY, {**CASES, (1, Point.REBUT, SUDEN): "haul-forgotten"})
    found = debate(game, state, WARDEN)
    assert found.foe == ""
    assert found.against == advocate(found.judge, found.case) != ()
    assert debate(game, state, WARDEN, answered=False).against == ()
    assert debate(game, state, NORDEN).against == ("haul-forgotten",)
    assert debate(game, state, SUDEN).against == ()


def small_decks() -> Pack:
    """Parley with no lines in the first event: two reasons, a rebuttal of each, no reply."""
    pack = parley()
    for options in pack.events["haul"].seats.values():
        for one in options:
            pack = option_with(pack, one.id, lines=())
    return pack


def test_who_has_nothing_to_say_is_not_asked() -> None:
    game = parley_game(small_decks())
    silent = reach(game, 1, Point.CASE)
    assert step(game, silent).state.turn == 2
    one_case = step(game, silent, no_minister="haul-agreed").state
    assert (one_case.point, game.to_move(one_case)) == (Point.REBUT, (SUDEN,))
    unanswered = step(game, one_case, su_minister="none").state
    assert unanswered.turn == 2
    replying = step(game, one_case, su_minister="haul-forgotten").state
    assert (replying.point, game.to_move(replying)) == (Point.REPLY, (NORDEN,))
    assert game.legal_actions(replying, NORDEN) == ("rest", "concede:haul-agreed")


def test_one_can_reply_back_up_or_take_back_and_each_shows_in_how_the_option_stands() -> None:
    game = parley_game()
    plan = {**CASES, (1, Point.CASE, NORDEN): "talks-open-doors", (1, Point.REBUT, SUDEN): "talk-is-cheap"}
    state = reach(game, 1, Point.REPLY, plan)
    legal = game.legal_actions(state, NORDEN)
    assert {"rest", "reply:counts-are-shared-now", "concede:talks-open-doors"} <= {*legal}
    assert "back:haul-agreed:talks-open-doors" in legal
    assert "back:haul-counted:talks-open-doors" not in legal
    found = debate(game, state, NORDEN)
    stands = {}
    for action in legal:
        kind, *cards = action.split(":")
        answer = Answer(kind, *cards)
        stands[action] = evolve(found, answer=answer).strengths()["fishers"]
    assert stands["reply:counts-are-shared-now"] > stands["rest"] > stands["concede:talks-open-doors"]
    assert stands["back:haul-agreed:talks-open-doors"] > stands["rest"]


def test_how_an_option_stands_is_what_its_doubts_leave() -> None:
    """Fishers doubt that it is serious by 0.4 and that it works by 0.7; a card of 0.7 answers the latter.

    It cuts 0.1 of its own out of the former; then it is undercut by a fact of 0.9.
    """
    game = parley_game(small_decks())
    state = reach(game, 1, Point.CASE)
    assert debate(game, state, NORDEN).strengths() == {"fishers": 180_000_000}
    said = step(game, state, no_minister="haul-agreed").state
    # works: 0.7 x 0.3 = 0.21; serious: 0.4 + 0.6 x 0.1 = 0.46
    assert debate(game, said, NORDEN).strengths() == {"fishers": 790_000_000 * 540_000_000 // 10**9}
    hit = step(game, said, su_minister="haul-forgotten").state
    # the card stands at 0.07; works: 0.7 x 0.93 = 0.651
    assert debate(game, hit, NORDEN).strengths() == {"fishers": 349_000_000 * 540_000_000 // 10**9}


def test_the_judge_of_the_same_cards_and_the_same_past_is_the_same_one() -> None:
    game = parley_game()
    first, second = reach(game, 1, Point.CASE), reach(game, 1, Point.REBUT, CASES)
    assert debate(game, first, NORDEN).judge is debate(game, second, NORDEN).judge
    assert debate(game, first, NORDEN).judge is not debate(game, first, SUDEN).judge


HELD_TO = f"{INCONSISTENT}drill-counted"


def test_who_relies_on_what_it_spoke_against_can_be_held_to_it() -> None:
    """In the first turn Norden denied that the stock falls; in the second it argues from that itself."""
    game = parley_game()
    argued = {(2, Point.CASE, NORDEN): "drill-counted"}
    attacked = {**CASES, (1, Point.REBUT, NORDEN): "haul-was-small"}
    fresh = reach(game, 2, Point.REBUT, {**CASES, **argued})
    state = reach(game, 2, Point.REBUT, {**attacked, **argued})
    assert HELD_TO in game.legal_actions(state, SUDEN)
    assert HELD_TO not in game.legal_actions(fresh, SUDEN)
    before = debate(game, state, NORDEN).strengths()["fishers"]
    after = step(game, state, su_minister=HELD_TO).state
    # The card of 0.9 is left 0.36; so serious falls from 0.96 to 0.744 for the fishers.
    assert debate(game, after, NORDEN).strengths()["fishers"] * 960 == pytest.approx(before * 744, rel=1e-6)


def test_who_only_undercut_a_card_on_a_claim_has_not_said_otherwise() -> None:
    game = parley_game()
    plan = {
        **CASES,
        (1, Point.REBUT, NORDEN): "haul-forgotten",
        (2, Point.CASE, NORDEN): "drill-agreed",
        (2, Point.REBUT, SUDEN): "drill-forgotten",
    }
    assert not any(
        INCONSISTENT in one for one in game.legal_actions(reach(game, 2, Point.REBUT, plan), SUDEN)
    )
    # Suden relied on talks in the first turn; that these were forgotten takes nothing of it back.
    assert not any(
        INCONSISTENT in one for one in game.legal_actions(reach(game, 2, Point.REPLY, plan), NORDEN)
    )


def test_who_speaks_against_what_it_relied_on_can_be_answered_with_it() -> None:
    game = parley_game()
    plan: Plan = {
        (1, Point.CASE, SUDEN): "haul-counted",
        (2, Point.CASE, NORDEN): "drill-counted",
        (2, Point.REBUT, SUDEN): "drill-was-small",
    }
    state = reach(game, 2, Point.REPLY, plan)
    reply = f"reply:{INCONSISTENT}drill-was-small"
    assert reply in game.legal_actions(state, NORDEN)
    del plan[1, Point.CASE, SUDEN]  # type: ignore[attr-defined] # a dict of this test
    assert reply not in game.legal_actions(reach(game, 2, Point.REPLY, plan), NORDEN)
    before = debate(game, state, NORDEN).strengths()["fishers"]
    replied = evolve(debate(game, state, NORDEN), answer=Answer(*reply.split(":")))
    assert replied.strengths()["fishers"] > before


def test_one_is_held_to_what_one_said_against_whom_one_faced_then() -> None:
    """In the second turn Suden faces the warden, in the fourth the minister again."""
    pack = parley()
    drill = pack.events["drill"]
    seats = {seat: own for seat, own in drill.seats.items() if seat != NORDEN}
    game = parley_game(evolve(pack, events={**pack.events, "drill": evolve(drill, seats=seats)}))
    plan: Plan = {
        (2, Point.CASE, WARDEN): "drill-counted",
        (2, Point.REBUT, SUDEN): "drill-was-small",
        (4, Point.CASE, SUDEN): "tally-counted",
    }
    state = reach(game, 4, Point.REBUT, plan)
    assert debate(game, reach(game, 2, Point.CASE), WARDEN).foe == SUDEN
    assert f"{INCONSISTENT}tally-counted" in game.legal_actions(state, NORDEN)
