"""A tally for other programs: docs/coverage.md tells each key."""

from dosmesas.testing.coverage.tally import Share
from dosmesas.testing.coverage.words import Words


def coverage_record(words: Words) -> dict[str, object]:
    """Everything, place by place."""
    tally = words.tally
    return {
        "pack": words.pack.id,
        "games": {str(source): count for source, count in sorted(tally.games.items())},
        "total": _row(tally.share()),
        "kinds": {str(kind): _row(share) for kind, share in tally.shares().items()},
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


def _row(share: Share) -> dict[str, object]:
    return {"reached": share.reached, "places": share.places, "percent": share.percent}
