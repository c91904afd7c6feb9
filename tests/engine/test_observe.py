"""The information state: what a seat may know, as bytes, and nothing of what is hidden from it."""

import json

from attrs import evolve

from dosmesas.engine.state import Pending, State
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
