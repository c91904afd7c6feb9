"""Why a number stands where it stands: the tree from an indicator's change to decisions, rules and claims."""

from attrs import frozen

from dosmesas.engine.receipts import Receipt
from dosmesas.model.rules import Pack
from dosmesas.session.outcome import entry, starts
from dosmesas.session.scenes import scene_before
from dosmesas.session.session import FULL, Session
from dosmesas.session.tree import Branch, Grower
from dosmesas.session.turns import Turn, turns_of
from dosmesas.session.views import unexplained
from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import nearest
from dosmesas.text.number import exact


@frozen
class Reason:
    """One receipt with what it read, and the texts of the claims behind it; `cited` are their ids."""

    receipt: str
    applied: int
    text: str
    basis: str
    since: str
    claims: tuple[str, ...]
    tree: tuple[Branch, ...] = ()
    cited: tuple[str, ...] = ()


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
    """The reasons of one indicator's change in one finished turn, as a seat may see them."""
    turns = turns_of(session)
    one = session.pack.ruleset.indicators[indicator]
    turn = turns[number - 1] if 0 < number <= len(turns) else None
    before = turns[number - 2].values if number > 1 and turn else starts(session)
    return Why(
        number,
        one.name(language),
        one.unit(language),
        one.text(language),
        before[indicator],
        turn.values[indicator] if turn else session.game.tables.scene(session.state).value(indicator),
        tuple(_reasons(session, turn, indicator, seat, language)) if turn else (),
        session.game.view.name(language) if doubts(session) else "",
    )


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


def _reasons(session: Session, turn: Turn, indicator: str, seat: str | None, language: str) -> list[Reason]:
    reasons, grower = [], Grower(session, seat, language)
    for receipt in turn.receipts:
        if receipt.moves and receipt.indicator == indicator:
            line = entry(session, receipt, seat, language)
            hidden = seat is not None and unexplained(session, receipt, seat)
            since = "" if hidden else _since(session, receipt, language)
            claims = tuple(_believed(session, name, language) for name in line.claims)
            tree = grower.branches(receipt)
            texts = line.applied, line.text, line.basis, since
            reasons.append(Reason(receipt.id, *texts, claims, tree, line.claims))
    return reasons


def claim_line(pack: Pack, name: str, language: str) -> str:
    """A claim or assumption as one line: id, kind, paragraph, text."""
    claim = pack.ruleset.dossier.claims.get(name)
    if claim is None:
        assumption = pack.ruleset.assumptions[name]
        return f"{name} ({say(language, 'assumption')}): {assumption.text(language)}"
    where = say(language, "rival") if claim.rival else claim.paragraph
    return f"{name} ({say(language, claim.kind)}, {where}): {claim.text(language)}"


def _believed(session: Session, name: str, language: str) -> str:
    """A claim as one line, with how far it is believed where that is not in full."""
    line, percent = claim_line(session.pack, name, language), session.counts((name,))
    return line if percent == FULL else f"{line} {say(language, 'believed', percent=percent)}"


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
