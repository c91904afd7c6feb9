"""What a claim rests on and what speaks against it: the last branches of every tree of reasons."""

from dosmesas.session.claims import against, claim_line, figure_line, origin, source_line
from dosmesas.session.session import FULL, Session
from dosmesas.session.tree import Branch
from dosmesas.text.catalog import say

__all__ = ["against", "believed_line", "claim_line", "figure_line", "ground", "origin", "source_line"]


def believed_line(session: Session, name: str, language: str) -> str:
    """A claim as one line, with how far it is believed where that is not in full."""
    line, percent = claim_line(session.pack, name, language), session.counts((name,))
    return line if percent == FULL else f"{line} {say(language, 'believed', percent=percent)}"


def ground(session: Session, name: str, language: str) -> Branch:
    """A claim with its paragraph and figures, and the claims that speak against it."""
    claims = session.pack.ruleset.dossier.claims
    line = believed_line(session, name, language)
    if name not in claims:
        told = source_line(session.pack.ruleset.assumptions[name].source, language)
        return Branch(line, (Branch(told),), name)
    claim = claims[name]
    inside = [Branch(origin(session.pack, claim, language))]
    inside += [Branch(figure_line(one, language)) for one in claim.figures]
    for other in against(session.pack, name):
        text = say(language, "ground_against", claim=believed_line(session, other, language))
        inside.append(Branch(text, (Branch(origin(session.pack, claims[other], language)),), other))
    return Branch(line, tuple(inside), name)
