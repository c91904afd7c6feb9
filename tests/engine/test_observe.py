"""The information state: what a seat may know, as bytes, and nothing of what is hidden from it."""

import json

from attrs import evolve

from dosmesas.engine.observe import Opened
from dosmesas.engine.state import Pending, Point, State
from tests.support.debating import ALL_SEATS, WARDEN, Plan, parley_game, reach, step
from tests.support.making import NORDEN, SUDEN, game_of, regatta
from tests.support.small import game


def seen(state: State, seat: str) -> bytes:
    """What a seat knows of a state of harbour."""
    return game().information_state(state, seat).encode()


def begun() -> State:
    """The first state of harbour; its values are goodwill, poaching, stock; its flags informer, pact."""
    return game().new_initial_state(7)


def test_a_hidden_indicator_changes_nothing_for_a_seat_that_may_not_see_it() -> None:
    other = evolve(begun(), values=(begun().values[0], 99_000, begun().values[2]))
    assert seen(begun(), NORDEN) == seen(other, NORDEN)
    assert seen(begun(), SUDEN) != seen(other, SUDEN)


def test_a_hidden_flag_changes_nothing_for_a_seat_that_may_not_see_it() -> None:
    other = evolve(begun(), flags=(False, begun().flags[1]))
    assert seen(begun(), SUDEN) == seen(other, SUDEN)
    assert seen(begun(), NORDEN) != seen(other, NORDEN)


def test_the_seed_and_what_is_on_its_way_are_nobodys_knowledge() -> None:
    other = evolve(begun(), seed=8, pending=(Pending(3, "talks/sign~1", "talks/sign", "1.1"),), made=9)
    for seat in (NORDEN, SUDEN):
        assert seen(begun(), seat) == seen(other, seat)


def test_every_seen_value_counts() -> None:
    for slot in (0, 2):
        values = list(begun().values)
        values[slot] += 1
        for seat in (NORDEN, SUDEN):
            assert seen(begun(), seat) != seen(evolve(begun(), values=tuple(values)), seat)


def test_the_information_state_names_what_is_seen_and_what_may_be_done() -> None:
    info = game().information_state(begun(), SUDEN)
    assert [name for name, _ in info.values] == ["goodwill", "poaching", "stock"]
    assert [name for name, _ in info.flags] == ["pact"]
    assert info.legal == ("quota", "decline", "silent")
    norden = game().information_state(begun(), NORDEN)
    assert [name for name, _ in norden.values] == ["goodwill", "stock"]
    assert [name for name, _ in norden.flags] == ["informer", "pact"]


def test_words_and_choices_are_known_once_all_have_spoken() -> None:
    state = game().apply(begun(), {NORDEN: "quota", SUDEN: "decline"}).state
    known = {(one.seat, one.action) for one in game().information_state(state, NORDEN).decisions}
    assert known == {(NORDEN, "quota"), (SUDEN, "decline")}


def test_the_bytes_are_json_with_whole_numbers() -> None:
    found = json.loads(seen(begun(), NORDEN), parse_float=no_float)
    assert found["seat"] == NORDEN
    assert found["turn"] == 1


def no_float(text: str) -> None:
    raise AssertionError(f"a float in an information state: {text}")


def test_a_pack_of_its_own_flags_hides_them_too() -> None:
    contest = game_of(regatta())
    state = contest.new_initial_state(7)
    slot = contest.tables.flags.index("tip_off")
    flags = tuple(not flag if n == slot else flag for n, flag in enumerate(state.flags))
    told = {
        seat: contest.information_state(evolve(state, flags=flags), seat).encode() for seat in (NORDEN, SUDEN)
    }
    assert told[SUDEN] == contest.information_state(state, SUDEN).encode()
    assert told[NORDEN] != contest.information_state(state, NORDEN).encode()


PARLEY = parley_game()
CASES: Plan = {(1, Point.CASE, seat): "haul-agreed+haul-counted" for seat in ALL_SEATS}
REBUTTALS: Plan = {
    **CASES,
    (1, Point.REBUT, NORDEN): "haul-forgotten",
    (1, Point.REBUT, SUDEN): "haul-was-small",
}


def opened(point: Point, seat: str, plan: Plan | None = None) -> dict[str, Opened]:
    """The debates that a seat of parley sees at a point of the first turn, by whose they are."""
    info = PARLEY.information_state(reach(PARLEY, 1, point, plan), seat)
    return {one.seat: one for one in info.debates}


def dealt(seat: str) -> tuple[str, ...]:
    bench = PARLEY.tables.debates(reach(PARLEY, 1, Point.CASE))[seat].bench
    return tuple(card.id for card in bench.hand)


def test_before_it_chooses_a_seat_holds_the_cards_of_each_own_option_and_no_others() -> None:
    for point in (Point.WORD, Point.CHOOSE):
        state = reach(PARLEY, 1, point)
        for seat in ALL_SEATS:
            hands = dict(PARLEY.information_state(state, seat).hands)
            assert [*hands] == [one.id for one in PARLEY.pack.events["haul"].seats[seat]]
            assert next(iter(hands.values())) == dealt(seat)


def test_an_event_that_is_not_argued_deals_no_hand() -> None:
    info = PARLEY.information_state(reach(PARLEY, 3, Point.CHOOSE), NORDEN)
    assert (info.hands, info.debates) == ((), ())


def test_while_cases_are_made_each_sees_the_own_debate_alone_and_nothing_said() -> None:
    for seat in ALL_SEATS:
        found = opened(Point.CASE, seat)
        assert [*found] == [seat]
        assert (found[seat].case, found[seat].against, found[seat].ready) == ((), (), ())
        assert found[seat].hand == dealt(seat)
        assert PARLEY.information_state(reach(PARLEY, 1, Point.CASE), seat).hands == ()


def test_choices_are_known_when_cases_are_made_and_cases_when_they_are_rebutted() -> None:
    for point, known in ((Point.CASE, {"word", "choose"}), (Point.REBUT, {"word", "choose", "case"})):
        for seat in ALL_SEATS:
            info = PARLEY.information_state(reach(PARLEY, 1, point, CASES), seat)
            assert {str(one.point) for one in info.decisions} == known
    assert {one.case for one in opened(Point.REBUT, WARDEN, CASES).values()} == {
        ("haul-agreed", "haul-counted")
    }


def test_no_seat_ever_sees_the_hand_of_another() -> None:
    for point in (Point.REBUT, Point.REPLY):
        for seat in ALL_SEATS:
            found = opened(point, seat, REBUTTALS)
            assert {name: one.hand for name, one in found.items()} == {
                name: dealt(seat) if name == seat else () for name in ALL_SEATS
            }


def test_rebuttals_lie_face_down_and_only_the_foe_sees_which() -> None:
    for point in (Point.CASE, Point.REBUT, Point.REPLY):
        ready = {
            seat: tuple(card.id for card in one.bench.ready)
            for seat, one in PARLEY.tables.debates(reach(PARLEY, 1, point, REBUTTALS)).items()
        }
        for seat in ALL_SEATS:
            for name, one in opened(point, seat, REBUTTALS).items():
                assert one.waiting == len(ready[name])
                assert one.ready == (ready[name] if one.foe == seat else ())
    assert opened(Point.REBUT, SUDEN, CASES)[NORDEN].ready


def test_what_is_turned_up_is_seen_by_all_when_it_is_replied_to() -> None:
    for seat in ALL_SEATS:
        assert {one.against for one in opened(Point.REBUT, seat, CASES).values()} == {()}
        found = opened(Point.REPLY, seat, REBUTTALS)
        assert found[NORDEN].against == ("haul-was-small",)
        assert found[SUDEN].against == ("haul-forgotten",)
        assert len(found[WARDEN].against) == 2


def test_the_past_of_a_debate_is_on_record_for_all() -> None:
    state = reach(PARLEY, 2, Point.CHOOSE, REBUTTALS)
    for seat in ALL_SEATS:
        said = {(one.point, one.seat): one.action for one in PARLEY.information_state(state, seat).decisions}
        assert said[Point.REBUT, SUDEN] == "haul-was-small"
        assert said[Point.REPLY, WARDEN] == "rest"
    assert step(PARLEY, state).state.decisions[-1].point is Point.CHOOSE
