"""The state of a game: frozen data, and nothing else. All numbers are integers in thousandths."""

import json
from enum import StrEnum
from hashlib import sha256

from attrs import AttrsInstance, asdict, frozen


class Point(StrEnum):
    """Where a game waits: for words on deals, choices, cases, rebuttals, replies, or for nothing more."""

    WORD = "word"
    CHOOSE = "choose"
    CASE = "case"
    REBUT = "rebut"
    REPLY = "reply"
    END = "end"


DECLINE = "decline"
SILENT = "silent"


def written(record: AttrsInstance) -> bytes:
    """A record, and the records within it, as JSON: the same content gives the same bytes."""
    # Records are taken apart as the encoder meets them: `asdict` of the whole takes twice as long.
    return json.dumps(record, default=_parts, sort_keys=True, separators=(",", ":")).encode()


def _parts(record: AttrsInstance) -> dict[str, object]:
    return asdict(record, recurse=False)


@frozen(slots=False, cache_hash=True)
class Decision:
    """One action of one seat."""

    turn: int
    point: Point
    seat: str
    action: str


@frozen
class Pending:
    """Effects on their way: the id of an `after`, when it lands, whose it is, and its receipt."""

    due: int
    after: str
    by: str
    cause: str


@frozen(slots=False)
class State:
    """Everything that the future of a game depends on, and its history of decisions and events.

    `values` and `flags` follow the sorted ids of the pack's indicators and flags. `opened` holds the values
    as the turn began, `at_last` those of the end of the last turn once it is over, `made` the number of
    receipts written this turn.
    """

    seed: int
    turn: int
    point: Point
    values: tuple[int, ...]
    opened: tuple[int, ...]
    flags: tuple[bool, ...]
    event: str = ""
    happened: tuple[tuple[str, int], ...] = ()
    pending: tuple[Pending, ...] = ()
    decisions: tuple[Decision, ...] = ()
    made: int = 0
    at_last: tuple[int, ...] = ()
    ending: str = ""

    def digest(self) -> str:
        """A fingerprint of the whole state: 32 hex digits, the same on every machine."""
        return sha256(written(self)).hexdigest()[:32]

    def chosen(self, turn: int) -> dict[str, str]:
        """The options chosen in a turn, by seat."""
        return {
            one.seat: one.action for one in self.decisions if one.turn == turn and one.point is Point.CHOOSE
        }

    def words(self, turn: int) -> dict[str, str]:
        """What the seats said at the point `word` of a turn: a deal, `decline` or `silent`."""
        return {
            one.seat: one.action for one in self.decisions if one.turn == turn and one.point is Point.WORD
        }
