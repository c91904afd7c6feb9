"""Packs that are small enough to be played out in every way, and in which all that a state keeps can matter."""

from functools import cache

from attrs import evolve

from dosmesas.lang.parser import parse
from dosmesas.model.arguments import Ratify
from dosmesas.model.rules import Ending, Pack
from dosmesas.text.local import NO_TEXT, plain
from dosmesas.text.span import NOWHERE
from tests.support.making import (
    CITED,
    NORDEN,
    SUDEN,
    after,
    bulletin,
    chance,
    change,
    deal,
    event,
    made,
    option,
    rule,
    set_flag,
    when,
)
from tests.support.small import parley


def ending(name: str, condition: str = "", *, now: bool = False) -> Ending:
    """An ending."""
    held = parse(condition) if condition else None
    return Ending(name, plain(name), NO_TEXT, CITED, NOWHERE, held, now)


def with_endings(pack: Pack, *endings: Ending) -> Pack:
    """The pack with these endings only."""
    return evolve(pack, ruleset=evolve(pack.ruleset, endings=endings))


@cache
def memory() -> Pack:
    """What was chosen, what came, how long ago, what is on its way, and where a turn began: all of it tells."""
    first = {
        NORDEN: (
            option("first/bold", after("first/bold~1", 2, chance("first/bold~0", 40, change("stock", "+9")))),
            option("first/meek", after("first/meek~0", 1, change("goodwill", "+7"))),
        ),
        SUDEN: (option("first/wait"),),
    }
    calm = {
        NORDEN: (
            option("calm/more", change("stock", "-4")),
            option("calm/claim", change("stock", "+1"), requires="chose('bold') and goodwill >= 20"),
        ),
        SUDEN: (
            option(
                "calm/count", change("poaching", "+20"), when("turns_since('claim') == 1", set_flag("pact"))
            ),
            option("calm/look", when("turns_since('whales') <= 1", change("goodwill", "+13"))),
        ),
    }
    news = (
        bulletin("whales", change("stock", "+4"), percent=25),
        bulletin("rain", change("poaching", "+9"), percent=30),
        bulletin("gale", change("stock", "-3"), condition="happened('whales')", percent=50),
    )
    rules = (
        rule("fed", change("stock", "-1"), condition="poaching > 60"),
        rule("luck", chance("luck~0", 10, change("goodwill", "-0.5")), condition="turn == 2"),
    )
    events = (event("first", first, turn=1), event("calm", calm, repeats=True))
    pack = made(events, bulletins=news, rules=rules, turns=3, stock={"max_step": 3000})
    return with_endings(
        pack,
        ending("gone", "stock <= 42", now=True),
        ending("proud", "happened('gale') and chose('claim')"),
        ending("high", "stock >= 56"),
        ending("bound", "pact"),
        ending("so-so"),
    )


@cache
def agenda() -> Pack:
    """Races of three events by weight, and six bulletins of which four come at most."""
    races = tuple(event(name, tier=1, weight=weight) for name, weight in (("a", 1), ("b", 3), ("c", 4)))
    odds = (("n1", 100), ("n2", 100), ("n3", 60), ("n4", 100), ("n5", 30), ("n6", 80))
    news = tuple(
        bulletin(name, change("stock", f"+{place + 1}"), turn=2, percent=percent)
        for place, (name, percent) in enumerate(odds)
    )
    pack = made((*races, event("calm", repeats=True)), bulletins=news, turns=2, stock={"max_step": None})
    several = [
        ending(f"{one}-{other}", f"happened('{one}') and happened('{other}')") for one, other in ("ab", "bc")
    ]
    return with_endings(pack, *several, ending("n5-came", "happened('n5')"), ending("rest"))


@cache
def words() -> Pack:
    """A word that is broken costs, and a deal that is struck sets a flag on which an event hangs."""
    seats = {
        NORDEN: (
            option("talks/sign"),
            option("talks/refuse", chance("talks/refuse~0", 50, set_flag("pact"))),
        ),
        SUDEN: (option("talks/agree"), option("talks/delay", change("goodwill", "+2"))),
    }
    offer = deal(
        "offer", {NORDEN: "talks/sign", SUDEN: "talks/agree"}, set_flag("pact"), change("stock", "+5")
    )
    after_pact = event("harvest", tier=1, condition="pact and goodwill >= 40")
    pack = made((event("talks", seats, (offer,), turn=1), after_pact, event("calm", repeats=True)), turns=2)
    ends = (ending("rich", "happened('harvest')"), ending("sour", "goodwill < 40"), ending("else"))
    return with_endings(pack, *ends)


@cache
def at_home() -> Pack:
    """A turn of the parley that is put to nobody but the home tables: no debate, all bands, a clash."""
    pack = parley()
    stages = tuple(one for one in pack.stages if one != "argue")
    lull = pack.events["lull"]
    rest, *others = lull.seats["su.minister"]
    grudge = (("fishers", parse("-9 * min(turns_since('take-all'), 3)")),)
    seats = {**lull.seats, "su.minister": (evolve(rest, home=grudge), *others)}
    events = {
        "haul": evolve(pack.events["haul"], turn=1),
        "lull": evolve(lull, turn=2, ratify=Ratify.ANSWER_FOR, seats=seats),
    }
    home = evolve(pack, stages=stages, events=events, turns=2)
    looked_into = ending("looked-into", "inquiry_su_minister")
    return with_endings(
        home, looked_into, ending("watched", "boardings >= 1 and happened('haul')"), ending("else")
    )
