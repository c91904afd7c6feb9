"""What was found is kept: as a save to resume, as a test to run, and to be tried first the next time."""

import runpy
from pathlib import Path

import pytest

from dosmesas.session.session import Session
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Walk, walk
from dosmesas.testing.fuzz import play_again
from dosmesas.testing.fuzz.chase import Chased
from dosmesas.testing.fuzz.hunt import Caught
from dosmesas.testing.fuzz.kept import Kept, keep, known
from dosmesas.testing.fuzz.properties import Property
from dosmesas.testing.fuzz.replay import Replay
from dosmesas.testing.fuzz.target import Target
from tests.support.small import SMALL

HARBOUR = str(SMALL / "content" / "harbour")
NAME = "Nobody acts twice: a promise"


def never_acts(found: Walk):  # type: ignore[no-untyped-def]
    if found.steps[-1].state.decisions:
        yield Wrong(found.steps[-1].number, "somebody acted")


@pytest.fixture
def target() -> Target:
    made = Target.of(HARBOUR)
    made.properties = {NAME: Property(NAME, "", never_acts)}
    return made


def kept_in(target: Target, folder: Path) -> tuple[Replay, Kept]:
    history = Replay.of(walk(target.game("authors"), 2))
    short = Replay(history.view, history.seed, history.plays[:2], history.points[:2])
    return short, keep(target, Chased(short, target.properties[NAME], Wrong(2, "somebody acted"), 1), folder)


def test_the_save_leads_to_where_it_broke(target: Target, tmp_path: Path) -> None:
    history, kept = kept_in(target, tmp_path)
    assert kept.save is not None
    session = Session.resume(target.pack, kept.save)
    *_, expected = history.walks(target.game("authors"))
    states = [one.state for one in session.path]
    assert expected.steps[-1].state in states
    session.close()


def test_what_is_still_wrong_is_caught_first(target: Target, tmp_path: Path) -> None:
    history, _ = kept_in(target, tmp_path)
    (found,) = known(target, tmp_path)
    assert isinstance(found, Caught)
    assert found.replay == history
    assert found.wrong.text == "somebody acted"


def test_what_is_mended_is_told_by_the_name_of_its_file(target: Target, tmp_path: Path) -> None:
    _, kept = kept_in(target, tmp_path)
    target.properties = {NAME: Property(NAME, "", lambda _walk: iter(()))}
    assert [*known(target, tmp_path)] == [kept.record.name]


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"view": "authors", "seed": "x", "plays": [], "keeps": 1}']
)
def test_a_spoilt_record_stops_nothing(target: Target, tmp_path: Path, text: str) -> None:
    _, kept = kept_in(target, tmp_path)
    kept.record.write_text(text)
    assert [*known(target, tmp_path)] == [kept.record.name]


def test_a_finding_of_another_pack_or_of_what_is_not_asked_for_is_left_alone(
    target: Target, tmp_path: Path
) -> None:
    _, kept = kept_in(target, tmp_path)
    text = kept.record.read_text()
    kept.record.write_text(text.replace('"pack": "harbour"', '"pack": "harbour-two"'))
    assert [*known(target, tmp_path)] == []
    kept.record.write_text(text)
    target.properties = {}
    assert [*known(target, tmp_path)] == []


def test_a_second_finding_takes_the_place_of_the_first(target: Target, tmp_path: Path) -> None:
    _, first = kept_in(target, tmp_path)
    _, second = kept_in(target, tmp_path)
    assert first == second
    assert len([*known(target, tmp_path)]) == 1


def test_the_test_that_is_written_plays_the_game_again(target: Target, tmp_path: Path) -> None:
    found = Chased(
        Replay("authors", 0, (dict.fromkeys(target.pack.seats, "silent"),)),
        Target.of(HARBOUR).properties["values-within-range"],
        Wrong(0, "said"),
        1,
    )
    kept = keep(target, found, tmp_path)
    module = runpy.run_path(str(kept.test))
    (test,) = [value for name, value in module.items() if name.startswith("test_")]
    test()


def test_a_game_that_breaks_nothing_passes_and_a_wrong_name_is_told_with_the_nearest() -> None:
    play_again(HARBOUR, "values-within-range", plays=[])
    with pytest.raises(ValueError, match="did you mean 'values-within-range'"):
        play_again(HARBOUR, "values-within-rang", plays=[])
    with pytest.raises(ValueError, match="no worldview 'hawks'; there are authors"):
        play_again(HARBOUR, "values-within-range", plays=[], view="hawks")


def test_a_game_that_breaks_an_invariant_fails_with_its_line(
    monkeypatch: pytest.MonkeyPatch, target: Target
) -> None:
    monkeypatch.setattr(Target, "of", classmethod(lambda cls, name: target))
    with pytest.raises(AssertionError, match="Nobody acts twice: a promise: somebody acted"):
        play_again(HARBOUR, NAME, plays=[*Replay.of(walk(target.game("authors"), 2)).plays], seed=2)
