"""What holds in every game: exact sums, the same seed the same game, and draws that stay where they were."""

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dosmesas.bots.random import RandomBot
from dosmesas.engine.draws import NamedDraws
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.observe import InformationState
from dosmesas.engine.playout import playout
from dosmesas.engine.receipts import Receipt, ReceiptKind
from tests.engine.test_game import PACKS, contest
from tests.support.making import NORDEN, SUDEN, game_of, regatta

SEEDS = st.integers(0, 2**63 - 1)
RELAXED = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def receipts_of(path: list[Transition]) -> list[Receipt]:
    """All receipts of a game."""
    return [one for transition in path for one in transition.receipts]


def check_sums(found: Game, path: list[Transition]) -> None:
    """Every turn of a game, from the receipts alone."""
    values = dict(zip(found.tables.names, (one.start for one in found.tables.indicators), strict=True))
    turns: dict[int, list[Receipt]] = {}
    for receipt in receipts_of(path):
        turns.setdefault(receipt.turn, []).append(receipt)
    ends = {one.state.turn: one.state.opened for one in path if one.state.turn > 1}
    for turn in range(1, path[-1].state.turn + 1):
        opened = dict(values)
        for receipt in turns.get(turn, ()):
            if receipt.moves:
                values[receipt.indicator] += receipt.applied
        for one in found.tables.indicators:
            assert one.low <= values[one.id] <= one.high
            assert one.max_step is None or abs(values[one.id] - opened[one.id]) <= one.max_step
        if turn + 1 in ends:
            assert tuple(values[name] for name in found.tables.names) == ends[turn + 1]
    assert tuple(values[name] for name in found.tables.names) == path[-1].state.values


@pytest.mark.parametrize("name", PACKS)
@given(seed=SEEDS, bot=SEEDS)
@RELAXED
def test_start_and_receipts_sum_exactly_to_the_end_of_every_turn(name: str, seed: int, bot: int) -> None:
    check_sums(contest(name), playout(contest(name), seed, RandomBot(bot).choose))


@given(seed=SEEDS, view=st.sampled_from(["authors", "doubter"]))
@RELAXED
def test_sums_are_exact_under_every_view(seed: int, view: str) -> None:
    found = game_of(regatta(), view)
    check_sums(found, playout(found, seed, RandomBot(seed).choose))


@pytest.mark.parametrize("name", PACKS)
@given(seed=SEEDS)
@RELAXED
def test_the_same_seed_gives_the_same_game(name: str, seed: int) -> None:
    first, second = (playout(contest(name), seed, RandomBot(seed).choose) for _ in range(2))
    assert first == second
    assert first[-1].state.digest() == second[-1].state.digest()


def draws_of(path: list[Transition]) -> dict[tuple[str, int, str], set[int]]:
    """What chances came to: by owner, turn and the place where it was first set going."""
    receipts = {one.id: one for one in receipts_of(path)}
    found: dict[tuple[str, int, str], set[int]] = {}
    for one in receipts.values():
        if one.kind is ReceiptKind.DRAWN:
            chain, at = [], one
            while at.cause:
                at = receipts[at.cause]
                chain.append(f"{at.kind}@{at.turn}")
            found.setdefault((one.by, one.turn, "<".join(chain)), set()).add(one.applied)
    return found


@given(seed=SEEDS, bot=SEEDS, turn=st.integers(1, 4), seat=st.sampled_from([NORDEN, SUDEN]))
@RELAXED
def test_changing_one_decision_changes_no_draw_that_both_games_have(
    seed: int, bot: int, turn: int, seat: str
) -> None:
    usual = RandomBot(bot)

    def otherwise(info: InformationState) -> str:
        action = usual.choose(info)
        if (info.turn, info.seat) != (turn, seat):
            return action
        return info.legal[(info.legal.index(action) + 1) % len(info.legal)]

    found = game_of(regatta())
    first, second = playout(found, seed, usual.choose), playout(found, seed, otherwise)
    mine, theirs = draws_of(first), draws_of(second)
    for name in mine.keys() & theirs.keys():
        assert mine[name] == theirs[name]


class Listening:
    """Named draws that remember every draw asked for."""

    def __init__(self) -> None:
        self.asked: dict[tuple[str, int, int], int] = {}

    def number(self, seed: int, name: str, turn: int, index: int) -> int:
        number = NamedDraws().number(seed, name, turn, index)
        self.asked[name, turn, index] = number
        return number


@pytest.mark.parametrize("name", PACKS)
def test_every_draw_asked_for_in_two_games_of_a_seed_has_one_number(name: str) -> None:
    asked = []
    for bot in range(4):
        listening = Listening()
        found = game_of(contest(name).pack, draws=listening)
        playout(found, 7, RandomBot(bot).choose)
        asked.append(listening.asked)
    common = set.intersection(*(set(one) for one in asked))
    assert common
    assert all(len({one[draw] for one in asked}) == 1 for draw in common)
    assert not any(draw.startswith("bot:") for one in asked for draw, _, _ in one)


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_files_and_keys_changes_no_value_of_a_game(seed: int) -> None:
    pack = regatta()
    rules = evolve(pack.ruleset, rules=dict(reversed(pack.ruleset.rules.items())))
    turned = evolve(
        pack,
        ruleset=rules,
        events=dict(reversed(pack.events.items())),
        bulletins=dict(reversed(pack.bulletins.items())),
        seats=pack.seats[::-1],
    )
    there, back = (playout(game_of(one), seed, RandomBot(seed).choose) for one in (pack, turned))
    assert [one.state.values for one in there] == [one.state.values for one in back]
    assert [one.state.event for one in there] == [one.state.event for one in back]
    assert there[-1].state.ending == back[-1].state.ending
    for first, second in zip(there, back, strict=True):
        assert sorted((one.by, one.indicator, one.applied, one.stage) for one in first.receipts) == sorted(
            (one.by, one.indicator, one.applied, one.stage) for one in second.receipts
        )
