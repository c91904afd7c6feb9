"""What an option would move, as far as its seat may know: sizes, odds, delays, and no hidden thing."""

from dosmesas.model.effects import Effect
from dosmesas.session.forecast import moves_of
from dosmesas.session.views import table_view
from tests.support.making import NORDEN, SUDEN, after, chance, change, set_flag, when
from tests.support.playing import BOTH, one_day, secretive, start
from tests.support.small import harbour


def told(*effects: Effect, seat: str = NORDEN, view: str = "authors", language: str = "en") -> list[str]:
    """The forecast of effects at the start of harbour's game."""
    return [move.text for move in moves_of(start(*BOTH, view=view), effects, seat, language)]


def test_sizes_are_told_with_their_sign() -> None:
    assert told(change("stock", "-1.5"), change("goodwill", "+3")) == ["Stock -1.5", "Goodwill +3"]


def test_an_amount_that_depends_on_the_world_is_told_as_it_would_be_now() -> None:
    assert told(change("stock", "0.1 * goodwill")) == ["Stock +4"]


def test_delays_are_told_in_turns() -> None:
    assert told(after("x~1", 1, change("stock", "+1")), after("x~2", 3, change("stock", "+2"))) == [
        "next turn: Stock +1",
        "in 3 turns: Stock +2",
    ]


def test_odds_are_told_for_both_ways_and_what_comes_together_is_told_together() -> None:
    risk = chance(
        "x~1",
        35,
        change("stock", "-4"),
        change("goodwill", "-3"),
        otherwise=(change("goodwill", "+6"),),
    )
    assert told(risk) == ["35 in 100: Stock -4, Goodwill -3", "65 in 100: Goodwill +6"]
    assert told(risk, language="es") == ["35 de 100: Stock -4, Goodwill -3", "65 de 100: Goodwill +6"]


def test_chances_and_delays_are_told_inside_each_other() -> None:
    assert told(after("x~1", 2, chance("x~2", 50, change("stock", "-4")))) == [
        "in 2 turns: 50 in 100: Stock -4"
    ]


def test_flags_begin_and_end_and_are_left_out_where_nothing_would_change() -> None:
    assert told(set_flag("pact"), set_flag("informer", to=False), set_flag("pact", to=False)) == [
        "begins: a fishing pact",
        "ends: an informer",
    ]


def test_a_condition_that_is_seen_is_told_by_the_way_it_would_go() -> None:
    condition = when("goodwill >= 40", change("stock", "+1"), otherwise=(change("stock", "-1"),))
    assert told(condition) == ["Stock +1"]


def test_belief_halves_what_is_told_as_it_halves_what_comes() -> None:
    assert told(change("stock", "+4", "fish-come-back")) == []
    assert told(change("stock", "+3"), change("stock", "+4", "fish-come-back"), view="doubter") == [
        "Stock +1.5",
        "Stock +4",
    ]


def test_hidden_numbers_flags_amounts_and_conditions_are_left_out_for_one_and_told_to_the_other() -> None:
    effects = (
        change("poaching", "+2"),
        change("stock", "0.1 * poaching"),
        when("poaching > 1", change("goodwill", "+9")),
        after("x~1", 1, change("poaching", "+1")),
        chance("x~2", 50, change("poaching", "+1"), otherwise=(change("stock", "-1"),)),
        set_flag("informer", to=False),
        when("informer", change("goodwill", "+7")),
    )
    assert told(*effects) == ["50 in 100: Stock -1", "ends: an informer", "Goodwill +7"]
    assert told(*effects, seat=SUDEN) == [
        "Poaching +2",
        "Stock +3",
        "Goodwill +9",
        "next turn: Poaching +1",
        "50 in 100: Poaching +1",
        "50 in 100: Stock -1",
    ]


def test_the_forecast_of_an_option_is_that_of_its_effects() -> None:
    sign, refuse, _ = table_view(start(NORDEN), NORDEN, "en").options
    assert [move.text for move in sign.moves] == ["Goodwill +3", "in 2 turns: Stock +4"]
    assert [move.text for move in refuse.moves] == [
        "Stock -2",
        "50 in 100: Goodwill -10",
        "50 in 100: Goodwill -1",
    ]


def test_no_name_of_a_hidden_thing_is_on_the_table_of_a_seat_that_may_not_see_it() -> None:
    session = start(*BOTH, pack=secretive())
    assert "oaching" not in repr(table_view(session, NORDEN, "en"))
    assert "informer" not in repr(table_view(session, SUDEN, "en"))


def test_the_forecast_of_a_certain_option_comes_true() -> None:
    pack = one_day(change("goodwill", "+3"), change("stock", "0.05 * goodwill"), turns=1)
    session = start(NORDEN, pack=pack)
    (option,) = table_view(session, NORDEN, "en").options
    expected = {move.target: move.amount for move in option.moves}
    session.decide(NORDEN, "day/act")
    came = {one.indicator: one.applied for one in session.receipts if one.by == "day/act" and one.turn == 1}
    assert came == expected == {"goodwill": 3000, "stock": 2000}
    assert harbour().ruleset.indicators["stock"].max_step == 5000
