"""A pack in which nothing happens: to see what the rules do by themselves."""

from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.text.local import NO_TEXT, Month, Text
from dosmesas.text.span import NOWHERE

STAGES = ("brief", "choose", "enact", "drift", "reckon")
_EVENT = "nothing-happens"


def alone(ruleset: Ruleset, turns: int, seats: tuple[str, ...] = ()) -> Pack:
    """So many turns in which one office waits."""
    office = seats[0] if seats else next(iter(ruleset.offices))
    wait = Option(f"{_EVENT}/wait", _text("Wait"), NO_TEXT, NO_TEXT, (), (), NOWHERE)
    title = _text("Nothing happens")
    event = Event(_EVENT, title, "both", NO_TEXT, {office: (wait,)}, (), (), NOWHERE, repeats=True)
    return Pack(
        "rules",
        _text("The rules alone"),
        NO_TEXT,
        NO_TEXT,
        ("en", "es"),
        Month(2000, 1),
        turns,
        1,
        STAGES,
        (office,),
        tuple(ruleset.indicators)[:4],
        (),
        {event.id: event},
        {},
        ruleset,
        "",
    )


def _text(text: str) -> Text:
    return Text((("en", text), ("es", text)))
