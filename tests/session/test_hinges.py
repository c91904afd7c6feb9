"""What a game hung on: a claim taken back, the decisions as they were."""

from attrs import evolve

from dosmesas.session.at_work import moved_line
from dosmesas.session.hinges import SHOWN, HingeSearch, moving_claims, without
from dosmesas.session.session import Session
from dosmesas.session.setup import AUTO, Setup
from dosmesas.session.tell_hinges import hinge_lines
from tests.support.arguing import argue
from tests.support.making import NORDEN, change, event, made, option, rule
from tests.support.small import harbour


def finished() -> Session:
    """A game in which two rules on claims of their own push two numbers."""
    one, two = [name for name, claim in sorted(harbour().ruleset.dossier.claims.items()) if not claim.rival][
        :2
    ]
    rules = (rule("a", change("stock", "1", one)), rule("b", change("poaching", "0.1", two)))
    seats = {NORDEN: (option("day/a"), option("day/b", change("goodwill", "1", one)))}
    pack = made((event("day", seats, repeats=True),), rules=rules)
    session = Session.start(pack, Setup((NORDEN,), 5, argue=AUTO))
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[-1])
    return session


def test_the_claims_that_moved_most_come_first() -> None:
    session = finished()
    by_rule = {one.id: one.effects[0].because[0] for one in session.pack.ruleset.rules.values()}
    assert moving_claims(session) == [by_rule["a"], by_rule["b"]]
    assert HingeSearch(session, most=1).claims == (by_rule["a"],)


def test_without_a_claim_its_effects_do_not_come_and_decisions_stay() -> None:
    session = finished()
    claim = moving_claims(session)[0]
    hinge = without(session, claim)
    mine, other = hinge.scores[NORDEN]
    assert (mine, hinge.lost) == (session.game.returns(session.state)[NORDEN], 0)
    doubting = evolve(session.game.view, beliefs={**session.game.view.beliefs, claim: 0})
    again = Session.start(session.pack, Setup((NORDEN,), 5, argue=AUTO))
    again.game = evolve(again.game, view=doubting, tables=type(again.game.tables)(session.pack, doubting))
    while (seat := again.next_seat()) is not None:
        again.decide(seat, again.legal(seat)[-1])
    assert other == again.game.returns(again.state)[NORDEN] != mine


def test_both_languages_tell_the_claim_its_paragraph_and_the_limit() -> None:
    session = argue(turns=4)
    search = HingeSearch(session)
    found = search.found()
    assert found == tuple(sorted(found, key=lambda one: one.weight, reverse=True))
    for language in ("en", "es"):
        told = hinge_lines(session, found, len(search.claims), language)
        assert str(len(search.claims)) in told[-1]
        assert len(told) <= 5
        moved = [moved_line(session, one.claim, language) for one in found[:SHOWN]]
        assert [line in text for line, text in zip(moved, told[1:-1], strict=True)] == [True] * len(moved)
    assert hinge_lines(session, (), 0, "en") == []
    assert len(hinge_lines(session, (), 3, "en")) == 3
