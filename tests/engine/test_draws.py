"""Chance by name: published vectors, exact odds in integers, doubles for tests."""

import hashlib
import re
from pathlib import Path

import pytest

from dosmesas.engine.draws import (
    DOUBLES,
    FIXED,
    GREATEST,
    LEAST,
    NamedDraws,
    RecordedDraws,
    below,
    greatest,
    key,
    mix,
)

TABLE = Path(__file__).parents[2] / "docs" / "draws.md"
ROWS = re.compile(r"^\| (\d+) \| `(.+?)` \| (\d+) \| (\d+) \| `([0-9a-f]{16})` \|$", re.MULTILINE)
TOP = 2**64 - 1


def test_mix_is_splitmix64() -> None:
    gamma, state, got = 0x9E3779B97F4A7C15, 1234567, []
    for _ in range(3):
        got.append(mix(state))
        state = (state + gamma) % 2**64
    assert got == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_the_published_vectors_hold() -> None:
    rows = ROWS.findall(TABLE.read_text(encoding="utf-8"))
    assert len(rows) >= 6
    for seed, name, turn, index, number in rows:
        assert f"{NamedDraws().number(int(seed), name, int(turn), int(index)):016x}" == number


def test_the_lines_of_python_in_the_docs_compute_the_whole_table() -> None:
    page = TABLE.read_text(encoding="utf-8")
    code = "\n".join(line[4:] for line in page.splitlines() if line.startswith("    ") or not line)
    assert "def mix" in code
    for seed, name, turn, index, number in ROWS.findall(page):
        names = {
            "hashlib": hashlib,
            "seed": int(seed),
            "name": name,
            "turn": int(turn),
            "index": int(index),
        }
        exec(compile(code, "docs/draws.md", "exec"), names)
        assert f"{names['number']:016x}" == number


@pytest.mark.parametrize(
    ("number", "percent", "comes"),
    [
        (0, 0, False),
        (TOP, 0, False),
        (0, 1, True),
        (TOP // 100, 1, True),
        (TOP // 100 + 1, 1, False),
        (2**63 - 1, 50, True),
        (2**63, 50, False),
        (2**64 * 99 // 100, 99, True),
        (2**64 * 99 // 100 + 1, 99, False),
        (TOP, 99, False),
        (0, 100, True),
        (TOP, 100, True),
    ],
)
def test_odds_are_exact_at_their_edges(number: int, percent: int, comes: object) -> None:
    assert below(number, percent) is comes


@pytest.mark.parametrize("percent", [1, 10, 35, 50, 90, 99])
def test_over_many_names_a_chance_comes_about_as_often_as_it_says(percent: int) -> None:
    draws, times = NamedDraws(), 20_000
    came = sum(below(draws.number(7, f"name-{number}", 1, 0), percent) for number in range(times))
    assert abs(came * 100 / times - percent) < 2


def test_every_bit_of_a_draw_is_set_in_about_half_of_the_names() -> None:
    draws, times = NamedDraws(), 20_000
    numbers = [draws.number(7, f"name-{number}", 1, 0) for number in range(times)]
    for bit in range(64):
        assert 0.47 < sum(number >> bit & 1 for number in numbers) / times < 0.53


def test_neighbouring_seeds_turns_and_indices_are_not_alike() -> None:
    draws = NamedDraws()
    for near in ((8, 1, 0), (7, 2, 0), (7, 1, 1)):
        differing = [
            (draws.number(7, f"n{n}", 1, 0) ^ draws.number(near[0], f"n{n}", near[1], near[2])).bit_count()
            for n in range(500)
        ]
        assert 30 < sum(differing) / len(differing) < 34


def test_a_draw_does_not_depend_on_what_was_drawn_before() -> None:
    draws = NamedDraws()
    first = draws.number(7, "storm", 2, 0)
    for index in range(100):
        draws.number(7, "other", 2, index)
    assert draws.number(7, "storm", 2, 0) == first


def test_greatest_is_the_best_of_so_many_draws_of_one_name() -> None:
    draws = NamedDraws()
    each = [draws.number(7, "agenda:storm", 2, index) for index in range(10)]
    best = [greatest(draws, 7, "agenda:storm", 2, times) for times in (1, 3, 10)]
    assert best == [each[0], max(each[:3]), max(each)]


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
    assert RecordedDraws({}, NamedDraws()).number(7, "a", 1, 0) == NamedDraws().number(7, "a", 1, 0)
    assert recorded.number(1, "a", 2, 0) == FIXED.value
    assert (recorded.number(1, "a", 1, 0), recorded.number(1, "b", 1, 0)) == (5, 2**63)
    assert key("culiacan/hold~1") == key("culiacan/hold~1") != key("culiacan/hold~2")
