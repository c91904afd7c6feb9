"""The outcome of a reading as text: the diagnostics, and a line that counts."""

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dosmesas.load.loading import Loaded


_SHOWN = 100
"""The most diagnostics printed; the rest is counted."""


def report(loaded: "Loaded") -> str:
    """The diagnostics, and a line that counts."""
    from dosmesas.text.render import render

    problems = loaded.problems
    errors, warnings = problems.errors, len(problems) - problems.errors
    files = len(loaded.sources.texts)
    total = f"{_count(errors, 'error')}, {_count(warnings, 'warning')} in {_count(files, 'file')}."
    if loaded.silenced:
        total += f" {_count(len(loaded.silenced), 'warning')} silenced with a reason."
    if loaded.pack is not None:
        from dosmesas.load.citations import at_work

        claims = loaded.pack.ruleset.dossier.claims
        used = len(at_work(loaded.pack) & set(claims))
        total += f" {used} of {len(claims)} claims at work."
    text = render(islice(problems, _SHOWN), loaded.sources.line)
    if len(problems) > _SHOWN:
        text += f"\n... and {len(problems) - _SHOWN} more problems."
    if problems.full:
        text += "\nThe reading stopped there: mend these first, then check again."
    return f"{text}\n{_pages([one.code for one in islice(problems, _SHOWN)])}\n{total}" if text else total


def _pages(codes: list[str]) -> str:
    """Where the codes are explained."""
    first, *others = dict.fromkeys(codes)
    more = f" (also {', '.join(others)})" if others else ""
    return f"Why it matters, and an example: dosmesas explain {first}{more}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
