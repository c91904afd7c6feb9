"""Why a number stands where it stands: receipts, what they read, claims; and the indicator a player means."""

import pytest

from dosmesas.session.turns import turns_of
from dosmesas.session.why import claim_line, find_indicator, why
from tests.support.making import NORDEN, SUDEN, regatta
from tests.support.playing import BOTH, do, finish, secretive, start


def after_talks() -> object:
    """Harbour after its first turn: refused, with a broken word, and the chance not come."""
    return do(start(*BOTH, draws="fixed"), "quota", "silent", "talks/refuse", "talks/agree")


def test_every_reason_has_its_size_its_text_its_ground_and_its_claims() -> None:
    found = why(after_talks(), "goodwill", 1, NORDEN, "en")
    assert (found.before, found.after) == (40_000, 33_000)
    assert [(one.applied, one.text, one.basis) for one in found.reasons] == [
        (-1000, "Minister of Norden: Refuse", "P1; our estimate"),
        (-6000, "Minister of Norden: a word was broken", "the game's own rule; our estimate"),
    ]
    assert found.reasons[0].claims == ("talks-help (cause, P1): Talks raise goodwill.",)
    assert found.reasons[1].claims == (
        "broken-word-costs (the game's own rule): A broken word costs goodwill.",
    )


def test_a_reason_says_what_its_condition_and_amount_read() -> None:
    since = {one.text: one.since for one in why(after_talks(), "stock", 1, SUDEN, "en").reasons}
    assert since["poachers take their share"] == "since Poaching 25"
    assert since["more is caught than grows"] == ""


def test_a_hidden_reason_says_neither_what_it_read_nor_its_claims() -> None:
    for session in (after_talks(), finish(start(*BOTH, pack=secretive()))):
        for reason in why(session, "stock", 1, NORDEN, "en").reasons:
            if "cannot see" in reason.text:
                assert (reason.basis, reason.since, reason.claims) == ("", "", ())
            assert "oaching" not in repr(reason)


def test_a_reason_that_lands_later_does_not_open_what_it_rests_on() -> None:
    session = finish(start(*BOTH, pack=secretive()))
    second = why(session, "goodwill", 2, SUDEN, "en")
    assert -750 in {one.applied for one in second.reasons}
    assert "rest" not in {one.text for one in second.reasons}
    assert {one.text for one in second.reasons if one.applied == -750} == {
        "for reasons you cannot see; the debrief opens them"
    }
    opened = why(session, "goodwill", 2, None, "en")
    assert "set going earlier: Minister of Suden: rest" in {one.text for one in opened.reasons}


@pytest.mark.parametrize("seat", [NORDEN, SUDEN, None])
def test_the_reasons_of_every_turn_add_up_from_before_to_after(seat: str | None) -> None:
    session = start(pack=regatta(), counterpart="random")
    for turn in turns_of(session):
        for name in session.pack.ruleset.indicators:
            found = why(session, name, turn.number, seat, "en")
            assert found.before + sum(one.applied for one in found.reasons) == found.after


def test_before_the_first_turn_is_over_it_says_where_the_number_stands() -> None:
    found = why(start(NORDEN), "stock", 0, NORDEN, "en")
    assert (found.turn, found.before, found.after, found.reasons) == (0, 50_000, 50_500, ())


def test_a_rival_claim_is_called_one() -> None:
    line = claim_line(start(NORDEN).pack, "fish-come-back", "en")
    assert line == "fish-come-back (cause, rival view): Fish come back by themselves."


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("stock", "stock"),
        ("Stock", "stock"),
        ("  STOCK ", "stock"),
        ("goo", "goodwill"),
        ("godwill", "goodwill"),
        ("", ""),
        ("zebra", ""),
    ],
)
def test_an_indicator_is_found_by_name_beginning_or_nearest_spelling(word: str, found: str) -> None:
    assert find_indicator(start(NORDEN), word, NORDEN) == found


def test_a_hidden_indicator_is_not_found_by_who_may_not_see_it() -> None:
    session = start(NORDEN)
    assert find_indicator(session, "poaching", NORDEN) == ""
    assert find_indicator(session, "poaching", SUDEN) == "poaching"
    assert find_indicator(session, "poaching", None) == "poaching"
