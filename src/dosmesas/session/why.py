"""Why a number stands where it stands: the tree from an indicator's change to decisions, rules and claims."""

from attrs import frozen

from dosmesas.engine.receipts import Receipt
from dosmesas.session.grounds import claim_line, ground
from dosmesas.session.outcome import entry
from dosmesas.session.scenes import scene_before
from dosmesas.session.session import FULL, Session
from dosmesas.session.tree import Branch, Grower
from dosmesas.session.views import unexplained
from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import nearest
from dosmesas.text.number import exact

__all__ = ["Reason", "Why", "claim_line", "doubts", "find_indicator", "reason_of", "why"]


@frozen
class Reason:
    """One receipt with what it read, and the texts of the claims behind it; `cited` are their ids.

    `grounds` are the claims as branches: down to the paragraph, with what speaks against each.
    """

    receipt: str
    applied: int
    text: str
    basis: str
    since: str
    claims: tuple[str, ...]
    tree: tuple[Branch, ...] = ()
    cited: tuple[str, ...] = ()
    grounds: tuple[Branch, ...] = ()


@frozen
class Why:
    """An indicator over one turn; `view` names the worldview where it is not the plain one of the article."""

    turn: int
    name: str
    unit: str
    about: str
    before: int
    after: int
    reasons: tuple[Reason, ...]
    view: str = ""


def why(session: Session, indicator: str, number: int, seat: str | None, language: str) -> Why:
    """The reasons of one indicator's change in one turn, as a seat may see them.

    Of the turn that is being played it has what landed at its beginning.
    """
    one, receipts = session.pack.ruleset.indicators[indicator], _moves(session, indicator)
    before = one.start + sum(receipt.applied for receipt in receipts if receipt.turn < number)
    own = [receipt for receipt in receipts if receipt.turn == number]
    now = session.game.tables.scene(session.state).value(indicator)
    return Why(
        number,
        one.name(language),
        one.unit(language),
        one.text(language),
        before,
        before + sum(receipt.applied for receipt in own) if number else now,
        tuple(reason_of(session, receipt, seat, language) for receipt in own),
        session.game.view.name(language) if doubts(session) else "",
    )


def _moves(session: Session, indicator: str) -> list[Receipt]:
    return [one for one in session.receipts if one.moves and one.indicator == indicator]


def doubts(session: Session) -> bool:
    """Whether the game's worldview believes a claim in part, doubts the article or believes a rival."""
    claims = session.pack.ruleset.dossier.claims
    return any(
        0 < session.belief[one.id] < FULL or (session.belief[one.id] == FULL) is one.rival
        for one in claims.values()
    )


def find_indicator(session: Session, word: str, seat: str | None) -> str:
    """The visible indicator that a player means by a word: id, name in any language, or the nearest."""
    names = {}
    for one in session.pack.ruleset.indicators.values():
        if seat is None or one.seen(seat):
            names.update({text.lower(): one.id for _, text in one.name.versions})
            names[one.id] = one.id
            names[one.id.replace("_", " ")] = one.id
    key = word.strip().lower()
    starting = [name for name in sorted(names) if key and name.startswith(key)]
    found = key if key in names else (starting[0] if starting else nearest(key, names))
    return names.get(found, "")


def reason_of(session: Session, receipt: Receipt, seat: str | None, language: str) -> Reason:
    """A receipt with everything behind it; where it is of hidden origin, nothing but its size."""
    line = entry(session, receipt, seat, language)
    hidden = seat is not None and unexplained(session, receipt, seat)
    grounds = tuple(ground(session, name, language) for name in line.claims)
    return Reason(
        receipt.id,
        line.applied,
        line.text,
        line.basis,
        "" if hidden else _since(session, receipt, language),
        tuple(one.text for one in grounds),
        Grower(session, seat, language).branches(receipt),
        line.claims,
        grounds,
    )


def _since(session: Session, receipt: Receipt, language: str) -> str:
    """What the receipt's condition and amount read."""
    ruleset, scene = session.pack.ruleset, scene_before(session, receipt)
    parts = []
    for name in receipt.reads:
        value = scene.value(name)
        if name in ruleset.indicators:
            parts.append(f"{ruleset.indicators[name].name(language)} {exact(value)}")
        elif name in ruleset.flags:
            parts.append(f"{ruleset.flags[name].name(language)}: {say(language, 'yes' if value else 'no')}")
    return say(language, "since", what=", ".join(parts)) if parts else ""
