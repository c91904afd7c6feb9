"""What stands behind a choice, beside the home table where there is room."""

import pytest
from attrs import evolve

from dosmesas.engine.state import Point
from dosmesas.session.views import table_view
from dosmesas.tui.drawing.behind import behind
from dosmesas.tui.drawing.option_rows import choices
from tests.support.making import NORDEN
from tests.support.playing import do, start
from tests.tui.drawing.views import at_home, bare, foretold, manner, text


def drawn(view, at: int = 0, **how) -> str:
    language = how.get("language", "en")
    return " ".join(" ".join(text(behind(view, choices(view, language)[at], manner(**how)))).split())


def test_an_option_tells_its_reason_all_its_moves_who_is_for_it_and_its_deals() -> None:
    view = foretold(evolve(at_home(), point=Point.CHOOSE), 43_000, 54_000)
    told = drawn(view)
    assert told.startswith(view.options[0].reason)
    assert "Moves: " in told
    assert "At home: Fishers can be won." in told
    assert '◆ Deal "A common haul", if Minister of Suden does its part: ' in told
    assert "At home: Fishers 43/54." in drawn(view, points=True)


def test_in_a_wide_pane_the_audiences_stand_beside_it_as_bars() -> None:
    view = foretold(evolve(at_home(), point=Point.CHOOSE), 43_000, 54_000)
    lines = text(behind(view, choices(view, "en")[0], manner(115)))
    assert lines[0].endswith("Home table")
    assert lines[1].endswith("can be won")
    assert "┃" in lines[1]
    assert max(map(len, lines)) <= 115
    assert "Home: enough for half; best case, enough." in drawn(view, width=115)
    assert "At home:" not in drawn(view, width=115)


def test_an_option_that_is_not_open_says_what_it_needs() -> None:
    view = table_view(do(start(NORDEN), "silent"), NORDEN, "en")
    assert "Not open to you. Only if Goodwill is at least 90 (now 40.0)." in drawn(view, 2)


def test_a_word_tells_what_it_binds_to_and_the_other_choices_what_comes_next() -> None:
    assert 'You would choose "Sign the pact"; Minister of Suden: "Agree to share".' in drawn(bare())
    nothing = drawn(bare(), 2)
    assert nothing.startswith("Before you choose: do you give your word on a deal?")
    assert "1. Sign the pact; 2. Refuse; 3. Send the coast guard." in nothing
    assert "1. Sign the pact" not in drawn(bare(), 2, moves=True)  # they stand in the rows


@pytest.mark.parametrize("width", [75, 95, 115])
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_line_is_too_wide(width: int, language: str) -> None:
    view = at_home(language)
    for at in range(3):
        how = manner(width, language=language)
        assert max(map(len, text(behind(view, choices(view, language)[at], how)))) <= width
