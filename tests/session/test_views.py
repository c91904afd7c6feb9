"""What a seat has before it: six numbers, its options with forecasts, deals, and what is on its way."""

from attrs import evolve

from dosmesas.model.world import Good
from dosmesas.session.forecast import better
from dosmesas.session.views import headline_of, level, table_view
from tests.support.making import NORDEN, SUDEN, after, change, regatta, set_flag, when
from tests.support.playing import BOTH, do, one_day, start
from tests.support.small import harbour


def test_the_headline_is_the_packs_and_two_of_the_office_and_never_more_than_six() -> None:
    session = start(NORDEN, pack=regatta())
    assert headline_of(session, NORDEN) == ("stock", "goodwill")
    assert headline_of(session, SUDEN) == ("stock", "poaching")
    wide = evolve(harbour(), headline=("a", "b", "c", "d", "e"))
    offices = wide.ruleset.offices
    office = evolve(offices[NORDEN], watch=("e", "f", "g"))
    wide = evolve(wide, ruleset=evolve(wide.ruleset, offices={**offices, NORDEN: office}))
    assert headline_of(evolve_session(wide), NORDEN) == ("a", "b", "c", "d", "e", "f")


def evolve_session(pack: object) -> object:
    """A stand-in that has a pack."""
    return type("Bare", (), {"pack": pack})()


def test_the_table_says_who_when_and_what() -> None:
    view = table_view(start(NORDEN), NORDEN, "en")
    assert (view.office, view.turn, view.turns, view.month) == ("Minister of Norden", 1, 3, "January 2020")
    assert view.title == "Talks"
    assert view.brief.startswith("The ministers meet")
    assert [option.label for option in view.options] == ["Sign the pact", "Refuse", "Send the coast guard"]


def test_months_go_on_over_the_new_year_in_both_languages() -> None:
    session = start(NORDEN, pack=regatta())
    while session.state.turn < 4:
        do(session, session.legal(NORDEN)[-1])
    assert [table_view(session, NORDEN, language).month for language in ("en", "es")] == [
        "February 2022",
        "febrero de 2022",
    ]


def test_an_option_that_is_not_open_says_what_it_needs_and_what_there_is() -> None:
    sign, refuse, threaten = table_view(start(NORDEN), NORDEN, "en").options
    assert (sign.legal, refuse.legal, threaten.legal) == (True, True, False)
    assert threaten.needs == "Only if Goodwill is at least 90 (now 40.0)."
    assert sign.needs == ""


def test_what_will_be_open_is_known_before_the_words_are_given() -> None:
    session = start(NORDEN)
    before = [option.legal for option in table_view(session, NORDEN, "en").options]
    do(session, "silent")
    assert [option.legal for option in table_view(session, NORDEN, "en").options] == before


def test_deals_stand_with_their_option_and_say_what_the_partner_would_do() -> None:
    view = table_view(start(SUDEN), SUDEN, "en")
    (deal,) = view.deals
    assert (deal.name, deal.partner, deal.theirs, deal.said) == (
        "A common quota",
        "Minister of Norden",
        "Sign the pact",
        "",
    )
    assert [bool(option.deals) for option in view.options] == [True, False]


def test_the_partners_word_is_shown_once_both_have_spoken() -> None:
    for word in ("quota", "decline", "silent"):
        session = do(start(*BOTH), word, "silent")
        assert [deal.said for deal in table_view(session, SUDEN, "en").deals] == [word]


def test_a_word_on_one_deal_is_silence_on_the_other() -> None:
    session = do(start(*BOTH, pack=regatta()), "prize", "silent")
    said = {deal.id: deal.said for deal in table_view(session, SUDEN, "en").deals}
    assert said == {"course": "silent", "prize": "prize"}


def test_bulletins_of_this_turn_stand_on_the_table_and_no_others() -> None:
    session = start(NORDEN, pack=regatta())
    assert table_view(session, NORDEN, "en").bulletins == ()
    do(session, "silent", "start/protest")
    bulletins = table_view(session, NORDEN, "en").bulletins
    assert len(bulletins) == 4
    assert all(text.startswith("Gulls") for text in bulletins)


def test_a_row_has_the_last_turns_change_and_the_path_so_far() -> None:
    session = do(start(NORDEN), "silent", "talks/refuse")
    rows = {row.id: row for row in table_view(session, NORDEN, "en").rows}
    goodwill = rows["goodwill"]
    assert goodwill.history[0] == 40_000
    assert goodwill.change == goodwill.history[-1] - 40_000
    assert len(goodwill.history) == session.state.turn


def test_the_good_way_is_told_by_the_indicator_and_nothing_by_no_change() -> None:
    indicators = harbour().ruleset.indicators
    stock, poaching = indicators["stock"], indicators["poaching"]
    neither = evolve(stock, good=Good.NEITHER)
    assert [better(stock, 1), better(stock, -1), better(stock, 0)] == [True, False, None]
    assert [better(poaching, 1), better(poaching, -1), better(neither, 1)] == [False, True, None]


def test_a_places_level_is_told_in_words() -> None:
    place = evolve(harbour().ruleset.indicators["stock"], is_place=True)
    assert [level(place, value, "en") for value in (0, 499, 500, 1499, 1500, 2000)] == [
        "0 (calm)",
        "0.499 (calm)",
        "0.5 (tense)",
        "1.499 (tense)",
        "1.5 (violent)",
        "2 (violent)",
    ]


def test_what_is_on_its_way_is_told_with_its_month_and_origin_in_order() -> None:
    pack = one_day(
        after("day/act~1", 2, change("goodwill", "+4"), set_flag("pact")),
        after("day/act~2", 1, change("stock", "-1")),
    )
    session = do(start(NORDEN, pack=pack), "day/act")
    assert table_view(session, NORDEN, "en").coming == (
        "March 2020: Goodwill +4, begins: a fishing pact. From: act.",
    )
    words = table_view(session, NORDEN, "en").coming_told(points=False)
    assert words == ("March 2020: Goodwill much higher, begins: a fishing pact. From: act.",)
    assert table_view(start(NORDEN, pack=pack), NORDEN, "en").coming == ()


def test_what_is_on_its_way_to_a_hidden_number_is_left_out_for_who_may_not_see_it() -> None:
    pack = one_day(
        after("day/act~1", 2, change("poaching", "+1")),
        suden=(after("day/rest~1", 2, change("stock", "+1")),),
    )
    session = do(start(*BOTH, pack=pack), "day/act", "day/rest")
    assert table_view(session, NORDEN, "en").coming == ("March 2020: Stock +1. From: rest.",)
    assert len(table_view(session, SUDEN, "en").coming) == 2


def test_what_is_on_its_way_for_a_hidden_reason_is_left_out_for_who_may_not_see_it() -> None:
    late = after("day/rest~1", 2, change("goodwill", "+1"))
    session = do(start(*BOTH, pack=one_day(suden=(when("informer", late),))), "day/act", "day/rest")
    assert table_view(session, NORDEN, "en").coming == ("March 2020: Goodwill +1. From: rest.",)
    assert table_view(session, SUDEN, "en").coming == ()
