"""How a game is told may be changed while it is played, and nothing is written for it."""

import io

import pytest

from dosmesas.plain.manner import Manner
from dosmesas.plain.page import Page
from dosmesas.session.settings import FULL, Settings
from dosmesas.text.catalog import say
from tests.support.athome import at_table
from tests.support.making import NORDEN
from tests.support.talking import POINTS, answer, talk


def told(line: str, settings: Settings | None = None, language: str = "en") -> str:
    """The answer to a command, and the options of the second turn."""
    return talk(at_table(NORDEN), line, "1", "1", "quit", language=language, settings=settings)


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("detail", True),
        ("detail full", True),
        ("detalle completo", True),
        ("detail first", False),
        ("DETALLE primero", False),
    ],
)
def test_detail_is_named_or_turned_and_the_next_table_is_told_so(line: str, points: bool) -> None:
    text = told(line)
    assert answer(text, line).startswith(say("en", "detail_full" if points else "detail_first"))
    table = text[text.index("Turn 2 of 4") :]
    assert ("best case " in table and "Goodwill +" in table) is points


def test_detail_turns_back() -> None:
    assert answer(told("detail", POINTS), "detail").startswith(say("en", "detail_first"))


@pytest.mark.parametrize("line", ["guide", "guide off", "guía no", "guia off"])
def test_notes_can_be_switched_off_in_mid_game(line: str) -> None:
    assert answer(told(line), line).startswith(say("en", "guide_off"))
    page = Page(io.StringIO(), "en")
    manner = Manner()
    manner.set_guide(line.partition(" ")[2], page)
    assert not manner.guided
    manner.set_guide("", page)
    assert manner.guided


def test_settings_are_not_changed_for_the_next_game() -> None:
    settings = Settings()
    told("detail full", settings)
    assert settings == Settings()
    assert settings.but("detail", FULL).points
