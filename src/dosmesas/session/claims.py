"""A claim in words: its line, where it stands, its figures, and what speaks against it."""

from dosmesas.model.dossier import Claim, Figure
from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say
from dosmesas.text.number import spaced

MAKERS = "makers"
"""The source of what the makers of the game put there themselves."""
_AUTHORS = "authors"
_TOLD = {"date", "month", "year", "people"}
"""Units that say nothing more: a date is one, and what is counted tells that it is people."""
_UNITS = {
    "percent": "unit_percent",
    "months": "unit_months",
    "years": "unit_years",
    "per-100000": "unit_rate",
    "billion-usd": "unit_billion",
}
"""The units of the shipped dossier in words; another one stands as its author wrote it."""


def claim_line(pack: Pack, name: str, language: str) -> str:
    """A claim or assumption as one line: id, kind, paragraph, text."""
    claim = pack.ruleset.dossier.claims.get(name)
    if claim is None:
        assumption = pack.ruleset.assumptions[name]
        return f"{name} ({say(language, 'assumption')}): {assumption.text(language)}"
    where = say(language, "rival") if claim.rival else claim.paragraph
    return f"{name} ({say(language, claim.kind)}, {where}): {claim.text(language)}"


def against(pack: Pack, name: str) -> tuple[str, ...]:
    """The claims that attack a claim."""
    return tuple(one.id for one in pack.ruleset.dossier.claims.values() if name in one.attacks)


def origin(pack: Pack, claim: Claim, language: str) -> str:
    """Where a claim stands: a paragraph of the article and whose words it reports, or a rival's source."""
    if claim.rival:
        return source_line(claim.source, language)
    source = pack.ruleset.dossier.source
    where = {
        "number": claim.paragraph.removeprefix("P"),
        "authors": ", ".join(source.authors),
        "title": source.title,
        "year": source.year,
    }
    # What the authors only report says in its own text whose view it is.
    reported = claim.voice != _AUTHORS
    return say(language, "ground_reported" if reported else "ground_paragraph", **where)


def source_line(source: str, language: str) -> str:
    """Where something comes from that the article does not say."""
    makers = source == MAKERS
    return say(language, "ground_makers") if makers else say(language, "ground_rival", source=source)


def figure_line(figure: Figure, language: str) -> str:
    """A number of the source: what it counts, and how much."""
    unit = say(language, _UNITS[figure.unit]) if figure.unit in _UNITS else figure.unit.replace("-", " ")
    unit = "" if figure.unit in _TOLD else spaced(unit)
    key = "ground_at_least" if figure.at_least else "ground_figure"
    return say(language, key, what=figure.of(language), value=figure.value, unit=unit)
