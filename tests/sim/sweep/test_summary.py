"""Means, intervals and quantiles are those of the numbers, however they were added."""

from statistics import mean, stdev

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dosmesas.sim.shares import Share
from dosmesas.sim.sweep.summary import Spread

numbers = st.lists(st.integers(0, 100_000), min_size=2, max_size=60)


@settings(deadline=None)
@given(numbers, st.integers(0, 60))
def test_a_spread_of_two_parts_is_that_of_the_whole(values: list[int], cut: int) -> None:
    whole, first, second = (Spread(0, 100_000) for _ in range(3))
    whole.add(np.array(values))
    first.add(np.array(values[:cut], np.int64))
    second.add(np.array(values[cut:], np.int64))
    first.merge(second)
    assert first.record() == whole.record()
    assert Spread.of(first.record()).record() == whole.record()


@settings(deadline=None)
@given(numbers)
def test_mean_error_and_quantiles_are_those_of_the_numbers(values: list[int]) -> None:
    spread = Spread(0, 100_000)
    spread.add(np.array(values))
    assert spread.mean() == pytest.approx(mean(values) / 1000)
    assert spread.error() == pytest.approx(1.96 * stdev(values) / len(values) ** 0.5 / 1000, abs=1e-9)
    for percent in (10, 50, 90):
        below = sum(one / 1000 <= spread.quantile(percent) + spread.width / 1000 for one in values)
        assert below >= len(values) * percent / 100
        assert sum(one / 1000 < spread.quantile(percent) for one in values) <= len(values) * percent / 100


def test_the_interval_of_a_share_is_wilsons() -> None:
    share = Share(5, 100)
    assert (share.low, share.percent, share.high) == pytest.approx((2.154, 5.0, 11.175), abs=0.01)


def test_of_no_games_a_share_may_be_anything() -> None:
    assert (Share(0, 0).low, Share(0, 0).high) == (0.0, 100.0)
