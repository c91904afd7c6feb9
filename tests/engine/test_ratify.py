"""The stage ratify: halves, what comes for sure or instead, inquiries, dissent, words lost, standings, manners."""

from functools import cache
from itertools import pairwise

import pytest
from attrs import evolve

from dosmesas.bots.random import RandomBot
from dosmesas.engine.draws import GREATEST, LEAST, Draws
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.playout import playout
from dosmesas.engine.receipts import ReceiptKind
from dosmesas.engine.state import Point
from dosmesas.lang.parser import parse
from dosmesas.model.arguments import Ratify
from dosmesas.model.rules import Pack, Worldview
from tests.support.debating import (
    flag,
    moved,
    of_turn,
    option_with,
    parley_game,
    reach,
    step,
    through,
    with_values,
)
from tests.support.making import NORDEN, SUDEN, after, change, set_flag, value
from tests.support.small import parley

REST = "lull/rest-boats"
CARRIED, WATERED, BLOCKED = 60_000, 50_000, 40_000
"""What the fishers must stand at for resting the boats to be carried, watered down or blocked."""


def lull(fishers: int, game: Game | None = None, **said: str) -> Transition:
    """The month in which nothing is argued, with the fishers of one mind, and nothing on record before."""
    found = game or parley_game()
    state = with_values(found, reach(found, 3, Point.CHOOSE), fishers=fishers, press=50_000)
    events = tuple((name, turn) for name, turn in state.happened if name in found.pack.events)
    flags = tuple(one.start for one in found.pack.ruleset.flags.values())
    state = evolve(state, flags=flags, happened=events)
    return step(found, state, **said)


@cache
def parley_paths(view: str) -> list[list[Transition]]:
    return [playout(parley_game(view=view), seed, RandomBot(seed).choose) for seed in range(25)]


@pytest.mark.parametrize("view", ["authors", "doubter"])
def test_values_and_flags_are_their_receipts_after_every_turn(view: str) -> None:
    game = parley_game(view=view)
    for path in parley_paths(view):
        values = dict(zip(game.tables.names, path[0].state.values, strict=True))
        flags = dict(zip(game.tables.flags, path[0].state.flags, strict=True))
        for reached in path[1:]:
            for one in reached.receipts:
                if one.moves:
                    values[one.indicator] += one.applied
                elif one.kind is ReceiptKind.FLAG:
                    flags[one.indicator] = bool(one.applied)
            assert tuple(values.values()) == reached.state.values
            assert tuple(flags.values()) == reached.state.flags


def test_it_stands_between_choice_and_what_is_enacted_in_every_turn() -> None:
    seen = set[str]()
    for path in parley_paths("authors"):
        for reached in path:
            stages = [one.stage for one in reached.receipts if one.turn == reached.receipts[0].turn]
            kept = [one for one in ("ratify", "enact", "drift") if one in stages]
            assert [*dict.fromkeys(stages)] == kept
            seen |= {*stages}
    assert seen == {"ratify", "enact", "drift"}


def test_what_is_said_moves_nothing_until_the_turn_is_carried_out() -> None:
    for path in parley_paths("authors"):
        for before, reached in pairwise(path):
            if reached.state.turn == before.state.turn:
                assert len(reached.receipts) == 0
                assert reached.state.values == before.state.values


@pytest.mark.parametrize(
    ("fishers", "stock", "goodwill"),
    [
        (CARRIED, [1_001], [2_000]),
        (56_000, [1_001], [2_000]),
        (55_999, [500], [2_000, 250]),
        (46_000, [500], [2_000, 250]),
        (45_999, [], [-3_000]),
    ],
)
def test_half_of_what_is_watered_down_all_of_what_is_sure_and_instead_what_is_blocked(
    fishers: int, stock: list[int], goodwill: list[int]
) -> None:
    found = of_turn(lull(fishers), 3, "enact")
    assert moved(found, REST, "stock") == stock
    assert moved(found, REST, "goodwill") == goodwill


@pytest.mark.parametrize(("fishers", "lands"), [(CARRIED, 1_001), (WATERED, 500), (BLOCKED, None)])
def test_what_is_delayed_lands_as_much_as_was_let_through(fishers: int, lands: int | None) -> None:
    reached = lull(fishers)
    assert [one.applied for one in of_turn(reached, 4, "brief") if one.by == REST] == (
        [] if lands is None else [lands]
    )


def test_a_delay_of_two_turns_waits_as_a_half() -> None:
    game = parley_game()
    state = with_values(game, reach(game, 1, Point.CHOOSE), fishers=55_000)
    reached = through(game, state)
    pending = [one for one in reached.state.pending if one.by == "haul/share-haul"]
    assert [one.after for one in pending] == ["half:haul/share-haul~1"]
    reached = through(game, reached.state)
    assert [one.applied for one in of_turn(reached, 3, "brief") if one.by == "haul/share-haul"] == [1_500]


def test_what_conduct_schedules_at_the_home_tables_lands() -> None:
    pack = parley()
    later = after("word-broken~1", 1, change("goodwill", "-4"))
    broken = evolve(pack.ruleset.conduct["word-broken"], effects=(later,))
    conduct = {**pack.ruleset.conduct, broken.id: broken}
    game = parley_game(evolve(pack, ruleset=evolve(pack.ruleset, conduct=conduct)))
    words = {(1, Point.WORD, NORDEN): "haul", (1, Point.WORD, SUDEN): "haul"}
    kept = next(one.id for one in pack.events["haul"].seats[NORDEN] if one.id != "haul/share-haul")
    choices = {(1, Point.CHOOSE, NORDEN): kept, (1, Point.CHOOSE, SUDEN): "haul/take-half"}
    reached = through(game, reach(game, 1, Point.CHOOSE, words), choices)
    scheduled = [one.kind for one in of_turn(reached, 1, "ratify") if one.by == "word-broken"]
    assert scheduled == [ReceiptKind.SCHEDULED]
    assert [one.applied for one in of_turn(reached, 2, "brief") if one.by == "word-broken"] == [-4_000]


@pytest.mark.parametrize(("fishers", "goodwill"), [(CARRIED, 3_000), (45_500, 1_500), (40_000, None)])
def test_a_chance_is_drawn_the_same_and_brings_half(fishers: int, goodwill: int | None) -> None:
    for draws, came in ((LEAST, True), (GREATEST, False)):
        found = of_turn(lull(fishers, parley_game(draws=draws)), 3, "enact")
        drawn = [one.applied for one in found if one.kind is ReceiptKind.DRAWN]
        assert drawn == ([] if goodwill is None else [int(came)])
        assert moved(found, "lull/rest-too", "goodwill") == ([goodwill] if came and goodwill else [])


def test_amounts_are_rounded_then_believed_then_halved_each_half_even() -> None:
    """1.001 believed by half is 0.5005, so 0.500; half of it 0.250. 1.501: 0.7505, 0.750; 0.375."""
    for amount, whole, half in (
        ("1.001", 500, 250),
        ("1.501", 750, 375),
        ("1.006", 503, 252),
        ("1.005", 502, 251),
    ):
        pack = option_with(
            parley(), REST, effects=(change("goodwill", amount, "talks-help"),), sure=(), watered=()
        )
        game = parley_game(pack, "doubter")
        assert moved(of_turn(lull(CARRIED, game), 3, "enact"), REST, "goodwill") == [whole]
        assert moved(of_turn(lull(WATERED, game), 3, "enact"), REST, "goodwill") == [half]


@pytest.mark.parametrize(
    ("amount", "half"), [("0.003", []), ("0.015", [2]), ("10.003", [1_500]), ("-10.003", [-1_500])]
)
@pytest.mark.parametrize("form", ["{}", "{} * (stock / stock)"])
def test_belief_comes_before_the_half(amount: str, half: list[int], form: str) -> None:
    """At 30 %: 0.003 is 0.001, and half of it nothing; 10.003 is 3.001, and half of it 1.500."""
    usual = parley().ruleset.worldviews["authors"]
    view = evolve(usual, beliefs={"talks-help": 30})
    pack = option_with(
        parley(), REST, effects=(change("goodwill", form.format(amount), "talks-help"),), sure=(), watered=()
    )
    found = of_turn(lull(WATERED, game_under(pack, view)), 3, "enact")
    assert moved(found, REST, "goodwill") == half


def game_under(pack: Pack, view: Worldview) -> Game:
    return Game(pack, view)


def test_an_amount_that_is_worked_out_is_halved_after_it_was_rounded() -> None:
    game = parley_game()
    state = with_values(game, reach(game, 4, Point.CHOOSE), stock=50_010, fishers=63_000)
    reached = through(game, state)
    # 0.05 x 50.010 is 2.5005, so 2.500; half of it 1.250
    assert moved(of_turn(reached, 4, "enact"), "haul-again/share-again", "goodwill") == [1_250]
    assert flag(game, reached.state, "pact")


def test_counts_and_flags_are_not_halved() -> None:
    game = parley_game()
    plan = {(1, Point.CHOOSE, NORDEN): "haul/keep-haul"}
    state = with_values(game, reach(game, 1, Point.CHOOSE), press=65_000, fishers=50_000)
    reached = through(game, state, plan)
    found = of_turn(reached, 1, "enact")
    assert moved(found, "haul/close-haul", "stock") == [1_500]
    assert moved(found, "haul/close-haul", "boardings") == [1_000]
    pack = option_with(parley(), REST, effects=(set_flag("pact"),))
    assert flag(parley_game(pack), lull(WATERED, parley_game(pack)).state, "pact")
    assert not flag(parley_game(pack), lull(BLOCKED, parley_game(pack)).state, "pact")


def test_what_is_sure_comes_in_full_under_a_doubting_view_too() -> None:
    found = of_turn(lull(WATERED, parley_game(view="doubter")), 3, "enact")
    assert moved(found, REST, "goodwill") == [1_000, 125]


def answering() -> Game:
    event = evolve(parley().events["lull"], ratify=Ratify.ANSWER_FOR)
    return parley_game(evolve(parley(), events={**parley().events, "lull": event}))


@pytest.mark.parametrize(("fishers", "inquiry"), [(45_999, True), (46_000, False)])
def test_what_is_answered_for_comes_in_full_and_opens_an_inquiry_below_forty(
    fishers: int, inquiry: bool
) -> None:
    game = answering()
    reached = lull(fishers, game)
    assert moved(of_turn(reached, 3, "enact"), REST, "stock") == [1_001]
    assert moved(of_turn(reached, 3, "enact"), REST, "goodwill") == [2_000]
    assert flag(game, reached.state, "inquiry_no_minister") is inquiry
    raised = [(one.by, one.stage) for one in reached.receipts if one.indicator == "inquiry_no_minister"]
    assert raised == ([("inquiry", "ratify")] if inquiry else [])
    assert (("inquiry-no-minister", 4) in reached.state.happened) is inquiry
    # The stance counts in this vote; the standing moves by cases alone.
    assert [one for one in reached.receipts if one.indicator == "fishers"] == []


def test_where_the_table_is_asked_before_nothing_is_looked_into() -> None:
    game = parley_game()
    reached = lull(10_000, game)
    assert not flag(game, reached.state, "inquiry_no_minister")
    assert moved(of_turn(reached, 3, "enact"), REST, "stock") == []


def test_who_gives_way_to_a_colleague_does_nothing_and_is_on_record() -> None:
    pack = option_with(parley(), "lull/leave-lull", blocked=(change("goodwill", "-9"),))
    game = parley_game(pack)
    reached = lull(55_000, game, no_minister="lull/mend-nets", no_warden="lull/leave-lull")
    enacted = of_turn(reached, 3, "enact")
    assert moved(enacted, "lull/mend-nets", "stock") == [-1_000]
    assert not [one for one in enacted if one.by == "lull/leave-lull"]
    assert flag(game, reached.state, "dissent_no_warden")
    assert not flag(game, reached.state, "dissent_no_minister")
    assert [one.by for one in of_turn(reached, 3, "ratify") if one.indicator == "dissent_no_warden"] == [
        "gave-way"
    ]


@pytest.mark.parametrize("draws", [LEAST, GREATEST])
def test_a_carried_option_reads_the_world_as_the_table_left_it(draws: Draws) -> None:
    """A broken word costs goodwill in ratify; what is enacted reads it there."""
    pack = option_with(parley(), "haul/take-all", effects=(change("stock", "0.1 * goodwill"),))
    pack = option_with(pack, "haul/take-all", home=(("fishers", parse("40")),))
    game = parley_game(pack, draws=draws)
    state = step(game, reach(game, 1, Point.WORD), su_minister="haul").state
    state = step(game, state, su_minister="haul/take-all").state
    reached = through(game, state)
    ratified = [one.applied for one in of_turn(reached, 1, "ratify") if one.indicator == "goodwill"]
    assert sum(ratified) == -6_000
    assert moved(of_turn(reached, 1, "enact"), "haul/take-all", "stock") == [3_400]


def test_what_is_not_argued_moves_no_standing() -> None:
    reached = lull(CARRIED)
    assert of_turn(reached, 3, "ratify") == []
    assert value(parley_game(), reached.state, "fishers") == CARRIED
