"""What became of mutants, in words, and as a record for other programs."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import frozen

from dosmesas.testing.mutation.mutant import Hunk, Mutant
from dosmesas.testing.mutation.verdict import By, Fate, Outcome, Tally, Verdict
from dosmesas.text.catalog import say

_MOST_LINES = 6
"""So many lines of a change are shown."""


@frozen
class Teller:
    """Tells an outcome in a language."""

    outcome: Outcome
    language: str

    def lines(self) -> Iterator[str]:
        """All of it: the score, a table by kind, the survivors by owner."""
        yield from self._head()
        yield ""
        yield from self._table()
        if self.outcome.survivors:
            yield ""
            yield self._say("mutate_survivors")
            yield from self._survivors()

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _head(self) -> Iterator[str]:
        one, counts = self.outcome, self.outcome.tally.counts
        yield self._say(
            "mutate_head", pack=one.pack, tried=f"{len(one.verdicts):,}", all=f"{one.all:,}", seed=one.seed
        )
        if len(one.verdicts) < one.asked:
            yield self._say("mutate_part", asked=f"{one.asked:,}")
        by = one.killed_by()
        yield self._say(
            "mutate_score", score=score(one.tally), killed=counts[Fate.KILLED], of=one.tally.judged
        )
        yield self._say("mutate_by", tests=by[By.TEST], invariants=by[By.INVARIANT], check=by[By.CHECK])
        proven = [it.games for it in one.verdicts if it.fate is Fate.EQUIVALENT]
        if proven:
            yield self._say("mutate_equivalents", count=len(proven), games=f"{min(proven):,}")
        if counts[Fate.REFUSED]:
            yield self._say("mutate_refusals", count=counts[Fate.REFUSED])

    def _table(self) -> Iterator[str]:
        """A row a kind: killed, survived, equivalent, refused, the score."""
        names = ["mutate_kind", *(f"mutate_{fate}" for fate in Fate), "mutate_share"]
        rows = [[self._say(name) for name in names]]
        for kind, tally in self.outcome.by_kind().items():
            numbers = [str(tally.counts[fate]) for fate in Fate]
            rows.append([self._say(f"mutate_{kind}"), *numbers, score(tally)])
        widths = [max(len(row[place]) for row in rows) for place in range(len(names))]
        for first, *rest in rows:
            cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
            yield "  ".join([first.ljust(widths[0]), *cells])

    def _survivors(self) -> Iterator[str]:
        found = sorted(self.outcome.survivors, key=lambda it: (it.mutant.owner.kind, it.mutant.owner.id))
        for owner, verdicts in groupby(found, key=lambda it: it.mutant.owner):
            yield self._say("mutate_owner", kind=self._say(f"mutate_of_{owner.kind}"), id=owner.id)
            for one in verdicts:
                kind = self._say(f"mutate_{one.mutant.kind}")
                yield f"  {one.mutant.place} {kind}: {self._difference(one)}"
                yield from (f"    {line}" for line in change_lines(one.mutant.hunks))

    def _difference(self, one: Verdict) -> str:
        if not one.games:
            return self._say("mutate_unproven")
        key = "mutate_forced" if one.forced else "mutate_differs"
        return self._say(key, differs=f"{one.differs:,}", games=f"{one.games:,}")


def score(tally: Tally) -> str:
    """The score with a decimal, rounded down: 79.96 is not 80."""
    found = tally.score
    return "-" if found is None else f"{int(found * 10) / 10} %"


def change_lines(hunks: Iterable[Hunk]) -> Iterator[str]:
    """`- old` and `+ new`, as far as there is room."""
    signed = [
        (sign, text) for one in hunks for sign, part in (("-", one.old), ("+", one.new)) for text in part
    ]
    lines = [f"{sign} {text.strip()}" for sign, text in signed]
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield "  ..."


def outcome_record(outcome: Outcome) -> dict[str, object]:
    """Everything as JSON."""
    return {
        "pack": outcome.pack,
        "seed": outcome.seed,
        "mutants": outcome.all,
        "asked": outcome.asked,
        "tried": len(outcome.verdicts),
        "score": outcome.tally.score,
        "counts": {str(fate): count for fate, count in outcome.tally.counts.items()},
        "killed_by": {str(by): count for by, count in outcome.killed_by().items()},
        "kinds": {
            str(kind): {str(fate): count for fate, count in tally.counts.items()}
            for kind, tally in outcome.by_kind().items()
        },
        "verdicts": [_verdict(one) for one in outcome.verdicts],
    }


def _verdict(one: Verdict) -> dict[str, object]:
    return {
        **_mutant(one.mutant),
        "fate": str(one.fate),
        "by": str(one.by) or None,
        "name": one.name or None,
        "differs": one.differs,
        "games": one.games,
        "forced": one.forced,
    }


def _mutant(one: Mutant) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": str(one.kind),
        "owner": one.owner.id,
        "owner_kind": one.owner.kind,
        "file": one.file,
        "line": one.line,
        "column": one.column,
        "changes": [{"line": it.line, "old": list(it.old), "new": list(it.new)} for it in one.hunks],
    }
