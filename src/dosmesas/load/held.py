"""Texts that are read as if they were files: what lies in no folder goes through the same loader."""

from collections.abc import Mapping
from pathlib import Path

from attrs import Factory, define

from dosmesas.load.source import Sources


@define(eq=False, repr=False, match_args=False)
class Held(Sources):
    """Texts by the paths that they would have, below a folder that there need not be: `game/flags.yaml`."""

    held: Mapping[str, str] = Factory(dict)

    def there(self, path: Path) -> bool:
        """Whether a text, or a folder of texts, has this path."""
        name = path.as_posix()
        return name in self.held or any(one.startswith(f"{name}/") for one in self.held)

    def names(self, folder: Path) -> list[str]:
        """What lies in a folder."""
        below = f"{folder.as_posix()}/"
        inside = (one.removeprefix(below) for one in self.held if one.startswith(below))
        return [*dict.fromkeys(name.partition("/")[0] for name in inside)]

    def is_link(self, path: Path) -> bool:  # noqa: ARG002 - none of them is
        """Whether a path leads elsewhere: none does."""
        return False

    def real(self, path: Path) -> str:
        """The path itself."""
        return str(path)

    def data(self, path: Path) -> bytes:
        """The bytes of a text.

        Raises:
            FileNotFoundError: no text has this path.
        """
        if path.as_posix() not in self.held:
            raise FileNotFoundError(2, "there is no such text", path.as_posix())
        return self.held[path.as_posix()].encode()
