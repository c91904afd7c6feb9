"""Rewrites expectations to what came, in their places: comments and layout stay."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from dosmesas.desk.trial.trying import Missed
from dosmesas.load.trials.numbers import text_of
from dosmesas.model.trials import Expectation, FlagIs, Measure, Shown, Sign
from dosmesas.text.span import Span

_FULL = 100


@frozen
class Edit:
    """New text for a place on one line."""

    where: Span
    text: str


def edits_of(one: Missed) -> tuple[Edit, ...]:
    """What makes an expectation hold; nothing where only its author can know."""
    expectation = one.expectation
    if expectation.shared is not None and one.kept:
        share = one.kept * _FULL // len(one.outcomes)
        return (Edit(expectation.shared, str(share)),) if share else ()
    match expectation.what:
        case Measure(form=form):
            values = [it.value for it in one.outcomes if it.value is not None]
            text = text_of(form, min(values), max(values), expectation.text)
            return _placed(expectation, text)
        case FlagIs():
            values = [it.value for it in one.outcomes if it.value is not None]
            return _placed(expectation, "yes" if values[0] else "no") if len(set(values)) == 1 else ()
        case Shown():
            return _shown(one)
        case _:
            return ()


def _placed(one: Expectation, text: str) -> tuple[Edit, ...]:
    return (Edit(one.where, text),) if text and one.where.line == one.where.end_line else ()


def _shown(one: Missed) -> tuple[Edit, ...]:
    """Another key, or another ending, where all games agree on it."""
    found = {(it.sign, it.name) for it in one.outcomes}
    if len(found) != 1:
        return ()
    sign, name = found.pop()
    if sign is None or not name:
        return ()
    if sign is Sign.ENDING:
        return _placed(one.expectation, name)
    return (Edit(one.expectation.key, sign),)


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """A text with its edits made, each on a line of its own or behind the one before."""
    lines = text.split("\n")
    for one in sorted(edits, key=lambda it: (it.where.line, it.where.column), reverse=True):
        line = lines[one.where.line - 1]
        lines[one.where.line - 1] = line[: one.where.column - 1] + one.text + line[one.where.end_column :]
    return "\n".join(lines)


def by_file(missed: Iterable[Missed]) -> dict[str, list[Edit]]:
    """The edits of each file."""
    found: dict[str, list[Edit]] = {}
    for one in missed:
        for edit in edits_of(one):
            found.setdefault(edit.where.file, []).append(edit)
    return found


def left_over(missed: Iterable[Missed]) -> Iterator[Missed]:
    """What cannot be rewritten."""
    return (one for one in missed if not edits_of(one))
