"""Shares come with intervals that are as wide as what was seen allows."""

import numpy as np
import pytest

from dosmesas.sim.shares import Clustered, Share


def test_a_share_of_few_is_less_sure_than_one_of_many() -> None:
    few, many = Share(3, 10), Share(300, 1000)
    assert few.percent == many.percent == 30
    assert few.low < many.low < 30 < many.high < few.high
    assert (Share(0, 0).low, Share(0, 0).high) == (0, 100)


def test_ten_alike_decisions_of_a_game_are_as_sure_as_one() -> None:
    one = Clustered.of([(place % 2, 1) for place in range(100)])
    ten = Clustered.of([(10 * (place % 2), 10) for place in range(100)])
    assert (ten.percent, ten.low, ten.high) == pytest.approx((one.percent, one.low, one.high))
    assert ten.high - ten.low > 2 * (Share(500, 1000).high - Share(500, 1000).low)


def test_groups_that_differ_by_nothing_but_chance_are_as_sure_as_if_there_were_none() -> None:
    draws = np.random.default_rng(5).random((4000, 5)) < 0.3
    found, plain = Clustered.of([(int(row.sum()), 5) for row in draws]), Share(int(draws.sum()), 20_000)
    assert found.high - found.low == pytest.approx(plain.high - plain.low, rel=0.1)


def test_one_group_says_nothing() -> None:
    assert Clustered.of([(3, 6), (0, 0)]) == Clustered(50, 0, 100)
    assert Clustered.of([]) == Clustered(0, 0, 100)
