"""Arithmetic on columns gives the bits of arithmetic on numbers."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dosmesas.engine.draws import NamedDraws, below
from dosmesas.engine.draws import mix as mix_one
from dosmesas.sim.batch import numbers
from dosmesas.sim.batch.wishing import times_share
from dosmesas.text.number import half_even

bits = st.integers(0, (1 << 64) - 1)
whole = st.integers(-(10**15), 10**15)


@settings(deadline=None)
@given(st.lists(bits, min_size=1, max_size=9))
def test_one_step_of_splitmix(values: list[int]) -> None:
    given_bits = np.array(values, np.uint64)
    assert numbers.mix(given_bits).tolist() == [mix_one(one) for one in values]
    assert given_bits.tolist() == values  # what was given is left as it was


@settings(deadline=None)
@given(st.lists(bits, min_size=1, max_size=5), st.text(max_size=12), st.integers(1, 30), st.integers(0, 9))
def test_named_draws(seeds: list[int], name: str, turn: int, index: int) -> None:
    starts = numbers.streams(numbers.mix(np.array(seeds, np.uint64)), name)
    found = numbers.numbers(starts, turn, index).tolist()
    assert found == [NamedDraws().number(seed, name, turn, index) for seed in seeds]


@settings(deadline=None)
@given(st.lists(bits, min_size=1, max_size=9), st.integers(0, 100))
def test_chances(draws: list[int], percent: int) -> None:
    found = np.broadcast_to(numbers.below(np.array(draws, np.uint64), percent), len(draws)).tolist()
    assert found == [below(one, percent) for one in draws]


@settings(deadline=None)
@given(st.lists(whole, min_size=1, max_size=9), st.sampled_from([2, 100, 1000, 10_000]))
def test_half_even_by_an_even_number(values: list[int], divisor: int) -> None:
    ties = [one * divisor // 2 for one in values]
    for some in (values, ties):
        assert numbers.near(np.array(some), divisor).tolist() == [half_even(one, divisor) for one in some]


@settings(deadline=None)
@given(st.lists(whole, min_size=1, max_size=9), st.integers(-5000, 5000).filter(bool))
def test_half_even_by_any_number(values: list[int], divisor: int) -> None:
    assert numbers.half_even(np.array(values), divisor).tolist() == [
        half_even(one, divisor) for one in values
    ]


@settings(deadline=None)
@given(st.lists(bits, min_size=1, max_size=9), st.integers(1, (1 << 31) - 1))
def test_a_draw_as_a_share(draws: list[int], most: int) -> None:
    assert times_share(np.array(draws, np.uint64), most).tolist() == [one * most >> 64 for one in draws]
