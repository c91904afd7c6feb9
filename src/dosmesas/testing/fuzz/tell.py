"""What fuzzing says: how far it is, what it found, what was at work."""

from collections.abc import Iterator
from typing import Any

from attrs import asdict, frozen

from dosmesas.desk.trial.telling import failure_of, lines_of
from dosmesas.testing.conformance.walk import Walk
from dosmesas.testing.coverage.places import Kind
from dosmesas.testing.fuzz.chase import Chased
from dosmesas.testing.fuzz.hunt import Hunt
from dosmesas.testing.fuzz.kept import Kept
from dosmesas.testing.fuzz.replay import Replay, is_silence
from dosmesas.testing.fuzz.target import Target
from dosmesas.text.catalog import say
from dosmesas.text.folding import folded

_KINDS = {
    "rules": {Kind.RULE},
    "options": {Kind.OPTION},
    "events": {Kind.EVENT, Kind.BULLETIN},
    "conditions": {Kind.CONDITION},
    "chances": {Kind.CHANCE},
    "endings": {Kind.ENDING},
}
_UNREACHED = 12
"""So many places that no game has come to are named."""


@frozen(eq=False)
class Report:
    """A run that is over: what was found (None: nothing), in how long, and what is no longer wrong."""

    hunt: Hunt
    found: Chased | None
    kept: Kept | None
    seconds: float
    chased: float
    mended: tuple[str, ...]
    also: tuple[str, ...]


def finding_lines(target: Target, found: Chased, language: str) -> Iterator[str]:
    """What is wrong, why, and the shortest game that shows it."""
    walk = last_walk(target, found.replay)
    broken = found.property.broken(walk) if walk else None
    if broken is not None:
        yield from lines_of(failure_of(broken, language), target.sources.line, language)
    else:
        yield say(language, "fuzz_wrong", name=found.property.name)
        yield from folded(f"    {found.property.guards}")
        yield from folded(f"    {found.wrong.text}")
    yield ""
    replay = found.replay
    key = "fuzz_game_one" if replay.decisions == 1 else "fuzz_game"
    yield say(language, key, count=replay.decisions, seed=replay.seed, view=replay.view)
    for line in game_lines(walk, replay, language):
        yield from folded(f"  {line}", "  ")


def last_walk(target: Target, replay: Replay) -> Walk | None:
    """The game of a replay as far as it goes."""
    found = None
    for found in replay.walks(target.game(replay.view)):  # noqa: B007 - the last one is wanted
        pass
    return found


def game_lines(walk: Walk | None, replay: Replay, language: str) -> Iterator[str]:
    """Who did what, turn by turn; who said nothing is left out."""
    for step, play in zip(walk.steps if walk else (), replay.plays, strict=False):
        told = [
            f"{seat} {action.partition('/')[2] or action}"
            for seat, action in play.items()
            if not is_silence(action)
        ]
        if told:
            point = say(language, f"fuzz_{step.state.point}")
            turn = step.state.turn
            yield say(
                language, "fuzz_point", turn=turn, event=step.state.event, point=point, plays=", ".join(told)
            )


def kept_lines(kept: Kept, language: str) -> Iterator[str]:
    """Where it is kept, and what can be done with it."""
    if kept.save:
        yield say(language, "fuzz_watch", save=kept.save)
    yield say(language, "fuzz_test", test=kept.test)
    yield say(language, "fuzz_again")


def summary_lines(report: Report, language: str) -> Iterator[str]:
    """How much was played, and what was at work."""
    hunt, seconds = report.hunt, max(report.seconds, 1e-9)
    yield say(
        language,
        "fuzz_played",
        games=hunt.games,
        turns=hunt.turns,
        seconds=round(seconds),
        rate=round(hunt.games / seconds, 1),
        turn_rate=round(hunt.turns / seconds, 1),
        properties=len(hunt.target.properties),
    )
    told = [
        say(language, f"fuzz_{kind}", came=came, all=of)
        for kind, (came, of) in shares_of(report.hunt).items()
    ]
    yield from folded(say(language, "fuzz_at_work", places=", ".join(told)), "  ")
    unreached = [*hunt.unreached()]
    if unreached and report.found is None:
        names = ", ".join(unreached[:_UNREACHED])
        more = len(unreached) - _UNREACHED
        rest = say(language, "fuzz_more", count=more) if more > 0 else ""
        yield from folded(say(language, "fuzz_never", names=names + rest), "  ")
    for name in report.mended:
        yield say(language, "fuzz_mended", name=name)


def shares_of(hunt: Hunt) -> dict[str, tuple[int, int]]:
    """How many places of each kind were reached, of how many."""
    return {
        name: (sum(one.key in hunt.guide.reached for one in all_of), len(all_of))
        for name, kinds in _KINDS.items()
        if (all_of := [one for one in hunt.places if one.kind in kinds])
    }


def progress_line(hunt: Hunt, seconds: float, language: str) -> str:
    """One line of how far it is."""
    rate = round(hunt.games / max(seconds, 1e-9), 1)
    shares = shares_of(hunt)
    told = [say(language, f"fuzz_{kind}", came=came, all=of) for kind, (came, of) in shares.items()][:2]
    return say(
        language,
        "fuzz_progress",
        games=hunt.games,
        turns=hunt.turns,
        rate=rate,
        seconds=round(seconds),
        places=", ".join(told),
    )


def record(target: Target, report: Report, language: str) -> dict[str, Any]:
    """The same as JSON."""
    found = report.found
    return {
        "ok": found is None,
        "pack": target.pack.id,
        "games": report.hunt.games,
        "turns": report.hunt.turns,
        "seconds": round(report.seconds, 2),
        "games_per_second": round(report.hunt.games / max(report.seconds, 1e-9), 1),
        "turns_per_second": round(report.hunt.turns / max(report.seconds, 1e-9), 1),
        "properties": [*target.properties],
        "at_work": {kind: {"reached": came, "of": of} for kind, (came, of) in shares_of(report.hunt).items()},
        "never": [*report.hunt.unreached()],
        "no_longer_wrong": [*report.mended],
        "found": None if found is None else _found(target, found, report, language),
    }


def _found(target: Target, found: Chased, report: Report, language: str) -> dict[str, Any]:
    kept = report.kept
    return {
        "property": found.property.name,
        "guards": found.property.guards,
        "where": str(found.property.where) if found.property.where else None,
        "said": found.wrong.text,
        "told": [*finding_lines(target, found, language)],
        "decisions": found.replay.decisions,
        **asdict(found.replay),
        "tried": found.tried,
        "seconds_to_shrink": round(report.chased, 2),
        "also": [*report.also],
        "save": str(kept.save) if kept and kept.save else None,
        "test": str(kept.test) if kept else None,
    }
