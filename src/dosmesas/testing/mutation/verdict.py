"""What became of a mutant, and how many came to what."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import field, frozen

from dosmesas.testing.mutation.mutant import Kind, Mutant


class Fate(StrEnum):
    """What became of a mutant: only killed and survived count for the score."""

    KILLED = "killed"
    SURVIVED = "survived"
    EQUIVALENT = "equivalent"
    REFUSED = "refused"


class By(StrEnum):
    """What noticed it."""

    TEST = "test"
    INVARIANT = "invariant"
    CHECK = "check"
    NOTHING = ""


@frozen
class Verdict:
    """What became of a mutant.

    `name` is the test, the invariant or the code of the check that noticed it. Where none did, it made a
    difference in `differs` of `games` games; `forced` where only where its event was made to come.
    """

    mutant: Mutant
    fate: Fate
    by: By = By.NOTHING
    name: str = ""
    differs: int = 0
    games: int = 0
    forced: bool = False


@frozen
class Tally:
    """How many mutants came to what."""

    counts: Mapping[Fate, int]

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> "Tally":
        """The count of some."""
        fates = [one.fate for one in verdicts]
        return cls({fate: fates.count(fate) for fate in Fate})

    @property
    def judged(self) -> int:
        """How many count for the score."""
        return self.counts[Fate.KILLED] + self.counts[Fate.SURVIVED]

    @property
    def score(self) -> float | None:
        """How many of 100 that could be noticed were; None where there were none."""
        return 100 * self.counts[Fate.KILLED] / self.judged if self.judged else None


@frozen
class Outcome:
    """Everything that was tried, in the order of files and places; `all` is how many mutants there are."""

    pack: str
    seed: int
    all: int
    asked: int
    verdicts: tuple[Verdict, ...]
    tally: Tally = field(init=False)

    @tally.default
    def _tally(self) -> Tally:
        return Tally.of(self.verdicts)

    def by_kind(self) -> dict[Kind, Tally]:
        """The tally of each kind, as far as there were any."""
        found = {kind: [one for one in self.verdicts if one.mutant.kind is kind] for kind in Kind}
        return {kind: Tally.of(those) for kind, those in found.items() if those}

    def killed_by(self) -> dict[By, int]:
        """How many were noticed by what."""
        killed = [one.by for one in self.verdicts if one.fate is Fate.KILLED]
        return {by: killed.count(by) for by in By if by is not By.NOTHING}

    @property
    def survivors(self) -> list[Verdict]:
        """Those that made a difference and that nothing noticed."""
        return [one for one in self.verdicts if one.fate is Fate.SURVIVED]
