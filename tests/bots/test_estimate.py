"""What effects are worth to a mandate, summed by hand."""

import pytest
from attrs import evolve

from dosmesas.bots.estimate import Estimator, visible_scene, worth
from dosmesas.engine.state import Decision, Point
from dosmesas.model.effects import Effect
from tests.support.making import (
    NORDEN,
    SUDEN,
    after,
    chance,
    change,
    game_of,
    regatta,
    scene,
    set_flag,
    state,
    when,
)
from tests.support.small import game, harbour


def expected(*effects: Effect, view: str = "authors", **numbers: int) -> dict[str, int]:
    """The expected changes of effects."""
    estimator = Estimator(harbour(), harbour().ruleset.beliefs(harbour().ruleset.worldviews[view]))
    return estimator.deltas(effects, scene(**numbers))


def test_changes_are_added_up_whenever_they_land() -> None:
    assert expected(
        change("stock", "-1.5"), after("x~1", 3, change("stock", "+4")), change("goodwill", "+1")
    ) == {"stock": 2500, "goodwill": 1000}


def test_a_chance_counts_by_its_odds_on_both_sides() -> None:
    risk = chance("x~1", 30, change("goodwill", "-10"), otherwise=(change("goodwill", "+1"),))
    assert expected(risk) == {"goodwill": -3000 + 700}


def test_chances_within_chances_multiply() -> None:
    assert expected(chance("x~1", 50, chance("x~2", 40, change("stock", "+10")))) == {"stock": 2000}


@pytest.mark.parametrize(("poaching", "stock"), [(30_000, 3000), (10_000, -1000)])
def test_a_condition_counts_as_it_stands_now(poaching: int, stock: int) -> None:
    effect = when("poaching > 20", change("stock", "0.1 * poaching"), otherwise=(change("stock", "-1"),))
    assert expected(effect, poaching=poaching) == {"stock": stock}


def test_belief_scales_what_is_expected() -> None:
    effects = change("stock", "+4", "fish-come-back"), change("goodwill", "+4")
    assert expected(*effects)["stock"] == 0
    assert expected(*effects, view="doubter") == {"stock": 4000, "goodwill": 2000}


def test_a_flag_is_worth_what_the_rules_do_differently_over_eight_months() -> None:
    assert expected(set_flag("pact")) == {"stock": 8 * 2000}
    assert expected(set_flag("pact", to=False), pact=1) == {"stock": -8 * 2000}
    assert expected(chance("x~1", 25, set_flag("pact"))) == {"stock": 2 * 2000}


def test_a_flag_that_already_stands_or_that_no_rule_reads_is_worth_nothing() -> None:
    assert expected(set_flag("pact"), pact=1) == {}
    assert expected(set_flag("informer", to=False)) == {}


def test_worth_is_in_points_of_the_mandate_without_a_cap() -> None:
    norden, suden = (harbour().ruleset.offices[seat].goals for seat in (NORDEN, SUDEN))
    assert worth(norden, {"stock": 3000, "goodwill": -2000}) == 6000 - 2000
    assert worth(norden, {"stock": 60_000}) == 120_000
    assert worth(suden, {"stock": 3000, "poaching": -4000}) == -5000 + 5000
    assert worth(norden, {"poaching": 9000}) == 0


def test_what_a_seat_does_not_see_stands_as_the_game_began() -> None:
    hidden = state(event="talks", values=(10_000, 99_000, 20_000), flags=(False, True))
    info = game().information_state(hidden, NORDEN)
    known = visible_scene(harbour(), info)
    assert [known.value(name) for name in ("goodwill", "poaching", "stock", "informer", "pact", "turn")] == [
        10_000,
        30_000,
        20_000,
        0,
        1,
        1000,
    ]
    assert visible_scene(harbour(), game().information_state(hidden, SUDEN)).value("informer") == 1


def test_a_seat_knows_the_choices_that_were_revealed() -> None:
    contest = game_of(regatta())
    decisions = (
        Decision(1, Point.WORD, NORDEN, "course"),
        Decision(1, Point.CHOOSE, SUDEN, "start/sail-alone"),
    )
    later = evolve(contest.new_initial_state(7), decisions=decisions)
    known = visible_scene(regatta(), contest.information_state(later, NORDEN))
    assert known.chose("sail-alone")
    assert not known.chose("course")
    assert known.happened("start")
