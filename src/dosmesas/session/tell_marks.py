"""How a player argued, as lines of the debrief."""

from dosmesas.session.debrief import HowArgued
from dosmesas.session.marks import Marks, Part
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed


def argued_lines(
    seats: tuple[HowArgued, ...], language: str, signed: tuple[tuple[str, str], ...] = ()
) -> list[str]:
    """The section on how the case was argued, with what both sides signed; nothing where nothing was."""
    if not seats and not signed:
        return []
    lines = ["", say(language, "argued_heading")]
    for one in seats:
        lines += [say(language, "argued_office", office=one.office)] if len(seats) > 1 else []
        lines += _marks(one.marks, language)
        if one.sentence:
            lines.append(say(language, "argued_sentence", text=one.sentence))
    lines += [say(language, "argued_signed")] if signed else []
    return lines + [f"  {say(language, 'statement_line', text=text, basis=basis)}" for text, basis in signed]


def _marks(marks: Marks, language: str) -> list[str]:
    if not marks.chosen:
        return [say(language, "argued_staff")]
    lines = []
    if marks.quality is not None:
        lines.append(say(language, "argued_quality", mark=fixed(marks.quality), count=marks.weighed))
    parts = {"argued_clash": marks.clash, "argued_fit": marks.fit, "argued_evidence": marks.evidence}
    lines += [line for key, part in parts.items() for line in _part(key, part, language)]
    if marks.evidence.of:
        lines.append(say(language, "argued_kinds", **marks.kinds))
    if marks.best:
        lines.append(say(language, "argued_best", turn=marks.best))
    return lines


def _part(key: str, part: Part, language: str) -> list[str]:
    if part.mark is None:
        return []
    return [say(language, key, mark=fixed(part.mark), part=part.part, of=part.of)]
