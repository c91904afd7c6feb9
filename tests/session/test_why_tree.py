"""The tree behind a number: down to the paragraph and to what speaks against its claims."""

from dosmesas.session.ledger import ledger
from dosmesas.session.tree import Branch
from dosmesas.session.why_tree import tree_of, tree_of_receipt
from tests.support.making import NORDEN, SUDEN, change, set_flag
from tests.support.playing import BOTH, do, one_day, secretive, start


def texts(branches: tuple[Branch, ...]) -> list[str]:
    return [text for one in branches for text in (one.text, *texts(one.inside))]


def after_talks() -> object:
    return do(start(*BOTH, draws="fixed"), "quota", "silent", "talks/refuse", "talks/agree")


def test_a_branch_goes_down_to_the_decision_the_paragraph_and_the_rival() -> None:
    grown = tree_of(after_talks(), "stock", 1, SUDEN, "en")
    found = texts(grown.branches)
    assert "-1.5 more is caught than grows (P1; figure of P1)" in found
    assert any(one.startswith("paragraph 1 of the article: ") for one in found)
    pact = do(start(*BOTH, pack=one_day(change("stock", "+1", "pact-saves-stock"))), "day/act", "day/rest")
    rival = next(one for one in texts(tree_of(pact, "stock", 1, NORDEN, "en").branches) if "fish-come" in one)
    assert rival.startswith("against it: fish-come-back (cause, rival view): ")
    assert rival.endswith("Believed 0 %.")
    goodwill = texts(tree_of(after_talks(), "goodwill", 1, NORDEN, "en").branches)
    assert "decided in turn 1: Minister of Norden: Refuse" in goodwill


def test_claims_carry_their_ids_and_receipts_theirs() -> None:
    grown = tree_of(after_talks(), "goodwill", 1, NORDEN, "en")
    assert [one.claim for one in grown.branches[0].inside][-1] == "talks-help"
    assert grown.branches[1].receipt.startswith("1.")
    assert grown.place_of(grown.branches[1].receipt) == 1


def test_without_a_receipt_the_largest_reason_is_the_one() -> None:
    grown = tree_of(after_talks(), "goodwill", 1, NORDEN, "en")
    assert grown.sizes[grown.place_of("")] == -6000


def test_hidden_reasons_have_nothing_behind_them() -> None:
    session = do(start(*BOTH, pack=secretive()), "day/act", "day/rest")
    for branch in tree_of(session, "stock", 1, NORDEN, "en").branches:
        if "cannot see" in branch.text:
            assert branch.inside == ()
    assert "oaching" not in repr(tree_of(session, "stock", 1, NORDEN, "en"))


def test_of_the_turn_being_played_it_tells_what_has_landed() -> None:
    session = start(NORDEN)
    landed = [one for one in session.receipts if one.turn == session.state.turn and one.moves]
    assert landed
    grown = tree_of(session, landed[0].indicator, session.state.turn, None, "en")
    assert f"turn {session.state.turn} so far" in grown.heading[0]
    assert len(grown.branches) == len([one for one in landed if one.indicator == landed[0].indicator])


def test_before_the_first_turn_is_over_it_says_where_the_number_stands() -> None:
    grown = tree_of(start(NORDEN), "stock", 0, NORDEN, "en")
    assert grown.branches == ()
    assert "No turn is over yet" in grown.heading[0]


def test_a_flag_has_a_tree_too_and_what_the_office_may_not_see_has_none() -> None:
    session = do(start(*BOTH, pack=one_day(set_flag("pact"))), "day/act", "day/rest")
    flag = next(one.receipt for one in ledger(session, NORDEN, "en").lines if not one.moves)
    assert "decided in turn 1: Minister of Norden: act" in texts(
        tree_of_receipt(session, flag, NORDEN, "en").branches
    )
    session = do(start(*BOTH, pack=one_day(set_flag("informer", to=False))), "day/act", "day/rest")
    hidden = next(one.id for one in session.receipts if one.indicator == "informer")
    assert tree_of_receipt(session, hidden, SUDEN, "en").branches == ()
    assert tree_of_receipt(session, hidden, None, "en").branches
