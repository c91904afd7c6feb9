"""What came of a turn: the lines under a number add up to its change, and hidden reasons stay hidden."""

import pytest
from attrs import evolve

from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.session.ledger import ledger
from dosmesas.session.outcome import Decided, Moved, OutcomeView, outcome_view
from dosmesas.session.session import Session
from dosmesas.session.turns import turns_of
from dosmesas.text.catalog import say
from tests.support.athome import at_table, with_option
from tests.support.full import packs
from tests.support.making import NORDEN, SUDEN, chance, change, regatta, set_flag
from tests.support.playing import BOTH, do, finish, one_day, secretive, start
from tests.support.shipped import shipped
from tests.support.small import harbour, parley

HIDDEN = "for reasons you cannot see; the debrief opens them"
SMALL = {"harbour": harbour, "regatta": regatta, "secretive": secretive}


def pack_named(name: str) -> Pack:
    """A pack of ours or a shipped one."""
    return SMALL[name]() if name in SMALL else load_pack(name)


def views(session: Session, seat: str | None) -> list[OutcomeView]:
    """The outcomes of all turns that are over."""
    return [outcome_view(session, turn.number, seat, "en") for turn in turns_of(session)]


@pytest.mark.parametrize("name", [*SMALL, *packs(1)])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_entries_of_every_number_add_up_exactly_to_its_change(name: str, seed: int) -> None:
    pack = pack_named(name)
    session = start(pack=pack, seed=seed, counterpart="random")
    for seat in (None, *pack.seats):
        for view in views(session, seat):
            for one in view.moved:
                assert sum(entry.applied for entry in one.entries) == one.after - one.before


@pytest.mark.parametrize("name", [*SMALL, *packs(1)])
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
        ("Norden's paper", "The quota stands", "quota"),
        ("Norden's paper", "Minister signs", "talks/sign"),
        ("Suden's paper", "Suden agrees to share", "quota"),
        ("Suden's paper", "Suden shares", "talks/agree"),
    ]


def test_a_month_in_which_a_player_decides_nothing_is_told_with_what_it_brought() -> None:
    session = finish(start("us.president", pack=shipped("year-two")))
    played = [turn for turn in turns_of(session) if turn.event]
    for turn in played:
        event = session.pack.events[turn.event]
        told = say("en", "month_brought", title=event.title("en"), brief=event.brief("en"))
        idle = "us.president" not in turn.decisions
        assert (told in outcome_view(session, turn.number, "us.president", "en").events) == idle
        assert told not in outcome_view(session, turn.number, None, "en").events
    assert any("us.president" not in turn.decisions for turn in played)


def test_a_broken_word_is_told_with_the_office_and_the_deal() -> None:
    session = do(start(*BOTH), "quota", "silent", "talks/refuse", "talks/agree")
    assert (
        'Word broken: Minister of Norden had promised "A common quota" and chose otherwise.'
        in outcome_view(session, 1, SUDEN, "en").events
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_receipt_of_a_broken_word_says_whose_it_was(language: str) -> None:
    session = do(start(*BOTH), "quota", "quota", "talks/refuse", "talks/delay")
    lines = ledger(session, SUDEN, language).lines
    moved = [one for one in outcome_view(session, 1, SUDEN, language).moved if one.id == "goodwill"]
    offices = session.pack.ruleset.offices
    for texts in (
        [one.text for one in lines if one.by == "word-broken"],
        [one.text for one in moved[0].entries if one.applied == -6000],
    ):
        assert [text.partition(":")[0] for text in texts] == [
            offices[one].name(language) for one in (NORDEN, SUDEN)
        ]


@pytest.mark.parametrize(
    ("draws", "told"),
    [
        ("least", "came about: Goodwill -10"),
        ("greatest", "did not come about: Goodwill down; instead Goodwill -1"),
    ],
)
def test_a_chance_is_told_come_or_not_with_what_it_was_of(draws: str, told: str) -> None:
    session = do(start(*BOTH, draws=draws), "silent", "silent", "talks/refuse", "talks/agree")
    assert outcome_view(session, 1, NORDEN, "en").events == (f"Chance (50 in 100) {told} (Refuse).",)


def test_of_a_chance_whose_effects_an_office_does_not_see_only_the_coming_is_told() -> None:
    pack = one_day(chance("day/act~1", 99, change("poaching", "+2")))
    session = do(start(*BOTH, pack=pack, draws="least"), "day/act", "day/rest")
    assert outcome_view(session, 1, NORDEN, "en").events == (say("en", "draw_came_unseen", source="act"),)
    assert outcome_view(session, 1, SUDEN, "en").events == (
        "Chance (99 in 100) came about: Poaching +2 (act).",
    )
    assert outcome_view(session, 1, None, "en").events == outcome_view(session, 1, SUDEN, "en").events


def test_a_chance_that_home_halved_is_told_with_the_half_that_moved() -> None:
    pack = with_option(
        parley(),
        "haul/share-haul",
        home={"fishers": "-5", "press": "-5"},
        effects=(chance("haul/share-haul~9", 99, change("goodwill", "+4")),),
        clash=(),
    )
    session = at_table(pack=evolve(pack, stages=tuple(one for one in pack.stages if one != "argue")))
    do(session, "silent", "silent", "haul/share-haul", "haul/watch-haul", "haul/take-half")
    view = outcome_view(session, 1, NORDEN, "en")
    assert {one.label: one.fate for one in view.decisions}["Share haul"] == "watered"
    assert any("Goodwill +2 (Share haul)" in one or "Goodwill up (Share haul)" in one for one in view.events)


def test_what_is_less_than_a_tenth_or_leaves_a_place_as_it_was_is_slight() -> None:
    def moved(before: int, after: int, levels: tuple[str, str] | None = None) -> Moved:
        return Moved("a", "A", before, after, None, (), levels is not None and len({*levels}) > 1, 9, levels)

    assert moved(1000, 1099).slight
    assert moved(1000, 901).slight
    assert not moved(1000, 1100).slight
    assert moved(600, 1400, ("tense", "tense")).slight
    assert not moved(1400, 1600, ("tense", "violent")).slight


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


def at_home(share: str, half: str = "+20", watch: str = "0") -> Session:
    """Turn 1 of parley with a deal struck by both, and these stances of the homes; nobody argues."""
    pack = with_option(parley(), "haul/share-haul", home={"fishers": share}, clash=())
    pack = with_option(pack, "haul/take-half", home={"fishers": half})
    pack = with_option(pack, "haul/watch-haul", home={"press": watch, "fishers": watch})
    session = at_table(pack=evolve(pack, stages=tuple(one for one in pack.stages if one != "argue")))
    return do(session, "haul", "haul", "haul/share-haul", "haul/watch-haul", "haul/take-half")


BANDS = {"+5": "carried", "-5": "watered", "-30": "blocked"}


@pytest.mark.parametrize("stance", BANDS)
def test_each_choice_is_told_with_what_its_home_table_made_of_it(stance: str) -> None:
    view = outcome_view(at_home(stance), 1, SUDEN, "en")
    bands = {one.label: one.band for one in view.decisions}
    assert bands == {
        "Share haul": say("en", f"band_{BANDS[stance]}"),
        "Take half": say("en", "band_carried"),
        "Watch haul": say("en", "band_carried"),
    }


@pytest.mark.parametrize(
    ("share", "half", "key"),
    [
        ("+5", "+5", "deal_struck"),
        ("-5", "+5", "deal_watered"),
        ("+5", "-5", "deal_watered"),
        ("+5", "-30", "deal_lost"),
        ("-30", "-5", "deal_lost"),
    ],
)
def test_a_deal_is_kept_half_passed_or_lost_at_a_home_table(share: str, half: str, key: str) -> None:
    session = at_home(share, half)
    view = outcome_view(session, 1, NORDEN, "en")
    line = say("en", key, name="A common haul")
    assert [one for one in view.events if "A common haul" in one] == [line]
    in_the_papers = [one.text for one in view.headlines if one.by == "haul"]
    assert in_the_papers == ([] if key == "deal_lost" else ["One haul for all", "Suden takes half"])
    goodwill = next((one for one in view.moved if one.id == "goodwill"), None)
    by_deal = [entry for entry in goodwill.entries if "A common haul" in entry.text] if goodwill else []
    assert bool(by_deal) == (key != "deal_lost")


@pytest.mark.parametrize(("stance", "stopped"), [("+5", False), ("-5", False), ("-30", True)])
def test_the_papers_write_of_what_was_stopped_at_home_that_it_was(stance: str, *, stopped: bool) -> None:
    view = outcome_view(at_home(stance), 1, NORDEN, "en")
    (line,) = (one.text for one in view.headlines if one.by == "haul/share-haul")
    assert line == (say("en", "headline_stopped", office="Minister of Norden") if stopped else "Share haul")


def test_a_choice_that_gave_way_to_a_colleagues_is_told_so_and_stopped() -> None:
    pack = with_option(parley(), "haul/share-haul", home={"fishers": "+5"})
    pack = with_option(pack, "haul/close-haul", home={"press": "+20", "fishers": "+20"})
    session = at_table(pack=evolve(pack, stages=tuple(one for one in pack.stages if one != "argue")))
    do(session, "silent", "silent", "haul/share-haul", "haul/close-haul", "haul/take-half")
    view = outcome_view(session, 1, SUDEN, "en")
    assert {one.label: one.band for one in view.decisions}["Share haul"] == say("en", "band_gave_way")
    gave_way = say("en", "headline_gave_way", office="Minister of Norden")
    assert gave_way in [one.text for one in view.headlines]


def test_an_inquiry_is_told_beside_the_choice_that_brought_it() -> None:
    session = do(at_home("+5"), "drill/join-drill", "drill/read-of-drill", "drill/send-boats")
    view = outcome_view(session, 2, NORDEN, "en")
    bands = {one.label: one.band for one in view.decisions}
    assert bands["Join drill"] == say("en", "band_inquiry")
    assert bands["Read of drill"] == say("en", "band_carried")
    for one in view.headlines:
        assert say("en", "headline_stopped", office="") not in one.text


def test_without_home_tables_no_band_is_told() -> None:
    session = do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree")
    assert {one.band for one in outcome_view(session, 1, NORDEN, "en").decisions} == {""}
