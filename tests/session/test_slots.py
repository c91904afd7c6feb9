"""Saved games in words, in both languages, and the mark that a game is over."""

import os
from pathlib import Path

import pytest

from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.records import Ended, Header
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.session.slots import SlotView, last_save, names_of_packs, newest_save, read_slots, slot_views
from tests.support.hostile import CLICK
from tests.support.making import NORDEN
from tests.support.playing import do, finish, start
from tests.support.shipped import shipped
from tests.support.small import harbour


def listed(folder: Path, language: str = "en") -> list[SlotView]:
    return slot_views(read_slots(language, folder), language, {})


def ends(path: Path) -> int:
    return sum(isinstance(one, Ended) for one in read_journal(path).records)


def test_a_save_tells_game_office_how_far_when_and_that_it_is_not_finished(tmp_path: Path) -> None:
    session = do(start(NORDEN, save=tmp_path / "a.jsonl"), "quota", "talks/sign")
    (one,) = listed(tmp_path)
    assert (one.file, one.pack, one.offices) == ("a.jsonl", "harbour", "no.minister")
    assert one.progress == "turns decided: 1"
    assert one.state.startswith("not finished. being played here")
    session.close()
    assert listed(tmp_path)[0].state == "not finished"
    assert listed(tmp_path, "es")[0].line.startswith(
        "a.jsonl. harbour. no.minister. turnos decididos: 1. semilla 7. "
    )


def test_a_short_game_is_so_many_turns_long_as_it_is(tmp_path: Path) -> None:
    campaign = shipped("year-two")
    for pace, turns in (("short", 4), ("whole", 10)):
        Session.start(
            campaign, Setup(("us.president",), 5, pace=pace), save=tmp_path / f"{pace}.jsonl"
        ).close()
        slots = [one for one in read_slots("en", tmp_path) if one.path.stem == pace]
        (view,) = slot_views(slots, "en", names_of_packs(slots, "en"))
        assert view.progress.endswith(f" of {turns}")


def test_the_end_is_marked_once_and_taken_back_with_the_turn(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    session = finish(start(NORDEN, save=path))
    session.settle()
    assert ends(path) == 1
    session.close()
    assert listed(tmp_path)[0].finished
    again = Session.resume(harbour(), path)
    assert ends(path) == 1
    again.undo()
    again.close()
    assert not listed(tmp_path)[0].finished
    finish(Session.resume(harbour(), path)).close()
    assert ends(path) == 2
    assert Session.replay(harbour(), path).over


def test_a_save_that_ended_without_the_mark_gets_it_when_it_is_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, append = tmp_path / "a.jsonl", Journal.append

    def no_room(self: Journal, *records: object) -> None:
        if any(isinstance(one, Ended) for one in records):
            raise JournalError("No space left on device")
        append(self, *records)

    with monkeypatch.context() as full:
        full.setattr(Journal, "append", no_room)
        session = finish(start(NORDEN, save=path))
        assert session.over
        session.close()
    assert ends(path) == 0
    Session.resume(harbour(), path).close()
    assert ends(path) == 1


def test_the_names_of_a_shipped_pack_are_told_and_no_other_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, (pack, folder) in enumerate(
        (("culiacan", ""), ("evil", "/etc"), ("../x", ""), ("culiacan", "/etc"))
    ):
        header = Header(
            pack, "", "0", 7, ("mx.security_secretary",), "persona", "authors", "en", folder=folder
        )
        Journal.create(tmp_path / f"{number}.jsonl", header).close()
        os.utime(tmp_path / f"{number}.jsonl", (1000 - number, 1000 - number))
    slots = read_slots("es", tmp_path)
    names = names_of_packs(slots, "es")
    assert {*names} == {"culiacan"}
    views = slot_views(slots, "es", names)
    assert [one.pack for one in views] == ["Culiacán", "evil", "../x", "culiacan"]
    assert views[0].offices == "Secretaría de Seguridad"
    assert views[0].progress == "turnos decididos: 0 de 4"
    assert views[3].offices == "mx.security_secretary"


def test_a_strangers_save_is_listed_as_it_is(tmp_path: Path) -> None:
    header = Header(CLICK, "", "0", 1, (CLICK,), "persona", "authors", "xx")
    Journal.create(tmp_path / "a.jsonl", header).close()
    (one,) = listed(tmp_path)
    assert (one.pack, one.offices) == (CLICK, CLICK)


def test_the_save_to_go_on_with_is_looked_for_in_the_players_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))
    assert newest_save() is last_save() is None
    finish(start(NORDEN, save=tmp_path / "over.jsonl")).close()
    assert (newest_save(), last_save()) == (None, tmp_path / "over.jsonl")
    start(NORDEN, save=tmp_path / "open.jsonl").close()
    assert newest_save() == last_save() == tmp_path / "open.jsonl"
