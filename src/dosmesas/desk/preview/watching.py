"""Files that change: seen by their times and sizes, asked for again and again."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

Stamps = Mapping[str, tuple[int, int]]


def stamps(places: Iterable[Path]) -> Stamps:
    """Time and size of the YAML files below some folders, and of some files, as far as they can be read."""
    found: dict[str, tuple[int, int]] = {}
    for place in places:
        if place.is_file():
            _note(str(place), found)
            continue
        for folder, _, names in os.walk(place):
            for name in names:
                if name.endswith(".yaml"):
                    _note(os.path.join(folder, name), found)  # noqa: PTH118 - several times a second
    return found


def _note(path: str, found: dict[str, tuple[int, int]]) -> None:
    try:
        status = os.stat(path)  # noqa: PTH116 - several times a second
    except OSError:  # an editor is just putting another in its place
        return
    found[path] = (status.st_mtime_ns, status.st_size)


def watch(
    look: Callable[[tuple[str, ...]], None], now: Callable[[], Stamps], wait: Callable[[], bool]
) -> None:
    """Look once, and again whenever files have changed, until `wait` says that it is enough."""
    before = now()
    look(())
    while wait():
        after = now()
        if after != before:
            changed = tuple(sorted(name for name, _ in {*before.items()} ^ {*after.items()}))
            before = after  # what is saved while we look is seen the next time
            look(tuple(dict.fromkeys(changed)))
