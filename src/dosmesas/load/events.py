"""content/: events with their options and deals, and bulletins."""

from dosmesas.lang.nodes import Node as Expression
from dosmesas.lang.scope import Kind
from dosmesas.load.arguments import read_cards
from dosmesas.load.effects import EffectReader, at_work_in, cited
from dosmesas.load.expressions import expression
from dosmesas.load.fields import Fields
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.load.reading import Reading
from dosmesas.load.renames import combined, read_former
from dosmesas.load.shapes.content import BULLETIN, DEAL, EVENT, OPTION
from dosmesas.load.texts import local_text
from dosmesas.model.arguments import Act, Argue, Ratify
from dosmesas.model.effects import Effect
from dosmesas.model.events import Bulletin, Deal, Event, Option
from dosmesas.model.limits import BRIEF_WORDS, DEALS_AN_EVENT, OPTIONS_A_SEAT
from dosmesas.text.diagnostic import Severity, did_you_mean
from dosmesas.text.local import Text
from dosmesas.text.phrase import phrase


def read_event(node: Node, reading: Reading) -> Event | None:
    """One event."""
    fields = Fields.of(node, EVENT, reading)
    if fields is None:
        return None
    name = fields.identifier("event")
    reading.places["turn", name] = fields.value_span("turn")
    reading.places["repeats", name] = fields.value_span("repeats")
    former = read_former(fields, "event")
    names = (*former, name)
    because = cited(fields)
    event = Event(
        name,
        fields.text("title"),
        _soil(fields),
        _brief(fields),
        {key.text: _options(key, value, names, because, reading) for key, value in fields.pairs("seats")},
        _deals(fields, names, because),
        because,
        fields.span,
        fields.whole("turn") if fields.has("turn") else None,
        fields.whole("tier"),
        fields.whole("weight"),
        fields.expression("when"),
        fields.yes_no("repeats"),
        former,
        fields.choice("argue", Argue),
        fields.choice("ratify", Ratify),
        read_cards(fields, name),
        fields.references("at"),
        fields.text("question"),
        fields.key_span("when"),
    )
    fields.close()
    return event


BOTH = "both"
"""The soil of an event that happens in both countries."""


def _soil(fields: Fields) -> str:
    value, countries = fields.scalar("soil"), fields.reading.declared["country"]
    known = [*countries, BOTH]
    if value is not None and countries and value.text not in known:
        hint = did_you_mean(value.text, known)
        message = phrase("'{key}:' is one of {known}", key="soil", known=tuple(known))
        fields.problem("E0113", message, value.span, hint)
    return value.text if value else ""


def _brief(fields: Fields) -> Text:
    brief = fields.text("brief")
    low, high = BRIEF_WORDS
    for language, text in brief.versions:
        words = len(text.split())
        if not low <= words <= high:
            value = fields.node.get("brief")
            version = value.get(language) if isinstance(value, Mapping) else value
            message = phrase(
                "the brief has {count} words in '{language}'; {low} to {high} are wanted",
                count=words,
                language=language,
                low=low,
                high=high,
            )
            where = version.span if version else fields.span
            fields.reading.problems.add("W0402", message, where, severity=Severity.WARNING)
    return brief


def _options(
    key: Scalar, value: Node, events: tuple[str, ...], because: tuple[str, ...], reading: Reading
) -> tuple[Option, ...]:
    reading.refer("office", key.text, key.span)
    if not isinstance(value, Sequence):
        message = phrase("the options of {office} are a list: one '- option:' each", office=key.text)
        reading.problems.add("E0112", message, value.span)
        return ()
    if len(value.items) > OPTIONS_A_SEAT:
        message = phrase(
            "{office} has {count} options; {most} is the most: one a digit",
            office=key.text,
            count=len(value.items),
            most=OPTIONS_A_SEAT,
        )
        reading.problems.add("E0106", message, key.span)
    options = [
        option for node in value.items[:OPTIONS_A_SEAT] if (option := _option(node, events, because, reading))
    ]
    if options and all(option.requires for option in options):
        message = phrase(
            "every option of {office} has 'requires:'; one must always be legal", office=key.text
        )
        reading.problems.add("E0403", message, key.span)
    decided = [option for option in options if option.decided]
    for option in decided[1:]:
        message = phrase(
            "'{option}' has 'decided:' already: an office decided one thing", option=decided[0].short
        )
        reading.problems.add("E0424", message, reading.places["decided", option.id])
    return tuple(options)


def _decided(fields: Fields, option: str) -> tuple[str, ...]:
    """The claims that say that this was decided at the time."""
    if fields.has("decided"):
        fields.reading.places["decided", option] = fields.key_span("decided")
    return fields.references("decided")


def _option(
    node: Node, events: tuple[str, ...], inherited: tuple[str, ...], reading: Reading
) -> Option | None:
    fields = Fields.of(node, OPTION, reading)
    if fields is None:
        return None
    value = fields.scalar("option")
    name = f"{events[-1]}/{value.text}" if value else ""
    if value is not None:
        fields.checked_id(value)
        reading.declare("option", name, value.span)
    own = (*read_former(fields, "option", f"{events[-1]}/"), value.text if value else "")
    former = combined(events, own)
    because = cited(fields, inherited)
    first = (*former, name)[0]
    option = Option(
        name,
        fields.text("label"),
        fields.text("reason"),
        fields.text("headline"),
        because,
        EffectReader(reading, first).effects(fields, because),
        fields.span,
        fields.expression("requires"),
        at_work_in(fields),
        former,
        fields.choice("act", Act) if fields.has("act") else None,
        fields.references("lines"),
        _home(fields, name),
        _at_home(fields, "sure", first, because),
        _at_home(fields, "watered", first, because),
        _at_home(fields, "blocked", first, because),
        _clash(fields, events[-1]),
        _decided(fields, name),
        fields.key_span("requires"),
    )
    fields.close()
    return option


def _at_home(fields: Fields, key: str, option: str, because: tuple[str, ...]) -> tuple[Effect, ...]:
    """What an option does in full, where it is watered down, or where it is blocked."""
    if not fields.has(key):
        return ()
    return EffectReader(fields.reading, f"{key}:{option}").effects(fields, because, key)


def _clash(fields: Fields, event: str) -> tuple[str, ...]:
    """The options `office/option` of the event that cannot be carried out beside this one."""
    found = []
    for node in fields.entries("clash"):
        office, slash, option = node.text.partition("/") if isinstance(node, Scalar) else ("", "", "")
        if not slash:
            message = phrase("a clash is office/option, such as mx.president/hold")
            fields.problem("E0112", message, node.span)
            continue
        fields.reading.refer("office", office, node.span)
        fields.reading.refer("option", f"{event}/{option}", node.span)
        fields.reading.places["clash", office, f"{event}/{option}"] = node.span
        found.append(f"{event}/{option}")
    return tuple(found)


def _home(fields: Fields, option: str) -> tuple[tuple[str, Expression], ...]:
    """What an option adds to the standing of each audience at home: a number or an amount."""
    found = []
    for key, value in fields.pairs("home"):
        fields.reading.refer("audience", key.text, key.span)
        fields.reading.places["home", option, key.text] = key.span
        found.append((key.text, expression(value, Kind.NUMBER, fields.reading, key.text)))
    return tuple(found)


def _deals(fields: Fields, events: tuple[str, ...], because: tuple[str, ...]) -> tuple[Deal, ...]:
    nodes = fields.entries("deals")
    if len(nodes) > DEALS_AN_EVENT:
        message = phrase(
            "an event has at most {most} deals; this one has {count}",
            most=DEALS_AN_EVENT,
            count=len(nodes),
        )
        fields.problem("E0106", message, nodes[DEALS_AN_EVENT].span)
    deals = [_deal(node, events, because, fields.reading) for node in nodes[:DEALS_AN_EVENT]]
    return tuple(deal for deal in deals if deal is not None)


def _deal(node: Node, events: tuple[str, ...], inherited: tuple[str, ...], reading: Reading) -> Deal | None:
    fields = Fields.of(node, DEAL, reading)
    if fields is None:
        return None
    event, name = events[-1], fields.identifier("deal")
    former = read_former(fields, "deal")
    because = cited(fields, inherited)
    headlines = []
    for key, value in fields.pairs("headlines"):
        reading.refer("country", key.text, key.span)
        headlines.append((key.text, local_text(value, key.text, reading, fields.limit("headlines"))))
    between = []
    reading.places["between", name] = fields.key_span("between")
    for key, value in fields.pairs("between"):
        reading.refer("office", key.text, key.span)
        if isinstance(value, Scalar):
            reading.refer("option", f"{event}/{value.text}", value.span)
            reading.places["between", name, key.text] = value.span
            between.append((key.text, f"{event}/{value.text}"))
    deal = Deal(
        name,
        fields.text("name"),
        tuple(between),
        EffectReader(reading, f"deal:{events[0]}/{(*former, name)[0]}").effects(fields, because),
        because,
        tuple(headlines),
        fields.span,
        former,
    )
    fields.close()
    return deal


def read_bulletin(node: Node, reading: Reading) -> Bulletin | None:
    """One bulletin."""
    fields = Fields.of(node, BULLETIN, reading)
    if fields is None:
        return None
    name = fields.identifier("bulletin")
    reading.places["turn", name] = fields.value_span("turn")
    former = read_former(fields, "event")
    if fields.has("chance"):
        reading.places["chance", name] = fields.value_span("chance")
    owner = f"bulletin:{(*former, name)[0]}"
    because = cited(fields)
    bulletin = Bulletin(
        name,
        fields.text("text"),
        because,
        EffectReader(reading, owner).effects(fields, because) if fields.has("effects") else (),
        fields.span,
        fields.whole("turn") if fields.has("turn") else None,
        fields.expression("when"),
        fields.whole("chance"),
        former,
        fields.references("at"),
        fields.key_span("when"),
        fields.key_span("chance"),
    )
    fields.close()
    return bulletin
