"""A claim's page in words, for every face."""

from attrs import frozen

from dosmesas.session.dossier import ClaimPage, Other
from dosmesas.text.catalog import say


@frozen
class Told:
    """A line of a claim's page; `claim` is the one that it leads to."""

    text: str
    claim: str = ""
    heading: bool = False


def claim_text(page: ClaimPage) -> str:
    """A claim as one line: id, kind, paragraph, text."""
    ground = f"{page.kind}, {page.where}" if page.kind else page.where
    return f"{page.id} ({ground}): {page.text}"


def page_lines(page: ClaimPage, language: str) -> list[Told]:
    """The page of a claim, top to bottom."""
    lines = [Told(claim_text(page)), Told(_sentence(page.origin))]
    lines += [Told(_sentence(one)) for one in page.figures]
    lines.append(Told(say(language, "page_believed", percent=page.believed, heard=page.heard)))
    for key, others in (
        ("page_attacked", page.attacked),
        ("page_attacks", page.attacks),
        ("page_supported", page.supported),
        ("page_supports", page.supports),
    ):
        lines += _others(key, others, language)
    return lines + _uses(page, language)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."


def _others(key: str, others: tuple[Other, ...], language: str) -> list[Told]:
    if not others:
        return []
    return [Told(say(language, key), heading=True), *(Told(_other(one, language), one.id) for one in others)]


def _other(one: Other, language: str) -> str:
    rival = f" ({say(language, 'rival')})" if one.rival else ""
    return f"  {one.id}{rival}: {one.text} {say(language, 'believed', percent=one.believed)}"


def _uses(page: ClaimPage, language: str) -> list[Told]:
    """What rests on the claim, and how much of it has not come up yet."""
    lines = [Told(say(language, "page_uses"), heading=True)] if page.uses or page.later else []
    lines += [Told(f"  {one.kind} {one.id}: {one.text}") for one in page.uses]
    if page.later:
        lines.append(Told("  " + say(language, "page_later", count=page.later)))
    return lines or [Told(say(language, "page_unused"))]
