"""The schools told: what each believes and why, and which one a player asks for."""

from pathlib import Path

import pytest

from dosmesas.load.view import BrokenViewError
from dosmesas.session.debrief import debrief
from dosmesas.session.outcome import outcome_view
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup, SetupError, header_of, setup_of
from dosmesas.session.tell import Teller
from dosmesas.session.why import why
from dosmesas.session.worldviews import chosen_view, stories, view_lines
from tests.support.making import NORDEN
from tests.support.playing import BOTH, finish, start
from tests.support.shipped import shipped
from tests.support.small import harbour

MINE = "view: mine\nname: Mine\ntext: Talk is cheap.\narticle: 100\nrivals: 0\nbeliefs:\n  stock-falls: 50\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(MINE)
    return path


def played(file: Path, save: Path | None = None) -> Session:
    view, text = chosen_view(harbour(), str(file))
    return Session.start(harbour(), Setup((NORDEN,), 7, "random", view, view_text=text), save=save)


def test_every_school_is_told_with_its_reasons_and_with_what_sleeps_in_it() -> None:
    told = {one.id: one for one in stories(shipped("culiacan"), "en")}
    view = told["prevention-first"]
    assert all(one.why for one in view.argued)
    assert {(one.claim, one.percent) for one in view.argued} >= {("leaders-hold-groups-together", 20)}
    assert {(one.claim, one.percent) for one in view.others} >= {("agenda-vague", 30)}
    assert "other-roads" in view.asleep
    assert "heirs-fight" not in view.asleep
    assert len(told["authors"].asleep) == 23
    text = "\n".join(view_lines(view, "en"))
    assert "captures-splinter-groups (rival view), believed 90 of 100: Capturing a leader" in text
    assert "agenda-vague 30" in text


def test_a_file_is_played_and_comes_back_with_the_save(tmp_path: Path, file: Path) -> None:
    save = tmp_path / "a.jsonl"
    session = finish(played(file, save))
    file.unlink()
    again = Session.replay(harbour(), save)
    assert again.state == session.state
    assert (again.game.view.id, again.game.view.beliefs) == ("mine", {"stock-falls": 50})
    assert again.state.values != finish(start(NORDEN, counterpart="random")).state.values


def test_a_set_up_with_a_file_goes_into_the_save_and_comes_back(file: Path) -> None:
    setup = played(file).setup
    assert setup_of(header_of(harbour(), setup, "", "0")) == setup


def test_a_file_with_a_fault_is_refused_with_its_place(file: Path) -> None:
    file.write_text(MINE.replace("stock-falls", "stock-fals"))
    with pytest.raises(BrokenViewError) as caught:
        chosen_view(harbour(), str(file))
    (problem,) = caught.value.loaded.problems
    assert (problem.code, str(problem.hint), problem.span.line) == ("E0201", "did you mean 'stock-falls'?", 7)


def test_a_file_may_not_take_the_name_of_a_worldview_of_the_pack(file: Path) -> None:
    file.write_text(MINE.replace("view: mine", "view: doubter"))
    with pytest.raises(BrokenViewError) as caught:
        chosen_view(harbour(), str(file))
    assert [one.code for one in caught.value.loaded.problems] == ["E0116"]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BrokenViewError):
        chosen_view(harbour(), str(tmp_path / "none.yaml"))


def test_a_kept_worldview_that_fits_the_claims_no_more_is_said() -> None:
    with pytest.raises(SetupError, match="kept in the save does not fit the rules any more: 'stock-fals'"):
        Session.start(harbour(), Setup((NORDEN,), view="mine", view_text=MINE.replace("falls", "fals")))


def test_where_a_claim_is_believed_in_part_every_receipt_says_so() -> None:
    session = finish(start(*BOTH, view="doubter"))
    view = why(session, "stock", 1, None, "en")
    assert view.view == "A doubter"
    by = {one.text: one for one in view.reasons}
    assert by["more is caught than grows"].basis.endswith("counts 50 % in this worldview")
    assert by["more is caught than grows"].claims[0].endswith("Believed 50 %.")
    assert "counts" not in by["the sea heals itself"].basis
    assert "Under the worldview: A doubter." in Teller("en").why(view)
    moved = {one.id: one for one in outcome_view(session, 1, None, "en").moved}
    assert any("counts 50 %" in one.basis for one in moved["stock"].entries)


def test_in_the_articles_own_world_nothing_is_said_of_parts() -> None:
    view = why(finish(start(*BOTH)), "stock", 1, None, "en")
    assert view.view == ""
    assert not any("counts" in one.basis for one in view.reasons)


def test_the_debrief_names_the_worldview_and_what_counted_less_in_it() -> None:
    plain = "\n".join(Teller("en").debrief(debrief(finish(start(*BOTH)), "en")))
    assert "The worldview of this game: The note's own view." in plain
    assert "believes only in part" not in plain
    doubted = debrief(finish(start(*BOTH, view="doubter")), "en")
    assert ("stock-falls", 50) in doubted.partly
    assert "of 100: stock-falls 50" in "\n".join(Teller("en").debrief(doubted))
