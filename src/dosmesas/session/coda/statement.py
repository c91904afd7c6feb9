"""A joint statement, drafted from the claims that both sides let stand.

A claim stands for both where one side spoke on it, the other could answer, and no card that rests on it was
defeated or taken back in the whole game.
"""

from collections.abc import Iterator

from attrs import frozen

from dosmesas.debate.course import ANSWERED, moments
from dosmesas.engine.floor import Debate
from dosmesas.session.debates.cards import basis_of
from dosmesas.session.debates.past import judged_turns
from dosmesas.session.session import Session
from dosmesas.text.catalog import say

MOST = 3
"""How many claims of each country a draft holds at most."""


@frozen
class Stood:
    """A claim that both sides let stand: who brought it forward, and how far its best card stood."""

    claim: str
    country: str
    strength: int


def let_stand(session: Session) -> tuple[Stood, ...]:
    """The claims for a draft: at most so many a country, those first whose cards stood furthest."""
    best: dict[str, Stood] = {}
    lost: set[str] = set()
    for judged in judged_turns(session):
        for debate in judged.debates.values():
            for stood, stands in _spoken(session, debate):
                if not stands:
                    lost.add(stood.claim)
                elif stood.claim not in best or best[stood.claim].strength < stood.strength:
                    best[stood.claim] = stood
    left = sorted(
        (one for name, one in best.items() if name not in lost), key=lambda one: (-one.strength, one.claim)
    )
    countries = dict.fromkeys(one.country for one in left)
    return tuple(one for country in sorted(countries) for one in [*_of(left, country)][:MOST])


def draft(session: Session, stood: tuple[Stood, ...], language: str) -> list[str]:
    """The statement that holds these claims, each with who brought it and where it comes from."""
    pack = session.pack
    lines = [say(language, "statement_head", pack=pack.title(language))]
    for country in dict.fromkeys(one.country for one in stood):
        name = pack.ruleset.countries[country].name(language)
        lines.append(say(language, "statement_country", country=name))
        for one in _of(list(stood), country):
            claim = pack.ruleset.dossier.claims[one.claim]
            basis = basis_of(pack, (one.claim,), language)
            lines.append("  " + say(language, "statement_line", text=claim.text(language), basis=basis))
    return lines


def _of(stood: list[Stood], country: str) -> Iterator[Stood]:
    return (one for one in stood if one.country == country)


def _spoken(session: Session, debate: Debate) -> Iterator[tuple[Stood, bool]]:
    """Every claim spoken on in a debate that the other side could answer, and whether it stands."""
    if not debate.foe or not debate.bench.listeners:
        return
    pack, judge = session.pack, debate.judge
    end = moments(judge, debate.case, debate.against, debate.answer, debate.bench.listeners[0])[ANSWERED]
    offices = pack.ruleset.offices
    speakers = dict.fromkeys(debate.case, debate.seat) | dict.fromkeys(debate.against, debate.foe)
    if debate.answer.kind in {"reply", "back"}:
        speakers[debate.answer.card] = debate.seat
    for name, seat in speakers.items():
        for claim in judge.cards[name].claims:
            if claim in pack.ruleset.dossier.claims:
                stood = Stood(claim, offices[seat].country, end.strengths.get(name, 0))
                yield stood, name in end.standing
