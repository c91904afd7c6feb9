"""How hard a game is: who sits across, how well they argue, and how warmly the players' home tables begin."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.bots.names import GREEDY, PERSONA, PLANNER
from dosmesas.bots.speaker import ADVOCATE, EXPERT, NOVICE
from dosmesas.model.rules import Pack


@frozen
class Difficulty:
    """A bot, its arguing, and a handicap in points of home support: above 0 it helps the player."""

    counterpart: str
    level: str
    handicap: int = 0


USUAL = "fair"
DIFFICULTIES: Mapping[str, Difficulty] = {
    "gentle": Difficulty(PERSONA, NOVICE, 5),
    USUAL: Difficulty(PERSONA, ADVOCATE),
    "hard": Difficulty(GREEDY, EXPERT),
    "severe": Difficulty(PLANNER, EXPERT, -5),
}


def eased(pack: Pack, seats: tuple[str, ...], points: int) -> Pack:
    """The pack with the home tables of these seats warmer by so many points than written, or colder below 0.

    A handicap that the pack has already is taken back first: a game may begin with the pack of another one.
    """
    names = _standings(pack, seats if points else ())
    written = {name: pack.ruleset.indicators[name].start for name in names}
    if not written and not pack.handicap:
        return pack
    written = {name: pack.unhandicapped.get(name, start) for name, start in written.items()}
    indicators = dict(pack.ruleset.indicators)
    for name, start in {**pack.unhandicapped, **written}.items():
        one, by = indicators[name], 1000 * points if name in written else 0
        indicators[name] = evolve(one, start=min(max(start + by, one.low), one.high))
    ruleset = evolve(pack.ruleset, indicators=indicators)
    return evolve(pack, ruleset=ruleset, handicap=points if written else 0, unhandicapped=written)


def handicap_in(pack: Pack, points: int) -> int:
    """The handicap of so many points in a pack: none where nothing is carried home."""
    return points if _standings(pack, pack.seats) else 0


def _standings(pack: Pack, seats: tuple[str, ...]) -> list[str]:
    """The indicators of the home tables of some seats; none in a pack in which nothing is carried home."""
    offices = pack.ruleset.offices
    names = {audience for seat in seats for audience, _ in offices[seat].audiences}
    return sorted(names & pack.ruleset.indicators.keys())
