"""What every game is held to: the contract, what the pack promises, and that all ways of playing agree."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from attrs import Factory, define, frozen

from dosmesas.desk.trial.playing import Course, course_of
from dosmesas.desk.trial.promises import Broken, broken
from dosmesas.model.trials import Invariant
from dosmesas.testing.conformance import CHECKS
from dosmesas.testing.conformance.check import Wrong
from dosmesas.testing.conformance.walk import Walk
from dosmesas.text.span import Span

Look = Callable[[Walk], Iterator[Wrong]]
_DEAR: Mapping[str, int] = {
    "hidden-is-not-observed": 16,
    "other-cards-are-not-observed": 24,
    "every-legal-action-applies": 24,
    **dict.fromkeys(("observation-is-plain-bytes", "pending-is-not-observed"), 12),
    **dict.fromkeys(
        (
            "same-seed-same-game",
            "apply-leaves-its-input-alone",
            "illegal-action-refused",
            "read-state-plays-on",
            "serialise-and-back",
            "seed-is-not-observed",
        ),
        8,
    ),
    **dict.fromkeys(
        (
            "support-decides-what-is-enacted",
            "inquiry-and-dissent-follow-the-table",
            "apply-is-deterministic",
            "asking-changes-nothing",
            "replay-rebuilds-the-state",
            "state-is-plain-data",
            "no-state-comes-twice",
            "order-of-actions-does-not-matter",
        ),
        4,
    ),
}
"""Checks that take long are looked at in every so many games."""


@frozen(eq=False)
class Property:
    """Something that every game keeps: looked at in `every` so many games, or (`at`) in that one alone.

    `advocates` where it says something only of games in which staff argues; `where` is the line that
    promises it, of an invariant.
    """

    name: str
    guards: str
    look: Look
    every: int = 1
    at: int | None = None
    advocates: bool = False
    where: Span | None = None
    broken: Callable[[Walk], Broken | None] = Factory(lambda: _nothing)

    def first(self, walk: Walk) -> Wrong | None:
        """The first thing wrong with a game so far; what the property itself raises is wrong too."""
        try:
            return next(iter(self.look(walk)), None)
        except Exception as error:  # noqa: BLE001 - what a broken game hands out may break what looks at it
            return Wrong(len(walk.steps), f"it could not be looked at: {type(error).__name__}: {error}")


def _nothing(_walk: Walk) -> Broken | None:
    return None


def of_contract() -> Iterator[Property]:
    """The checks of the contract."""
    return (Property(one.name, one.guards, one.look, _DEAR.get(one.name, 1)) for one in CHECKS.values())


def of_invariants(invariants: tuple[Invariant, ...]) -> Iterator[Property]:
    """What a pack and its ruleset promise."""
    courses = _Courses()
    for one in invariants:
        find = partial(_broken, one, courses)
        yield Property(one.name, one.reason, partial(_kept, find), where=one.where, broken=find)


@define(eq=False)
class _Courses:
    """The game that was looked at last, as promises read it: each of them asks for the same one."""

    _walk: Walk | None = None
    _course: Course | None = None

    def of(self, walk: Walk) -> Course:
        """A walk as it was played."""
        if self._course is None or self._walk is not walk:
            path = [one.transition for one in walk.steps]
            self._walk, self._course = walk, course_of(walk.game, path)
        return self._course


def _kept(find: Callable[[Walk], Broken | None], walk: Walk) -> Iterator[Wrong]:
    found = find(walk)
    if found is not None:
        yield Wrong(len(walk.steps), found.came.told("en"))


def _broken(one: Invariant, courses: _Courses, walk: Walk) -> Broken | None:
    return next(broken((one,), courses.of(walk)), None) if walk.steps else None
