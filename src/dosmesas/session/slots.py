"""The saved games as a player reads them: which game, which office, how far, when, and what is wrong."""

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

from dosmesas.journal.slots import Slot, newest_unfinished, saves_in, slot_of
from dosmesas.session.pace import SHORT, paced
from dosmesas.session.setup import saves_folder
from dosmesas.text.catalog import say
from dosmesas.text.local import Month


@frozen
class PackNames:
    """What a pack and its offices are called, and how many turns it has."""

    title: str
    offices: Mapping[str, str]
    turns: int
    short: int

    def turns_at(self, pace: str) -> int:
        """How many turns a game at this pace has."""
        return self.short if pace == SHORT else self.turns


@frozen
class SlotView:
    """A save on screen, in words; `pack` and `offices` are ids where the pack has not been read."""

    path: Path
    file: str
    when: str
    pack: str = ""
    offices: str = ""
    progress: str = ""
    seed: str = ""
    state: str = ""
    readable: bool = False
    held: bool = False
    finished: bool = False

    @property
    def line(self) -> str:
        """All of it on one line, as sentences."""
        parts = (self.file, self.pack, self.offices, self.progress, self.seed, self.when, self.state)
        return " ".join(f"{one.rstrip('.')}." for one in parts if one)


def read_slots(language: str, folder: Path | None = None) -> list[Slot]:
    """The saves of a folder (without one, of the player's), the last written first."""
    return [slot_of(path, language) for path in saves_in(folder or saves_folder())]


def slot_views(slots: Iterable[Slot], language: str, names: Mapping[str, PackNames]) -> list[SlotView]:
    """Saves in words, with the names of those packs that have been read."""
    return [slot_view(one, language, names) for one in slots]


def slot_view(slot: Slot, language: str, names: Mapping[str, PackNames]) -> SlotView:
    """One save in words."""
    header, when = slot.header, when_written(slot.saved, language)
    file = slot.path.name
    if header is None:
        return SlotView(
            slot.path, file, when, state=say(language, "slot_broken", why=slot.problem), held=slot.held
        )
    known = names.get(header.pack) if not header.folder else None
    offices = [known.offices.get(one, one) if known else one for one in header.seats]
    turns = {"turns": slot.turns, "of": known.turns_at(header.pace) if known else 0}
    return SlotView(
        slot.path,
        file,
        when,
        known.title if known else header.pack,
        ", ".join(offices) or say(language, "slot_no_player"),
        say(language, "slot_turns_of" if known else "slot_turns", **turns),
        say(language, "seed_short", seed=header.seed),
        _state(slot, language),
        readable=True,
        held=slot.held,
        finished=slot.finished,
    )


def _state(slot: Slot, language: str) -> str:
    """Finished or not, open elsewhere, broken; everything that is so."""
    found = [say(language, "slot_finished" if slot.finished else "slot_unfinished")]
    if slot.held:
        here = slot.holder == os.getpid()
        found.append(say(language, "slot_open_here" if here else "slot_held", number=slot.holder or "?"))
    if slot.problem:
        found.append(say(language, "slot_broken", why=slot.problem))
    return ". ".join(found)


def when_written(seconds: float, language: str) -> str:
    """A point of time as the clock on the wall had it: `26 November 2026, 10:47`."""
    at = time.localtime(seconds)
    month = Month(at.tm_year, at.tm_mon)(language)
    return say(language, "slot_when", day=at.tm_mday, month=month, clock=f"{at.tm_hour:02}:{at.tm_min:02}")


def names_of_packs(slots: Iterable[Slot], language: str) -> dict[str, PackNames]:
    """The names of the shipped packs that saves are of; reading a pack takes half a second.

    A pack that does not come with the game is not read for a list: a stranger's save may name any folder.
    """
    from dosmesas.load.loading import BrokenPackError, load_pack
    from dosmesas.load.locate import NotFoundError, shipped_packs

    wanted = {one.header.pack for one in slots if one.header is not None and not one.header.folder}
    found = {}
    for name in sorted(wanted & {*shipped_packs()}):
        try:
            pack = load_pack(name)
        except (BrokenPackError, NotFoundError, OSError):
            continue
        offices = {one: pack.ruleset.offices[one].name(language) for one in pack.seats}
        found[name] = PackNames(pack.title(language), offices, pack.turns, paced(pack, SHORT).turns)
    return found


def newest_save() -> Path | None:
    """The player's save to go on with: the last written of those that are not over."""
    return newest_unfinished(saves_folder())


def last_save() -> Path | None:
    """The save to go on with; where all games are over, the last of them: its end can be read again."""
    return newest_save() or next(iter(saves_in(saves_folder())), None)
