"""The records of a journal: one JSON object a line, each with the hash of the one before."""

import json
import re
from hashlib import sha256
from typing import Any

from attrs import NOTHING, fields, frozen

from dosmesas.text.catalog import say
from dosmesas.text.safe import faults

FORMAT = 2
MOST_LETTERS = 280
"""The longest sentence that a player may leave, in characters."""


class BadRecordError(ValueError):
    """A line is damaged or out of place; `key` is the catalog's text for how."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(say("en", key, **values))
        self.key = key
        self.values = values

    def told(self, language: str) -> str:
        """How, in a language."""
        return say(language, self.key, **self.values)


@frozen
class Header:
    """The first record: what is needed to play the decisions again."""

    pack: str
    digest: str
    engine: str
    seed: int
    seats: tuple[str, ...]
    counterpart: str
    view: str
    language: str
    draws: str = ""
    folder: str = ""
    view_text: str = ""
    level: str = "advocate"
    argue: str = "alternate"
    handicap: str = ""
    pace: str = ""


@frozen
class Decided:
    """A decision of a seat; `at` is the digest of the state in which it was taken."""

    seat: str
    action: str
    at: str


@frozen
class Undone:
    """The decisions of this turn and later no longer count."""

    turn: int


@frozen
class Opened:
    """A player opened these claims, at a point of a turn; it changes no state, and undoing leaves it."""

    seat: str
    claims: tuple[str, ...]
    turn: int
    point: str


@frozen
class Sentence:
    """A player's own sentence about the game; a later one of the same seat takes its place."""

    seat: str
    text: str


SWAP, STATEMENT = "swap", "statement"


@frozen
class Closing:
    """What a player said after the last turn; a later one of the same seat and kind takes its place.

    `what` is `swap`, then `plays` are the case and the answer from the other chair, as the texts of actions;
    or `statement`, then they are the claims signed.
    """

    seat: str
    what: str
    plays: tuple[str, ...]


@frozen
class Ended:
    """The game was over after these turns: so that a list of saves need not play each again to know it."""

    turn: int


Note = Opened | Sentence | Closing
"""What is kept beside the decisions, and is no part of any state."""
Record = Header | Decided | Undone | Ended | Note


def is_sentence(text: str) -> bool:
    """Whether a text may stand in a save as a player's sentence: one short line that is safe to show."""
    return 0 < len(text) <= MOST_LETTERS and "\n" not in text and not faults(text)


def encode(record: Record, number: int, previous: str) -> tuple[str, str]:
    """The line of a record, and its hash."""
    match record:
        case Header():
            body: dict[str, object] = {"format": FORMAT, "kind": "game", **_fields(record)}
        case Decided():
            body = {"kind": "decision", **_fields(record)}
        case Undone():
            body = {"kind": "undo", **_fields(record)}
        case Ended():
            body = {"kind": "end", **_fields(record)}
        case Opened():
            body = {"kind": "opened", **_fields(record)}
        case Sentence():
            body = {"kind": "sentence", **_fields(record)}
        case Closing():
            body = {"kind": "closing", **_fields(record)}
    body = {"n": number, **body, "prev": previous}
    own = _hash(body)
    return json.dumps({**body, "hash": own}, ensure_ascii=False, separators=(",", ":")), own


def decode(line: str | bytes, number: int, previous: str) -> tuple[Record, str]:
    """The record of a line, and its hash.

    Raises:
        BadRecordError: the line is damaged or out of place.
    """
    try:
        body = json.loads(line if isinstance(line, str) else line.decode())
    except (ValueError, RecursionError):
        raise BadRecordError("record_not_whole") from None
    if not isinstance(body, dict) or body.get("n") != number or body.get("prev") != previous:
        raise BadRecordError("record_misplaced")
    own = body.pop("hash", None)
    if own != _hash(body):
        raise BadRecordError("record_changed")
    return _record(body), str(own)


_HANDICAP = re.compile(r"|[+-][1-9][0-9]?")
"""Points with their sign, or nothing."""
_KINDS: dict[str, type[Record]] = {
    "game": Header,
    "decision": Decided,
    "undo": Undone,
    "end": Ended,
    "opened": Opened,
    "sentence": Sentence,
    "closing": Closing,
}


def _record(body: dict[str, object]) -> Record:
    kind = body.get("kind")
    found = {key: value for key, value in body.items() if key not in {"n", "prev", "kind", "format"}}
    cls = _KINDS.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise BadRecordError("record_of_no_kind")
    if kind == "game" and body.get("format") != FORMAT:
        raise BadRecordError("record_format", found=body.get("format"), known=FORMAT)
    wanted = {field.name: field for field in fields(cls)}
    # The checksum shows damage, not who wrote the line: a stranger can compute it.
    needed = {name for name, field in wanted.items() if field.default is NOTHING}
    if not needed <= set(found) <= set(wanted):
        raise BadRecordError("record_fields")
    if not all(_fits(value, wanted[name].type) for name, value in found.items()):
        raise BadRecordError("record_fields")
    if cls is Header and not _HANDICAP.fullmatch(str(found.get("handicap", ""))):
        raise BadRecordError("record_fields")
    if cls is Sentence and not is_sentence(str(found["text"])):
        raise BadRecordError("record_fields")
    if cls is Closing and found["what"] not in {SWAP, STATEMENT}:
        raise BadRecordError("record_fields")
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in found.items()
    }
    return cls(**values)


def _fits(value: object, kind: object) -> bool:
    """Whether a value of JSON may stand in a field."""
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 63
    if kind is str:
        return isinstance(value, str)
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _fields(record: Record) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(type(record))}


def _hash(body: dict[str, object]) -> str:
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
