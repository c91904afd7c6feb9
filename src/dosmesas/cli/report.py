"""The outcome of a reading as text: the diagnostics, and a line that counts."""

from itertools import islice
from typing import TYPE_CHECKING

from dosmesas.text.phrase import Phrase, phrase

if TYPE_CHECKING:
    from dosmesas.load.loading import Loaded


_SHOWN = 100
"""The most diagnostics printed; the rest is counted."""


def report(loaded: "Loaded", language: str) -> str:
    """The diagnostics in a language, and a line that counts."""
    from dosmesas.text.render import render

    problems = loaded.problems
    lines = [render(islice(problems, _SHOWN), loaded.sources.line, language)] if len(problems) else []
    if len(problems) > _SHOWN:
        more = phrase("... and {count} more problems.", count=len(problems) - _SHOWN)
        lines.append(more.told(language))
    if problems.full and problems.errors:
        lines.append(phrase("The reading stopped there: mend these first, then check again.").told(language))
    elif problems.full:
        lines.append(phrase("There may be more: mend these first, then check again.").told(language))
    if lines:
        lines.append(_pages([one.code for one in islice(problems, _SHOWN)]).told(language))
    lines.append(" ".join(one.told(language) for one in _counts(loaded)))
    return "\n".join(lines)


def _counts(loaded: "Loaded") -> list[Phrase]:
    """The sentences of the line that counts."""
    errors, warnings = loaded.problems.errors, len(loaded.problems) - loaded.problems.errors
    told = [
        phrase(
            "{errors}, {warnings} in {files}.",
            errors=phrase("1 error") if errors == 1 else phrase("{count} errors", count=errors),
            warnings=_warnings(warnings),
            files=files_of(len(loaded.sources.texts)),
        )
    ]
    silenced = len(loaded.silenced)
    if silenced == 1:
        told.append(phrase("1 warning silenced with a reason."))
    elif silenced:
        told.append(phrase("{count} warnings silenced with a reason.", count=silenced))
    if loaded.pack is not None:
        from dosmesas.load.citations import at_work

        claims = loaded.pack.ruleset.dossier.claims
        used = len(at_work(loaded.pack) & set(claims))
        told.append(phrase("{used} of {all} claims at work.", used=used, all=len(claims)))
    return told


def _warnings(number: int) -> Phrase:
    return phrase("1 warning") if number == 1 else phrase("{count} warnings", count=number)


def files_of(number: int) -> Phrase:
    """So many files."""
    return phrase("1 file") if number == 1 else phrase("{count} files", count=number)


def _pages(codes: list[str]) -> Phrase:
    """Where the codes are explained."""
    first, *others = dict.fromkeys(codes)
    if not others:
        return phrase("Why it matters, and an example: dosmesas explain {first}", first=first)
    return phrase(
        "Why it matters, and an example: dosmesas explain {first} (also {others})",
        first=first,
        others=tuple(others),
    )
