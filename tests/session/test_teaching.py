"""What a pack teaches, and where a player's game stood: with the article, its opponents, both or neither."""

import pytest
from attrs import evolve

from dosmesas.model.effects import Effect, SetFlag
from dosmesas.model.rules import Pack, Teaching
from dosmesas.session.teaching import Side, Stood, stood
from dosmesas.session.tell_teaching import standing_lines, teaching_parts
from dosmesas.text.catalog import say
from dosmesas.text.local import plain
from dosmesas.text.span import NOWHERE
from tests.support.debating import WARDEN
from tests.support.making import (
    NORDEN,
    SUDEN,
    after,
    chance,
    change,
    deal,
    event,
    made,
    option,
    when,
)
from tests.support.playing import BOTH, do, finish, one_day, start
from tests.support.small import harbour, parley

TALKS, FISH = "talks-help", "fish-come-back"
TEACHING = Teaching(
    ("pact-saves-stock",),
    plain("The note holds that talks save the stock."),
    (FISH,),
    plain("Against this stands that fish come back."),
)


def teaching(pack: Pack) -> Pack:
    return evolve(pack, teaches=TEACHING)


def side(*effects: Effect, draws: str = "", **indicators: dict[str, object]) -> Side:
    """Where a decision with these effects stands."""
    session = finish(start(NORDEN, pack=teaching(one_day(*effects, turns=1, **indicators)), draws=draws))
    (found,) = stood(session, NORDEN, "en")
    return found.side


def flag(*because: str) -> SetFlag:
    return SetFlag("pact", True, because, NOWHERE)


def test_a_decision_goes_with_the_view_whose_claims_promise_good_of_it() -> None:
    assert side(change("goodwill", "+2", "pact-saves-stock")) is Side.ARTICLE
    assert side(change("poaching", "-2", FISH)) is Side.OPPONENTS


def test_a_claim_that_supports_one_that_is_held_counts_as_well() -> None:
    assert side(change("goodwill", "+2", TALKS)) is Side.ARTICLE


def test_a_decision_that_a_view_warns_of_goes_with_the_other() -> None:
    assert side(change("goodwill", "-2", TALKS)) is Side.OPPONENTS
    assert side(change("stock", "-2", FISH)) is Side.ARTICLE


def test_a_decision_may_rest_on_both_or_on_neither() -> None:
    assert side(change("goodwill", "+2", TALKS), change("stock", "+1", FISH)) is Side.BOTH
    assert side(change("goodwill", "+2", "stock-falls")) is Side.NEITHER
    assert side() is Side.NEITHER


def test_good_and_harm_by_one_view_are_weighed_as_shares_of_their_ranges() -> None:
    assert side(change("goodwill", "+2", TALKS), change("poaching", "+1", TALKS)) is Side.ARTICLE
    more = (change("goodwill", "+2", TALKS), change("poaching", "+3", TALKS))
    assert side(*more) is Side.OPPONENTS
    assert side(*more, poaching={"high": 1_000_000}) is Side.ARTICLE


@pytest.mark.parametrize("draws", ["least", "greatest"])
def test_a_gamble_is_judged_by_its_odds_and_not_by_its_luck(draws: str) -> None:
    lose, win = change("goodwill", "-3", TALKS), change("goodwill", "+3", TALKS)
    assert side(chance("day/act~1", 60, lose, otherwise=(win,)), draws=draws) is Side.OPPONENTS
    assert side(chance("day/act~1", 40, lose, otherwise=(win,)), draws=draws) is Side.ARTICLE
    nested = chance("day/act~2", 50, lose, otherwise=(after("day/act~3", 2, win),))
    assert side(chance("day/act~1", 40, nested, otherwise=(win,)), draws=draws) is Side.ARTICLE


def test_a_condition_is_read_in_the_world_of_the_decision_with_what_all_had_chosen() -> None:
    help_, harm = change("goodwill", "+1", TALKS), change("goodwill", "-1", TALKS)
    assert side(when("chose('rest')", help_, otherwise=(harm,))) is Side.ARTICLE
    assert side(when("stock > 90", help_, otherwise=(harm,))) is Side.OPPONENTS


def test_a_flag_tells_where_no_number_does() -> None:
    assert side(flag(TALKS)) is Side.ARTICLE
    assert side(flag(FISH)) is Side.OPPONENTS
    assert side(flag(TALKS), change("goodwill", "-1", TALKS)) is Side.OPPONENTS


def dealt() -> Pack:
    seats = {
        NORDEN: (option("day/act"), option("day/wait")),
        WARDEN: (option("day/look"),),
        SUDEN: (option("day/rest"), option("day/sail")),
    }
    struck = deal("common", {NORDEN: "day/act", SUDEN: "day/rest"}, change("goodwill", "+3", TALKS))
    pack = teaching(made((event("day", seats, (struck,), repeats=True),), turns=2))
    return evolve(pack, seats=(NORDEN, WARDEN, SUDEN))


def test_a_deal_counts_for_both_who_struck_it_and_not_for_one_left_alone_or_for_a_third() -> None:
    session = do(start(*BOTH, pack=dealt()), "silent", "silent", "day/act", "day/rest")
    session = do(session, "silent", "silent", "day/act", "day/sail")
    for seat in BOTH:
        assert [one.side for one in stood(session, seat, "en")] == [Side.ARTICLE, Side.NEITHER]
    assert {one.side for one in stood(session, WARDEN, "en")} == {Side.NEITHER}


def test_where_no_effect_tells_the_cards_of_the_case_do() -> None:
    pack = parley()
    event_ = pack.events["haul"]
    bare = {seat: tuple(evolve(o, effects=()) for o in options) for seat, options in event_.seats.items()}
    events = {**pack.events, "haul": evolve(event_, seats=bare, deals=())}
    views = {"a": ("talks-help", "stock-falls"), "b": ("stock-falls", "talks-help")}
    found = {}
    for name, (held, rival) in views.items():
        teaches = Teaching((held,), plain("T."), (rival,), plain("O."))
        session = start(NORDEN, pack=evolve(pack, events=events, turns=1, teaches=teaches), argue="all")
        while (seat := session.next_seat()) is not None:
            legal = session.legal(seat)
            session.decide(seat, "haul-counted" if "haul-counted" in legal else legal[0])
        assert any(one.action == "haul-counted" for one in session.state.decisions)
        (found[name],) = (one.side for one in stood(session, NORDEN, "en"))
    assert found == {"a": Side.OPPONENTS, "b": Side.ARTICLE}


def at(turn: int, found: Side) -> Stood:
    return Stood(turn, f"Day {turn}", f"act {turn}", found)


def test_decisions_are_told_by_side_with_turn_event_and_option() -> None:
    lines = standing_lines((at(1, Side.ARTICLE), at(2, Side.NEITHER), at(3, Side.ARTICLE)), "en")
    assert lines[0] == 'With the article: turn 1, Day 1: "act 1"; turn 3, Day 3: "act 3".'
    assert lines[1] == 'Apart from both: turn 2, Day 2: "act 2".'
    assert lines[2] == (
        "Wherever it took one side, it took the article's. It first went apart from both in turn 2."
    )
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        ((Side.ARTICLE, Side.OPPONENTS, Side.ARTICLE), "It left the article for its opponents in turn 2."),
        (
            (Side.OPPONENTS, Side.BOTH, Side.ARTICLE),
            "It left the article's opponents for the article in turn 3.",
        ),
        ((Side.OPPONENTS, Side.BOTH), say("en", "stood_kept_opponents")),
        ((Side.BOTH, Side.BOTH), say("en", "stood_kept_both")),
    ],
)
def test_the_first_turn_in_which_one_side_is_left_for_the_other_is_named(
    sides: tuple[Side, ...], told: str
) -> None:
    found = tuple(at(turn, one) for turn, one in enumerate(sides, 1))
    assert standing_lines(found, "en")[-1] == told


def test_where_nothing_rests_on_either_that_is_said_and_nothing_else() -> None:
    assert standing_lines((at(1, Side.NEITHER), at(2, Side.NEITHER)), "en") == [say("en", "stood_none")]


def test_the_thesis_has_its_paragraphs_in_order_and_the_opponent_its_sources() -> None:
    claims = dict(harbour().ruleset.dossier.claims)
    claims["nets"] = evolve(claims[FISH], source="Norden, Fish, 2001")
    pack = harbour()
    dossier = evolve(pack.ruleset.dossier, claims=claims)
    teaches = evolve(TEACHING, holds=("pact-saves-stock", TALKS), against=(FISH, "nets"))
    pack = evolve(pack, teaches=teaches, ruleset=evolve(pack.ruleset, dossier=dossier))
    thesis, opponent = teaching_parts(finish(start(pack=pack)), "en")
    assert thesis.told == ("The note holds that talks save the stock (P1, P2).",)
    assert opponent.told == (
        "Against this stands that fish come back.",
        "Its sources: Norden, Fish, 2001; the makers of this game.",
    )


def test_each_players_office_has_a_part_of_its_own_and_how_it_is_judged_is_said_once() -> None:
    alone = teaching_parts(finish(start(SUDEN, pack=teaching(harbour()))), "en")
    assert [one.heading for one in alone[2:]] == ["Where your game stood."]
    both = teaching_parts(finish(start(*BOTH, pack=teaching(harbour()))), "en")
    assert [one.heading for one in both[2:]] == [
        "Where your game stood: Minister of Norden.",
        "Where your game stood: Minister of Suden.",
    ]
    limit = say("en", "stood_limit")
    assert [limit in one.told for one in both[2:]] == [False, True]


def test_a_pack_that_does_not_say_what_it_teaches_has_none_of_it() -> None:
    session = finish(start(NORDEN))
    assert teaching_parts(session, "en") == ()
    assert stood(session, NORDEN, "en") == ()
