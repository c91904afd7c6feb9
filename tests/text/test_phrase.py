"""A phrase is English where it is written, Spanish where it is asked for, and never reads what fills it."""

import pytest

from dosmesas.text.diagnostic import Problems
from dosmesas.text.local import Text
from dosmesas.text.phrase import NOTHING, PhraseError, phrase, sentences, told_of
from dosmesas.text.span import Span

TURNS = Text((("en", "turns"), ("es", "turnos")))


def test_a_phrase_is_told_in_the_language_asked_for() -> None:
    said = phrase("no option has the id '{name}'", name="sing")
    assert said.told("en") == str(said) == "no option has the id 'sing'"
    assert said.told("es") == "ninguna opción tiene el identificador 'sing'"


def test_what_fills_a_blank_is_told_in_the_same_language() -> None:
    inner = phrase("{name} is in {unit}", name=phrase("this amount"), unit=TURNS)
    said = phrase("{left}, {right}: they cannot be added", left=inner, right=inner)
    assert said.told("en").startswith("this amount is in turns, this amount is in turns: ")
    assert said.told("es").startswith("esta cantidad se mide en turnos, esta cantidad se mide en turnos: ")


def test_the_parts_of_a_tuple_are_listed_in_the_same_language() -> None:
    notes = (phrase("{name} is yes", name="pact"), phrase("{name} is {value}", name="turn", value="2"))
    assert phrase("{verdict}: {notes}", verdict="x", notes=notes).told("es") == "x: pact es yes, turn es 2"
    assert str(phrase("known keys: {known}", known=("en", "es"))) == "known keys: en, es"


@pytest.mark.parametrize("text", ["{name}", "{0.__class__}", "%s {{x}}", "{"])
def test_an_authors_text_is_put_in_as_it_is(text: str) -> None:
    for language in ("en", "es"):
        assert f"'{text}'" in phrase("no option has the id '{name}'", name=text).told(language)


def test_what_has_no_spanish_is_told_in_english() -> None:
    assert phrase("nobody translated {this}", this="it").told("es") == "nobody translated it"


def test_nothing_says_nothing_and_sentences_leave_it_out() -> None:
    assert not NOTHING
    assert NOTHING.told("es") == ""
    known = phrase("Offices: {known}", known=("a", "b"))
    assert sentences(NOTHING, known, NOTHING).told("es") == "Cargos: a, b"
    assert str(sentences(phrase("no bot '{name}'.", name="x"), known)) == "no bot 'x'. Offices: a, b"


def test_a_problem_is_short_and_inert_in_both_languages() -> None:
    problems = Problems()
    said = phrase("no option has the id '{name}'", name="\x1b[2J\n" + "x" * 900)
    problems.add("E0204", said, Span("f", 1, 1, 1, 1), hint=said, related=((said, Span("f", 2, 1, 2, 1)),))
    (one,) = problems
    for told in (one.message, one.hint, one.related[0][0]):
        for language in ("en", "es"):
            text = told.told(language)
            assert (len(text), text[-1]) == (300, "…")
            assert "\x1b" not in text
            assert "\n" not in text


def test_problems_stand_in_one_order_whatever_is_spoken() -> None:
    problems = Problems()
    place = Span("f", 1, 1, 1, 1)
    for said in (phrase("the file is empty"), phrase("a key must be a word")):
        problems.add("E0103", said, place)
    assert [str(one.message) for one in problems] == ["a key must be a word", "the file is empty"]
    assert [one.message.told("es") for one in problems] == [
        "una clave tiene que ser una palabra",
        "el archivo está vacío",
    ]


def test_an_error_is_told_in_a_language_and_any_other_in_its_own_words() -> None:
    error = PhraseError(phrase("the file is empty"))
    assert (str(error), told_of(error, "es")) == ("the file is empty", "el archivo está vacío")
    assert told_of(ValueError("plain"), "es") == "plain"
