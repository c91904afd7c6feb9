"""The mandate drawn: whole at any width, and its heaviest goals as far as there is room."""

import pytest

from dosmesas.session.mandate import Mandate, mandate_of
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.tui.drawing.mandate import mandate, mandate_brief
from tests.support.shipped import shipped
from tests.tui.drawing.views import text

GOALS = (("Approval", True), ("Drugs going north", False))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [76, 116])
def test_no_line_is_wider_than_the_room_and_no_goal_is_cut(width: int, language: str) -> None:
    pack = shipped("year-two")
    for seat in pack.seats:
        view = mandate_of(Session.start(pack, Setup((seat,), 3)), seat, language)
        lines = text(mandate(view, width, language))
        assert max(map(len, lines)) <= width
        for one in view.goals:
            assert all(word in " ".join(lines) for word in one.name.split())


def test_an_office_without_goals_has_its_sum() -> None:
    assert "0.0 of 100" in " ".join(text(mandate(Mandate("Minister", (), "", 0), 76, "en")))


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (60, " Mandate (o): Approval ▲ · Drugs going north ▼ "),
        (40, " Approval ▲ · Drugs going north ▼ "),
        (30, " Mandate (o): Approval ▲ "),
        (14, " Approval ▲ "),
        (5, ""),
    ],
)
def test_as_many_goals_as_have_room_are_named_and_none_is_cut(width: int, told: str) -> None:
    assert mandate_brief(GOALS, "o", width, "en").plain == told


def test_without_goals_nothing_is_named() -> None:
    assert mandate_brief((), "o", 60, "en").plain == ""
