"""An answer: what a name is, where it stands, and parts that each say one thing about it."""

from collections.abc import Iterator

from attrs import Factory, define, frozen

from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say
from dosmesas.text.folding import folded
from dosmesas.text.span import Span

_STEP = "  "


@frozen
class Part:
    """One thing that is said: `key` is its name for programs; one line stands beside its heading."""

    key: str
    lines: tuple[str, ...]
    inline: bool = False


@frozen
class Answer:
    """All about one thing; `kind` is its kind for programs, as in `rule`."""

    kind: str
    name: str
    where: Span | None
    text: str
    parts: tuple[Part, ...]

    def told(self, language: str) -> Iterator[str]:
        """The lines for a reader, at most 79 characters; what goes on stands further in."""
        for line in self._lines(language):
            yield from folded(line, _STEP if line[:1] == " " else _STEP * 2)

    def _lines(self, language: str) -> Iterator[str]:
        yield say(language, "explain_is", name=self.name, kind=say(language, f"kind_{self.kind}"))
        if self.where is not None and self.where.file:
            yield _STEP + spot(self.where)
        yield from (_STEP + line for line in self.text.split("\n") if line)
        for part in self.parts:
            head = say(language, f"explain_{part.key}")
            if part.inline:
                yield f"{_STEP}{head}: {', '.join(part.lines)}"
            else:
                yield f"{_STEP}{head}:"
                yield from (_STEP * 2 + line for line in part.lines)

    def as_json(self) -> dict[str, object]:
        """The same for another program."""
        where = self.where if self.where is not None and self.where.file else None
        return {
            "kind": self.kind,
            "name": self.name,
            "file": where.file if where else None,
            "line": where.line if where else None,
            "column": where.column if where else None,
            "text": self.text,
            **{part.key: list(part.lines) for part in self.parts},
        }


@define
class Parts:
    """Parts as they are gathered; what is empty is left out."""

    pack: Pack
    language: str
    found: list[Part] = Factory(list)

    def say(self, key: str, **values: object) -> str:
        """A text of the catalog in the reader's language."""
        return say(self.language, key, **values)

    def put(self, key: str, *lines: str) -> None:
        """One line under a heading, beside it: a few words, or several names."""
        self._put(key, lines, inline=True)

    def list(self, key: str, *lines: str) -> None:
        """Lines below a heading."""
        self._put(key, lines, inline=False)

    def _put(self, key: str, lines: tuple[str, ...], *, inline: bool) -> None:
        if any(lines):
            self.found.append(Part(key, tuple(line for line in lines if line), inline))

    def answer(self, kind: str, name: str, where: Span | None, text: str) -> Answer:
        """The whole."""
        return Answer(kind, name, where, text, tuple(self.found))


def spot(where: Span) -> str:
    """`file:line`, which editors and terminals open."""
    return f"{where.file}:{where.line}"
