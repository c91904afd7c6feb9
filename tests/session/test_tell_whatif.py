"""A what-if in words: short, aligned, whole, and without a box for a screen reader to stumble over."""

import re

import pytest

from dosmesas.engine.state import Point
from dosmesas.session.paths import paths_of
from dosmesas.session.session import Session
from dosmesas.session.tell_whatif import WhatIfTeller
from dosmesas.session.whatif import WhatIf, changed_decision, changed_view, what_if
from dosmesas.text.number import fixed
from tests.support.full import cases
from tests.support.making import NORDEN, change, event, made, option
from tests.support.playing import BOTH, barred, do, finish, start
from tests.support.shipped import shipped

CULIACAN = shipped("culiacan")
PLAYED = finish(start("us.president", pack=CULIACAN, seed=3))


def told(found: WhatIf, *, plain: bool = False, language: str = "en") -> str:
    return "\n".join(WhatIfTeller(found, language, plain).lines())


def all_of(session: Session) -> list[WhatIf]:
    views = [name for name in session.pack.ruleset.worldviews if name != session.setup.view]
    found = [what_if(session, changed_view(session, view)) for view in views]
    state = session.path[0].state
    for seat in session.game.to_move(state):
        legal = session.game.legal_actions(state, seat)
        changes = [changed_decision(session, 1, state.point, seat, action) for action in legal]
        found += [what_if(session, change) for change in changes]
    return found


ALL = all_of(PLAYED)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("plain", [False, True], ids=["table", "plain"])
def test_every_what_if_is_told_in_both_languages_without_drawn_lines(language: str, plain: bool) -> None:
    for found in ALL[: cases(len(ALL), 8)]:
        text = told(found, plain=plain, language=language)
        assert not re.search(r"[\u2500-\u259f{}]|None|  \n", text)
        if not plain:
            rows = [line for line in text.split("\n") if line.startswith("  ")]
            assert all(len(line) <= 79 for line in rows)
        else:
            assert not re.search(r"\S {2,}\S", text)


def test_the_table_holds_the_numbers_of_both_games_and_their_difference_as_shown() -> None:
    found = what_if(PLAYED, changed_view(PLAYED, "security-first"))
    lines = told(found).split("\n")
    for pair in (one for one in paths_of(found) if one.parted):
        at = next(n for n, line in enumerate(lines) if line.startswith(pair.name))
        rows = [[cell for cell in line.split("  ") if cell.strip()] for line in lines[at + 1 : at + 5]]
        heads, mine, theirs, gaps = ([cell.strip() for cell in row] for row in rows)
        assert heads == ["turn", "start", "1", "2", "3", "4", "later"]
        assert mine[2] == fixed(pair.turns[0][0] or 0, pair.decimals)
        for a, b, gap in zip(mine[1:], theirs[1:], gaps[1:], strict=True):
            assert round(float(b) - float(a), 2) == float(gap)


def test_a_long_game_is_told_in_tables_that_fit() -> None:
    seats = {
        NORDEN: (option("day/act", change("stock", "-1")), option("day/no")),
        "su.minister": (option("day/rest"),),
    }
    pack = made((event("day", seats, repeats=True),), turns=24)
    session = do(start(*BOTH, pack=pack), *["day/act", "day/rest"] * 24)
    text = told(what_if(session, changed_decision(session, 2, Point.CHOOSE, NORDEN, "no")))
    rows = [line for line in text.split("\n") if line.startswith("  ")]
    assert max(len(line) for line in rows) <= 79
    heads = " ".join(line for line in rows if line.startswith("  turn")).split()
    assert [int(one) for one in heads if one.isdigit()] == list(range(1, 25))


def test_sentences_pass_over_the_turns_before_the_paths_part() -> None:
    found = what_if(PLAYED, changed_view(PLAYED, "security-first"))
    late = changed_decision(PLAYED, 3, Point.CHOOSE, "us.president", other_option(3))
    assert "Turns 1 to 2: the same on both paths." in told(what_if(PLAYED, late), plain=True)
    assert " as played, " in told(found, plain=True)


def other_option(turn: int) -> str:
    state = next(
        one.state for one in PLAYED.path if (one.state.turn, one.state.point) == (turn, Point.CHOOSE)
    )
    legal = PLAYED.game.legal_actions(state, "us.president")
    return next(one for one in legal if one != PLAYED.state.chosen(turn)["us.president"])


def test_the_same_decision_is_told_in_two_lines() -> None:
    option_id = PLAYED.state.chosen(2)["us.president"]
    found = what_if(PLAYED, changed_decision(PLAYED, 2, Point.CHOOSE, "us.president", option_id))
    lines = WhatIfTeller(found, "en").lines()
    assert lines[0].endswith("That is what the save has already.")
    assert lines[1:] == ["No difference: both paths are the same from beginning to end."]


def test_decisions_that_could_not_be_kept_are_told_with_what_took_their_place() -> None:
    text = told(what_if(barred(), changed_decision(barred(), 1, Point.CHOOSE, NORDEN, "act")))
    assert "Decisions of yours that could not be kept" in text
    assert 'Turn 2, Minister of Norden: "act" as played; in its place, "wait".' in text


def test_both_endings_and_all_returns_are_told() -> None:
    found = what_if(PLAYED, changed_view(PLAYED, "security-first"))
    text = told(found)
    titles = {one.id: one.title("en") for one in CULIACAN.ruleset.endings}
    assert titles[PLAYED.state.ending] in text
    assert titles[found.other.state.ending] in text
    for seat in CULIACAN.seats:
        name = CULIACAN.ruleset.offices[seat].name("en")
        assert f"{name}: {fixed(PLAYED.game.returns(PLAYED.state)[seat])} as played" in text
    assert "Chance is drawn by name" in text


def test_a_game_that_goes_on_has_no_ending_to_compare() -> None:
    session = start(NORDEN)
    for _ in range(2):
        seat = session.next_seat()
        assert seat is not None
        session.decide(seat, session.legal(seat)[0])
    assert not session.over
    text = told(what_if(session, changed_view(session, "doubter")))
    assert text.endswith("there is no ending to compare.")
    assert "later" not in text
