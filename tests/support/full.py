"""How much of a long check a run does: a sample in the gate, the whole in `.ci/full` (DOSMESAS_FULL=1)."""

import os

FULL = os.environ.get("DOSMESAS_FULL") == "1"


def cases(whole: int, sample: int) -> int:
    """How many cases to try: `whole` under `.ci/full`, else `sample`."""
    return whole if FULL else sample
