"""The claims at work in a game: which moved most, what each moved, and by how much."""

from collections import Counter

from attrs import frozen

from dosmesas.engine.receipts import ReceiptKind
from dosmesas.model.world import Indicator
from dosmesas.session.claims import claim_line
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import signed


@frozen
class AtWork:
    """A claim in words, and what it moved."""

    text: str
    moved: str


def top_claims(session: Session, language: str, count: int = 3) -> tuple[AtWork, ...]:
    """The claims whose receipts moved most."""
    return tuple(
        AtWork(claim_line(session.pack, name, language), moved_line(session, name, language))
        for name in weights(session)[:count]
    )


def moved_line(session: Session, claim: str, language: str, most: int = 3) -> str:
    """What the receipts that cite a claim sum to, for the indicators that they moved furthest."""
    total: Counter[str] = Counter()
    for receipt in session.receipts:
        if receipt.kind is ReceiptKind.CHANGE and claim in receipt.claims:
            total[receipt.indicator] += receipt.applied
    indicators = session.pack.ruleset.indicators
    ordered = sorted(total, key=lambda name: (-share_of(indicators[name], total[name]), name))
    told = [f"{indicators[name].name(language)} {signed(total[name])}" for name in ordered if total[name]]
    return say(language, "claim_moved" if told else "claim_unmoved", what="; ".join(told[:most]))


def weights(session: Session) -> list[str]:
    """The claims at work, most first: each movement is taken as a share of its indicator's range."""
    indicators = session.pack.ruleset.indicators
    weight: Counter[str] = Counter()
    for receipt in session.receipts:
        if receipt.kind is ReceiptKind.CHANGE:
            for claim in receipt.claims:
                if claim in session.pack.ruleset.dossier.claims:
                    weight[claim] += share_of(indicators[receipt.indicator], receipt.applied)
    return sorted(weight, key=lambda name: (-weight[name], name))


def share_of(indicator: Indicator, amount: int) -> int:
    """An amount, whichever way, as a share of its indicator's range, in millionths."""
    return abs(amount) * 1_000_000 // (indicator.high - indicator.low)
