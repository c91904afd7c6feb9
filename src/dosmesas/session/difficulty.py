"""How hard a game is: who sits across, how well they argue, and how warmly the players' home tables begin."""

from collections.abc import Mapping

from attrs import evolve, frozen

from dosmesas.bots.known import GREEDY, PERSONA, PLANNER
from dosmesas.bots.speaker import ADVOCATE, EXPERT, NOVICE
from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say


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


def difficulty_of(counterpart: str, level: str, handicap: int) -> str:
    """The name of a difficulty, or nothing where it was put together by hand."""
    found = Difficulty(counterpart, level, handicap)
    return next((name for name, one in DIFFICULTIES.items() if one == found), "")


def eased(pack: Pack, seats: tuple[str, ...], points: int) -> Pack:
    """The pack with the home tables of some seats warmer by so many points, or colder below 0; once."""
    if not points or not seats or pack.handicap == points:
        return pack
    offices, indicators = pack.ruleset.offices, dict(pack.ruleset.indicators)
    for name in {audience for seat in seats for audience, _ in offices[seat].audiences}:
        one = indicators[name]
        start = min(max(one.start + 1000 * points, one.low), one.high)
        indicators[name] = evolve(one, start=start)
    return evolve(pack, ruleset=evolve(pack.ruleset, indicators=indicators), handicap=points)


def handicap_line(points: int, language: str) -> str:
    """What a player is told of a handicap; nothing where there is none."""
    if not points:
        return ""
    return say(language, "handicap_warm" if points > 0 else "handicap_cold", points=abs(points))
