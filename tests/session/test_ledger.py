"""The ledger: every receipt that an office may see, narrowed and summed, and nothing of what it may not."""

import pytest

from dosmesas.engine.receipts import ReceiptKind
from dosmesas.model.rules import Pack
from dosmesas.session.ledger import By, Filter, eyes, folded, ledger, seen_indicators
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.tell_ledger import LedgerTeller
from dosmesas.session.views import EVERYBODY
from tests.support.making import NORDEN, SUDEN, after, chance, change, regatta, set_flag
from tests.support.playing import BOTH, do, finish, one_day, secretive, start
from tests.support.shipped import shipped

HIDDEN = "for reasons you cannot see; the debrief opens them"


def told(session: Session, seat: str | None, typed: str = "", language: str = "en") -> list[str]:
    book = ledger(session, seat, language)
    return [*LedgerTeller(book, language).told(book.meant(typed))]


@pytest.mark.parametrize("seat", [NORDEN, SUDEN, EVERYBODY, None])
@pytest.mark.parametrize("pack", [regatta(), secretive()], ids=["regatta", "secretive"])
def test_by_indicator_the_running_sum_ends_at_the_change(pack: Pack, seat: str | None) -> None:
    session = finish(start(*BOTH, pack=pack))
    book = ledger(session, seat, "en")
    assert book.values[By.INDICATOR]
    for value in book.values[By.INDICATOR]:
        lines = book.narrowed(Filter(By.INDICATOR, value.id))
        change_of = book.changes[value.id]
        assert lines[-1].sum == change_of.now - change_of.start
        assert "make up the whole change" in told(session, seat, value.name)[-1]


def test_in_the_middle_of_a_game_the_sum_ends_where_the_number_stands_now() -> None:
    session = start(NORDEN)  # something lands as the first turn begins
    book = ledger(session, NORDEN, "en")
    assert {one.turn for one in book.lines} == {1}
    lines = book.narrowed(Filter(By.INDICATOR, "stock"))
    assert book.changes["stock"].start + lines[-1].sum == session.game.tables.scene(session.state).value(
        "stock"
    )


def test_each_office_reads_the_receipts_of_what_it_sees_and_no_others() -> None:
    session = finish(start(*BOTH, pack=secretive()))
    session.path.pop()  # not over: nothing is opened yet
    for seat in BOTH:
        seen = {one.id for one in session.pack.ruleset.indicators.values() if one.seen(seat)}
        moved = {one.id for one in session.receipts if one.moves and one.indicator in seen}
        assert {one.receipt for one in ledger(session, seat, "en").lines if one.moves} == moved


def test_what_is_of_hidden_origin_says_so_and_tells_nothing_else() -> None:
    session = do(start(*BOTH, pack=secretive()), "day/act", "day/rest", "day/act", "day/rest")
    for seat in (*BOTH, EVERYBODY):
        book = ledger(session, seat, "en")
        hidden = [one for one in book.lines if one.text == HIDDEN]
        assert hidden
        assert {(one.basis, one.by, one.claims) for one in hidden} == {("", "", ())}
        assert any(HIDDEN in line for line in told(session, seat))
    assert "oaching" not in repr(ledger(session, NORDEN, "en"))
    assert "informer" not in repr(ledger(session, SUDEN, "en"))
    assert not [
        one for one in ledger(session, EVERYBODY, "en").lines if one.indicator in {"poaching", "informer"}
    ]


def test_the_debrief_opens_everything() -> None:
    session = finish(start(*BOTH, pack=secretive()))
    book = ledger(session, None, "en")
    assert len(book.lines) == len([*session.receipts])
    assert not [one for one in book.lines if one.text == HIDDEN]


def test_draws_delays_and_flags_are_lines_with_words_in_place_of_an_amount() -> None:
    effects = (
        set_flag("pact"),
        chance("day/act~1", 99, change("stock", "+1")),
        after("day/act~2", 1, change("goodwill", "+2")),
    )
    session = do(start(*BOTH, pack=one_day(*effects)), "day/act", "day/rest")
    lines = told(session, NORDEN)
    assert "  now in force: a fishing pact: Minister of Norden: act (P1; our estimate)" in lines
    assert "  chance came: Minister of Norden: act" in lines
    assert "  due in turn 2: Minister of Norden: act" in lines
    assert (
        "  +2 Goodwill: set going earlier: Minister of Norden: act (P1; our estimate); for the better"
        in lines
    )


def test_a_delay_that_moves_only_what_the_office_does_not_see_is_no_line_of_its() -> None:
    session = do(
        start(*BOTH, pack=one_day(after("day/act~1", 1, change("poaching", "+2")))), "day/act", "day/rest"
    )
    kinds = {seat: [one.what for one in ledger(session, seat, "en").lines] for seat in BOTH}
    assert not any("due" in what for what in kinds[NORDEN])
    assert any("due" in what for what in kinds[SUDEN])
    assert ReceiptKind.SCHEDULED in {one.kind for one in session.receipts}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("stock", Filter(By.INDICATOR, "stock")),
        ("  STOCK ", Filter(By.INDICATOR, "stock")),
        ("sto", Filter(By.INDICATOR, "stock")),
        ("talks-help", Filter(By.CLAIM, "talks-help")),
        ("talks/refuse", Filter(By.SOURCE, "talks/refuse")),
        ("more is caught than grows", Filter(By.SOURCE, "stock-shrinks")),
        ("caught grows", Filter(words="caught grows")),
        ("", Filter()),
    ],
)
def test_what_is_typed_is_taken_for_what_it_names_else_for_words(typed: str, found: Filter) -> None:
    session = do(start(*BOTH, draws="fixed"), "quota", "silent", "talks/refuse", "talks/agree")
    book = ledger(session, NORDEN, "en")
    assert book.meant(typed) == found
    assert book.narrowed(found)


def test_words_are_found_whatever_their_accents_and_capitals_and_all_must_occur() -> None:
    pack = shipped("culiacan")
    seat = "mx.security_secretary"
    session = Session.start(pack, Setup((seat,), 3, argue="auto", language="es"))
    while session.state.turn == 1:
        session.decide(seat, session.legal(seat)[0])
    book = ledger(session, seat, "es")
    assert book.narrowed(Filter(words="PRESIDENCIA mexico"))
    for line in book.narrowed(Filter(words="presidencia de méxico")):
        assert "presidencia" in folded(f"{line.name} {line.text}")
    assert book.narrowed(Filter(words="zebra presidencia")) == ()


def test_a_paragraph_is_a_whole_word() -> None:
    session = finish(start(NORDEN))
    book = ledger(session, None, "en")
    assert {
        place for one in book.narrowed(Filter(words="p1")) for place in one.basis.split(";")[0].split(", ")
    } >= {"P1"}
    assert all(
        "P1" in one.basis.replace(";", ",").split(",")[0] or ", P1" in one.basis
        for one in book.narrowed(Filter(words="P1"))
    )
    assert book.narrowed(Filter(words="p10")) == ()


def test_a_step_goes_round_the_values_of_a_kind_and_keeps_the_words() -> None:
    session = finish(start(NORDEN))
    book = ledger(session, None, "en")
    ids = [one.id for one in book.values[By.CLAIM]]
    at, seen = Filter(words="a"), list[str]()
    for _ in range(len(ids) + 1):
        at = book.stepped(at, By.CLAIM)
        seen.append(at.value)
    assert seen == [*ids, ids[0]]
    assert at.words == "a"
    assert book.stepped(at, By.CLAIM, -1).value == ids[-1]
    assert book.stepped(at, By.SOURCE).value == book.values[By.SOURCE][0].id


def test_before_anything_has_moved_the_ledger_says_so() -> None:
    session = start(*BOTH, pack=one_day())
    assert told(session, NORDEN) == ["No receipt yet: they come as a turn ends."]
    assert ledger(session, NORDEN, "en").stepped(Filter(), By.CLAIM) == Filter()


def test_with_words_besides_the_sum_is_told_as_a_part() -> None:
    session = do(start(NORDEN), "quota", "talks/sign")
    book = ledger(session, NORDEN, "en")
    wanted = Filter(By.INDICATOR, "stock", "caught")
    lines = book.narrowed(wanted)
    assert lines
    total = LedgerTeller(book, "en").total(wanted, lines)
    assert total.startswith("Sum of these lines -1.5")


def test_the_eyes_are_the_players_then_everybodys_and_at_the_end_all_is_open() -> None:
    assert eyes(start(NORDEN), "") == NORDEN
    assert eyes(start(*BOTH), "") == EVERYBODY
    assert eyes(start(*BOTH), SUDEN) == SUDEN
    assert eyes(finish(start(*BOTH)), SUDEN) is None


def test_numbers_on_screen_come_first() -> None:
    session = start(SUDEN)
    assert [one for one, _ in seen_indicators(session, SUDEN, "en")][: len(session.pack.headline)] == [
        *session.pack.headline
    ]
    assert {one for one, _ in seen_indicators(session, NORDEN, "en")} == {"goodwill", "stock"}
