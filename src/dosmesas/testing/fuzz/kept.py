"""What was found is kept: tried first the next time, as a save to watch, and as a test to run."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from dosmesas.load.locate import pack_folder, shipped_packs
from dosmesas.testing.fuzz.chase import Chased
from dosmesas.testing.fuzz.hunt import Caught
from dosmesas.testing.fuzz.replay import Replay
from dosmesas.testing.fuzz.saved import begun
from dosmesas.testing.fuzz.target import Target

_LETTERS = 48


@frozen
class Kept:
    """The files of a finding: its record, a save that `resume` opens (if one could be written), a test."""

    record: Path
    save: Path | None
    test: Path


def keep(target: Target, found: Chased, folder: Path) -> Kept:
    """Write what was found into a folder, in place of an earlier finding of the same property.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{target.pack.id}-{_slug(found.property.name)}"
    record, save, test = folder / f"{stem}.json", folder / f"{stem}.jsonl", folder / f"test_{_name(stem)}.py"
    body = {
        "pack": target.pack.id,
        "keeps": found.property.name,
        **asdict(found.replay),
        "said": found.wrong.text,
    }
    record.write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")
    test.write_text(_test_of(target, found, _name(stem)), encoding="utf-8")
    return Kept(record, save if _save(target, found.replay, save) else None, test)


def known(target: Target, folder: Path) -> Iterator[Caught | str]:
    """Earlier findings of a pack that are still wrong; of those that are not, or cannot be read, the file.

    What another pack was found to break, or what is not asked for now, is left alone.
    """
    for path in sorted(folder.glob(f"{target.pack.id}-*.json")):
        try:
            body: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            replay, keeps, pack = _read(body), str(body["keeps"]), body["pack"]
            game = target.game(replay.view)
        except (OSError, ValueError, KeyError, TypeError):
            yield path.name
            continue
        one = target.properties.get(keeps)
        if pack == target.pack.id and one is not None:
            wrong = next(filter(None, map(one.first, replay.walks(game))), None)
            yield Caught(replay, one, wrong) if wrong else path.name


def _read(body: dict[str, Any]) -> Replay:
    plays = tuple(dict(one) for one in body["plays"])
    points = tuple(map(str, body["points"]))
    return Replay(str(body["view"]), int(body["seed"]), plays, points, bool(body["staff"]))


def _save(target: Target, replay: Replay, save: Path) -> bool:
    """Write the game as a save, as far as the engine plays it; whether there is one."""
    save.unlink(missing_ok=True)
    walks = [*replay.walks(target.game(replay.view))]
    if not walks or not walks[-1].steps:
        return False
    session = begun(target.pack, walks[-1], save, str(target.folder))
    try:
        with suppress(Exception):  # a broken engine may refuse its own game: what came before is kept
            for step in walks[-1].steps[:-1]:
                session.take({**step.actions})
    finally:
        session.close()
    return True


def _test_of(target: Target, found: Chased, name: str) -> str:
    """A test that plays the game again, as Python."""
    replay = found.replay
    return "\n".join(
        [
            f'"""Found by `dosmesas fuzz {target.pack.id}`; run it with pytest."""',
            "",
            "from dosmesas.testing.fuzz import play_again",
            "",
            "",
            f"def test_{name}() -> None:",
            "    play_again(",
            f"        {_named(target)!r},",
            f"        {found.property.name!r},",
            f"        view={replay.view!r},",
            f"        seed={replay.seed},",
            "        plays=[",
            *(f"            {play!r}," for play in replay.plays),
            "        ],",
            "    )",
            "",
        ]
    )


def _named(target: Target) -> str:
    """How a test names the pack: by its id where it ships with the game, else by its folder."""
    shipped = target.pack.id in shipped_packs() and pack_folder(target.pack.id) == target.folder
    return target.pack.id if shipped else str(target.folder.resolve())


def _slug(name: str) -> str:
    """A name as a part of a file's."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower())[:_LETTERS].strip("-")


def _name(stem: str) -> str:
    return stem.replace("-", "_")
