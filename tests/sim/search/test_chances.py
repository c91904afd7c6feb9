"""Every outcome of chance is tried once, with its exact odds."""

from collections import Counter
from fractions import Fraction

import pytest

from dosmesas.engine.agenda import next_bulletins
from dosmesas.engine.draws import NamedDraws
from dosmesas.engine.tables import Tables
from dosmesas.model.rules import Pack
from dosmesas.sim.search.chances import Answer, ScriptedDraws, outcomes
from dosmesas.sim.search.races import news_weight
from tests.sim.search.packs import agenda
from tests.support.making import after, bulletin, chance, change, event, made, option

GAMES = 3000


def opened(pack: Pack, turn: int) -> dict[tuple[str, ...], Fraction]:
    """What comes before a turn, with its odds: bulletins, and at last the event."""
    draws = ScriptedDraws.of(pack)
    tables = Tables(pack, pack.ruleset.worldviews["authors"], draws)
    from dosmesas.engine.turn import open_turn

    values = tuple(one.start for one in pack.ruleset.indicators.values())
    flags = tuple(flag.start for flag in pack.ruleset.flags.values())
    found: dict[tuple[str, ...], Fraction] = {}
    for weight, _, state in list(
        outcomes(draws, lambda: open_turn(tables, 0, turn, values, flags, (), (), (), []).state)
    ):
        came = tuple(name for name, _ in state.happened)
        assert came not in found, "each outcome comes once"
        found[came] = weight
    return found


def test_a_race_is_won_by_weight() -> None:
    won = opened(agenda(), 1)
    assert won == {("a",): Fraction(1, 8), ("b",): Fraction(3, 8), ("c",): Fraction(1, 2)}


def test_of_five_certain_bulletins_each_is_left_out_alike() -> None:
    pack = made((event("calm", repeats=True),), bulletins=tuple(bulletin(f"n{one}") for one in range(5)))
    found = opened(pack, 1)
    assert set(found.values()) == {Fraction(1, 5)}
    assert len(found) == 5
    assert all(len(came) == 4 + 1 for came in found)


def test_bulletins_of_unlike_chances_come_as_often_as_in_the_engine() -> None:
    pack = agenda()
    found = Counter[tuple[str, ...]]()
    for came, weight in opened(pack, 2).items():
        found[came[:-1]] += weight  # type: ignore[assignment] # a counter of fractions
    assert sum(found.values()) == 1
    assert {len(came) for came in found} == {3, 4}
    tables = Tables(pack, pack.ruleset.worldviews["authors"], NamedDraws())
    counted = Counter(
        tuple(one.id for one in next_bulletins(tables, ((), (), (), 2), seed, ())) for seed in range(GAMES)
    )
    assert counted.keys() <= found.keys()
    for came, odds in found.items():
        assert abs(counted[came] / GAMES - odds) <= 4 * float(odds * (1 - odds) / GAMES) ** 0.5, came


@pytest.mark.parametrize(
    ("came", "left", "odds"),
    [
        ((100,), (), Fraction(1)),
        ((50,), (20,), Fraction(40, 100)),
        ((), (100,), Fraction(0)),
        # Four that are certain and one that comes in half of all games, then with a draw in the lower half:
        # it is left out unless all four others draw above it.
        ((100,) * 4, (50,), 1 - Fraction(1, 2) * (1 - Fraction(31, 80))),
    ],
)
def test_odds_of_bulletins_reckoned_by_hand(
    came: tuple[int, ...], left: tuple[int, ...], odds: Fraction
) -> None:
    if len(came) < 4:
        assert news_weight(came, left) == odds
    else:
        # The fifth is shut out where it is below all four: the mean of (1 - x)**4 over x in 0 to 1/2, of halves.
        assert news_weight(came, left) == Fraction(1, 2) + Fraction(31, 160) == odds


def test_the_same_draw_gives_the_same_answer_and_others_go_their_own_way() -> None:
    twice = after("first/go~2", 1, chance("first/go~1", 30, change("stock", "+1")))
    seats = {"no.minister": (option("first/go", twice, twice),), "su.minister": (option("first/wait"),)}
    pack = made((event("first", seats, turn=1), event("calm", repeats=True)))
    draws = ScriptedDraws.of(pack)
    results = list(outcomes(draws, lambda: [draws.number(0, "first/go~1", turn, 0) for turn in (2, 2, 3)]))
    assert all(first == second for _, _, (first, second, _) in results)
    assert {weight for weight, _, _ in results} == {Fraction(n, 100) for n in (9, 21, 49)}
    assert sum(weight for weight, _, _ in results) == 1
    yes = Answer("chance", "first/go~1", ("yes",))
    assert (yes, yes) in {answers for _, answers, _ in results}


def test_a_few_outcomes_let_each_chance_go_either_way_before_any_two_turn_together() -> None:
    pack = made((event("calm", repeats=True),), bulletins=(bulletin("n"),))
    draws = ScriptedDraws.of(pack)
    draws = ScriptedDraws({f"c{n}": 50 for n in range(4)}, {f"c{n}": "chance" for n in range(4)})
    run = [
        [one.came[0] for one in answers].count("no")
        for _, answers, _ in outcomes(draws, lambda: [draws.number(0, f"c{n}", 1, 0) for n in range(4)], 5)
    ]
    assert run == [0, 1, 1, 1, 1]
