"""What a game hung on, as lines of plain text for both faces."""

from dosmesas.session.at_work import moved_line
from dosmesas.session.hinges import SHOWN, Hinge
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed


def hinge_lines(session: Session, found: tuple[Hinge, ...], tried: int, language: str) -> list[str]:
    """A heading, a paragraph a claim, the limit of it; nothing where no claim moved a number."""
    if not tried:
        return []
    limit = say(language, "hinge_limit", tried=tried)
    if not found:
        return [say(language, "hinge_heading"), say(language, "hinge_none"), limit]
    return [say(language, "hinge_heading"), *(_told(session, one, language) for one in found[:SHOWN]), limit]


def _told(session: Session, one: Hinge, language: str) -> str:
    """A claim, where it stands, what it moved, and what would have come without belief in it."""
    claim = session.pack.ruleset.dossier.claims[one.claim]
    where = say(language, "rival") if claim.rival else claim.paragraph
    parts = [say(language, "hinge_claim", claim=claim.text(language).rstrip("."), where=where)]
    parts.append(moved_line(session, one.claim, language))
    parts += [_ending(session, one, language), *_scores(session, one, language)]
    if one.lost:
        parts.append(say(language, "decisive_lost", count=one.lost))
    return " ".join(parts)


def _ending(session: Session, one: Hinge, language: str) -> str:
    mine, other = one.ending
    if mine == other:
        return say(language, "hinge_ending_same")
    title = next(e.title(language) for e in session.pack.ruleset.endings if e.id == other)
    return say(language, "hinge_ending", title=title)


def _scores(session: Session, one: Hinge, language: str) -> list[str]:
    """The mandates of the players' offices; of the one that moved most where nobody plays."""
    offices = session.pack.ruleset.offices
    seats = session.setup.seats or (max(one.scores, key=lambda seat: (abs(one.swing(seat)), seat)),)
    return [
        say(
            language,
            "hinge_score",
            office=offices[seat].name(language),
            mine=fixed(one.scores[seat][0]),
            theirs=fixed(one.scores[seat][1]),
        )
        for seat in seats
        if one.swing(seat)
    ]
