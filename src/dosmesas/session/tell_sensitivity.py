"""What `sensitivity` prints: claims by what hangs on them, with a tornado of bars."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from dosmesas.model.rules import Pack
from dosmesas.session.hinges import Hinge as SavedHinge
from dosmesas.session.session import Session
from dosmesas.session.tell_hinges import hinge_lines
from dosmesas.session.tell_simulation import tenths
from dosmesas.sim.sensitivity.work import Hinge, Moved
from dosmesas.text.catalog import say

SHOWN = 15
"""So many claims are drawn."""
_CELLS = 24


@frozen
class Asked:
    """A pack, a view, and how many games each claim was tried in."""

    pack: Pack
    view: str
    games: int


def sensitivity_lines(asked: Asked, found: Sequence[Hinge], language: str) -> Iterator[str]:
    """The lines for a terminal: each claim with a bar, its interval, and what moves most."""
    view = asked.pack.ruleset.worldviews[asked.view].name(language)
    title = asked.pack.title(language)
    yield say(language, "sens_head", pack=title, view=view, games=f"{asked.games:,}", claims=len(found))
    most = max((one.ending.percent for one in found), default=0.0)
    for one in found[:SHOWN]:
        yield f"{_bar(one.ending.percent, most)} {_ending(asked.pack, one, language)}"
        for text in _moves(asked.pack, one, language):
            yield f"    {text}"
    quiet = [one.claim for one in found if not _sure(one)]
    if quiet:
        yield say(language, "sens_quiet", count=len(quiet), claims=", ".join(quiet))


def _bar(share: float, most: float) -> str:
    """A bar of signs that any terminal and any reader has."""
    full = round(_CELLS * share / most) if most else 0
    return "#" * full + "." * (_CELLS - full)


def _ending(pack: Pack, one: Hinge, language: str) -> str:
    low, high = tenths(one.ending.low), tenths(one.ending.high)
    claim = pack.ruleset.dossier.claims[one.claim]
    where = say(language, "rival") if claim.rival else claim.paragraph
    return say(
        language,
        "sens_ending",
        claim=one.claim,
        where=where,
        share=tenths(one.ending.percent),
        low=low,
        high=high,
    )


def _moves(pack: Pack, one: Hinge, language: str) -> Iterator[str]:
    """The ending, the indicator and the mandate that move most, where that is sure."""
    endings = {name: moved for name, moved in one.endings.items() if moved.sure}
    if endings:
        name = max(endings, key=lambda ending: abs(endings[ending].mean))
        title = next(ending.title(language) for ending in pack.ruleset.endings if ending.id == name)
        yield _moved("sens_share", title, endings[name], language)
    wanted = _goals(pack)
    ranges = {each.id: each.high - each.low for each in pack.ruleset.indicators.values() if each.id in wanted}
    numbers = {name: moved for name, moved in one.indicators.items() if moved.sure and name in wanted}
    if numbers:
        name = max(numbers, key=lambda each: abs(numbers[each].mean) / ranges[each])
        yield _moved("sens_number", pack.ruleset.indicators[name].name(language), numbers[name], language)
    seats = {name: moved for name, moved in one.returns.items() if moved.sure and name in pack.seats}
    if seats:
        name = max(seats, key=lambda each: abs(seats[each].mean))
        yield _moved("sens_mandate", pack.ruleset.offices[name].name(language), seats[name], language)


def _goals(pack: Pack) -> set[str]:
    """The indicators that somebody at the table is measured by, or that stand at the top of the screen."""
    offices = (pack.ruleset.offices[seat] for seat in pack.seats)
    return {*pack.headline, *(goal.indicator for office in offices for goal in office.goals)}


def _moved(key: str, name: str, moved: Moved, language: str) -> str:
    sign = "+" if moved.mean > 0 else ""
    return say(language, key, name=name, by=f"{sign}{tenths(moved.mean)}", error=tenths(moved.error))


def _sure(one: Hinge) -> bool:
    return bool(one.ending.times) or any(moved.sure for moved in one.returns.values())


def sensitivity_record(asked: Asked, found: Sequence[Hinge]) -> dict[str, Any]:
    """The same for another program: all claims, all changes that are sure."""
    return {
        "pack": asked.pack.id,
        "worldview": asked.view,
        "games": asked.games,
        "claims": [
            {
                "claim": one.claim,
                "belief": one.belief,
                "other_ending": [
                    round(one.ending.percent, 2),
                    round(one.ending.low, 2),
                    round(one.ending.high, 2),
                ],
                "endings": _sure_ones(one.endings),
                "indicators": _sure_ones(one.indicators),
                "returns": _sure_ones(one.returns),
            }
            for one in found
        ],
    }


def _sure_ones(moves: Any) -> dict[str, list[float]]:
    return {name: [round(one.mean, 3), round(one.error, 3)] for name, one in moves.items() if one.sure}


def saved_lines(session: Session, found: tuple[SavedHinge, ...], tried: int, language: str) -> Iterator[str]:
    """Of a saved game: the claims that would have changed the ending, then what is told in the debrief."""
    endings = {one.id: one.title(language) for one in session.pack.ruleset.endings}
    changed = [one for one in found if one.ending[0] != one.ending[1]]
    if changed:
        yield say(language, "sens_would")
        for one in changed:
            yield f"  {one.claim}: {endings[one.ending[1]]}"
    else:
        yield say(language, "sens_would_not", tried=tried)
    yield from hinge_lines(session, found, tried, language)


def saved_record(session: Session, found: tuple[SavedHinge, ...], tried: int) -> dict[str, Any]:
    """The same for another program; returns in points, as played and without the claim."""
    return {
        "pack": session.pack.id,
        "ending": session.state.ending,
        "tried": tried,
        "claims": [
            {
                "claim": one.claim,
                "ending": one.ending[1],
                "returns": {
                    seat: [mine / 1000, theirs / 1000] for seat, (mine, theirs) in one.scores.items()
                },
                "decisions_not_open": one.lost,
            }
            for one in found
        ],
    }
