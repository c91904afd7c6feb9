"""A pack of twenty-five events over eight turns that hang together by flags, choices and what happened."""

from functools import cache

from attrs import evolve

from dosmesas.lang.parser import parse
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.rules import Ending, Pack
from dosmesas.model.world import Flag
from dosmesas.text.local import NO_TEXT, plain
from dosmesas.text.span import NOWHERE
from tests.support.making import CITED, NORDEN, SUDEN, change, deal, event, option, regatta, set_flag

FLAGS = ("ban_signed", "boats_held", "fund_open", "talks_on", "treaty", "watch_kept", "quota_set", "strike")
TITLES = (
    "A boat is taken",
    "The harbour votes",
    "Nets cut in the night",
    "A minister's letter",
    "The long table",
)


def _one(number: int) -> Event:
    turn = 1 + number * 8 // 25
    name = f"event-{number:02d}"
    flag = FLAGS[number % len(FLAGS)]
    if number in {0, 12, 20}:
        held: dict[str, object] = {"turn": turn}
    else:
        asked = [f"turn == {turn}", f"goodwill >= {20 + number}"]
        if number > 5:
            asked.append(("not " if number % 4 == 0 else "") + FLAGS[(number * 3 + 1) % len(FLAGS)])
        if number % 6 == 5:
            asked.append(f"happened('event-{number - 4:02d}')")
        if number % 7 == 6:
            asked.append(f"chose('event-{number - 5:02d}/press')")
        held = {"tier": 1 + number % 2, "weight": 1 + number % 3, "condition": " and ".join(asked)}
    sets = (set_flag(flag),) if number % 3 else ()
    seats = {
        NORDEN: (option(f"{name}/press", change("goodwill", "-2"), *sets), option(f"{name}/yield-ground")),
        SUDEN: (option(f"{name}/rest", requires="stock >= 40"), option(f"{name}/answer-back")),
    }
    joint = (set_flag(FLAGS[(number + 3) % len(FLAGS)]),) if number % 5 == 2 else (change("goodwill", "3"),)
    deals = (deal(f"deal-{number:02d}", {NORDEN: f"{name}/press", SUDEN: f"{name}/rest"}, *joint),)
    made = event(name, seats, deals, **held)  # type: ignore[arg-type] # by name
    return evolve(made, title=plain(f"{TITLES[number % len(TITLES)]} ({number})"))


@cache
def many() -> Pack:
    """The pack, with six bulletins and five endings."""
    base = regatta()
    flags = {
        name: Flag(name, plain(name.replace("_", " ")), name == "strike", NO_TEXT, NOWHERE) for name in FLAGS
    }
    news = [
        Bulletin(
            f"news-{n}", plain("News."), CITED, (), NOWHERE, None, parse(f"turn >= {n} and {FLAGS[n]}"), 30
        )
        for n in range(6)
    ]
    asked = (
        "treaty and goodwill >= 40",
        "strike or boats_held",
        "not ban_signed and stock < 20",
        "quota_set",
    )
    endings = [
        Ending(f"end-{n}", plain(f"How it ends, {n}"), NO_TEXT, CITED, NOWHERE, parse(text))
        for n, text in enumerate(asked)
    ]
    endings.append(Ending("end-last", plain("On it goes"), NO_TEXT, CITED, NOWHERE))
    ruleset = evolve(base.ruleset, flags={**base.ruleset.flags, **flags}, endings=tuple(endings))
    events = [_one(number) for number in range(25)]
    events.append(event("calm-days", repeats=True))
    return evolve(
        base,
        turns=8,
        events={one.id: one for one in events},
        bulletins={one.id: one for one in news},
        ruleset=ruleset,
    )
