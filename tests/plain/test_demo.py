"""The demonstration: bots play a whole game, and every turn is told with everything opened."""

import io

import pytest

from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.rules import Pack
from dosmesas.plain.demo import narrate, run_demo
from dosmesas.plain.page import Page
from tests.support.making import NORDEN, regatta
from tests.support.playing import do, secretive, start


def demo(pack: Pack, language: str = "en", seed: int = 7, counterpart: str = "persona") -> str:
    """The text of a demonstration."""
    out = io.StringIO()
    run_demo(pack, seed, Page(out, language), counterpart)
    return out.getvalue()


def test_every_turn_is_told_and_then_the_end() -> None:
    text = demo(regatta())
    assert text.startswith("A demonstration: bots play The regatta; seed 7.\n")
    assert [f"Turn {turn} of 4." in text for turn in (1, 2, 3, 4)] == [True] * 4
    assert "The ending: " in text
    assert "(you)" not in text


def test_nothing_is_hidden_from_who_only_watches() -> None:
    assert "cannot see" not in demo(secretive())


def test_the_same_seed_tells_the_same_and_another_another() -> None:
    assert demo(regatta()) == demo(regatta())
    assert demo(regatta(), seed=8) != demo(regatta())
    assert demo(regatta(), counterpart="random") != demo(regatta())


def test_a_game_that_goes_on_is_narrated_as_far_as_it_went() -> None:
    out = io.StringIO()
    narrate(do(start(NORDEN), "quota", "talks/sign"), Page(out, "en"))
    assert "Turn 1 of 3." in out.getvalue()
    assert "Turn 2 of 3." not in out.getvalue()
    assert "The ending" not in out.getvalue()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ["regatta", *shipped_packs()])
def test_a_demonstration_fits_any_terminal(name: str, language: str) -> None:
    text = demo(regatta() if name == "regatta" else load_pack(name), language)
    assert max(map(len, text.splitlines())) <= 79
    assert "\x1b" not in text
