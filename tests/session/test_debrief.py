"""The debrief: what each decision brought in the end, the claims at work, scores, and what was hidden."""

import pytest

from dosmesas.engine.receipts import ReceiptKind
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.session.debrief import debrief, decisions
from tests.support.making import NORDEN, SUDEN, after, chance, change, regatta
from tests.support.playing import BOTH, do, finish, one_day, secretive, start
from tests.support.small import harbour


def test_a_decision_is_credited_with_what_it_set_going() -> None:
    session = finish(do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree"))
    brought = {(one.turn, one.label): one.sums for one in decisions(session, "en")}
    assert brought[1, "Sign the pact"] == (("Stock", 4000, True), ("Goodwill", 3000, True))
    assert brought[1, "Agree to share"] == (("Poaching", -5000, True),)


def test_what_lands_in_the_outlook_or_by_chance_later_counts_for_the_turn_that_set_it_going() -> None:
    late = after("day/act~1", 4, chance("day/act~2", 99, after("day/act~3", 2, change("goodwill", "+1"))))
    session = finish(start(*BOTH, pack=one_day(late, turns=2), draws="least"))
    sums = [one.sums for one in decisions(session, "en") if one.label == "act"]
    assert sums == [(("Goodwill", 1000, True),)] * 2


def test_sums_of_a_decision_stand_in_the_order_of_their_weight() -> None:
    pack = one_day(change("goodwill", "+1"), change("poaching", "+9"), change("stock", "-2"), turns=1)
    (first, *_) = decisions(finish(start(*BOTH, pack=pack)), "en")
    assert [(name, value, good) for name, value, good in first.sums] == [
        ("Poaching", 9000, False),
        ("Stock", -2000, False),
        ("Goodwill", 1000, True),
    ]


@pytest.mark.parametrize("seed", range(5))
def test_all_decisions_together_account_for_every_change_made_by_an_option(seed: int) -> None:
    session = start(pack=regatta(), seed=seed, counterpart="random")
    names = {one.name("en"): one.id for one in regatta().ruleset.indicators.values()}
    told: dict[str, int] = {}
    for one in decisions(session, "en"):
        for name, value, _ in one.sums:
            told[names[name]] = told.get(names[name], 0) + value
    made: dict[str, int] = {}
    for receipt in session.receipts:
        if receipt.kind is ReceiptKind.CHANGE and "/" in receipt.by:
            made[receipt.indicator] = made.get(receipt.indicator, 0) + receipt.applied
    assert {name: value for name, value in told.items() if value} == {
        name: value for name, value in made.items() if value
    }


def test_ones_own_decisions_come_first_in_each_turn_and_are_marked() -> None:
    found = decisions(finish(start(SUDEN)), "en")
    assert [(one.turn, one.mine) for one in found] == [
        (turn, mine) for turn in (1, 2, 3) for mine in (True, False)
    ]


def test_scores_are_the_returns_with_ones_own_marked_and_the_joint_one() -> None:
    session = finish(start(NORDEN))
    view = debrief(session, "en")
    assert {one.office: (one.value, one.mine) for one in view.scores} == {
        "Minister of Norden": (session.game.returns(session.state)[NORDEN], True),
        "Minister of Suden": (session.game.returns(session.state)[SUDEN], False),
    }
    assert view.joint == session.game.joint_return(session.state)


def test_paths_go_from_the_start_over_every_turn_to_the_outlook() -> None:
    session = finish(start(SUDEN))
    view = debrief(session, "en")
    assert view.turns == 3
    assert [one.id for one in view.paths] == ["stock", "goodwill", "poaching"]
    for row in view.paths:
        indicator = harbour().ruleset.indicators[row.id]
        slot = list(harbour().ruleset.indicators).index(row.id)
        assert len(row.history) == 1 + 3 + 12
        assert row.history[0] == indicator.start
        assert row.history[3] == session.state.at_last[slot]
        assert row.history[-1] == session.state.values[slot]


def test_every_seats_secret_is_opened_and_the_questions_are_asked() -> None:
    view = debrief(finish(start(*BOTH)), "en")
    assert view.secrets == (
        ("Minister of Norden", "An informer sits in Suden."),
        ("Minister of Suden", "The counts are too low."),
    )
    assert view.questions == ("Whose fish is it?",)
    assert (view.ending, view.text) == ("A shared sea", "Both fish less and longer.")


def test_what_a_hidden_reason_brought_is_told_at_the_end() -> None:
    brought = {
        one.label: dict(sum_[:2] for sum_ in one.sums)
        for one in decisions(finish(start(*BOTH, pack=secretive(), draws="least")), "en")
    }
    assert brought["rest"]["Goodwill"] == -4250
    assert "Poaching" in brought["act"]


@pytest.mark.parametrize("name", shipped_packs())
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_shipped_pack_has_a_whole_debrief_in_both_languages(name: str, language: str) -> None:
    pack = load_pack(name)
    session = start(pack=pack)
    view = debrief(session, language)
    assert view.ending
    assert view.text
    assert len(view.claims) == 3
    assert all(one.moved for one in view.claims)
    assert len(view.teaching) == 2
    came = [pack.events[one] for one, _ in session.state.happened if one in pack.events]
    of_events = [f"{one.title(language)}: {one.question(language)}" for one in came if one.question]
    assert [*view.questions] == [*(one(language) for one in pack.questions), *dict.fromkeys(of_events)]
    assert len(pack.questions) == 3
    assert all(text for _, text in view.secrets)
    assert view.later
