"""Games follow those that came where few come, in proportion, and the shortest of them."""

from collections import Counter

from dosmesas.testing.fuzz.guide import Guide
from dosmesas.testing.fuzz.replay import Replay


def at(length: int, seed: int = 0) -> Replay:
    return Replay("authors", seed, ({"a": "x/y"},) * length)


def test_a_place_reached_once_is_followed_as_often_as_its_rarity_says() -> None:
    guide = Guide(1)
    for number in range(40):
        guide.note(at(2, number), ["common"])
    guide.note(at(3, 99), ["rare"])
    led = Counter(lead.seed == 99 for number in range(3000) if (lead := guide.lead(number)))
    assert 0.95 < led[True] / sum(led.values()) < 0.995


def test_some_games_begin_anew() -> None:
    guide = Guide(1)
    guide.note(at(1), ["place"])
    fresh = sum(guide.lead(number) is None for number in range(1000))
    assert 200 < fresh < 400


def test_without_any_game_all_begin_anew() -> None:
    assert Guide(1).lead(0) is None


def test_of_a_place_the_shortest_games_are_kept() -> None:
    guide = Guide(1)
    for length in (9, 3, 8, 1, 7, 2, 6):
        guide.note(at(length), ["place"])
    assert [len(one.plays) for _, one in guide.leads["place"]] == [1, 2, 3, 6]


def test_another_seed_leads_elsewhere() -> None:
    def led(seed: int) -> list[int]:
        guide = Guide(seed)
        for number in range(9):
            guide.note(at(1, number), [f"place{number}"])
        return [lead.seed if (lead := guide.lead(number)) else -1 for number in range(50)]

    assert led(1) == led(1) != led(2)
