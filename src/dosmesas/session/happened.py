"""What happened in a turn besides what was chosen: deals, broken words, what chance brought, flags."""

from collections import Counter
from collections.abc import Iterable, Mapping

from dosmesas.engine.home import Band, band_of_deal
from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.model.effects import Chance, walk
from dosmesas.model.expressions import owners
from dosmesas.session.bands import change_word
from dosmesas.session.debates.past import verdicts_of
from dosmesas.session.forecast import Move, moves_of
from dosmesas.session.scenes import scene_before
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn
from dosmesas.session.views import source_name, unexplained, visible
from dosmesas.text.catalog import say
from dosmesas.text.number import signed_short

_STRUCK = {Band.CARRIED: "deal_struck", Band.WATERED: "deal_watered", Band.BLOCKED: "deal_lost"}


def happened(session: Session, turn: Turn, seat: str | None, language: str) -> list[str]:
    """Deals, broken words, draws and flags, each as a sentence."""
    lines = _unseen(session, turn, language) if seat is not None else []
    lines += _deals(session, turn, language)
    for receipt in turn.receipts:
        if seat is not None and unexplained(session, receipt, seat):
            continue
        if receipt.kind is ReceiptKind.DRAWN and (receipt.applied or "/" in receipt.by):
            lines.append(_draw(session, turn, receipt, seat, language))
        elif receipt.kind is ReceiptKind.FLAG and (seat is None or visible(session, receipt.indicator, seat)):
            flag = session.pack.ruleset.flags[receipt.indicator].name(language)
            line = say(language, "flag_on" if receipt.applied else "flag_off", name=flag)
            lines += [line] if line not in lines else []
    return lines


def _unseen(session: Session, turn: Turn, language: str) -> list[str]:
    """The event of a month in which a player had nothing to decide, and so has not read it."""
    if turn.event and any(one not in turn.decisions for one in session.setup.seats):
        event = session.pack.events[turn.event]
        title, brief = event.title(language), event.brief(language)
        return [say(language, "month_brought", title=title, brief=brief)]
    return []


def _deals(session: Session, turn: Turn, language: str) -> list[str]:
    """The deals that were struck, and the words that were broken."""
    pack, verdicts, lines = session.pack, verdicts_of(session, turn), []
    deals = {deal.id: deal for deal in pack.events[turn.event].deals} if turn.event else {}
    for kept in turn.deals:
        name = deals[kept.deal].name(language)
        if kept.struck:
            lines.append(say(language, _STRUCK[band_of_deal(deals[kept.deal], verdicts)], name=name))
        for office in kept.broken:
            who = pack.ruleset.offices[office].name(language)
            lines.append(say(language, "word_broken", office=who, name=name))
    return lines


def _draw(session: Session, turn: Turn, receipt: Receipt, seat: str | None, language: str) -> str:
    """What a chance was of, with its sign, and whether it came about; with how much it moved where it did."""
    source = source_name(session, receipt.by, language)
    chance = _chances(session).get(receipt.site.draw) if receipt.site else None
    key = "draw_came" if receipt.applied else "draw_stayed"
    if chance is None:
        return say(language, f"{key}_unseen", source=source)
    scene, moved = scene_before(session, receipt), _moved_by(turn, receipt)
    risked, instead = (
        ", ".join(
            _told(session, moves_of(session, effects, seat, language, scene), moved if real else {}, language)
        )
        for effects, real in ((chance.effects, receipt.applied), (chance.otherwise, not receipt.applied))
    )
    if not risked:
        return say(language, f"{key}_unseen", source=source)
    if instead and not receipt.applied:
        risked = say(language, "draw_instead", what=risked, instead=instead)
    return say(language, key, odds=chance.percent, what=risked, source=source)


def _chances(session: Session) -> Mapping[str, Chance]:
    """Every chance of the pack by the name of its draw."""
    return session.once("chances", lambda: _all_chances(session))


def _all_chances(session: Session) -> Mapping[str, Chance]:
    found = (effect for _, _, effects in owners(session.pack) for effect in walk(effects))
    return {one.id: one for one in found if isinstance(one, Chance)}


def _moved_by(turn: Turn, drawn: Receipt) -> Mapping[str, int]:
    """What came of a draw at once: where home halved it, the half."""
    total = Counter[str]()
    for one in turn.receipts:
        if one.cause == drawn.id and one.kind is ReceiptKind.CHANGE:
            total[one.indicator] += one.applied
    return total


def _told(session: Session, moves: Iterable[Move], moved: Mapping[str, int], language: str) -> Iterable[str]:
    """Moves in a few words: by how much where that came about, else which way."""
    indicators = session.pack.ruleset.indicators
    for one in moves:
        if one.amount is None or one.inside:
            yield one.banded
            continue
        indicator = indicators[one.target]
        if indicator.is_place:
            word = change_word(one.amount, indicator, language)
            yield say(language, "band_move", name=one.name, word=word)
        elif one.target in moved:
            yield f"{one.name} {signed_short(moved[one.target])}"
        else:
            yield say(language, "goal_up" if one.amount > 0 else "goal_down", name=one.name)
