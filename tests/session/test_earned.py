"""An ending says what brought it about: the parts of its condition that held, and the receipts behind them."""

from functools import cache

import pytest

from dosmesas.lang.evaluate import evaluate
from dosmesas.lang.names import names_in
from dosmesas.session.debrief import debrief
from dosmesas.session.earned import earned
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.tell import Teller
from dosmesas.text.number import signed
from tests.support.shipped import shipped


@cache
def game(seed: int) -> Session:
    """A game that bots have played to its end."""
    session = Session.start(shipped("culiacan"), Setup((), seed, "random"))
    while not session.over:
        session.settle()
    return session


def ends(*, conditional: bool) -> Session:
    """The first game whose ending has a condition, or has none."""
    for seed in range(60):
        found = game(seed)
        ending = next(one for one in found.pack.ruleset.endings if one.id == found.state.ending)
        if (ending.when is not None) is conditional:
            return found
    raise AssertionError


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_ending_names_each_part_of_its_condition_with_what_moved_it(language: str) -> None:
    session = ends(conditional=True)
    ending = next(one for one in session.pack.ruleset.endings if one.id == session.state.ending)
    assert ending.when is not None
    lines = earned(session, language)
    assert lines
    for name in sorted(names_in(ending.when) & {*session.pack.ruleset.indicators}):
        moved: dict[str, int] = {}
        for one in session.receipts:
            if one.moves and one.indicator == name:
                moved[one.by] = moved.get(one.by, 0) + one.applied
        way = 1 if sum(moved.values()) >= 0 else -1
        largest = max(moved.values(), key=lambda by: way * by)
        assert any(signed(largest) in line for line in lines), name


def test_the_last_ending_says_what_was_missing_for_the_first() -> None:
    session = ends(conditional=False)
    first = session.pack.ruleset.endings[0]
    lines = earned(session, "en")
    assert lines
    assert all(first.title("en") in line for line in lines)
    assert first.when is not None
    assert not evaluate(first.when, session.game.tables.scene(session.state))


def test_the_debrief_tells_it_below_the_ending() -> None:
    session = ends(conditional=True)
    view = debrief(session, "en")
    told = "\n".join(Teller("en").debrief(view))
    assert told.index(view.text) < told.index("What brought it about") < told.index(view.earned[0])


def test_events_that_came_leave_their_questions() -> None:
    session = ends(conditional=True)
    asked = [event.question("en") for event in session.pack.events.values() if event.question.versions]
    told = debrief(session, "en").questions
    came = {name for name, _ in session.state.happened}
    for event in session.pack.events.values():
        if event.question.versions:
            assert any(event.question("en") in one for one in told) is (event.id in came)
    assert len(told) >= len(session.pack.questions)
    assert len(asked) == len(set(asked))
