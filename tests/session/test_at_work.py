"""The claims at work in a game, with what each moved and by how much."""

from dosmesas.session.at_work import top_claims
from dosmesas.text.catalog import say
from tests.support.making import NORDEN, change
from tests.support.playing import finish, one_day, start


def test_the_claims_that_moved_most_come_first_and_assumptions_are_no_claims() -> None:
    claims = [one.text for one in top_claims(finish(start(NORDEN)), "en")]
    assert claims[0].startswith("stock-falls (fact, P1)")
    assert not any("broken-word" in one for one in claims)
    assert len(top_claims(finish(start(NORDEN)), "en", count=1)) == 1


def test_a_claim_at_work_has_the_sums_of_what_its_receipts_moved_the_furthest_first() -> None:
    day = (change("goodwill", "+1"), change("stock", "+5"), change("stock", "-2"), change("poaching", "+2"))
    session = finish(start(NORDEN, pack=one_day(*day, turns=2)))
    (claim,) = top_claims(session, "en")
    assert claim.moved == "Moved in all: Stock +6; Poaching +4; Goodwill +2."


def test_a_claim_that_moved_a_number_up_and_down_alike_says_so() -> None:
    session = finish(start(NORDEN, pack=one_day(change("stock", "+2"), change("stock", "-2"), turns=1)))
    assert top_claims(session, "en")[0].moved == say("en", "claim_unmoved")
