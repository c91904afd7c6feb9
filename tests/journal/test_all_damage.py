"""A save of twenty moves, cut at every length and with every bit flipped, through the door of every save.

Each is recovered with a notice or refused with a message, and what it gives is a state that the game went through.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dosmesas.journal.journal import DamagedError, JournalError, read_journal
from dosmesas.journal.records import Closing, Decided, Opened, Sentence, Undone
from dosmesas.journal.scan import Recovered
from dosmesas.session.notes import Notes
from dosmesas.session.session import Session
from tests.journal.test_damage import Bytes
from tests.support.full import cases
from tests.support.making import NORDEN, regatta
from tests.support.playing import finish, start

CLAIMS = tuple(regatta().ruleset.dossier.claims)


@cache
def save() -> bytes:
    """One seat of regatta, again and again to the end and a turn back, until twenty moves are made."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "game.jsonl"
        session = finish(start(NORDEN, pack=regatta(), counterpart="random", save=path))
        while len(moves_of(read_journal(path))) < 20:
            session.note_opened(NORDEN, [CLAIMS[len(moves_of(read_journal(path))) % len(CLAIMS)]])
            session.say_sentence(NORDEN, f"because of {len(moves_of(read_journal(path)))} moves")
            session.note(Closing(NORDEN, "swap", (f"a+b{len(moves_of(read_journal(path)))}", "reply:x")))
            session.undo()
            finish(session, which=len(moves_of(read_journal(path))) % 2)
        session.note(Closing(NORDEN, "statement", CLAIMS[:2]))
        return path.read_bytes()


def moves_of(found: Recovered) -> list[Decided]:
    return [one for one in found.records if isinstance(one, Decided)]


def read(data: bytes, *, from_whole_part: bool = False) -> Recovered:
    path = Bytes("game.jsonl")
    path.data = data
    return read_journal(path, from_whole_part=from_whole_part)


@cache
def states() -> tuple[tuple[str, int, Notes], ...]:
    """Where the game stood after each number of records: state, decisions held, what was opened and said."""
    whole = read(save())
    return tuple(
        standing(Recovered(whole.header, whole.records[:count])) for count in range(len(whole.records) + 1)
    )


def standing(recovered: Recovered) -> tuple[str, int, Notes]:
    session = Session.replayed(regatta(), recovered)
    return session.digest(), len(session.held), session.notes


def fate(data: bytes) -> str:
    """What becomes of a damaged save; anything but a message or a true beginning of the game fails here."""
    try:
        found = read(data)
    except DamagedError as error:
        assert "has not been touched" in str(error)
        part = read(data, from_whole_part=True)
        assert part.notice
        assert len(part.records) == error.whole
        assert standing(part) == states()[error.whole]
        return "offered"
    except JournalError as error:
        assert "is not a save of this game" in str(error)
        return "refused"
    assert standing(found) == states()[len(found.records)]
    return "torn" if found.notice else "whole"


def test_the_save_has_twenty_moves_and_something_taken_back() -> None:
    assert len(moves_of(read(save()))) >= 20
    kinds = [type(one) for one in read(save()).records]
    assert all(kinds.count(kind) for kind in (Undone, Opened, Sentence, Closing))


def test_cut_at_any_length_it_is_a_shorter_game_or_refused() -> None:
    whole, first = save(), save().index(b"\n") + 1
    step = max(1, len(whole) // cases(len(whole), 200))
    for length in range(0, len(whole) + 1, step):
        at_end = whole[length - 1 : length] == b"\n"
        wanted = "refused" if length < first else "whole" if at_end else "torn"
        assert fate(whole[:length]) == wanted, length


def test_with_any_bit_flipped_it_is_recovered_in_part_or_refused() -> None:
    whole, first = save(), save().index(b"\n") + 1
    bits = len(whole) * 8
    for bit in [*range(0, bits, max(1, bits // cases(bits, 400))), bits - 3]:
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        wanted = "refused" if bit // 8 < first else "torn" if bit // 8 == len(whole) - 1 else "offered"
        assert fate(bytes(damaged)) == wanted, bit
