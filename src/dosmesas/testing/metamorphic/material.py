"""A pack as properties take it: its files, its games as they are, and a place to read changed copies."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from attrs import Factory, define, field, frozen

from dosmesas.engine.game import Game
from dosmesas.load.folders import Kept as ReadBefore
from dosmesas.load.loading import load_pack, read
from dosmesas.load.locate import Roots, pack_folder, roots_of
from dosmesas.load.nodes import parse
from dosmesas.load.source import shown_path
from dosmesas.model.rules import Pack
from dosmesas.testing.metamorphic.parts import Document, kind_of
from dosmesas.testing.metamorphic.playing import Difference, Kept, Lens, Step, parted, play
from dosmesas.text.diagnostic import Problems, Severity
from dosmesas.text.span import Span

if TYPE_CHECKING:
    from dosmesas.testing.metamorphic.many import Columns

Files = Mapping[str, str | None]
"""Texts by name, such as `pack/events/talks.yaml`; None where there is to be no such file."""
MANY = 100
"""So many games are played at once besides those that are played one at a time."""


@frozen
class Refused:
    """A changed pack that the loader does not take, and why."""

    why: str

    @classmethod
    def of(cls, problems: Problems) -> "Refused":
        """For its first error; without any it has more warnings than are read."""
        errors = (one for one in problems if one.severity is Severity.ERROR)
        return cls(next((f"{one.code} {one.message}" for one in errors), f"{len(problems)} warnings"))

    def __str__(self) -> str:
        return f"the changed pack is refused: {self.why}"


@define(eq=False)
class _Bench:
    """A copy of the files, in which some are changed, read, and put back."""

    base: Path
    texts: Mapping[str, str]
    known: ReadBefore = Factory(dict)

    def lay_out(self) -> None:
        for name, text in self.texts.items():
            self._write(name, text)

    def read(self, files: Files) -> Pack | Refused:
        """The pack with some files changed."""
        try:
            for name, text in files.items():
                self._write(name, text)
            roots = Roots(self.base / "seeds", self.base / "game", self.base)
            loaded = read(self.base / "pack", roots, self.known)
        finally:
            for name in files:
                self._write(name, self.texts.get(name))
        if loaded.pack is None:
            return Refused.of(loaded.problems)
        return loaded.pack

    def _write(self, name: str, text: str | None) -> None:
        path = self.base / name
        if text is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@define(eq=False)
class Material:
    """What properties are held against; `many` games are played at once besides, none where it is 0.

    Make one with `opened`.
    """

    pack: Pack
    documents: Mapping[str, Document]
    many: int
    _bench: _Bench
    lens: Lens = field(init=False)
    _played: dict[tuple[str, int], tuple[Step, ...]] = Factory(dict)
    _columns: dict[str, "Columns"] = Factory(dict)

    @lens.default
    def _own_lens(self) -> Lens:
        return Lens(self.pack)

    def place(self, name: str) -> Span:
        """Where a file begins; for one that there is not, where it would lie."""
        known = self.documents.get(name)
        return known.root.span if known else Span(name, 1, 1, 1, 1)

    @property
    def believed(self) -> str:
        """Something that can be cited wherever nobody is to sleep: it is believed in every worldview."""
        ruleset = self.pack.ruleset
        beliefs = [ruleset.beliefs(view) for view in ruleset.worldviews.values()]
        return next((one for one in beliefs[0] if all(belief[one] for belief in beliefs)), "")

    @property
    def views(self) -> tuple[str, ...]:
        """The worldviews, in the order in which seeds take them by turns."""
        return tuple(self.pack.ruleset.worldviews)

    def view(self, number: int) -> str:
        """The worldview of the so-manieth seed."""
        return self.views[number % len(self.views)]

    def read(self, files: Files) -> Pack | Refused:
        """The pack with some files changed."""
        return self._bench.read(files)

    def unused(self, word: str) -> str:
        """A word to make new ids of: one that stands in no file."""
        while any(word in text for text in self.pack.sources.values()):
            word += "x"
        return word

    def game(self, view: str) -> Game:
        """The pack as it is, under a view."""
        return Game(self.pack, self.pack.ruleset.worldviews[view])

    def steps(self, view: str, seed: int) -> tuple[Step, ...]:
        """A game of the pack as it is; played once."""
        if (view, seed) not in self._played:
            self._played[view, seed] = play(self.game(view), seed, self.lens)
        return self._played[view, seed]

    def columns(self, view: str) -> "Columns":
        """Many games of the pack as it is, at once; played once."""
        if view not in self._columns:
            from dosmesas.testing.metamorphic.many import play_many

            self._columns[view] = play_many(self.game(view), self.many, self.lens)
        return self._columns[view]

    def difference(
        self,
        other: Game,
        view: str,
        seed: int,
        kept: Kept,
        lens: Lens | None = None,
        without: Sequence[str] = (),
    ) -> Difference | None:
        """Where the game of another pack parts from that of the pack as it is."""
        after = play(other, seed, lens or Lens(other.pack))
        return parted(self.steps(view, seed), after, kept, frozenset(without))


@contextmanager
def opened(name: str | Path, many: int = MANY) -> Iterator[Material]:
    """The material of a pack, by id or by its folder, for as long as it is needed.

    Raises:
        NotFoundError: there is no such pack.
        BrokenPackError: it has errors.
    """
    folder = pack_folder(str(name))
    pack = load_pack(str(name))
    with TemporaryDirectory() as base:
        bench = _Bench(Path(base), pack.sources)
        bench.lay_out()
        yield Material(pack, _documents(pack.sources, folder), many, bench)


def _documents(texts: Mapping[str, str], folder: Path) -> dict[str, Document]:
    """The files as nodes, whose places are those of the author's files."""
    home = roots_of(folder)
    roots = {"seeds": home.seeds, "game": home.game, "pack": folder}
    found = {}
    for name, text in texts.items():
        area, _, inside = name.partition("/")
        root, kind = parse(text, shown_path(roots[area] / inside), Problems()), kind_of(name)
        if root is not None and kind is not None:
            found[name] = Document(name, root, kind)
    return found
