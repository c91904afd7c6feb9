"""A condition in words, with the values of now."""

import pytest

from dosmesas.lang.parser import parse
from dosmesas.session.conditions import in_words
from tests.support.making import NORDEN
from tests.support.playing import start


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("goodwill >= 90", "Goodwill is at least 90 (now 40.0)"),
        ("goodwill <= 12.5", "Goodwill is at most 12.5 (now 40.0)"),
        ("stock > 60", "Stock is above 60 (now 50.0)"),
        ("stock < 60", "Stock is below 60 (now 50.0)"),
        ("stock == 60", "Stock is 60 (now 50.0)"),
        ("stock != 60", "Stock is not 60 (now 50.0)"),
        ("pact", "this is in force: a fishing pact"),
        ("not pact", "this is not in force: a fishing pact"),
        ("pact and stock >= 60", "this is in force: a fishing pact and Stock is at least 60 (now 50.0)"),
        ("pact or not informer", "this is in force: a fishing pact or this is not in force: an informer"),
        ("10 < stock < 60", "10 < stock < 60"),
        ("chose('sign')", "this was chosen earlier: Sign the pact"),
        ("happened('talks')", "this came up earlier: Talks"),
        ("turns_since('sign') > 2", "turns_since('sign') > 2"),
    ],
)
def test_a_condition_reads_as_a_sentence_or_stands_as_it_was_written(text: str, words: str) -> None:
    assert in_words(start(NORDEN, draws="greatest"), parse(text), "en") == words


def test_in_spanish_the_words_are_spanish() -> None:
    session = start(NORDEN)
    assert in_words(session, parse("goodwill >= 90 or pact"), "es") == (
        "Goodwill es al menos 90 (hoy 40.0) o está en vigor: a fishing pact"
    )
