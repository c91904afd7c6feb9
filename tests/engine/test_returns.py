"""Mandate points by hand."""

from attrs import evolve

from dosmesas.engine.returns import points
from tests.support.small import game, harbour

NORDEN = harbour().ruleset.offices["no.minister"]


def test_points_run_from_worst_to_best_and_no_further() -> None:
    assert points(NORDEN, {"stock": 55_000, "goodwill": 40_000}) == 50_000
    assert points(NORDEN, {"stock": 99_000, "goodwill": 0}) == 60_000
    assert points(harbour().ruleset.offices["su.minister"], {"stock": 40_000, "poaching": 30_000}) == 75_000


def test_half_is_counted_at_the_last_turn_and_half_after_the_outlook() -> None:
    one = game()
    state = one.new_initial_state(1)
    names = one.tables.names
    def at(stock: int, goodwill: int) -> tuple[int, ...]:
        return tuple({"stock": stock, "goodwill": goodwill, "poaching": 30_000}[name] for name in names)

    state = evolve(state, at_last=at(70_000, 60_000), values=at(40_000, 20_000))
    assert one.returns(state) == {"no.minister": 50_000, "su.minister": 50_000}
    assert one.joint_return(state) == 50_000
