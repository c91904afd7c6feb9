"""A tally for other programs: docs/coverage.md tells each key."""

from dosmesas.testing.coverage.lines import total_of
from dosmesas.testing.coverage.tally import Row
from dosmesas.testing.coverage.words import Words


def coverage_record(words: Words) -> dict[str, object]:
    """Everything, place by place."""
    tally = words.tally
    return {
        "pack": words.pack.id,
        "games": {str(source): count for source, count in sorted(tally.games.items())},
        "total": _row(total_of(tally)),
        "kinds": {str(row.kind): _row(row) for row in tally.rows()},
        "places": [
            {
                "key": one.key,
                "kind": str(one.kind),
                "id": one.id,
                "side": one.side or None,
                "inside": one.inside or None,
                "file": one.where.file,
                "line": one.where.line,
                "count": tally.counts[one.key],
            }
            for one in tally.places
        ],
        "missed": [one.key for one in tally.first_missed()],
        "once": [one.key for one in tally.once()],
        "skipped": [{"file": file, "why": why} for file, why in tally.skipped],
    }


def _row(row: Row) -> dict[str, object]:
    return {"reached": row.reached, "places": row.places, "percent": row.reached * 1000 // row.places / 10}
