"""A card as a face shows it: what it says, what it rests on, what it answers, what else it feeds."""

from attrs import frozen

from dosmesas.debate.judge import Judge
from dosmesas.engine.benches import HELD_TO_WORDS, INCONSISTENT
from dosmesas.model.arguments import Card
from dosmesas.model.rules import Pack
from dosmesas.session.session import Session
from dosmesas.text.catalog import say


@frozen
class CardView:
    """A card in the player's language; `strength` is in billionths, as it is heard now.

    `answers` and `feeds` are questions in short words; `worn` says that it has been heard of late; `place` is
    its number in the hand that it was dealt in, 0 for a card that answers. `basis` has the kinds of its
    claims with their places, `where` the places alone.
    """

    id: str
    face: str
    warrant: str
    basis: str
    strength: int
    answers: str
    feeds: tuple[str, ...]
    claims: tuple[str, ...]
    worn: bool = False
    place: int = 0
    where: str = ""


def card_view(session: Session, judge: Judge, name: str, language: str) -> CardView:
    """A card of a debate, also one that holds a speaker to what was said before."""
    floor, pack = session.game.tables.floor, session.pack
    heard = judge.cards[name].base
    if name.startswith(INCONSISTENT):
        return _held_to_words(pack, floor.cards[name.removeprefix(INCONSISTENT)], name, heard, language)
    card = floor.cards[name]
    return CardView(
        name,
        card.face(language),
        card.warrant(language),
        basis_of(pack, card.because, language),
        heard,
        question_of(pack, card.answers or card.worsens, language),
        tuple(question_of(pack, question, language) for question, _ in card.cuts),
        card.because,
        worn=heard < floor.dealer.said(card).base,
        place=next((n for n, one in enumerate(judge.bench.hand, 1) if one.id == name), 0),
        where=basis_of(pack, card.because, language, kinds=False),
    )


def _held_to_words(pack: Pack, card: Card, name: str, heard: int, language: str) -> CardView:
    face = say(language, "said_otherwise", face=card.face(language))
    held = pack.ruleset.assumptions.get(HELD_TO_WORDS)
    warrant = held.text(language) if held else f"{face}."  # a ruleset may do without the assumption
    basis = basis_of(pack, (HELD_TO_WORDS,), language)
    return CardView(name, face, warrant, basis, heard, "", (), (HELD_TO_WORDS,), where=basis)


def basis_of(pack: Pack, claims: tuple[str, ...], language: str, *, kinds: bool = True) -> str:
    """The kinds and places of the claims behind a card: `fact, P7`; or the places alone."""
    found = []
    for name in claims:
        claim = pack.ruleset.dossier.claims.get(name)
        if claim is None:
            found.append(say(language, "assumption"))
        else:
            where = say(language, "rival") if claim.rival else claim.paragraph
            found.append(f"{say(language, claim.kind)}, {where}" if kinds else where)
    return ("; " if kinds else ", ").join(dict.fromkeys(found))


def question_of(pack: Pack, question: str, language: str) -> str:
    """A question in short words; nothing for none."""
    return pack.ruleset.bank.questions[question].short(language) if question else ""
