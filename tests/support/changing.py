"""A copy of the small world that a save's header leads to, to change after a game was saved."""

from pathlib import Path

import pytest
from attrs import frozen

from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from tests.support.making import NORDEN
from tests.support.small import copy_of_small, roots_of


@frozen
class World:
    """The copy, and a save beside it."""

    base: Path
    save: Path
    name: str = "harbour"

    @property
    def folder(self) -> Path:
        return self.base / "content" / self.name

    def pack(self) -> Pack:
        """The pack as it now is."""
        return load_pack(str(self.folder), roots_of(self.base))

    def begin(self, *seats: str, counterpart: str = "random", language: str = "en") -> Session:
        """A new game of it, saved."""
        setup = Setup(seats or (NORDEN,), 7, counterpart, language=language)
        return Session.start(self.pack(), setup, save=self.save, folder=str(self.folder))

    def played(self, decisions: int, *seats: str, which: int = 0, language: str = "en") -> Session:
        """A game in which so many decisions are taken, then closed."""
        session = self.begin(*seats, language=language)
        for _ in range(decisions):
            seat = session.next_seat()
            if seat is None:
                break
            legal = session.legal(seat)
            session.decide(seat, legal[which % len(legal)])
        session.close()
        return session

    def change(self, file: str, old: str, new: str) -> None:
        """Edit one of its files."""
        path = self.base / file
        text = path.read_text()
        assert old in text, old
        path.write_text(text.replace(old, new))


def small_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str = "harbour") -> World:
    """A copy whose seeds/ and game/ are those that every loading of a save finds."""
    base = copy_of_small(tmp_path)
    monkeypatch.setattr("dosmesas.load.loading.roots_of", lambda _: roots_of(base))
    return World(base, tmp_path / "game.jsonl", name)
