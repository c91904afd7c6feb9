"""Numbers as they may be typed: what is none is asked again, and nothing is lost."""

import io

import pytest

from dosmesas.plain.asking import Asker, numbers_in, picked
from dosmesas.plain.page import Page
from dosmesas.text.catalog import say
from tests.support.making import NORDEN
from tests.support.rounds import session_of
from tests.support.talking import answer

ODD = ("", "  ", ",", "1 1", "1 2 3", "0 1", "6", "9" * 5000, "1234567", "-1", "1.5", "1;2", "١", "²", "one")


def asker(*lines: str, language: str = "en") -> tuple[Asker, io.StringIO]:
    out = io.StringIO()
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    return Asker(session_of(None, NORDEN), source, Page(out, language)), out


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("1", (1,)),
        ("3 1", (3, 1)),
        ("1,3", (1, 3)),
        (" 1 ,  3, ", (1, 3)),
        ("000012", (12,)),
        ("", None),
        (" , ", None),
        ("1 x", None),
        ("0000012", None),
        ("9" * 5000, None),
        ("١", None),
        ("1.0", None),
    ],
)
def test_numbers_are_parted_by_spaces_or_commas_and_by_nothing_else(
    line: str, numbers: tuple[int, ...] | None
) -> None:
    assert numbers_in(line) == numbers


@pytest.mark.parametrize(("line", "picks"), [("0", ()), ("2", (2,)), ("5 1", (5, 1)), ("1,5", (1, 5))])
def test_up_to_so_many_different_numbers_may_be_picked_or_none(line: str, picks: tuple[int, ...]) -> None:
    assert picked(line, 5, 2) == picks


@pytest.mark.parametrize("line", ODD)
def test_anything_else_is_no_pick_and_is_asked_again(line: str) -> None:
    assert picked(line, 5, 2) is None
    asked, out = asker(line, "2 1")
    assert asked.numbers(NORDEN, 5, 2, ()) == (2, 1)
    text = " ".join(out.getvalue().split())
    assert text.count(say("en", "pick_numbers", count=5, most=2)) == 1


@pytest.mark.parametrize("line", ["1 2", "0", "6", "9" * 5000, "", "x"])
def test_one_number_is_asked_for_until_there_is_one(line: str) -> None:
    asked, out = asker(line, "5")
    assert asked.number(NORDEN, 5) == 5
    assert out.getvalue().count(say("en", "pick_number", count=5)) == 1


def test_only_what_is_no_number_is_called_unknown() -> None:
    asked, out = asker("9 9", "0 1", "", "maybe", "1")
    asked.numbers(NORDEN, 5, 2, ())
    assert out.getvalue().count("is no number") == 1
    assert '"maybe"' in out.getvalue()


@pytest.mark.parametrize("line", ["? 2", "?2", "? 2 "])
def test_a_question_mark_and_a_number_open_a_detail_and_ask_again(line: str) -> None:
    asked, out = asker(line, "1")
    assert asked.number(NORDEN, 2, ("first thing", "second thing")) == 1
    assert answer(out.getvalue(), line.strip()) == "second thing\n"


@pytest.mark.parametrize("line", ["? 3", "? 0", "? 1 2", "? quota"])
def test_a_question_mark_and_anything_else_looks_a_word_up(line: str) -> None:
    asked, out = asker(line, "1")
    assert asked.number(NORDEN, 2, ("first thing", "second thing")) == 1
    assert "thing" not in out.getvalue()
    assert answer(out.getvalue(), line)


@pytest.mark.parametrize("word", ["try", "TRY", "probar", "Probar"])
def test_what_is_tried_is_told_and_not_taken(word: str) -> None:
    asked, out = asker(f"{word} 3 1", f"{word} 0", f"{word}", f"{word} 1 1", f"{word} x", "2")
    tried = []

    def told(picks: tuple[int, ...]) -> str:
        tried.append(picks)
        return f"so {picks}"

    assert asked.numbers(NORDEN, 5, 2, (), told) == (2,)
    assert tried == [(3, 1), ()]
    assert answer(out.getvalue(), f"{word} 3 1") == "so (3, 1)\n"
    assert out.getvalue().count(say("en", "tried_nothing")) == 3


def test_where_nothing_can_be_tried_the_word_is_unknown() -> None:
    asked, out = asker("try 1", "2")
    assert asked.numbers(NORDEN, 5, 2, ()) == (2,)
    assert '"try 1"' in out.getvalue()


def test_the_end_of_the_input_is_no_answer() -> None:
    for lines in ((), ("x", "? 1")):
        asked, _ = asker(*lines)
        with pytest.raises(EOFError):
            asked.numbers(NORDEN, 5, 2, ("a card",))
