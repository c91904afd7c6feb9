"""The tree behind a receipt: conditions with their values, delays, draws, words and decisions, as far as one sees."""

from dosmesas.session.session import Session
from dosmesas.session.tree import Branch, Grower
from tests.support.making import (
    NORDEN,
    SUDEN,
    after,
    chance,
    change,
    made,
    option,
    regatta,
    rule,
    set_flag,
    when,
)
from tests.support.making import event as an_event
from tests.support.playing import BOTH, do, finish, secretive, start


def told(session: Session, by: str, indicator: str, seat: str | None = None) -> tuple[Branch, ...]:
    """The tree of the last receipt of an owner before the outlook."""
    last = max(one.turn for one in session.state.decisions)
    own = [one for one in session.receipts if (one.by, one.indicator) == (by, indicator)]
    found = [one for one in own if one.turn <= last]
    return Grower(session, seat, "en").branches(found[-1])


def day(*effects: object, turns: int = 2, rules: tuple = ()) -> Session:
    """A game whose every day has these effects when no.minister waits."""
    seats = {NORDEN: (option("day/wait", *effects),), SUDEN: (option("day/rest"),)}
    pack = made((an_event("day", seats, repeats=True),), turns=turns, rules=rules)
    return finish(start(*BOTH, pack=pack))


def test_an_option_leads_to_the_decision_of_its_office() -> None:
    (decided,) = told(day(change("goodwill", "+1")), "day/wait", "goodwill")
    assert decided == Branch("decided in turn 2: Minister of Norden: wait")


def test_an_amount_is_told_with_its_value_and_with_what_it_read() -> None:
    amount, _ = told(day(change("stock", "-0.01 * poaching")), "day/wait", "stock")
    assert amount.text == "the amount was -0.01 * Poaching = -0.3"
    assert [one.text for one in amount.inside] == ["Poaching stood at 30; at the beginning, at 30"]


def test_a_condition_is_told_by_its_parts_with_what_moved_them() -> None:
    session = day(
        change("goodwill", "+1"),
        rules=(rule("feud", change("stock", "-1"), condition="goodwill > 41 and not pact"),),
    )
    above, flag = told(session, "feud", "stock")
    assert above.text == "because Goodwill > 41"
    assert above.inside[0].text == "Goodwill stood at 42; at the beginning, at 40"
    assert above.inside[0].inside[0].text == "+1 in turn 1: Minister of Norden: wait"
    assert flag.text == "a fishing pact: no, from the beginning"


def test_of_alternatives_only_the_one_that_decided_is_told() -> None:
    session = day(
        rules=(rule("either", change("stock", "-1"), condition="pact or stock >= 1 or goodwill > 0"),)
    )
    assert [one.text for one in told(session, "either", "stock")] == ["because Stock >= 1"]


def test_the_other_way_of_a_condition_says_that_it_did_not_hold() -> None:
    session = day(when("stock > 90", otherwise=(change("goodwill", "+1"),)))
    assert told(session, "day/wait", "goodwill")[0].text == "because this did not hold: Stock > 90"


def test_a_flag_leads_to_who_set_it() -> None:
    session = day(set_flag("pact"), rules=(rule("calm", change("stock", "+1"), condition="pact"),))
    (flag,) = told(session, "calm", "stock")
    assert flag.text == "a fishing pact: yes, since turn 1 (Minister of Norden: wait)"
    assert flag.inside == (Branch("decided in turn 1: Minister of Norden: wait"),)


def test_what_lands_later_leads_to_the_turn_and_the_decision_that_set_it_going() -> None:
    (cause,) = told(day(after("day/wait~1", 1, change("stock", "+1"))), "day/wait", "stock")
    assert cause.text == "set going in turn 1"
    assert cause.inside == (Branch("decided in turn 1: Minister of Norden: wait"),)


def test_a_chance_says_its_odds_and_whether_it_came() -> None:
    risk = chance("day/wait~1", 35, otherwise=(change("stock", "+1"),))
    seats = {NORDEN: (option("day/wait", risk),), SUDEN: (option("day/rest"),)}
    pack = made((an_event("day", seats, repeats=True),), turns=1)
    session = finish(start(*BOTH, pack=pack, draws="greatest"))
    (cause,) = told(session, "day/wait", "stock")
    assert cause.text == "a chance of 35 in 100 did not come about in turn 1"


def test_a_broken_word_says_whose_and_a_deal_whose_decisions() -> None:
    broken = do(start(*BOTH, draws="fixed"), "quota", "silent", "talks/refuse", "talks/agree")
    (said,) = told(broken, "word-broken", "goodwill")
    assert said.text.startswith("Word broken: Minister of Norden had promised")
    both = do(start(*BOTH, draws="fixed"), "quota", "quota", "talks/refuse", "talks/delay")
    said = [one for one in both.receipts if (one.by, one.indicator) == ("word-broken", "goodwill")]
    told_of = [Grower(both, None, "en").branches(one) for one in said]
    assert [[one.text[13:].partition(" had")[0] for one in branches] for branches in told_of] == [
        ["Minister of Norden"],
        ["Minister of Suden"],
    ]
    kept = do(start(*BOTH, draws="fixed"), "quota", "quota", "talks/sign", "talks/agree")
    deals = [one for one in kept.receipts if one.by == "quota"]
    texts = [one.text for one in Grower(kept, None, "en").branches(deals[0])]
    assert [text.partition(": ")[2].partition(":")[0] for text in texts] == [
        "Minister of Norden",
        "Minister of Suden",
    ]


def test_questions_to_the_history_are_answered_with_turn_and_office() -> None:
    session = day(rules=(rule("echo", change("stock", "-1"), condition="chose('wait') and happened('day')"),))
    chosen, came = told(session, "echo", "stock")
    assert chosen.text == "because this had been chosen: wait"
    assert chosen.inside == (Branch("decided in turn 2: Minister of Norden: wait"),)
    assert came.inside == (Branch("day: came in turn 2"),)


def test_what_rests_on_something_hidden_has_no_tree_for_who_does_not_see_it() -> None:
    session = finish(start(*BOTH, pack=secretive()))
    for seat in BOTH:
        for receipt in session.receipts:
            grown = Grower(session, seat, "en").branches(receipt)
            if seat == NORDEN:
                assert "oaching" not in repr(grown)


def test_every_tree_of_whole_games_ends_in_both_languages() -> None:
    for pack in (None, regatta()):
        session = start(counterpart="random", **({"pack": pack} if pack else {}))
        grower = Grower(session, None, "en")
        for receipt in session.receipts:
            if receipt.moves and receipt.by != "limit" and (receipt.reads or "/" in receipt.by):
                assert grower.branches(receipt), receipt
