"""A game as JSON: what `replay`, `verify` and `state` print, for other programs to read."""

from collections.abc import Mapping

from dosmesas.engine.receipts import Receipt, ReceiptKind
from dosmesas.session.debate_record import debate_record
from dosmesas.session.differences import Difference, Kind
from dosmesas.session.outcome import headlines, starts
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, turns_of
from dosmesas.session.whatif import WhatIf
from dosmesas.text.number import as_json

Json = dict[str, object]


def record(session: Session, *, marked: bool = True) -> Json:
    """The whole game; ending and returns are null while it goes on."""
    turns = turns_of(session)
    over = session.over
    return {
        "pack": session.pack.id,
        "seed": session.setup.seed,
        "seats": {seat: _player(session, seat) for seat in session.pack.seats},
        "start": _numbers(starts(session)),
        "turns": [_turn(session, turn) for turn in turns if not turn.outlook],
        "outlook": [_turn(session, turn) for turn in turns if turn.outlook],
        "ending": session.state.ending if over else None,
        "returns": _numbers(session.game.returns(session.state)) if over else None,
        "joint_return": as_json(session.game.joint_return(session.state)) if over else None,
        "debate": debate_record(session, marked=marked),
        "digest": session.digest(),
    }


def state_record(session: Session, number: int) -> Json:
    """Where everything stood at the end of a turn (0: at the start)."""
    turns = turns_of(session)
    values = turns[number - 1].values if number else starts(session)
    flags = {name: flag.start for name, flag in session.pack.ruleset.flags.items()}
    for turn in turns[:number]:
        for receipt in turn.receipts:
            if receipt.kind is ReceiptKind.FLAG:
                flags[receipt.indicator] = bool(receipt.applied)
    return {
        "pack": session.pack.id,
        "seed": session.setup.seed,
        "turn": number,
        "indicators": _numbers(values),
        "flags": flags,
    }


def what_if_record(found: WhatIf) -> Json:
    """A what-if: the change, the first difference, the decisions that could not be kept, both games."""
    return {
        "change": _change(found),
        "first_difference": None if found.first is None else _difference(found.first),
        "replaced": [
            {
                "turn": one.turn,
                "point": str(one.point),
                "office": one.seat,
                "as_played": one.saved or None,
                "what_if": one.taken,
            }
            for one in found.replaced
        ],
        "as_played": record(found.saved),
        "what_if": record(found.other, marked=False),
    }


def _change(found: WhatIf) -> Json:
    change = found.change
    if change.view:
        return {"worldview": {"as_played": found.saved.setup.view, "what_if": change.view}}
    return {
        "turn": change.turn,
        "point": str(change.point),
        "office": change.seat,
        "as_played": change.saved,
        "what_if": change.action,
    }


def _difference(one: Difference) -> Json:
    number = one.kind is Kind.INDICATOR
    return {
        "turn": one.turn,
        "stage": one.stage,
        "kind": str(one.kind),
        "id": one.id or None,
        "as_played": as_json(int(one.saved or 0)) if number else one.saved,
        "what_if": as_json(int(one.other or 0)) if number else one.other,
    }


def _player(session: Session, seat: str) -> str:
    return "human" if seat in session.setup.seats else session.setup.counterpart


def _turn(session: Session, turn: Turn) -> Json:
    return {
        "turn": turn.number,
        "event": turn.event or None,
        "bulletins": list(turn.bulletins),
        "decisions": dict(turn.decisions),
        "words": dict(turn.words),
        "deals": [{"deal": one.deal, "kept": one.struck} for one in turn.deals],
        "home": None,
        "receipts": [_receipt(one) for one in turn.receipts],
        "indicators": _numbers(turn.values),
        "headlines": [
            {"country": one.country, "by": one.by, "text": one.text}
            for one in headlines(session, turn, session.setup.language)
        ],
    }


def _receipt(receipt: Receipt) -> Json:
    applied = as_json(receipt.applied) if receipt.moves else receipt.applied
    return {
        "id": receipt.id,
        "kind": str(receipt.kind),
        "indicator": receipt.indicator or None,
        "applied": applied,
        "by": receipt.by,
        "claims": list(receipt.claims),
        "stage": receipt.stage,
        "cause": receipt.cause or None,
    }


def _numbers(values: Mapping[str, int]) -> dict[str, int | float]:
    return {name: as_json(value) for name, value in sorted(values.items())}
