"""Who sits at the two tables, what each has said, and how words were kept."""

from attrs import evolve

from dosmesas.session.tables import between, parties_now
from dosmesas.session.turns import turns_of
from dosmesas.session.views import table_view
from tests.support.athome import apart, at_table
from tests.support.making import NORDEN, SUDEN, regatta
from tests.support.playing import BOTH, do, start
from tests.support.shipped import shipped
from tests.support.small import harbour


def told(session, seat: str = NORDEN) -> list[tuple[str, str, int, int]]:
    """The parties as (seat, word, given, kept)."""
    parties = parties_now(session, seat, "en", turns_of(session))
    return [(one.id, one.said, one.given, one.kept) for one in parties]


def test_before_a_word_is_given_both_sides_of_a_deal_sit_there_in_silence() -> None:
    assert told(start(*BOTH)) == [(NORDEN, "", 0, 0), (SUDEN, "", 0, 0)]


def test_a_word_is_told_with_the_name_of_its_deal_to_either_side() -> None:
    session = do(start(*BOTH), "quota", "decline")
    own, other = parties_now(session, SUDEN, "en", ())
    assert (own.id, own.own, own.said, own.deal) == (SUDEN, True, "decline", "")
    assert (other.id, other.own, other.said, other.deal) == (NORDEN, False, "quota", "A common quota")


def test_a_word_that_was_broken_by_choice_is_counted_as_given_and_not_as_kept() -> None:
    session = do(start(*BOTH, pack=regatta()), "course", "course", *_first_options(regatta(), "start"))
    kept = told(session)
    assert [one[2:] for one in kept] == [(1, 1), (1, 1)]
    broken = do(start(*BOTH), "quota", "quota", "talks/refuse", "talks/agree")
    assert [one for one in told(broken) if one[2]] == [(NORDEN, "", 1, 0), (SUDEN, "", 1, 1)]


def test_a_word_that_was_openly_declined_is_on_nobodys_record() -> None:
    session = do(start(*BOTH), "quota", "decline", "talks/refuse", "talks/agree")
    assert [one for one in told(session) if one[2]] == []


def _first_options(pack, event: str) -> list[str]:
    """The options that keep the first deal of an event, in the order of the seats."""
    deal = pack.events[event].deals[0]
    return [dict(deal.between)[seat] for seat in BOTH]


def test_where_there_is_no_deal_and_no_word_nobody_sits_there() -> None:
    session = do(start(*BOTH), "silent", "silent", "talks/refuse", "talks/agree")
    assert told(session) == []


def test_what_stands_between_the_capitals_is_what_words_move_and_no_counter() -> None:
    assert between(harbour().ruleset, NORDEN) == ("goodwill",)
    assert between(shipped("culiacan").ruleset, "mx.president") == ("trust", "rhetoric")
    view = table_view(start(*BOTH), NORDEN, "en")
    assert [one.name for one in view.between] == ["Goodwill"]


def test_what_an_office_does_not_see_does_not_stand_between_for_it() -> None:
    ruleset = harbour().ruleset
    hidden = evolve(ruleset.indicators["goodwill"], seen_by=frozenset({SUDEN}))
    ruleset = evolve(ruleset, indicators={**ruleset.indicators, "goodwill": hidden})
    assert between(ruleset, NORDEN) == ()
    assert between(ruleset, SUDEN) == ("goodwill",)


def test_the_home_table_has_its_audiences_only_where_it_is_asked() -> None:
    audiences = table_view(at_table(NORDEN, pack=apart()), NORDEN, "en").audiences
    assert [(one.name, one.share, one.standing) for one in audiences] == [("Fishers", 5, 50_000)]
    assert table_view(start(NORDEN), NORDEN, "en").audiences == ()
