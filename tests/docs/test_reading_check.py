"""The reading check: one source, four files, and what a learning platform reads in them."""

from collections import Counter
from typing import Any

import pytest

from tests.docs.scripts import DOCS, script
from tests.support.gift import GiftError, Read, read_gift

TEACHING = DOCS / "teaching"
MODULE = script("reading_check")
QUESTIONS: list[dict[str, Any]] = MODULE.source()["questions"]
CLAIMS = MODULE.claims()
LANGUAGES = ("en", "es")


def read(language: str) -> list[Read]:
    return read_gift((TEACHING / language / "reading-check.gift").read_bytes())


def marked(question: dict[str, Any], language: str) -> tuple[tuple[object, ...], tuple[str, ...]]:
    """The right and the wrong answers as the source has them."""
    match question["kind"]:
        case "choice":
            held = question["answers"]
            right = tuple(one[language] for one in held if one.get("right"))
            return right, tuple(one[language] for one in held if not one.get("right"))
        case "matching":
            return tuple((one["of"][language], one["to"][language]) for one in question["pairs"]), ()
        case "number":
            return ((float(question["answer"]), float(question["within"])),), ()
        case _:
            return (question["answer"],), ()


@pytest.mark.parametrize(("name", "text"), MODULE.files().items())
def test_the_files_are_written_from_the_source(name: str, text: str) -> None:
    assert (TEACHING / name).read_text(encoding="utf-8") == text, "run: python docs/reading_check.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_reader_finds_the_twelve_questions_with_exactly_the_marked_answers(language: str) -> None:
    found = read(language)
    assert len(found) == len(QUESTIONS) == 12
    for one, question in zip(found, QUESTIONS, strict=True):
        assert (one.kind, one.text, one.feedback) == (
            question["kind"],
            question["text"][language],
            question["feedback"][language],
        )
        assert (one.right, one.wrong) == marked(question, language)
        assert one.title.endswith(question["title"][language])
    assert {one.category for one in found} == {MODULE.source()["category"][language]}


def test_the_kinds_are_those_of_a_quarter_of_an_hour_and_no_letter_is_favoured() -> None:
    kinds = Counter(question["kind"] for question in QUESTIONS)
    assert kinds == {"choice": 7, "true-false": 2, "matching": 2, "number": 1}
    chosen = [question["answers"] for question in QUESTIONS if question["kind"] == "choice"]
    assert all(len(answers) == 4 for answers in chosen)
    letters = Counter(next(i for i, one in enumerate(answers) if one.get("right")) for answers in chosen)
    assert set(letters) == {0, 1, 2, 3}
    assert max(letters.values()) <= 2
    assert {question["answer"] for question in QUESTIONS if question["kind"] == "true-false"} == {True, False}


def test_both_languages_are_built_alike() -> None:
    shapes = [
        [(one.kind, len(one.right), len(one.wrong)) for one in read(language)] for language in LANGUAGES
    ]
    assert shapes[0] == shapes[1]
    pages = [(TEACHING / language / "reading-check.md").read_text(encoding="utf-8") for language in LANGUAGES]
    assert Counter(line[:2] for line in pages[0].splitlines() if line[:1] in "*|-#") == Counter(
        line[:2] for line in pages[1].splitlines() if line[:1] in "*|-#"
    )


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one["question"])
def test_a_question_rests_on_claims_that_are_there_and_on_a_paragraph(question: dict[str, Any]) -> None:
    assert set(question["claims"]) <= set(CLAIMS)
    assert len(set(question["claims"])) == len(question["claims"])
    assert any(CLAIMS[name].paragraph for name in question["claims"])
    for language in LANGUAGES:
        assert question["feedback"][language].count(".") == 1, "one sentence of feedback"


def test_the_number_is_the_figure_of_a_claim() -> None:
    one = next(question for question in QUESTIONS if question["kind"] == "number")
    assert str(one["answer"]) in {figure.value for name in one["claims"] for figure in CLAIMS[name].figures}


def test_the_paper_key_says_which_letter_each_pair_has() -> None:
    for question in QUESTIONS:
        if question["kind"] != "matching":
            continue
        sheet = MODULE.asked(1, question, "en")
        for entry in MODULE.answered(question, "en").split(", "):
            number, letter = entry.split()
            pair = question["pairs"][int(number) - 1]
            assert f"| {number} | {pair['of']['en']} |" in sheet
            assert f"| {letter} | {pair['to']['en']} |" in sheet


def test_what_means_something_in_gift_is_escaped_and_comes_back() -> None:
    hard = r"a: b = {c} ~ d # e \ f #### g :: h"
    text = f"::{MODULE.escaped(hard)}::{MODULE.escaped(hard)} {{\nTRUE\n####{MODULE.escaped(hard)}\n}}\n"
    (one,) = read_gift(text.encode())
    assert one.title == one.text == one.feedback == hard


@pytest.mark.parametrize(
    "text",
    [
        "::a::b {TRUE}",
        "b {TRUE####c}",
        "::a::b {=x ~y #### c = d}",
        "::a::b {=x ~y =z####c}",
        "::a::b {~x ~y####c}",
        "::a::b {=x -> y ~z####c}",
        "::a::b {TRUE####c} d",
        "::a::b \\q {TRUE####c}",
        "::a::b {T{RUE####c}",
        "::a::b {TRUE####c",
        "::a::<b> {TRUE####c}",
        "::a::b {TRUE\n\n####c}",
        "$CATEGORY: x\n::a::b {TRUE####c}",
    ],
)
def test_the_reader_refuses_what_would_mean_something_else(text: str) -> None:
    with pytest.raises(GiftError):
        read_gift(text.encode())
