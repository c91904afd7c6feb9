"""What a search has to say of what `check` says can never come: whether it is so."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from dosmesas.load.loading import Loaded
from dosmesas.model.rules import Pack
from dosmesas.sim.search.explore import Found
from dosmesas.sim.search.facts import Fact
from dosmesas.text.diagnostic import Diagnostic

CODES = ("W0501", "W0502", "W0503", "W0509", "W0511")
"""The checks that call something unreachable."""
_NAMED = (
    re.compile(r"\b(?P<kind>event|bulletin|rule|ending) '(?P<id>[^']+)'"),
    re.compile(r"can never choose '(?P<option>[^']+)'"),
    re.compile(r"nothing sets '(?P<flag>[^']+)'"),
)


class Verdict(StrEnum):
    """What is known: it is unreachable, it is not, or neither is proven."""

    PROVEN = "proven"
    REFUTED = "refuted"
    OPEN = "open"


@frozen
class Proof:
    """A finding of `check`, what it is about, and what the search says of it."""

    finding: Diagnostic
    fact: Fact
    verdict: Verdict
    silenced: bool


def proofs(loaded: Loaded, found: Found) -> list[Proof]:
    """All findings of a check that a search can say something about."""
    findings = [(one, False) for one in loaded.problems] + [(one, True) for one, _ in loaded.silenced]
    return [
        Proof(one, fact, _verdict(found, fact), silenced)
        for one, silenced in findings
        if one.code in CODES
        for fact in _about(one, found.pack)
    ]


def own(folder: Path, found: Found, fact: Fact) -> bool:
    """Whether something is declared by the pack itself, not by rules that packs share."""
    return Path(found.declared[fact].file).resolve().is_relative_to(folder.resolve())


def _verdict(found: Found, fact: Fact) -> Verdict:
    witness = found.seen.get(fact)
    if witness is not None:
        return Verdict.REFUTED if witness.sure or fact in found.played else Verdict.OPEN
    if fact in found.played:
        return Verdict.REFUTED
    return Verdict.PROVEN if found.exact else Verdict.OPEN


def _about(finding: Diagnostic, pack: Pack) -> Iterator[Fact]:
    said = next(filter(None, (one.search(str(finding.message)) for one in _NAMED)), None)
    if said is None:
        return
    named = said.groupdict()
    if "kind" in named:
        yield Fact(named["kind"], named["id"])
    elif "flag" in named:
        yield Fact("flag", named["flag"])
    else:
        yield from _options(finding, pack, named["option"])


def _options(finding: Diagnostic, pack: Pack, short: str) -> Iterator[Fact]:
    """The option of this short name in the file of a finding."""
    for event in pack.events.values():
        for options in event.seats.values():
            for one in options:
                if one.short == short and one.where.file == finding.span.file:
                    yield Fact("option", one.id)
