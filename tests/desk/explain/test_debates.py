"""What debates are made of can be explained: policy lines, questions, audiences."""

import re

from dosmesas.desk.explain.answer import Answer
from dosmesas.desk.explain.find import answers, explain
from dosmesas.model.rules import Pack
from tests.support.shipped import shipped
from tests.support.small import harbour, parley


def of_kind(kind: str, name: str, pack: Pack) -> Answer:
    (found,) = [one for one in answers(pack, name, "en") if one.kind == kind]
    return found


def lines(kind: str, name: str, key: str) -> list[str]:
    (found,) = [part for part in of_kind(kind, name, parley()).parts if part.key == key]
    return list(found.lines)


def part(name: str, key: str) -> list[str]:
    return lines("line" if name == "quota" else "question", name, key)


def test_a_policy_line_says_what_it_argues_by_the_question_that_it_answers() -> None:
    assert next(of_kind("line", "quota", parley()).told("en")) == "quota: policy line"
    reasons = part("quota", "reasons")
    assert reasons[:2] == [
        "Is it bad enough to act? (serious)",
        "  a-tenth-gone: A tenth of the fish is gone",
    ]
    works = reasons.index("Will it work? (works)")
    assert reasons[works + 1] == "  a-pact-holds: A pact gives the fish time"
    assert len(reasons) == 2 + 6


def test_a_policy_line_tells_rebuttals_and_replies_apart_and_misses_no_card() -> None:
    rebuttals, replies = part("quota", "rebuttals"), part("quota", "replies")
    assert "talk-is-cheap (against talks-open-doors): They talked last year" in rebuttals
    assert "boats-are-lost (feeds works): Idle boats rust" in rebuttals
    assert replies == [
        "counts-are-shared-now (against talk-is-cheap, nobody-counts): This time the counts are shared"
    ]
    cards = parley().ruleset.bank.lines["quota"].cards
    assert len(cards) == len(rebuttals) + len(replies) + len(part("quota", "reasons")) - 2
    assert part("quota", "rests_on") == ["stock-falls", "pact-saves-stock", "talks-help", "fish-come-back"]


def test_a_policy_line_names_the_options_that_are_argued_with_it_or_says_that_there_are_none() -> None:
    using = [
        option.id
        for event in parley().events.values()
        for options in event.seats.values()
        for option in options
        if "quota" in option.lines
    ]
    argued = part("quota", "argued")
    assert using
    assert [line.split()[1] for line in argued] == using
    assert all(re.fullmatch(r"option \S+ \(\S*events/[\w-]+\.yaml:\d+\)", line) for line in argued)
    assert of_kind("line", "quota", harbour()).as_json()["argued"] == ["none of harbour"]


def test_the_line_on_arms_is_told_in_both_languages() -> None:
    pack = shipped("culiacan")
    for language, start, argues in (
        ("en", "arms: policy line", "Most guns seized in Mexico came from the north"),
        ("es", "arms: línea de política", "La mayoría de las armas decomisadas en México vino del norte"),
    ):
        text = " ".join("\n".join(explain(pack, "arms", language)).split())
        assert text.startswith(start)
        assert f"guns-come-from-north: {argues}" in text
        assert "gun-show/trace-every-rifle (" in text


def test_an_audience_says_who_answers_to_it_what_it_doubts_most_and_what_it_makes_of_options() -> None:
    answer = of_kind("audience", "fishers", parley()).as_json()
    assert answer["text"] == "Fishers\nThose who live by it."
    assert answer["doubts"] == ["Will it work? (works) 0.7", "Is it bad enough to act? (serious) 0.4"]
    assert answer["par"] == ["0.35"]
    offices = parley().ruleset.offices.values()
    shares = [f"{one.id} {share}" for one in offices for name, share in one.audiences if name == "fishers"]
    assert shares
    assert answer["heard_by"] == shares
    stances = answer["stances"]
    assert isinstance(stances, list)
    assert any(re.fullmatch(r"drill/\S+: \+?3 \(\S*drill.yaml:\d+\)", line) for line in stances), stances


def test_a_question_says_who_doubts_it_and_which_cards_answer_or_feed_it() -> None:
    assert of_kind("question", "works", parley()).text == "Will it work?"
    assert part("works", "doubted") == ["fishers 0.7", "press 0.5"]
    assert part("works", "answered")[:2] == ["a-pact-holds", "talks-open-doors"]
    assert part("works", "cut_by")[0] == "a-tenth-gone"
    assert part("works", "worsened") == ["boats-are-lost"]
