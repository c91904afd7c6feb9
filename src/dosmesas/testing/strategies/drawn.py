"""Rulesets and packs as they are drawn: their files, what the loader makes of them, and how they print."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from attrs import evolve, frozen
from hypothesis.errors import InvalidArgument

from dosmesas.load.archive import named
from dosmesas.load.held import Held
from dosmesas.load.loading import Loaded, read
from dosmesas.load.locate import Roots
from dosmesas.load.trials.suite import read_game
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.testing.strategies.shown import Shown
from dosmesas.text.diagnostic import Diagnostic

_ERROR = "E"


@frozen(eq=False, repr=False)
class DrawnFiles(Shown):
    """Files by their paths, `game/flags.yaml` to YAML; `slip` says what is wrong with them, if anything is.

    They print as their texts, a heading each.
    """

    files: Mapping[str, str]
    slip: str = ""

    def lines(self) -> list[str]:
        """The texts of all files, and the slip."""
        told = [f"# the slip: {self.slip}"] if self.slip else []
        for path, text in self.files.items():
            told += [f"# {path}", *text.rstrip("\n").split("\n")]
        return told

    def write(self, folder: Path | str) -> Path:
        """Write the files below a folder, which is made where there is none; what is to be loaded lies there.

        Raises:
            OSError: they cannot be written.
        """
        for path, text in self.files.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return Path(folder) / self._home

    @property
    def _home(self) -> str:
        return "game"

    @cached_property
    def loaded(self) -> Loaded:
        """What the loader made of it, with every problem."""
        return read_game(_ROOTS, Held(held=self.files))

    @property
    def problems(self) -> list[Diagnostic]:
        """What the loader tells, warnings as well."""
        return list(self.loaded.problems)

    @property
    def errors(self) -> list[str]:
        """The codes of the errors; there are none without a slip."""
        return [one.code for one in self.problems if one.code.startswith(_ERROR)]

    def _whole(self) -> Loaded:
        if self.loaded.pack is None:
            told = "; ".join(f"{one.span}: {one.message}" for one in self.problems if one.code[:1] == _ERROR)
            raise InvalidArgument(f"it has errors, so it is only for testing loaders (slips=1): {told}")
        return self.loaded


class DrawnRules(DrawnFiles):
    """A ruleset that was drawn: seeds/ and game/."""

    @cached_property
    def ruleset(self) -> Ruleset:
        """The ruleset, by the real loader.

        Raises:
            InvalidArgument: it was drawn with a slip, and has errors.
        """
        rules = self._whole().rules
        assert rules is not None
        return rules


class DrawnPack(DrawnFiles):
    """A pack that was drawn, with the ruleset that it is played under: seeds/, game/ and content/x/."""

    @cached_property
    def pack(self) -> Pack:
        """The pack, by the real loader, as `load_pack` gives it.

        Raises:
            InvalidArgument: it was drawn with a slip, and has errors.
        """
        pack = self._whole().pack
        assert pack is not None
        return pack

    @property
    def _home(self) -> str:
        return f"content/{PACK_ID}"

    @cached_property
    def loaded(self) -> Loaded:
        """What the loader made of it, with every problem."""
        home = Path(self._home)
        loaded = read(home, _ROOTS, None, Held(held=self.files))
        if loaded.pack is None:
            return loaded
        places = {"seeds": _ROOTS.seeds, "game": _ROOTS.game, "pack": home}
        sources = named(loaded.sources.texts, places)
        pack = evolve(loaded.pack, digest=loaded.sources.digest(), sources=sources)
        return evolve(loaded, pack=pack)


PACK_ID = "x"
"""The id of every pack that is drawn."""
_ROOTS = Roots(Path("seeds"), Path("game"), Path("content"))


def in_order(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Files as a reader wants them: what a pack says, then the rules, then what these rest on."""
    places = ("content/", "game/", "seeds/")
    for place in places:
        yield from ((path, text) for path, text in files.items() if path.startswith(place))
