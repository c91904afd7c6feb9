"""Where two games part: the first thing in the order of a turn, with both values."""

from attrs import evolve

from dosmesas.engine.state import Point
from dosmesas.model.rules import Pack
from dosmesas.session.differences import Kind, differences, first_difference
from dosmesas.session.session import Session
from tests.support.making import NORDEN, SUDEN, bulletin, change, event, made, option, rule, set_flag
from tests.support.playing import BOTH, do, finish, start


def pack_of(*, first: str = "+1", drift: str = "0", news: bool = False, **more: object) -> Pack:
    seats = {
        NORDEN: (option("day/act", change("stock", first)), option("day/sign", set_flag("pact"))),
        SUDEN: (option("day/rest"), option("day/read")),
    }
    rules = (rule("tide", change("goodwill", drift)),)
    bulletins = (bulletin("gulls", turn=2),) if news else ()
    return made((event("day", seats, repeats=True),), bulletins=bulletins, rules=rules, turns=2, **more)


def game(pack: Pack, *actions: str) -> Session:
    return do(start(*BOTH, pack=pack), *actions)


ACTS = ("day/act", "day/rest", "day/act", "day/rest")


def test_two_games_alike_do_not_part() -> None:
    assert first_difference(game(pack_of(), *ACTS), game(pack_of(), *ACTS)) is None


def test_a_number_is_told_at_the_stage_in_which_it_parts_with_both_values() -> None:
    first = first_difference(game(pack_of(), *ACTS), game(pack_of(first="+2"), *ACTS))
    assert first is not None
    assert (first.turn, first.stage, first.kind, first.id) == (1, "enact", Kind.INDICATOR, "stock")
    assert (first.saved, first.other, first.more) == (51_000, 52_000, 0)
    later = first_difference(game(pack_of(), *ACTS), game(pack_of(drift="-3"), *ACTS))
    assert later is not None
    assert (later.stage, later.id, later.saved, later.other) == ("drift", "goodwill", 40_000, 37_000)


def test_of_several_numbers_the_one_with_the_widest_gap_is_told_and_the_others_counted() -> None:
    seats = {
        NORDEN: (option("day/act", change("stock", "+1"), change("poaching", "+5")), option("day/no")),
        SUDEN: (option("day/rest"),),
    }
    pack = made((event("day", seats, repeats=True),), turns=1)
    first = first_difference(
        game(pack, "day/act", "day/rest"),
        game(pack, "day/no", "day/rest"),
        (1, Point.CHOOSE, NORDEN),
    )
    assert first is not None
    assert (first.id, first.more) == ("poaching", 1)


def test_the_decision_that_was_changed_is_no_difference_but_any_other_is() -> None:
    mine, theirs = game(pack_of(), *ACTS), game(pack_of(), "day/sign", *ACTS[1:])
    first = first_difference(mine, theirs)
    assert first is not None
    assert (first.kind, first.id, first.saved, first.other) == (Kind.CHOICE, NORDEN, "day/act", "day/sign")
    first = first_difference(mine, theirs, (1, Point.CHOOSE, NORDEN))
    assert first is not None
    assert (first.kind, first.id, first.stage) == (Kind.INDICATOR, "stock", "enact")
    kinds = [one.kind for one in differences(mine, theirs, (1, Point.CHOOSE, NORDEN)) if one.turn == 1]
    assert Kind.FLAG in kinds


def test_a_bulletin_comes_before_what_it_brings() -> None:
    first = first_difference(game(pack_of(), *ACTS), game(pack_of(news=True), *ACTS))
    assert first is not None
    assert (first.turn, first.kind, first.id, first.saved, first.other) == (
        2,
        Kind.BULLETIN,
        "gulls",
        False,
        True,
    )


def test_a_game_that_is_over_earlier_parts_there() -> None:
    short = evolve(pack_of(), turns=1)
    first = first_difference(game(short, *ACTS[:2]), game(pack_of(), *ACTS))
    assert first is not None
    assert (first.turn, first.kind, first.saved, first.other) == (2, Kind.LENGTH, True, False)


def test_what_is_hidden_is_passed_over() -> None:
    mine, theirs = game(pack_of(), *ACTS), game(pack_of(first="+2"), *ACTS)
    assert first_difference(mine, theirs, hidden=frozenset({"stock"})) is None


def test_the_outlook_is_compared_too() -> None:
    late = rule("late", change("goodwill", "-1"), condition="turn > 5")
    pack = pack_of()
    other = evolve(pack, ruleset=evolve(pack.ruleset, rules={**pack.ruleset.rules, "late": late}))
    first = first_difference(finish(game(pack, *ACTS)), finish(game(other, *ACTS)))
    assert first is not None
    assert (first.turn, first.stage, first.id) == (6, "drift", "goodwill")
