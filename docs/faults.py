"""Plants the faults of tests/testing/fuzz/faults and writes what fuzzing finds: `python docs/faults.py`.

It takes some ten minutes. `python docs/faults.py engine loader` plants those of some rooms alone and prints.
"""

import platform
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = Path(__file__).with_name("planted-faults.md")
HEAD = """# Faults that were planted

Each was made in a copy of the project, alone, and `dosmesas fuzz PACK --minutes 1` was run on the copy.
The list of patches is tests/testing/fuzz/faults; this page is written by `python docs/faults.py`, which
plants them all again.

"Found in" are the games until something was wrong and the seconds until then, with loading; "shortest" is
how many decisions the game takes that is told (to say nothing is none, and what staff argues is none), and
how long it was looked for. A fault that shows in every state, or in the files, needs none.

"""
TABLE = """| room | fault | pack | what it breaks | found in | shortest |
| --- | --- | --- | --- | --- | --- |
"""


def found() -> Iterator[tuple[Any, dict[str, Any]]]:
    """Every fault that is asked for, with what fuzzing says of it."""
    sys.path.insert(0, str(ROOT))
    from tests.testing.fuzz.planting import copied, faults, fuzzed, plant, uproot

    with TemporaryDirectory() as folder:
        base = copied(Path(folder))
        for fault in faults():
            if len(sys.argv) > 1 and fault.room not in sys.argv[1:]:
                continue
            plant(fault, base)
            yield fault, fuzzed(fault, base)
            uproot(fault, base)


def row(fault: Any, record: dict[str, Any]) -> str:
    """A row of the table."""
    it = record["found"]
    pack = fault.pack.rpartition("/")[2]
    if not it:
        return f"| {fault.room} | {fault.name} | {pack} | not found | {record['games']} games | |\n"
    games = f"game {record['games'] or 1}, {record['seconds']:.1f} s"
    shortest = f"{it['decisions']}, {it['seconds_to_shrink']:.1f} s"
    return f"| {fault.room} | {fault.name} | {pack} | {it['property']} | {games} | {shortest} |\n"


def main() -> None:
    """Plant them, and write the page where all were planted."""
    rows, records = [], []
    for fault, record in found():
        rows.append(row(fault, record))
        records.append(record)
        sys.stdout.write(rows[-1])
        sys.stdout.flush()
    if len(sys.argv) > 1:
        return
    caught = [one["found"] for one in records if one["found"]]
    longest = max(one["decisions"] for one in caught)
    total = (
        f"{len(caught)} of {len(records)} were found; the longest of these games takes {longest} decisions.\n"
    )
    made = f"{date.today()}, Python {platform.python_version()}.\n\n"  # noqa: DTZ011 - the day of whoever runs it
    PAGE.write_text(f"{HEAD}{total}{made}{TABLE}{''.join(rows)}", encoding="utf-8")


if __name__ == "__main__":
    main()
