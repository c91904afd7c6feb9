"""A code on the board brings everyone to the same game, and a slip in it is told part by part."""

import pytest
from attrs import evolve

from dosmesas.session.codes import CodeError, code_of, is_code, read_code
from dosmesas.session.difficulty import DIFFICULTIES
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.shipped import shipped

BOTH = ("mx.president", "us.president")


def setup_of(difficulty: str = "fair", seats: tuple[str, ...] = ("us.president",), **more: str) -> Setup:
    """A set-up in English."""
    one = DIFFICULTIES[difficulty]
    return evolve(Setup(seats, 4821, one.counterpart, level=one.level, handicap=one.handicap), **more)


@pytest.mark.parametrize(
    ("setup", "code"),
    [
        (setup_of(), "culiacan:us.president:4821"),
        (setup_of("hard"), "culiacan:us.president:4821:hard"),
        (setup_of(seats=BOTH, pace="brisk"), "culiacan:mx.president+us.president:4821:fair:authors:brisk"),
        (setup_of("severe", view="security-first"), "culiacan:us.president:4821:severe:security-first"),
        (Setup(BOTH, 0, "hawk"), "culiacan:mx.president+us.president:0:hawk"),
    ],
)
def test_a_set_up_is_written_as_a_code_and_read_back(setup: Setup, code: str) -> None:
    assert code_of("culiacan", setup) == code
    assert read_code(code, "en").setup == setup
    assert read_code(f" {code.upper().replace(':', ' : ')} ", "en").setup == setup


def test_two_who_type_the_same_code_play_the_same_game() -> None:
    found = [read_code("culiacan:mx.president:12:hard", language) for language in ("en", "es")]
    games = [Session.start(one.pack, one.setup) for one in found]
    for game in games:
        seat = game.next_seat()
        assert seat is not None
        game.decide(seat, game.legal(seat)[0])
    assert games[0].digest() == games[1].digest()
    assert [game.setup.language for game in games] == ["en", "es"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("culiacan:us.president", "three to six parts"),
        ("culican:us.president:1", "Did you mean 'culiacan'?"),
        ("culiacan:us.presidnt:1", "Did you mean 'us.president'?"),
        ("culiacan:us.president+us.president:1", "same office twice"),
        ("culiacan:us.president:x1", "'x1' is none"),
        ("culiacan:us.president:1:hrd", "Did you mean 'hard'?"),
        ("culiacan:us.president:1:hard:autors", "Did you mean 'authors'?"),
        ("culiacan:us.president:1:hard:authors:short", "There are: whole, brisk, swift"),
    ],
)
def test_what_is_wrong_is_told_with_the_nearest_name(code: str, told: str) -> None:
    with pytest.raises(CodeError) as caught:
        read_code(code, "en")
    assert told in caught.value.told("en")
    assert caught.value.told("es")


def test_what_a_code_cannot_say_has_none() -> None:
    assert code_of("culiacan", setup_of(view_text="view: own")) == ""
    assert code_of("culiacan", setup_of(draws="fixed")) == ""
    assert code_of("/tmp/own", setup_of()) == ""
    assert code_of("culiacan", Setup(("us.president",), 1, "random", level="expert")) == ""


def test_a_folder_is_no_code() -> None:
    assert is_code("CULIACAN:us.president:1")
    assert not is_code("content/culiacan")
    assert not is_code("C:/packs/culiacan")
    assert shipped("culiacan").id == "culiacan"
