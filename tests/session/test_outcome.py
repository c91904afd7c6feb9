"""What came of a turn: the lines under a number add up to its change, and hidden reasons stay hidden."""

import pytest

from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.rules import Pack
from dosmesas.session.outcome import Decided, OutcomeView, outcome_view
from dosmesas.session.session import Session
from dosmesas.session.turns import turns_of
from tests.support.making import NORDEN, SUDEN, change, regatta, set_flag
from tests.support.playing import BOTH, do, finish, one_day, secretive, start
from tests.support.small import harbour

HIDDEN = "for reasons you cannot see; the debrief opens them"
SMALL = {"harbour": harbour, "regatta": regatta, "secretive": secretive}


def pack_named(name: str) -> Pack:
    """A pack of ours or a shipped one."""
    return SMALL[name]() if name in SMALL else load_pack(name)


def views(session: Session, seat: str | None) -> list[OutcomeView]:
    """The outcomes of all turns that are over."""
    return [outcome_view(session, turn.number, seat, "en") for turn in turns_of(session)]


@pytest.mark.parametrize("name", [*SMALL, *shipped_packs()])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_entries_of_every_number_add_up_exactly_to_its_change(name: str, seed: int) -> None:
    pack = pack_named(name)
    session = start(pack=pack, seed=seed, counterpart="random")
    for seat in (None, *pack.seats):
        for view in views(session, seat):
            for one in view.moved:
                assert sum(entry.applied for entry in one.entries) == one.after - one.before


@pytest.mark.parametrize("name", [*SMALL, *shipped_packs()])
def test_the_outcome_of_a_turn_begins_where_the_one_before_ended(name: str) -> None:
    session = start(pack=pack_named(name), counterpart="random")
    ends = {one.id: one.start for one in session.pack.ruleset.indicators.values()}
    for view in views(session, None):
        for one in view.moved:
            assert one.before == ends[one.id]
            ends[one.id] = one.after
    assert tuple(ends.values()) == session.state.values


def test_decisions_deals_and_headlines_are_told() -> None:
    session = do(start(*BOTH), "quota", "quota", "talks/sign", "talks/agree")
    view = outcome_view(session, 1, NORDEN, "en")
    assert view.decisions == (
        Decided("Minister of Norden", "Sign the pact", mine=True),
        Decided("Minister of Suden", "Agree to share"),
    )
    assert view.events == (
        "A deal was kept by both sides: A common quota.",
        "Now in force: a fishing pact.",
    )
    assert [(one.paper, one.text, one.by) for one in view.headlines] == [
        ("Norden's paper", "Minister signs", "talks/sign"),
        ("Norden's paper", "The quota stands", "quota"),
        ("Suden's paper", "Suden agrees to share", "quota"),
        ("Suden's paper", "Suden shares", "talks/agree"),
    ]


def test_a_broken_word_is_told_with_the_office_and_the_deal() -> None:
    session = do(start(*BOTH), "quota", "silent", "talks/refuse", "talks/agree")
    assert (
        'Word broken: Minister of Norden had promised "A common quota" and chose otherwise.'
        in outcome_view(session, 1, SUDEN, "en").events
    )


@pytest.mark.parametrize(("draws", "word"), [("least", "came about"), ("greatest", "did not come about")])
def test_a_chance_is_told_come_or_not(draws: str, word: str) -> None:
    session = do(start(*BOTH, draws=draws), "silent", "silent", "talks/refuse", "talks/agree")
    assert outcome_view(session, 1, NORDEN, "en").events == (f"Chance: what was risked {word} (Refuse).",)


def test_a_flag_that_two_seats_set_at_once_is_told_once() -> None:
    pack = one_day(set_flag("pact"), suden=(set_flag("pact"),))
    session = do(start(*BOTH, pack=pack), "day/act", "day/rest")
    assert outcome_view(session, 1, NORDEN, "en").events == ("Now in force: a fishing pact.",)


def test_an_entry_says_by_whom_on_what_paragraph_and_whose_size() -> None:
    session = do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree")
    moved = {one.id: one for one in outcome_view(session, 1, SUDEN, "en").moved}
    goodwill = {entry.text: (entry.applied, entry.basis, entry.claims) for entry in moved["goodwill"].entries}
    assert goodwill == {
        "Minister of Norden: Sign the pact": (3000, "P1; our estimate", ("talks-help",)),
        "the deal: A common quota": (5000, "P1; our estimate", ("talks-help",)),
    }
    stock = {entry.text: entry.basis for entry in moved["stock"].entries}
    assert stock["more is caught than grows"] == "P1; figure of P1"


def test_what_was_set_going_earlier_says_so() -> None:
    session = finish(do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree"))
    moved = {one.id: one for one in outcome_view(session, 3, NORDEN, "en").moved}
    texts = [entry.text for entry in moved["stock"].entries]
    assert "set going earlier: Minister of Norden: Sign the pact" in texts


def test_what_a_limit_cut_off_is_an_entry_of_its_own() -> None:
    session = do(start(*BOTH, pack=one_day(change("stock", "-9"), turns=1)), "day/act", "day/rest")
    (moved,) = outcome_view(session, 1, NORDEN, "en").moved
    assert [(entry.applied, entry.text) for entry in moved.entries] == [
        (-9000, "Minister of Norden: act"),
        (4000, "cut off: it can go no further, or no faster"),
    ]


def secret_turns(seat: str | None) -> list[OutcomeView]:
    """The outcomes of a game full of hidden reasons."""
    session = finish(start(*BOTH, pack=secretive(), draws="least"))
    return views(session, seat)


def test_a_hidden_number_is_not_among_those_that_moved_for_who_may_not_see_it() -> None:
    assert all(one.id != "poaching" for view in secret_turns(NORDEN) for one in view.moved)
    assert any(one.id == "poaching" for view in secret_turns(SUDEN) for one in view.moved)


def test_reasons_that_rest_on_something_hidden_are_not_told_even_when_they_land_later() -> None:
    for view in secret_turns(SUDEN):
        for one in view.moved:
            for entry in one.entries:
                if entry.applied in {-3000, -500, -750}:
                    assert (entry.text, entry.basis, entry.claims) == (HIDDEN, "", ())


def test_for_norden_only_what_rests_on_the_poaching_is_unexplained() -> None:
    first, second, *_ = secret_turns(NORDEN)
    for view, expected in ((first, {250, 3000, -320}), (second, {125, 250, 3300, -350})):
        stock = next(one for one in view.moved if one.id == "stock")
        assert {entry.applied for entry in stock.entries if entry.text == HIDDEN} == expected


def test_draws_and_flags_that_rest_on_something_hidden_are_not_told() -> None:
    assert all(not any("Chance" in line for line in view.events) for view in secret_turns(SUDEN))
    assert any("Chance" in line for view in secret_turns(NORDEN) for line in view.events)


def test_the_debrief_opens_every_reason() -> None:
    texts = [entry.text for view in secret_turns(None) for one in view.moved for entry in one.entries]
    assert HIDDEN not in texts
    assert any(one.id == "poaching" for view in secret_turns(None) for one in view.moved)
