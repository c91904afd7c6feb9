"""The first turn in bands: little to read before the first answer, and all of it before the second."""

from attrs import evolve

from dosmesas.session.tell_opening import OpeningTeller
from dosmesas.session.views import table_view
from dosmesas.text.catalog import say
from tests.support.rounds import session_of
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")
SEAT = "mx.security_secretary"


def test_bulletins_wait_for_the_situation_which_has_units() -> None:
    view = evolve(table_view(session_of(CULIACAN, SEAT), SEAT, "en"), bulletins=("Rain in the north.",))
    teller = OpeningTeller("en")
    assert not any("Rain" in line for line in teller.heading(view))
    assert view.brief in teller.heading(view)
    told = teller.situation(view)
    assert say("en", "bulletin_line", text="Rain in the north.") in told
    assert any("Homicides 28.0 per 100,000 a year;" in line for line in told)


def test_an_option_leads_with_its_first_move_and_says_where_home_would_look_into_it() -> None:
    view = table_view(session_of(CULIACAN, SEAT), SEAT, "en")
    release, send, *_ = OpeningTeller("en").options(view)
    assert release == "1. Order the detainee's release. Home: an inquiry. State authority much lower."
    assert send == "2. Hold him and send the Guard. 35 in 100: State authority much lower."


def test_a_word_is_asked_for_by_the_number_of_the_option_that_it_promises() -> None:
    view = table_view(session_of(CULIACAN, "mx.president"), "mx.president", "en")
    number = {option.id: place for place, option in enumerate(view.options, 1)}
    _, heading, *answers = OpeningTeller("en").word_question(view)
    assert heading == "Give your word?"
    assert answers[:2] == [f"{n}. Yes: option {number[deal.mine]}." for n, deal in enumerate(view.deals, 1)]
    assert answers[2:] == ["3. No, openly.", "4. Say nothing."]
