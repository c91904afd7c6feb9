"""Take out the warnings that an author has silenced, and tell the comments that silence nothing."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from dosmesas.desk.codes.pages import codes
from dosmesas.desk.silence.allowances import Allowance, allowances
from dosmesas.load.loading import Loaded
from dosmesas.text.diagnostic import Diagnostic, Severity, TooManyError, did_you_mean
from dosmesas.text.span import Span

NO_REASON, UNKNOWN, NEVER, STALE = "W0801", "W0802", "W0803", "W0804"
_OWN = "W08"
"""What is said of the comments themselves cannot be silenced by another comment."""


def silence(loaded: Loaded, folder: Path) -> None:
    """Move the silenced warnings of a check to `loaded.silenced`, and add what is wrong with the comments.

    Only comments in the pack's own folder are called stale: those in files that packs share may be there for
    another pack.
    """
    found = [one for file, text in loaded.sources.texts.items() for one in allowances(file, text)]
    if not found:
        return
    used: set[tuple[Span, str]] = set()
    told: list[Diagnostic] = []
    for one in loaded.problems.found:
        allowed = _allowed(one, found)
        if allowed is None:
            told.append(one)
        else:
            used.add((allowed.span, one.code))
            loaded.silenced.append((one, allowed.reason))
    loaded.problems.found[:] = told
    sound = loaded.pack is not None  # else the lints have not looked
    own = {
        one.span.file
        for one in found
        if sound and Path(one.span.file).resolve().is_relative_to(folder.resolve())
    }
    with suppress(TooManyError):
        for diagnostic in _faults(found, used, own):
            loaded.problems.note(diagnostic)


def _lies_in(file: str, folder: Path) -> bool:
    return Path(file).resolve().is_relative_to(folder.resolve())


def _allowed(one: Diagnostic, found: Iterable[Allowance]) -> Allowance | None:
    """The comment that silences a warning, if there is one."""
    if one.severity is Severity.ERROR:
        return None
    return next((it for it in found if it.reason and _about(it, one)), None)


def _about(allowance: Allowance, one: Diagnostic) -> bool:
    place = (allowance.span.file, allowance.line)
    return place == (one.span.file, one.span.line) and one.code in {code for code, _ in allowance.codes}


def _faults(found: Iterable[Allowance], used: set[tuple[Span, str]], own: set[str]) -> Iterator[Diagnostic]:
    """What is wrong with the comments. `own` are the files in which all is known that could be silenced."""
    known = codes()
    for one in found:
        if not one.reason:
            hint = f"write why: # allow {one.codes[0][0]}: the reason"
            yield _warn(NO_REASON, "a warning is silenced with a reason", one.span, hint)
        for code, span in one.codes:
            if code not in known:
                yield _warn(UNKNOWN, f"there is no code '{code}'", span, did_you_mean(code, known))
            elif not code.startswith("W") or code.startswith(_OWN):
                what = "an error" if code.startswith("E") else "what is said of such a comment"
                yield _warn(NEVER, f"{what} cannot be silenced", span, "mend it, and take this away")
            elif one.reason and (one.span, code) not in used and one.span.file in own:
                message = f"nothing to silence here: line {one.line} has no {code}"
                yield _warn(STALE, message, one.span, "take the comment away")


def _warn(code: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, message, span, hint, severity=Severity.WARNING)
