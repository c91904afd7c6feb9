"""Finds the tests that are meant by a path: of a pack, of a ruleset, of a folder of packs, or one file."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field, frozen

from dosmesas.load.loading import Loaded, read
from dosmesas.load.locate import NotFoundError, Roots, pack_folder, roots, roots_of, shipped_packs
from dosmesas.load.source import shown_path
from dosmesas.load.trials.suite import FOLDER, Suite, read_game, suite_of_game, suite_of_pack
from dosmesas.model.trials import Invariant, Trial

_PACK, _GAME = "pack.yaml", "indicators.yaml"


@frozen(eq=False)
class Found:
    """A suite that was read, with its problems; `suite` is None where nothing can be played.

    `only` is the one file that is meant; `promised` are the invariants of the ruleset beside it.
    """

    home: Path
    loaded: Loaded
    suite: Suite | None
    promised: tuple[Invariant, ...] = ()
    only: str = ""

    @property
    def trials(self) -> list[Trial]:
        """The tests that are meant."""
        found = self.suite.trials if self.suite else ()
        return [one for one in found if self.only in {"", one.where.file}]

    @property
    def invariants(self) -> tuple[Invariant, ...]:
        """All that is promised of its games."""
        return (*self.promised, *(self.suite.invariants if self.suite else ()))


def is_home(folder: Path) -> bool:
    """Whether a folder is a pack or a ruleset, so that a folder tests/ in it holds tests."""
    return (folder / _PACK).is_file() or (folder / _GAME).is_file()


def homes_of(paths: Iterable[str]) -> list[tuple[Path, str]]:
    """The folders of packs and rulesets that paths mean, each with the one file that is meant, if one is.

    Raises:
        NotFoundError: a path means none.
    """
    given = list(paths)
    if not given:
        base = roots()
        return [(base.game, ""), *((base.content / name, "") for name in shipped_packs())]
    return list(dict.fromkeys(one for path in given for one in _homes(path)))


def _homes(name: str) -> Iterator[tuple[Path, str]]:
    path = Path(name)
    if path.is_file() and path.parent.name == FOLDER and is_home(path.parent.parent):
        yield path.parent.parent, shown_path(path)
    elif path.is_dir() and (is_home(path) or (path.name == FOLDER and is_home(path.resolve().parent))):
        yield (path if is_home(path) else path.parent), ""
    elif path.is_dir() and any(_inside(path)):
        yield from ((one, "") for one in _inside(path))
    elif name == "game":
        yield roots().game, ""
    else:
        yield pack_folder(name), ""


def _inside(path: Path) -> list[Path]:
    """The ruleset and the packs in a folder, or in its game/ and content/."""
    places = [path / "game", *sorted((path / "content").glob("*")), *sorted(path.glob("*"))]
    return list(dict.fromkeys(one for one in places if is_home(one)))


@define(eq=False)
class Finder:
    """Reads what is found; the rules beside several packs are read with the first."""

    _games: dict[Path, Found] = field(factory=dict)

    def found(self, home: Path, only: str = "", rules: Roots | None = None) -> Found:
        """The tests of a pack or ruleset."""
        if not (home / _PACK).is_file():
            return self._of_game(home, only)
        where = rules or roots_of(home)
        loaded = read(home, where)
        promised = self._promised(loaded, where)
        return Found(home, loaded, suite_of_pack(loaded, home), promised, only)

    def _of_game(self, home: Path, only: str) -> Found:
        base = home.resolve().parent
        loaded = read_game(Roots(base / "seeds", home, base / "content"))
        return Found(home, loaded, suite_of_game(loaded, home), (), only)

    def _promised(self, loaded: Loaded, where: Roots) -> tuple[Invariant, ...]:
        """What the tests of a ruleset promise of every pack."""
        if not (where.game / FOLDER).is_dir():
            return ()
        if where.game not in self._games:
            own = Loaded(loaded.pack, loaded.problems, loaded.sources, loaded.declared, loaded.rules)
            self._games[where.game] = Found(where.game, own, suite_of_game(own, where.game))
        return self._games[where.game].invariants


__all__ = ["Finder", "Found", "NotFoundError", "homes_of", "is_home"]
