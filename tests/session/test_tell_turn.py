"""A turn in few words: what is left out is a key away, and what is told is what moved most."""

import pytest
from attrs import evolve

from dosmesas.engine.state import DECLINE, SILENT
from dosmesas.session.largest import own, own_line
from dosmesas.session.outcome import Entry, Moved, OutcomeView, outcome_view
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.views import headline_of, table_view
from dosmesas.text.catalog import say
from dosmesas.text.number import signed_short
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, finish, start
from tests.support.rounds import session_of
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "+0"),
        (3000, "+3"),
        (-6000, "-6"),
        (1500, "+1.5"),
        (-1490, "-1.5"),
        (10_000, "+10"),
        (50, "+0.05"),
        (55, "+0.06"),
        (-99, "-0.1"),
        (4, "+0.004"),
        (-4, "-0.004"),
        (1_234_500, "+1,234.5"),
    ],
)
def test_a_change_is_told_to_a_tenth_or_as_fine_as_it_is(value: int, text: str) -> None:
    assert signed_short(value) == text


@LANGUAGES
def test_a_long_list_of_moves_is_begun_and_opened_whole(language: str) -> None:
    view = table_view(session_of(CULIACAN, "us.president"), "us.president", language)
    teller = TurnTeller(language)
    lines = teller.options(view)[2:]
    assert len(lines) == len(view.options)
    begun = 0
    for number, (line, option) in enumerate(zip(lines, view.options, strict=True), 1):
        assert line.startswith(f"{number}. {option.label}.")
        opened = teller.option_open(option)
        assert all(move.text in opened for move in option.moves)
        assert option.reason in opened
        begun += line.endswith(say(language, "and_more", what="") + ".")
        assert option.moves[0].text.split()[0] in line
    assert begun


def test_an_option_that_is_not_open_says_so_and_opened_says_why() -> None:
    session = start(NORDEN, draws="greatest")
    view = table_view(session, NORDEN, "en")
    (closed,) = (one for one in view.options if not one.legal)
    line = next(one for one in TurnTeller("en").options(view) if closed.label in one)
    assert say("en", "not_open") in line
    assert closed.needs in TurnTeller("en").option_open(closed)


def test_silence_is_not_told_and_every_other_word_is() -> None:
    view = table_view(start(*BOTH), NORDEN, "en")
    (deal,) = view.deals
    told = {
        word: TurnTeller("en").words_said(evolve(view, deals=(evolve(deal, said=word),)))
        for word in ("", SILENT, DECLINE, deal.id)
    }
    assert told[""] == told[SILENT] == []
    assert told[DECLINE] == [say("en", "their_decline", office=deal.partner, name=deal.name)]
    assert told[deal.id] == [say("en", "their_word", office=deal.partner, name=deal.name)]


@LANGUAGES
def test_the_own_choice_is_told_by_its_verdict_and_the_others_by_their_bands(language: str) -> None:
    session = finish(session_of(seed=5), which=4)
    for turn in (1, 2, 3, 4):
        view = outcome_view(session, turn, NORDEN, language)
        lines = TurnTeller(language).outcome(view, headline_of(session, NORDEN))
        mine = [one for one in view.decisions if one.mine]
        assert len(mine) == 1
        assert lines[: len(view.debates)] == list(view.debates)
        for one in view.decisions:
            told = say(language, "decided_band", office=one.office, label=one.label, band=one.band)
            assert (told in lines) == (not one.mine)


def test_where_there_is_no_verdict_the_own_choice_is_told_too() -> None:
    session = do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree")
    lines = TurnTeller("en").outcome(outcome_view(session, 1, NORDEN, "en"), ("stock", "goodwill"))
    assert say("en", "decided_line", office="Minister of Norden", label="Sign the pact") in lines


def test_the_five_receipts_told_are_those_worth_most_and_none_is_less_than_a_tenth() -> None:
    session = finish(session_of(seed=5), which=4)
    for turn in (1, 2, 3, 4):
        view = outcome_view(session, turn, NORDEN, "en")
        lines = TurnTeller("en").outcome(view, headline_of(session, NORDEN))
        *receipts, last = [line for line in lines if line.startswith("  ")]
        assert last.startswith(say("en", "receipts_rest", count="#").partition("#")[0])
        entries = [(one, entry) for one in view.moved for entry in one.entries if entry.places]
        told = [pair for pair in entries if abs(pair[1].applied) >= 100]
        told.sort(key=lambda pair: (-pair[1].weight, pair[1].receipt))
        assert [line.strip().partition(":")[0] for line in receipts] == [
            f"{signed_short(entry.applied)} {one.name}" for one, entry in told[:5]
        ]
        assert last == say("en", "receipts_rest", count=len(entries) - len(receipts))


def test_a_place_is_told_by_its_words_and_its_receipts_by_the_way_it_went() -> None:
    entry = Entry("1.1", 600, "a raid", "", (), "P1", "", weight=9)
    place = Moved("g", "Guerrero", 1000, 1600, better=False, entries=(entry,), much=True, span=2000)
    view = OutcomeView(1, (), (), (), (evolve(place, levels=("tense", "violent")),), ())
    lines = TurnTeller("en").outcome(view, ("g",))
    assert "Moved: Guerrero: tense, now violent." in lines
    assert "  Guerrero, tenser: a raid (P1)" in lines
    still = evolve(place, levels=("tense", "tense"), much=False)
    drifting = TurnTeller("en").outcome(evolve(view, moved=(still,)), ("g",))
    assert not [one for one in drifting if "Guerrero" in one]


@LANGUAGES
def test_what_the_own_decisions_moved_is_told_before_what_others_did(language: str) -> None:
    session = finish(session_of(seed=5), which=4)
    for turn in (1, 2, 3, 4):
        view = outcome_view(session, turn, NORDEN, language)
        lines = TurnTeller(language).outcome(view, headline_of(session, NORDEN))
        first = lines[lines.index(say(language, "what_followed")) + 1]
        assert first == own_line(own(view.moved), language)


def test_each_countrys_paper_has_one_line_and_deals_come_first() -> None:
    session = do(start(*BOTH), "quota", "quota", "talks/sign", "talks/agree")
    view = outcome_view(session, 1, SUDEN, "en")
    lines = TurnTeller("en").outcome(view, ("stock",))
    papers = [line for line in lines if line.split(":")[0] in {one.paper for one in view.headlines}]
    assert papers == ["Norden's paper: The quota stands", "Suden's paper: Suden agrees to share"]


def test_something_is_said_to_have_moved_whenever_anything_did() -> None:
    session = do(start(*BOTH), "quota", "quota", "talks/sign", "talks/agree")
    view = outcome_view(session, 1, NORDEN, "en")
    lines = TurnTeller("en").outcome(view, ())
    first = view.moved[0]
    what = f"{first.name} {signed_short(first.after - first.before)}"
    assert say("en", "moved_brief", what=what) in lines
