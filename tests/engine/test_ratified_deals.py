"""Deals and words before the home tables: full, half or none; what a broken word costs and what a lost one."""

import pytest

from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import Point
from tests.support.debating import moved, of_turn, parley_game, reach, step, through, with_values


def haul(
    fishers: int, words: tuple[str, str] = ("haul", "haul"), suden: str = "haul/take-half"
) -> list[Receipt]:
    """The receipts of the first turn, in which a deal is open, nobody speaks and the warden only watches.

    The case is worth -6.8 points; Norden's stance is -3, Suden's -4.
    """
    game = parley_game()
    said = dict(zip(("no_minister", "su_minister"), words, strict=True))
    state = step(game, reach(game, 1, Point.WORD), **said).state
    state = step(
        game, with_values(game, state, fishers=fishers), no_warden="haul/watch-haul", su_minister=suden
    ).state
    reached = through(game, state)
    return of_turn(reached, 1)


@pytest.mark.parametrize(
    ("fishers", "deal", "options", "lost"),
    [
        (60_800, [5_000], ([4_000], [-5_000]), 0),
        (60_799, [2_500], ([4_000], [-2_500]), 0),
        (50_800, [2_500], ([2_000], [-2_500]), 0),
        (50_799, [], ([2_000], []), 1),
        (49_000, [], ([], []), 2),
    ],
)
def test_a_deal_comes_in_full_by_half_or_not_at_all(
    fishers: int, deal: list[int], options: tuple[list[int], list[int]], lost: int
) -> None:
    found = haul(fishers)
    assert moved(found, "haul", "goodwill") == deal
    assert [one for one in moved(found, "haul/share-haul", "goodwill") if one > 1_000] == options[0]
    assert moved(found, "haul/take-half", "poaching") == options[1]
    assert moved(found, "ratification-lost", "goodwill") == [-2_000] * lost
    assert moved(found, "word-broken", "goodwill") == []
    assert [one.indicator for one in found if one.by == "haul"] == (["pact", "goodwill"] if deal else [])


def test_a_word_broken_by_choice_costs_six_and_one_lost_at_home_two() -> None:
    broken = haul(90_000, suden="haul/take-all")
    assert moved(broken, "word-broken", "goodwill") == [-6_000]
    assert moved(broken, "ratification-lost", "goodwill") == []
    # Suden's other choice falls at home too: that was not what it gave its word for.
    both = haul(30_000, suden="haul/take-all")
    assert moved(both, "haul/take-all", "poaching") == []
    assert moved(both, "word-broken", "goodwill") == [-6_000]
    assert moved(both, "ratification-lost", "goodwill") == [-2_000]
    assert {one.stage for one in both if one.by in {"word-broken", "ratification-lost"}} == {"ratify"}


def test_who_gave_no_word_loses_none() -> None:
    found = haul(40_000, words=("silent", "decline"))
    assert not {one.by for one in found} & {"word-broken", "ratification-lost"}


def test_a_word_that_the_other_side_openly_declined_has_nothing_left_to_keep() -> None:
    broken = haul(90_000, words=("decline", "haul"), suden="haul/take-all")
    assert moved(broken, "word-broken", "goodwill") == []
    lost = haul(40_000, words=("decline", "haul"))
    assert moved(lost, "ratification-lost", "goodwill") == []
    # Silence is no refusal.
    held = haul(90_000, words=("silent", "haul"), suden="haul/take-all")
    assert moved(held, "word-broken", "goodwill") == [-6_000]
