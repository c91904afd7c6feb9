"""The joint table in plain words: deals, words now and before, what stands between the capitals."""

from attrs import evolve

from dosmesas.session.tables import Party
from dosmesas.session.tell_joint import joint_lines
from dosmesas.session.views import table_view
from tests.support.athome import apart, at_table
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, start


def told(session, seat: str = NORDEN, language: str = "en") -> list[str]:
    return joint_lines(table_view(session, seat, language), language)


def test_a_deal_is_told_with_both_tables_and_what_stands_between_the_capitals() -> None:
    lines = told(at_table(*BOTH, pack=apart()))
    assert lines[0] == "The joint table."
    assert lines[1].startswith('Deal "A common haul": your table, possible (')
    words = joint_lines(table_view(at_table(*BOTH, pack=apart()), NORDEN, "en"), "en", points=False)
    assert words[1].startswith('Deal "A common haul": your table, possible; ')
    assert not any("Words given" in line for line in lines)  # nobody has given any yet
    assert lines[-1].startswith("Between the capitals: Goodwill 40.0.")


def test_without_home_tables_a_deal_is_told_by_its_name() -> None:
    assert told(start(*BOTH))[1] == "A common quota"


def test_both_words_of_this_month_are_told_to_either_side() -> None:
    session = do(start(*BOTH), "quota", "decline")
    norden, suden = told(session), told(session, SUDEN)
    assert 'You have given your word on "A common quota".' in norden
    assert 'Minister of Suden declines "A common quota" openly.' in norden
    assert "You have declined openly." in suden
    assert 'Minister of Norden has given its word on "A common quota".' in suden


def test_silence_needs_no_words() -> None:
    lines = told(do(start(*BOTH), "silent", "silent"))
    assert not any("You have" in line or "openly" in line for line in lines)


def test_a_broken_word_is_counted_and_a_month_without_deals_says_so() -> None:
    session = do(start(*BOTH), "quota", "quota", "talks/refuse", "talks/agree")
    lines = told(session)
    assert lines[1] == "No deal of yours is on the joint table this month."
    records = "Minister of Norden kept 0 of 1; Minister of Suden kept 1 of 1"
    assert f"Words given in earlier months: {records}." in lines
    assert told(session, language="es")[1] == "Este mes no hay ningún acuerdo suyo en la mesa conjunta."


def test_who_has_given_no_word_yet_is_told_beside_who_has() -> None:
    session = do(start(*BOTH), "quota", "silent", "talks/sign", "talks/agree")
    records = "Minister of Norden kept 1 of 1; Minister of Suden has given none"
    view = table_view(session, NORDEN, "en")
    other = Party(SUDEN, "Minister of Suden", own=False, said="", deal="", given=0, kept=0)
    lines = joint_lines(evolve(view, parties=(view.parties[0], other)), "en")
    assert f"Words given in earlier months: {records}." in lines
