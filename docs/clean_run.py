"""Writes docs/clean-run.md from the record of a long run of `fuzz`, read from standard input."""

import json
import sys
from pathlib import Path
from typing import Any

PAGE = Path(__file__).with_name("clean-run.md")
HEAD = """# An hour of fuzzing on the tree as it is

    dosmesas fuzz culiacan --minutes 60 --seed 9 --json | python docs/clean_run.py

wrote this page: the quick pack, under all its worldviews, held to everything that `fuzz` knows.

"""


def page(record: dict[str, Any]) -> str:
    """The page of a run."""
    found = record["found"]
    rows = [
        ("found", "nothing" if found is None else found["property"]),
        ("games", f"{record['games']:,} ({record['games_per_second']} a second)"),
        ("turns", f"{record['turns']:,} ({record['turns_per_second']} a second)"),
        ("time", f"{record['seconds'] / 60:.0f} minutes"),
        ("properties", str(len(record["properties"]))),
        *((f"{kind} at work", f"{one['reached']} of {one['of']}") for kind, one in record["at_work"].items()),
    ]
    never = [
        name for name in record["never"] if name.partition(":")[0] in {"rule", "option", "event", "ending"}
    ]
    table = "".join(f"| {name} | {value} |\n" for name, value in rows)
    told = ", ".join(never) or "none"
    end = f"Rules, options, events and endings to which no game came: {told}."
    return f"{HEAD}| | |\n| --- | --- |\n{table}\n{end}\n"


if __name__ == "__main__":
    PAGE.write_text(page(json.load(sys.stdin)), encoding="utf-8")
