"""The source's record: claims with their paragraphs, rivals, figures, and the makers' own assumptions."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from dosmesas.text.local import Text
from dosmesas.text.span import Span

ESTIMATE = "estimate"
"""The source of a size that the makers chose themselves."""


class ClaimKind(StrEnum):
    """What a claim does: reports, explains, judges or predicts."""

    FACT = "fact"
    CAUSAL = "causal"
    NORMATIVE = "normative"
    FORECAST = "forecast"


@frozen(eq=False, repr=False, match_args=False)
class Figure:
    """One number or date of the source: `value` as its author wrote it, with a unit, and what it counts."""

    value: str
    unit: str
    of: Text
    at_least: bool = False


@frozen(eq=False, repr=False, match_args=False)
class Claim:
    """One claim. A rival is not the authors' and has a source instead of a paragraph."""

    id: str
    kind: ClaimKind
    text: Text
    where: Span
    paragraph: str = ""
    voice: str = "authors"
    rival: bool = False
    source: str = ""
    figures: tuple[Figure, ...] = ()
    supports: tuple[str, ...] = ()
    attacks: tuple[str, ...] = ()


@frozen(eq=False, repr=False, match_args=False)
class Assumption:
    """A rule of the game itself that no claim covers, shown like a claim."""

    id: str
    text: Text
    source: str
    where: Span


@frozen(eq=False, repr=False, match_args=False)
class Later:
    """Something that happened after the article: for the debrief, never for a rule."""

    date: str
    text: Text
    source: Text


@frozen(eq=False, repr=False, match_args=False)
class Source:
    """The bibliographic record of the article."""

    id: str
    title: str
    authors: tuple[str, ...]
    published_in: str
    year: str
    note: Text


@frozen(eq=False, repr=False, match_args=False)
class Dossier:
    """All of seeds/: the record, the claims by id, and what came later."""

    source: Source
    claims: Mapping[str, Claim]
    later: tuple[Later, ...]
