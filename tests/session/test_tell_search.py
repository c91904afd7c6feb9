"""What `search` says: how far it came, and never more than is proven."""

from functools import cache

import pytest
from attrs import evolve

from dosmesas.model.rules import Pack
from dosmesas.session.tell_search import Judged, SearchTeller, search_record
from dosmesas.session.tell_ways import way_lines
from dosmesas.sim.search.explore import Budget, Found, search
from dosmesas.sim.search.facts import Fact
from dosmesas.sim.search.worth import worth
from tests.support.making import regatta
from tests.support.small import harbour, parley

ARGUED = evolve(parley(), turns=1)
SEA = Fact("ending", "shared-sea")


@cache
def found(pack: Pack, states: int = 100_000) -> Found:
    return search(pack, pack.ruleset.worldviews["authors"], budget=Budget(states))


def told(searched: Found, language: str = "en", **given: object) -> str:
    return "\n".join(SearchTeller(searched, language, worth(searched), **given).lines())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Finished: 301 states, 52 of them ends", "Can never come, proven:", "shared-sea 25.0 %")),
        ("es", ("Terminada: 301 estados, de ellos 52 finales", "Nunca puede ocurrir", "shared-sea 25.0 %")),
    ],
)
def test_a_finished_search_tells_states_proofs_and_odds(language: str, words: tuple[str, ...]) -> None:
    text = told(found(harbour()), language)
    assert all(one in text for one in words)
    assert "option:talks/threaten (" in text
    assert "talks/agree: 0; 100 (12" in text


def test_an_unfinished_search_says_where_it_stopped_and_calls_nothing_proven_unreachable() -> None:
    text = told(found(regatta(), 1000))
    assert "the budget of states ended in turn 2, choices" in text
    assert "never come" not in text
    assert "taken on whole" in text
    record = search_record(SearchTeller(found(regatta(), 1000), "en"))
    assert record["unreachable"] == []
    assert record["stopped"] == "states"


def test_what_a_supposed_debate_leaves_out_is_said_and_what_came_after_it_only_may_come() -> None:
    text = told(found(ARGUED))
    assert "supposed, not held" in text
    assert "No hands, no manners" in text
    assert "May come" in text
    assert "never come" not in text
    assert "if debates end so" in "\n".join(way_lines(found(ARGUED), SEA, "en"))


def test_what_the_shared_rules_declare_is_listed_apart() -> None:
    text = told(found(harbour()), shared=frozenset({Fact("ending", "empty-sea")}))
    assert "Of the rules that packs share, not in this pack: ending:empty-sea." in text


def test_a_way_tells_words_choices_and_chance_and_where_it_comes_without_one() -> None:
    lines = "\n".join(way_lines(found(harbour()), SEA, "en"))
    assert "turn 1: Minister of Norden: talks/sign; Minister of Suden: talks/agree" in lines
    assert "before turn 2: no bulletins" in lines
    assert [*way_lines(found(harbour()), Fact("option", "talks/threaten"), "en")] == [
        "No way to option:talks/threaten was found."
    ]


def test_a_thing_that_only_a_game_saw_is_shown_by_its_seed() -> None:
    searched = search(ARGUED, ARGUED.ruleset.worldviews["authors"])
    searched.played = {SEA: 7}
    assert "in the game of seed 7" in next(iter(way_lines(searched, SEA, "en")))


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("proven", "it is so"),
        ("refuted", "it is not so; see --show ending:shared-sea"),
        ("open", "neither proven"),
    ],
)
def test_each_finding_of_check_gets_its_answer(verdict: str, words: str) -> None:
    assert words in told(found(harbour()), judged=[Judged("W0503", SEA, verdict)])


def test_the_record_has_exact_odds() -> None:
    record = search_record(SearchTeller(found(harbour()), "en", worth(found(harbour())), shown=(SEA,)))
    assert record["odds"]["shared-sea"] == {"exact": "1/4", "about": 0.25}
    assert record["layers"][1] == {"layer": "turn 1, words", "states": 2, "whole": 2, "thin": 0}
    assert record["ways"]["ending:shared-sea"]
