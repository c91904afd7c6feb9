"""Chance by name: published vectors, exact odds in integers, doubles for tests."""

import re
from pathlib import Path

import pytest

from dosmesas.engine.draws import DOUBLES, FIXED, GREATEST, LEAST, NamedDraws, RecordedDraws, below, greatest, key, mix

TABLE = Path(__file__).parents[2] / "docs" / "draws.md"


def test_mix_is_splitmix64() -> None:
    gamma, state, got = 0x9E3779B97F4A7C15, 1234567, []
    for _ in range(3):
        got.append(mix(state))
        state = (state + gamma) % 2**64
    assert got == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_the_published_vectors_hold() -> None:
    rows = re.findall(r"^\| (\d+) \| `(.+?)` \| (\d+) \| (\d+) \| `([0-9a-f]{16})` \|$", TABLE.read_text(), re.M)
    assert len(rows) >= 6
    for seed, name, turn, index, number in rows:
        assert f"{NamedDraws().number(int(seed), name, int(turn), int(index)):016x}" == number


@pytest.mark.parametrize(("number", "percent", "comes"), [(0, 1, True), (2**64 - 1, 99, False), (2**63, 50, False)])
def test_odds_are_exact_at_their_edges(number: int, percent: int, comes: bool) -> None:
    assert below(number, percent) is comes
    assert below(2**63 - 1, 50)


def test_draws_of_different_names_turns_seeds_and_indexes_differ_and_are_even() -> None:
    draws = NamedDraws()
    numbers = {draws.number(s, n, t, i) for s in (1, 2) for n in "abc" for t in (1, 2) for i in (0, 1)}
    assert len(numbers) == 24
    came = sum(below(draws.number(7, f"name-{n}", 1, 0), 35) for n in range(20_000))
    assert 6600 < came < 7400


def test_a_race_of_weights_has_the_odds_of_the_weights() -> None:
    draws = NamedDraws()
    won = sum(greatest(draws, seed, "a", 1, 3) > greatest(draws, seed, "b", 1, 1) for seed in range(4000))
    assert 2850 < won < 3150


def test_doubles_say_what_they_are_called() -> None:
    assert DOUBLES == {"fixed": FIXED, "least": LEAST, "greatest": GREATEST}
    assert (LEAST.number(1, "a", 1, 0), GREATEST.number(9, "b", 3, 2)) == (0, 2**64 - 1)
    recorded = RecordedDraws({("a", 1): 5})
    assert (recorded.number(1, "a", 1, 0), recorded.number(1, "b", 1, 0)) == (5, 2**63)
    assert key("culiacan/hold~1") == key("culiacan/hold~1") != key("culiacan/hold~2")
