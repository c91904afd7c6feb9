"""What a seat may know, and nothing else."""

from attrs import evolve

from tests.support.small import game


def test_states_that_differ_only_in_what_a_seat_may_not_know_look_the_same_to_it() -> None:
    one = game()
    state = one.new_initial_state(1)
    slot = one.tables.names.index("poaching")
    values = tuple(value + 7000 if n == slot else value for n, value in enumerate(state.values))
    other = evolve(state, seed=99, values=values, pending=(), made=5)
    assert one.information_state(state, "no.minister").encode() == one.information_state(other, "no.minister").encode()
    assert one.information_state(state, "su.minister").encode() != one.information_state(other, "su.minister").encode()


def test_a_hidden_flag_is_seen_by_its_office_alone() -> None:
    one = game()
    state = one.new_initial_state(1)
    assert dict(one.information_state(state, "no.minister").flags)["informer"] is True
    assert "informer" not in dict(one.information_state(state, "su.minister").flags)


def test_the_seed_is_nowhere_in_it() -> None:
    one = game()
    assert b"123456789" not in one.information_state(one.new_initial_state(123456789), "no.minister").encode()
