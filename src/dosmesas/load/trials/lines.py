"""What is played in a test: where the game begins, and what is decided in it."""

from collections.abc import Mapping

from dosmesas.lang.notes import span_of
from dosmesas.load.effects import neither
from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Node, Scalar, Sequence
from dosmesas.load.shapes.trials import DECISION
from dosmesas.load.trials.desk import WORDS, Desk
from dosmesas.model.trials import Line, Wish
from dosmesas.text.diagnostic import Notes, declared_here, did_you_mean
from dosmesas.text.number import exact, thousandths
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import Span

_YES_NO = {"yes": True, "no": False}
Wishes = dict[tuple[int, str], tuple[Wish, ...]]


def read_line(fields: Fields, desk: Desk, turns: int, *, alone: bool) -> Line:
    """The start, decisions and worldview of a test, or of the game that it is compared with."""
    values, flags = _start(fields, desk)
    wishes, events = _decisions(fields, desk, turns, alone=alone)
    view = fields.scalar("worldview")
    if view is not None:
        desk.known("view", view, desk.pack.ruleset.worldviews)
    return Line(values, flags, wishes, events, view.text if view else "")


def merged(first: Line, other: Line) -> Line:
    """The first line, but for what the other says."""
    return Line(
        {**first.values, **other.values},
        {**first.flags, **other.flags},
        {**first.wishes, **other.wishes},
        {**first.events, **other.events},
        other.view or first.view,
    )


def _start(fields: Fields, desk: Desk) -> tuple[dict[str, int], dict[str, bool]]:
    values: dict[str, int] = {}
    flags: dict[str, bool] = {}
    ruleset = desk.pack.ruleset
    for key, value in fields.pairs("start"):
        text = value.text if isinstance(value, Scalar) else ""
        if key.text in ruleset.indicators:
            number = thousandths(text)
            if number is None:
                message = phrase("the start of '{name}' wants a number", name=key.text)
                fields.problem("E0112", message, value.span)
            elif within(desk, key.text, number, value.span):
                values[key.text] = number
        elif key.text in ruleset.flags:
            if text not in _YES_NO:
                message = phrase("the flag '{name}' starts with yes or no", name=key.text)
                fields.problem("E0112", message, value.span)
            flags[key.text] = _YES_NO.get(text, False)
        else:
            unknown_name(desk, key)
    return values, flags


def within(desk: Desk, name: str, number: int, span: Span) -> bool:
    """Whether a number lies in an indicator's range; if not, that is told."""
    one = desk.pack.ruleset.indicators[name]
    if one.low <= number <= one.high:
        return True
    message = phrase(
        "{number} can never be: {name} is {range}",
        number=exact(number),
        name=name,
        range=span_of(one.low, one.high),
    )
    desk.problem("E0701", message, span, related=place_of(desk, name))
    return False


def place_of(desk: Desk, name: str) -> Notes:
    """Where an indicator is declared."""
    where = desk.pack.ruleset.indicators[name].where
    return ((declared_here(name), desk.reading.declared["indicator"].get(name, where)),)


def unknown_name(desk: Desk, key: Scalar, more: tuple[str, ...] = ()) -> None:
    """Tell that a key is the name of nothing."""
    known = [*desk.pack.ruleset.indicators, *desk.pack.ruleset.flags, *more]
    kind = "indicator" if desk.reading.place_of_nearest("indicator", key.text) else "flag"
    related = desk.reading.place_of_nearest(kind, key.text)
    desk.problem("E0203", neither(key.text), key.span, did_you_mean(key.text, known), related)


def _decisions(fields: Fields, desk: Desk, turns: int, *, alone: bool) -> tuple[Wishes, dict[int, str]]:
    wishes: Wishes = {}
    events: dict[int, str] = {}
    seen: dict[int, Span] = {}
    nodes = fields.entries("decisions")
    if nodes and alone:
        message = phrase("where only the rules are at work nobody decides")
        hint = phrase("take 'decisions:' out; a test of a pack may have them, without 'rules_only:'")
        desk.problem("E0704", message, fields.key_span("decisions"), hint)
        return {}, {}
    for node in nodes:
        own = Fields.of(node, DECISION, desk.reading)
        if own is None or own.scalar("turn", required=True) is None:
            continue
        turn = desk.turn(own, "turn", turns) or 1
        if turn in seen:
            related = ((phrase("first written here"), seen[turn]),)
            message = phrase("turn {turn} is written twice", turn=turn)
            desk.problem("E0116", message, own.value_span("turn"), related=related)
        seen.setdefault(turn, own.value_span("turn"))
        event = _event(own, desk, turn, events)
        for key, value in own.node.items:
            if key.text not in DECISION.keys:
                wishes[turn, key.text] = _wishes(desk, key, value, event)
    return wishes, events


def _event(own: Fields, desk: Desk, turn: int, events: dict[int, str]) -> str:
    """The event that is made to come in a turn, if one is."""
    value = own.scalar("event")
    if value is None:
        return ""
    name = desk.known("event", value, desk.pack.events)
    if name and name in events.values():
        before = next(number for number, one in events.items() if one == name)
        message = phrase("'{event}' comes in turn {turn} already, and comes once", event=name, turn=before)
        desk.problem("E0703", message, value.span)
    elif name:
        events[turn] = name
    return name


def _wishes(desk: Desk, key: Scalar, value: Node, event: str) -> tuple[Wish, ...]:
    """What an office does in a turn: one id, or several."""
    office = key.text
    if office not in desk.pack.seats:
        known = phrase("offices: {known}", known=tuple(desk.pack.seats))
        hint = did_you_mean(office, [*desk.pack.seats, *DECISION.keys]) or known
        message = phrase("'{office}' is no office of {pack}", office=office, pack=desk.pack.id)
        desk.problem("E0202", message, key.span, hint)
        return ()
    found = []
    for node in value.items if isinstance(value, Sequence) else [value]:
        if not isinstance(node, Scalar) or not node.text.strip():
            message = phrase(
                "'{office}:' wants the id of an option, or a list: deals, then an option", office=office
            )
            desk.problem("E0112", message, node.span)
            continue
        name = _decided(desk, node, office, event)
        if name:
            found.append(Wish(name, node.span))
    return tuple(found)


def _decided(desk: Desk, node: Scalar, office: str, event: str) -> str:
    """The full id of an option of an office, or the id of one of its deals."""
    if node.text in WORDS or office in desk.parties.get(node.text, ()):
        return node.text
    meant = desk.named.get(node.text, ())
    if any(desk.offices[one] == office and (not event or one.startswith(f"{event}/")) for one in meant):
        return desk.option(node, event, office)
    mine = _ids(desk.offices, office, event)
    short = [one.partition("/")[2] for one in mine]
    deals = [deal for deal, parties in desk.parties.items() if office in parties]
    message, related = _why_not(desk, node.text, office, event)
    hint = did_you_mean(node.text, [*short, *deals, *WORDS])
    if not hint and event:
        hint = phrase("it may: {known}", known=tuple(short))
    desk.problem("E0704", message, node.span, hint, related)
    return ""


def _why_not(desk: Desk, text: str, office: str, event: str) -> tuple[Phrase, Notes]:
    """What is wrong with a decision, and where what was written is declared."""
    there = next((one for one in desk.offices if text in {one, one.partition("/")[2]}), "")
    if there:
        related = ((declared_here(text), desk.reading.declared["option"][there]),)
        whose, where = desk.offices[there], there.partition("/")[0]
        if whose != office:
            said = phrase(
                "'{option}' is for {whose}, not for {office}", option=text, whose=whose, office=office
            )
            return said, related
        said = phrase(
            "'{option}' is an option of '{other}'; here comes '{event}'",
            option=text,
            other=where,
            event=event,
        )
        return said, related
    if text in desk.parties:
        return phrase("the deal '{deal}' is none of {office}", deal=text, office=office), ()
    return phrase("{office} cannot decide '{text}': it is no option or deal", office=office, text=text), ()


def _ids(offices: Mapping[str, str], office: str, event: str) -> list[str]:
    return [
        one
        for one, whose in offices.items()
        if whose == office and (not event or one.startswith(f"{event}/"))
    ]
