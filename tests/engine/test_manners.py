"""What a debate leaves behind when the home table has spoken: standings by the case, trust by its manner."""

import pytest
from attrs import evolve

from dosmesas.engine.game import Game, Transition
from dosmesas.engine.state import Point
from dosmesas.engine.turn import judged
from tests.support.debating import WARDEN, moved, of_turn, parley_game, reach, step, through
from tests.support.making import NORDEN, SUDEN
from tests.support.small import parley


def debated(*cases: tuple[str, str], **said: str) -> Transition:
    """The first turn with these cases; then what is said is taken where it is legal."""
    game = parley_game()
    state = reach(game, 1, Point.CASE, {(1, Point.CHOOSE, WARDEN): "haul/watch-haul"})
    reached = step(game, state, **dict(cases))
    while reached.state.turn == 1:
        legal = {seat: game.legal_actions(reached.state, seat) for seat in game.to_move(reached.state)}
        given = {seat: one for seat, one in said.items() if one in legal.get(seat.replace("_", "."), ())}
        reached = step(game, reached.state, **given)
    return reached


def manners(reached: Transition) -> list[str]:
    return [one.by for one in of_turn(reached, 1, "ratify") if one.by in {"blamed", "credited", "conceded"}]


@pytest.mark.parametrize(
    ("cases", "said", "rules"),
    [
        ({}, {}, []),
        ({"no_minister": "a-pact-holds"}, {}, []),
        ({"no_minister": "haul-counted"}, {}, ["blamed"]),
        ({"no_minister": "haul-agreed"}, {}, ["credited"]),
        ({"no_minister": "haul-agreed+haul-counted"}, {}, ["blamed", "credited"]),
        ({"no_minister": "haul-counted", "su_minister": "haul-counted"}, {}, ["blamed", "blamed"]),
        (
            {"no_minister": "haul-counted"},
            {"su_minister": "haul-was-small", "no_minister": "concede:haul-counted"},
            ["conceded"],
        ),
        (
            {"no_minister": "haul-agreed+haul-counted"},
            {"su_minister": "haul-was-small", "no_minister": "concede:haul-counted"},
            ["credited", "conceded"],
        ),
    ],
)
def test_blame_credit_and_conceding_count_once_a_side(
    cases: dict[str, str], said: dict[str, str], rules: list[str]
) -> None:
    reached = debated(*cases.items(), **said)
    assert manners(reached) == rules
    costs = {"blamed": -2_000, "credited": 1_000, "conceded": 1_000}
    for rule, cost in costs.items():
        assert moved(of_turn(reached, 1, "ratify"), rule, "goodwill") == [cost] * rules.count(rule)


def toned(**tones: str) -> Game:
    """Parley in which some cards of the bank have a tone."""
    pack = parley()
    lines = {
        name: evolve(
            line, cards=tuple(evolve(one, tone=tones.get(one.id.replace("-", "_"))) for one in line.cards)
        )
        for name, line in pack.ruleset.bank.lines.items()
    }
    events = {
        name: evolve(
            one, cards=tuple(evolve(card, tone=tones.get(card.id.replace("-", "_"))) for card in one.cards)
        )
        for name, one in pack.events.items()
    }
    bank = evolve(pack.ruleset.bank, lines=lines)
    return parley_game(evolve(pack, events=events, ruleset=evolve(pack.ruleset, bank=bank)))


@pytest.mark.parametrize(
    ("tones", "rules"),
    [
        ({"talks_open_doors": "blame", "counts_are_shared_now": "blame"}, ["blamed"]),
        ({"counts_are_shared_now": "credit"}, ["credited"]),
        ({"talk_is_cheap": "blame"}, ["blamed"]),
        ({"talks_open_doors": "blame", "talk_is_cheap": "blame"}, ["blamed", "blamed"]),
        ({"haul_forgotten": "blame"}, []),
    ],
)
def test_a_reply_counts_with_its_case_and_a_rebuttal_for_who_played_it(
    tones: dict[str, str], rules: list[str]
) -> None:
    game = toned(**tones)
    plan = {
        (1, Point.CASE, NORDEN): "talks-open-doors",
        (1, Point.REBUT, SUDEN): "talk-is-cheap",
        (1, Point.REPLY, NORDEN): "reply:counts-are-shared-now",
    }
    reached = step(game, reach(game, 1, Point.REPLY, plan), plan)
    assert manners(reached) == rules


def test_the_floor_blames_nobody() -> None:
    game = toned(boats_are_lost="blame")
    state = reach(game, 1, Point.CASE)
    assert judged(game.tables, state)[0][WARDEN].against == ("boats-are-lost",)
    reached = through(game, state)
    assert manners(reached) == []


def test_a_case_moves_its_audiences_by_ten_points_a_strength_above_par_in_whole_points() -> None:
    """Nobody speaks: 10 x (0.18 - 0.35) is -1.7, so -2; of the press 10 x (0.02 - 0.3), so -3."""
    found = of_turn(debated(), 1, "ratify")
    # of the ministers of Norden and Suden and of the warden: 10 x (0.018 - 0.35) is -3.32
    assert moved(found, "case-made", "fishers") == [-2_000, -3_000, -2_000]
    assert moved(found, "case-made", "press") == [-3_000]


@pytest.mark.parametrize(
    ("par", "points"),
    [
        (30, [2_000, 2_000]),
        (80, [1_000, -1_000, 1_000]),
        (130, [-1_000]),
        (230, [-2_000]),
        (231, [-1_000, -2_000, -1_000]),
        (330, [-2_000, -3_000, -2_000]),
    ],
)
def test_half_points_go_to_the_even_side_and_nothing_is_no_receipt(par: int, points: list[int]) -> None:
    """Nobody speaks: the ministers stand at 0.18, the warden, whom the floor answers, at 0.018."""
    pack = parley()
    doubters = pack.ruleset.bank.doubters
    bank = evolve(pack.ruleset.bank, doubters={**doubters, "fishers": evolve(doubters["fishers"], par=par)})
    game = parley_game(evolve(pack, ruleset=evolve(pack.ruleset, bank=bank)))
    reached = through(game, reach(game, 1, Point.CASE))
    assert moved(of_turn(reached, 1), "case-made", "fishers") == points
