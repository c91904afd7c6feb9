"""What is said in a debate as the text of an action, there and back."""

import pytest

from dosmesas.debate.judge import REST, Answer, Play
from dosmesas.engine.plays import answer_of, play_of, text_of, text_of_answer


@pytest.mark.parametrize(
    ("play", "text"), [((), "none"), (("a",), "a"), (("a", "b-c"), "a+b-c"), (("a", "b", "c"), "a+b+c")]
)
def test_a_case_is_its_cards_joined_and_none_without_any(play: Play, text: str) -> None:
    assert text_of(play) == text
    assert play_of(text) == play


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (REST, "rest"),
        (Answer("reply", "a"), "reply:a"),
        (Answer("reply", "inconsistent~a"), "reply:inconsistent~a"),
        (Answer("back", "a", "b"), "back:a:b"),
        (Answer("concede", "a"), "concede:a"),
    ],
)
def test_an_answer_says_what_it_does_with_which_cards(answer: Answer, text: str) -> None:
    assert text_of_answer(answer) == text
    assert answer_of(text) == answer
