"""The records of a journal: one JSON object a line, each with the hash of the one before."""

import json
from hashlib import sha256

from attrs import fields, frozen

FORMAT = 1


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


Record = Header | Decided | Undone


def encode(record: Record, number: int, previous: str) -> tuple[str, str]:
    """The line of a record, and its hash."""
    match record:
        case Header():
            body: dict[str, object] = {"format": FORMAT, "kind": "game", **_fields(record)}
            if not record.view_text:  # most games: their saves stay as they were before it existed
                del body["view_text"]
        case Decided():
            body = {"kind": "decision", **_fields(record)}
        case Undone():
            body = {"kind": "undo", **_fields(record)}
    body = {"n": number, **body, "prev": previous}
    own = _hash(body)
    return json.dumps({**body, "hash": own}, ensure_ascii=False, separators=(",", ":")), own


def decode(line: str, number: int, previous: str) -> tuple[Record, str]:
    """The record of a line, and its hash.

    Raises:
        ValueError: the line is damaged or out of place; the message says how.
    """
    try:
        body = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("it is not whole") from None
    if not isinstance(body, dict) or body.get("n") != number or body.get("prev") != previous:
        raise ValueError("it does not follow the record before it")
    own = body.pop("hash", None)
    if own != _hash(body):
        raise ValueError("its contents do not match its checksum")
    return _record(body), str(own)


def _record(body: dict[str, object]) -> Record:
    kind = body.get("kind")
    found = {key: value for key, value in body.items() if key not in {"n", "prev", "kind", "format"}}
    try:
        if kind == "game":
            if body.get("format") != FORMAT:
                raise ValueError(f"it has format {body.get('format')}; this version reads format {FORMAT}")
            found["seats"] = tuple(found["seats"])  # type: ignore[arg-type] # a list in JSON, checked by the hash
            return Header(**found)  # type: ignore[arg-type] # the hash vouches for what this program wrote
        if kind == "decision":
            return Decided(**found)  # type: ignore[arg-type] # as above
        if kind == "undo":
            return Undone(**found)  # type: ignore[arg-type] # as above
    except (TypeError, KeyError):
        raise ValueError("its fields are not those of this version") from None
    raise ValueError("it is of a kind that this version does not know")


def _fields(record: Record) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(type(record))}


def _hash(body: dict[str, object]) -> str:
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
