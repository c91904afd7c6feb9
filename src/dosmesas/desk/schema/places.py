"""Where the files of a kind lie, and which kind a file is of."""

from fnmatch import fnmatch
from pathlib import Path

from dosmesas.load.shapes.kinds import FILES, FileKind

FOLDER = ".schemas"
"""Where a pack keeps the schemas that its files name."""


def places(kind: FileKind) -> list[str]:
    """The places of a kind of file, as one would write them for an editor."""
    return [
        *(f"seeds/{one}" for one in kind.seeds),
        *(f"game/{one}" for one in kind.game),
        *(f"content/PACK/{one}" for one in kind.pack),
    ]


def kind_of(path: Path, root: Path, area: str) -> FileKind | None:
    """The kind of a file below seeds/, game/ or a pack (`area`: seeds, game or pack), or None."""
    name = path.relative_to(root).as_posix()
    return next((one for one in FILES if any(fnmatch(name, it) for it in getattr(one, area))), None)


def modeline(name: str, depth: int) -> str:
    """The first line that tells an editor the schema of a file, `depth` folders below its pack."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}.json"
