"""game/: countries, indicators, places, flags, audiences and offices."""

import re

from dosmesas.lang.notes import span_of
from dosmesas.load.fields import Fields, is_digits
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.reading import Reading
from dosmesas.load.renames import read_former
from dosmesas.load.shapes.world import (
    AUDIENCE,
    COUNTER,
    COUNTRY,
    FLAG,
    GOAL,
    INDICATOR,
    OFFICE,
    PLACE,
    STATE,
)
from dosmesas.load.texts import local_text
from dosmesas.model.dossier import ESTIMATE
from dosmesas.model.world import Audience, Country, Flag, Goal, Good, Indicator, Office
from dosmesas.text.local import Text
from dosmesas.text.number import thousandths
from dosmesas.text.phrase import Phrase, phrase

WILLING = "_willing"
"""What the flag of a place's governor is called, after the place's id."""
LEVELS = Text((("en", "0 calm, 1 tense, 2 violent"), ("es", "0 en calma, 1 tenso, 2 violento")))
_PLACE_RANGE = (0, 2000)
_STATE = re.compile(STATE, re.ASCII)


def read_country(node: Node, reading: Reading) -> Country | None:
    """A country at the table."""
    fields = Fields.of(node, COUNTRY, reading)
    if fields is None:
        return None
    name = fields.identifier("country")
    country = Country(
        name,
        fields.text("name"),
        fields.text("paper"),
        fields.span,
        fields.text("masthead"),
    )
    fields.close()
    return country


def read_indicator(node: Node, reading: Reading) -> Indicator | None:
    """A bounded number of the world."""
    fields = Fields.of(node, INDICATOR, reading)
    if fields is None:
        return None
    name = fields.identifier("indicator")
    low, high = _range(fields)
    start = fields.decimal("start") or 0
    if not low <= start <= high:
        related = ((phrase("its range"), fields.value_span("range")),)
        message = start_outside(name, low, high)
        reading.problems.add("E0114", message, fields.value_span("start"), related=related)
    indicator = Indicator(
        name,
        fields.text("name"),
        fields.text("unit"),
        low,
        high,
        start,
        fields.reference("source") or ESTIMATE,
        fields.choice("good", Good),
        fields.text("text"),
        fields.span,
        fields.decimal("max_step"),
        _seen_by(fields),
        former=read_former(fields, "indicator"),
    )
    fields.close()
    return indicator


def start_outside(name: str, low: int, high: int) -> Phrase:
    """What is said of a start that lies outside the range of its indicator."""
    return phrase(
        "the start lies outside the range of '{name}', {range}", name=name, range=span_of(low, high)
    )


def read_place(node: Node, reading: Reading) -> tuple[Indicator, Flag] | None:
    """A place: an indicator of its level, and a flag for its governor."""
    fields = Fields.of(node, PLACE, reading)
    if fields is None:
        return None
    name = fields.identifier("place")
    title, text, low, high = fields.text("name"), fields.text("text"), *_PLACE_RANGE
    start = fields.whole("start") * 1000
    fields.references("because")
    former = read_former(fields, "indicator")
    level = Indicator(
        *(
            name,
            title,
            LEVELS,
            low,
            high,
            start,
            fields.reference("source") or ESTIMATE,
            Good.LOW,
            text,
            fields.span,
        ),
        is_place=True,
        former=former,
        states=_states(fields),
    )
    before = tuple(one + WILLING for one in former)
    willing = Flag(
        name + WILLING, _willing_in(title), fields.yes_no("willing"), text, fields.span, former=before
    )
    reading.declare("flag", willing.id, fields.span)
    reading.declared["place"].setdefault(name, fields.span)  # twice the same is told of the indicator
    fields.close()
    return level, willing


def _states(fields: Fields) -> tuple[str, ...]:
    """The codes of the states that a place covers on a map."""
    nodes = fields.entries("states")
    for node in nodes:
        if not (isinstance(node, Scalar) and _STATE.fullmatch(node.text)):
            message = phrase("'states:' lists codes of ISO 3166-2, such as MX-SIN, one a line")
            fields.problem("E0112", message, node.span)
    return tuple(node.text for node in nodes if isinstance(node, Scalar))


def _willing_in(place: Text) -> Text:
    """What the flag of a place's governor is called on screen."""
    forms = {"en": "a willing governor in {}", "es": "un gobierno dispuesto en {}"}
    return Text(tuple((language, forms[language].replace("{}", name)) for language, name in place.versions))


def read_counter(node: Node, reading: Reading) -> Indicator | None:
    """A counter: an indicator that counts how often something came."""
    fields = Fields.of(node, COUNTER, reading)
    if fields is None:
        return None
    name = fields.identifier("counter")
    reading.counters.add(name)
    most = fields.whole("most") * 1000
    counter = Indicator(
        name,
        fields.text("name"),
        Text(()),
        0,
        most,
        fields.whole("start", high=most // 1000) * 1000,
        ESTIMATE,
        fields.choice("good", Good),
        fields.text("text"),
        fields.span,
        seen_by=_seen_by(fields),
        counts=True,
    )
    fields.close()
    return counter


def read_flag(node: Node, reading: Reading) -> Flag | None:
    """A yes or no of the world."""
    fields = Fields.of(node, FLAG, reading)
    if fields is None:
        return None
    name = fields.identifier("flag")
    flag = Flag(
        name,
        fields.text("name"),
        fields.yes_no("start"),
        fields.text("text"),
        fields.span,
        _seen_by(fields),
        read_former(fields, "flag"),
    )
    fields.close()
    return flag


def read_audience(node: Node, reading: Reading) -> Audience | None:
    """Those whom an office answers to."""
    fields = Fields.of(node, AUDIENCE, reading)
    if fields is None:
        return None
    name = fields.identifier("audience")
    audience = Audience(name, fields.text("name"), fields.text("text"), fields.span)
    fields.close()
    return audience


def read_office(node: Node, reading: Reading) -> Office | None:
    """A seat: powers, mandate, audiences, dilemma, secret."""
    fields = Fields.of(node, OFFICE, reading)
    if fields is None:
        return None
    name = fields.identifier("office")
    office = Office(
        name,
        fields.reference("country"),
        fields.text("name"),
        _powers(fields),
        read_goals(fields, "mandate"),
        fields.references("watch"),
        _shares(fields),
        fields.text("dilemma"),
        fields.text("secret"),
        fields.span,
        fields.text("abroad"),
        fields.whole("rank"),
    )
    fields.close()
    return office


def _range(fields: Fields) -> tuple[int, int]:
    value = fields.scalar("range")
    if value is None:
        return 0, 0
    ends = [thousandths(part) for part in value.text.split(" to ")]
    match ends:
        case [int(low), int(high)] if low < high:
            return low, high
        case _:
            message = phrase("'range:' wants two numbers, low to high, such as '0 to 100'")
            fields.problem("E0112", message, value.span)
            return -(10**12), 10**12


def _seen_by(fields: Fields) -> frozenset[str]:
    value = fields.get("seen_by")
    for kind in ("indicator", "flag"):
        name = fields.node.get(kind)
        if value is not None and isinstance(name, Scalar):
            fields.reading.places["seen_by", name.text] = value.span
    if value is None or (isinstance(value, Scalar) and value.text == "all"):
        return frozenset()
    if isinstance(value, Scalar):
        return frozenset([fields.reference("seen_by")])
    return frozenset(fields.references("seen_by"))


def _powers(fields: Fields) -> tuple[Text, ...]:
    return tuple(
        local_text(node, "powers", fields.reading, fields.limit("powers"))
        for node in fields.entries("powers")
    )


def read_goals(fields: Fields, name: str) -> tuple[Goal, ...]:
    """What an office, or a doctrine, is after: indicators with a weight, from and to."""
    goals = []
    for key, value in fields.pairs(name):
        goal = Fields.of(value, GOAL, fields.reading)
        fields.reading.refer("indicator", key.text, key.span)
        if goal is None:
            continue
        worst, best = goal.decimal("from") or 0, goal.decimal("to") or 0
        if worst == best:
            goal.problem("E0114", phrase("'from:' and 'to:' of a goal differ"), goal.value_span("to"))
        goals.append(Goal(key.text, goal.whole("weight"), worst, best))
        goal.close()
    total = sum(goal.weight for goal in goals)
    if goals and total != 100:
        parts = " + ".join(str(goal.weight) for goal in goals)
        message = phrase("the weights of '{key}:' add up to 100; these make {total}", key=name, total=total)
        made = phrase("{parts} = {total}", parts=parts, total=total)
        fields.problem("E0401", message, fields.key_span(name), made)
    return tuple(goals)


def _shares(fields: Fields) -> tuple[tuple[str, int], ...]:
    shares = []
    for key, value in fields.pairs("audiences"):
        fields.reading.refer("audience", key.text, key.span)
        if isinstance(value, Scalar) and is_digits(value.text, 2):
            shares.append((key.text, int(value.text)))
        else:
            message = phrase("the share of '{audience}' is a whole number", audience=key.text)
            fields.problem("E0112", message, value.span)
    return tuple(shares)
