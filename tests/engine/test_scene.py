"""What conditions read: values, flags, the turn, and the history."""

from dosmesas.engine.scene import scene_of
from dosmesas.engine.state import Decision, Point
from tests.support.making import NORDEN, SUDEN, game_of, played, regatta, state
from tests.support.small import game

INDICATORS, FLAGS = ("goodwill", "poaching", "stock"), ("informer", "pact")


def test_a_scene_names_every_indicator_flag_and_the_turn() -> None:
    found = scene_of(state(turn=3), INDICATORS, FLAGS)
    assert {name: found.value(name) for name in (*INDICATORS, *FLAGS, "turn")} == {
        "goodwill": 40_000,
        "poaching": 30_000,
        "stock": 50_000,
        "informer": 1,
        "pact": 0,
        "turn": 3000,
    }


def test_a_choice_is_known_by_its_long_and_its_short_id_and_a_word_is_no_choice() -> None:
    decisions = (
        Decision(1, Point.WORD, NORDEN, "quota"),
        Decision(1, Point.CHOOSE, NORDEN, "talks/sign"),
    )
    found = scene_of(state(decisions=decisions), INDICATORS, FLAGS)
    assert found.chose("talks/sign")
    assert found.chose("sign")
    assert not found.chose("quota")
    assert not found.chose("agree")


def test_events_and_bulletins_have_happened_once_they_came() -> None:
    found = scene_of(state(happened=(("whales", 1), ("talks", 1))), INDICATORS, FLAGS)
    assert found.happened("whales")
    assert found.happened("talks")
    assert not found.happened("storm")


def test_a_choice_of_this_turn_is_known_when_its_effects_are_carried_out() -> None:
    path = played(
        game(),
        7,
        {NORDEN: "silent", SUDEN: "silent"},
        {NORDEN: "talks/sign", SUDEN: "talks/delay"},
    )
    delay = [one for one in path[-1].receipts if one.by == "talks/delay"]
    assert [(one.indicator, one.applied) for one in delay] == [("goodwill", -2000)]


def test_a_pack_starts_where_its_own_start_values_say() -> None:
    contest = game_of(regatta())
    assert contest.tables.scene(contest.new_initial_state(7)).value("goodwill") == 60_000
