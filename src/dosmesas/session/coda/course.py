"""What comes after the last turn, part by part: what is missing in the save is asked once, or left out."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import define, field, frozen

from dosmesas.debate.judge import Answer, Play
from dosmesas.session.argued import argued
from dosmesas.session.coda.kept import keep_statement, keep_swap, kept_statement, kept_swap, signer
from dosmesas.session.coda.statement import Stood, let_stand
from dosmesas.session.coda.swap import Swap, swap_for
from dosmesas.session.session import Session


class Part(StrEnum):
    """The parts: a case and an answer from the other chair, a joint statement, a sentence of one's own.

    What came of the first two is told once.
    """

    SWAP = "swap"
    SWAP_REPLY = "swap_reply"
    SWAP_TOLD = "swap_told"
    STATEMENT = "statement"
    STATEMENT_TOLD = "statement_told"
    SENTENCE = "sentence"


@frozen
class Ahead:
    """A part, and the seat that it is for."""

    part: Part
    seat: str


def missing(session: Session) -> Iterator[Ahead]:
    """The parts of a game that is over which are not in its save, in order."""
    seats = session.setup.seats
    for seat in seats:
        if swap_for(session, seat) is not None and kept_swap(session, seat) is None:
            yield Ahead(Part.SWAP, seat)
    if seats and kept_statement(session) is None and let_stand(session):
        yield Ahead(Part.STATEMENT, signer(session))
    spoke = {one.debate.seat for one in argued(session)}
    for seat in seats:
        if seat in spoke and seat not in session.notes.sentences:
            yield Ahead(Part.SENTENCE, seat)


@define(eq=False)
class Course:
    """How far the players at a keyboard have come; what they leave out is not asked again while they stay."""

    session: Session
    _argued: dict[str, Swap] = field(factory=dict)
    _left_out: set[Ahead] = field(factory=set)
    _untold: Ahead | None = None

    def ahead(self) -> Ahead | None:
        """What comes now, or None once all is said."""
        if self._untold is not None:
            return self._untold
        found = next((one for one in missing(self.session) if one not in self._left_out), None)
        if found is not None and found.part is Part.SWAP and found.seat in self._argued:
            return Ahead(Part.SWAP_REPLY, found.seat)
        return found

    def swap(self, seat: str) -> Swap:
        """The debate of the other chair, as far as it has come."""
        found = self._argued.get(seat) or kept_swap(self.session, seat) or swap_for(self.session, seat)
        if found is None:
            raise LookupError(seat)
        return found

    def argue(self, seat: str, case: Play) -> None:
        """Make the case; JournalError where nothing is said against it, and that cannot be saved."""
        swap = self.swap(seat).argued(case)
        if swap.debate.against:
            self._argued[seat] = swap
        else:
            self._keep(swap)

    def answer(self, seat: str, answer: Answer) -> None:
        """Answer what was said against it; JournalError where it cannot be saved."""
        self._keep(self.swap(seat).answered(answer))

    def _keep(self, swap: Swap) -> None:
        keep_swap(self.session, swap)
        self._argued.pop(swap.mine, None)
        self._untold = Ahead(Part.SWAP_TOLD, swap.mine)

    def sign(self, signed: tuple[Stood, ...]) -> None:
        """Sign claims, or none; JournalError where it cannot be saved."""
        keep_statement(self.session, signed)
        self._untold = Ahead(Part.STATEMENT_TOLD, signer(self.session)) if signed else None

    def told(self) -> None:
        """What came of it has been read."""
        self._untold = None

    def leave_out(self) -> None:
        """Go on without the part that is asked now."""
        now = self.ahead()
        if now is not None:
            part = Part.SWAP if now.part is Part.SWAP_REPLY else now.part
            self._left_out.add(Ahead(part, now.seat))
