"""Take out the warnings that an author has silenced, and tell the comments that silence nothing."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from dosmesas.desk.codes.pages import codes
from dosmesas.desk.silence.allowances import Allowance, allowances
from dosmesas.load.loading import Loaded
from dosmesas.text.diagnostic import Diagnostic, Severity, TooManyError, did_you_mean
from dosmesas.text.phrase import Phrase, phrase
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
            hint = phrase("write why: # allow {code}: the reason", code=one.codes[0][0])
            yield _warn(NO_REASON, phrase("a warning is silenced with a reason"), one.span, hint)
        for code, span in one.codes:
            if code not in known:
                message = phrase("there is no code '{code}'", code=code)
                yield _warn(UNKNOWN, message, span, did_you_mean(code, known))
            elif not code.startswith("W") or code.startswith(_OWN):
                yield _warn(NEVER, _never(code), span, phrase("mend it, and take this away"))
            elif one.reason and (one.span, code) not in used and one.span.file in own:
                message = phrase(
                    "nothing to silence here: line {line} has no {code}", line=one.line, code=code
                )
                yield _warn(STALE, message, one.span, phrase("take the comment away"))


def _never(code: str) -> Phrase:
    if code.startswith("E"):
        return phrase("an error cannot be silenced")
    return phrase("what is said of such a comment cannot be silenced")


def _warn(code: str, message: Phrase, span: Span, hint: Phrase) -> Diagnostic:
    return Diagnostic(code, message, span, hint, severity=Severity.WARNING)
