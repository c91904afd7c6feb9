"""What was at work in the games of a test, so that only tests are tried that a change can matter to."""

from collections.abc import Iterable

from attrs import frozen

from dosmesas.desk.trial.playing import Course
from dosmesas.testing.mutation.mutant import AMOUNTS, Mutant

AT_WORK, ASKED = 0, 1
_EVENTS = ("option", "deal", "event")


@frozen
class Trace:
    """Of the games of one test: which events and bulletins came, who wrote receipts, what was chosen.

    `ended` where a game was played to its end; `alone` where only the rules were at work. `effort` is how
    much there was to play.
    """

    came: frozenset[str]
    at_work: frozenset[str]
    ended: bool
    alone: bool
    effort: int

    @classmethod
    def of(cls, courses: Iterable[Course], *, alone: bool) -> "Trace":
        """The trace of some games."""
        came: set[str] = set()
        at_work: set[str] = set()
        ended, effort = False, 0
        for course in courses:
            state = course.session.state
            came.update(name for name, _ in state.happened)
            at_work.update(one.action for one in state.decisions)
            at_work.update(one.by for turn in course.turns for one in turn.receipts)
            ended |= bool(state.ending)
            effort += len(course.session.path) + len(course.turns)
        return cls(frozenset(came), frozenset(at_work), ended, alone, effort)

    def matters(self, mutant: Mutant) -> int | None:
        """AT_WORK where its owner was, ASKED where it may have been asked; None where it cannot matter."""
        owner = mutant.owner
        if owner.kind in _EVENTS:
            return self._of_event(mutant)
        if owner.kind == "ending":
            return AT_WORK if self.ended else ASKED
        if owner.kind == "bulletin" and self.alone:
            return None
        if owner.id in self.at_work | self.came:
            return AT_WORK
        # What works only where its owner does cannot matter where that did nothing.
        return None if mutant.kind in AMOUNTS else ASKED

    def _of_event(self, mutant: Mutant) -> int | None:
        """Bots weigh all options of what is on the table, and home tables all deals."""
        owner = mutant.owner
        if owner.event in self.came:
            return AT_WORK if owner.kind == "event" or owner.id in self.at_work else ASKED
        return ASKED if owner.kind == "event" and not self.alone else None
