"""First names: a rename of an option changes no fingerprint, also of effects on their way by half."""

import pytest
from attrs import evolve

from dosmesas.engine.names import FirstNames, first_by
from dosmesas.engine.state import Pending, Point
from tests.support.debating import option_with, parley_game, reach
from tests.support.small import parley


@pytest.mark.parametrize(
    ("after", "owner"),
    [
        ("haul/share-haul~1", "haul/share-haul"),
        ("half:haul/share-haul~1", "haul/share-haul"),
        ("half:haul/share-haul~1~2", "haul/share-haul~1"),
        ("deal:haul/truce~1", "truce"),
        ("half:deal:haul/truce~1", "truce"),
        ("bulletin:news~1", "news"),
    ],
)
def test_effects_on_their_way_are_their_owners_whole_or_by_half(after: str, owner: str) -> None:
    assert first_by(Pending(3, after, "whatever", "1.1")) == owner


def test_a_renamed_option_whose_half_is_on_its_way_has_the_same_fingerprint() -> None:
    state = reach(parley_game(), 1, Point.CHOOSE)
    half = evolve(state, pending=(Pending(3, "half:haul/share-haul~1", "haul/share-haul", "1.1"),))
    renamed = evolve(half, pending=(Pending(3, "half:haul/share-haul~1", "haul/split-it", "1.1"),))
    pack = option_with(parley(), "haul/share-haul", id="haul/split-it", former=("haul/share-haul",))
    assert FirstNames.of(pack).digest(renamed) == FirstNames.of(parley()).digest(half)
