"""A pack: its own files, merged over the ruleset."""

import re

from attrs import evolve

from dosmesas.load.events import read_bulletin, read_event
from dosmesas.load.fields import Fields
from dosmesas.load.folders import Folder
from dosmesas.load.home import home_flags, standings
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.load.overrides import merged
from dosmesas.load.ruleset import by_id, read_dynamics
from dosmesas.load.shapes.pack import BOUND, MONTH, PACK
from dosmesas.load.teaching import read_teaching
from dosmesas.load.texts import local_text
from dosmesas.load.world import read_counter, read_flag
from dosmesas.model.balance import BOUNDS, Bound
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.limits import FREE_STAGES, STAGES
from dosmesas.model.rules import Pack, Ruleset, Short
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.local import LANGUAGES, Month
from dosmesas.text.number import thousandths
from dosmesas.text.phrase import phrase


def read_languages(document: Node | None) -> tuple[str, ...]:
    """The languages that a pack declares; needed before its texts are read."""
    value = document.get("languages") if isinstance(document, Mapping) else None
    names = (
        {one.text for one in value.items if isinstance(one, Scalar)} if isinstance(value, Sequence) else set()
    )
    return tuple(name for name in LANGUAGES if name in names) or LANGUAGES


def read_own_world(folder: Folder, document: Node | None, ruleset: Ruleset) -> Ruleset:
    """The ruleset with the pack's own flags and counters, and its home tables where they ratify."""
    flags = folder.optional("flags.yaml", "flags", read_flag)
    counters = folder.optional("counters.yaml", "counters", read_counter)
    if _ratifies(document):
        counters += standings(ruleset, folder.reading)
        flags += home_flags(ruleset, folder.reading)
    return evolve(
        ruleset,
        flags=by_id([*ruleset.flags.values(), *flags]),
        indicators=by_id([*ruleset.indicators.values(), *counters]),
    )


def _ratifies(document: Node | None) -> bool:
    """Whether a pack lists the stage; it must be known before the pack is read."""
    value = document.get("stages") if isinstance(document, Mapping) else None
    nodes = value.items if isinstance(value, Sequence) else []
    return any(isinstance(one, Scalar) and one.text == "ratify" for one in nodes)


def read_home_news(game: Folder, document: Node | None) -> list[Bulletin]:
    """The bulletins that the game has for every pack with home tables."""
    return game.optional("bulletins.yaml", "bulletins", read_bulletin) if _ratifies(document) else []


def read_pack(folder: Folder, document: Node | None, ruleset: Ruleset, news: list[Bulletin]) -> Pack | None:
    """pack.yaml and what lies beside it; `news` are bulletins that the game adds."""
    fields = Fields.of(document, PACK, folder.reading) if document else None
    if fields is None:  # what lies beside it is read all the same, for its problems
        _events(folder), _bulletins(folder), read_dynamics(folder)
        return None
    folder.reading.places["turns",] = fields.value_span("turns")
    folder.has("tests")  # read by itself: whoever plays needs no tests
    pack = Pack(
        fields.identifier("pack"),
        fields.text("title"),
        fields.text("about"),
        fields.text("content_note"),
        _languages(fields),
        _month(fields),
        fields.whole("turns"),
        fields.whole("minutes"),
        _stages(fields),
        fields.references("seats"),
        fields.references("headline"),
        tuple(
            local_text(one, "questions", folder.reading, fields.limit("questions"))
            for one in fields.entries("questions")
        ),
        by_id(_events(folder)),
        by_id([*_bulletins(folder), *news]),
        merged(folder, fields, ruleset),
        "",
        balance=_balance(fields),
        skips=_skips(fields),
        short=_short(fields),
        teaches=read_teaching(fields, ruleset),
    )
    fields.close()
    if not pack.events and folder.reading.whole:
        hint = phrase("each event is a file of its own in the folder events/")
        fields.problem("E0111", phrase("a pack needs events"), fields.span, hint)
    return pack


def _languages(fields: Fields) -> tuple[str, ...]:
    for node in fields.entries("languages"):
        if not isinstance(node, Scalar) or node.text not in LANGUAGES:
            fields.problem("E0113", phrase("a language is one of {known}", known=LANGUAGES), node.span)
    return fields.reading.languages


def _month(fields: Fields) -> Month:
    value = fields.scalar("begins")
    if value is not None:
        if month := _read_month(value.text):
            return month
        fields.problem("E0112", phrase("'begins:' wants a month such as 2019-10"), value.span)
    return Month(2000, 1)


def _read_month(text: str) -> Month | None:
    if not re.fullmatch(MONTH, text):
        return None
    year, month = text.split("-")
    return Month(int(year), int(month))


def _skips(fields: Fields) -> tuple[Month, ...]:
    """The months that the calendar passes over: all after the first one, or they are not passed over."""
    begins, found = _month(fields), []
    for node in fields.entries("skips"):
        month = _read_month(node.text) if isinstance(node, Scalar) else None
        if month is None:
            fields.problem("E0112", phrase("'skips:' lists months such as 2020-05, one a line"), node.span)
        elif (month.year, month.month) <= (begins.year, begins.month):
            message = phrase("a month that is passed over comes after 'begins:'")
            fields.problem("E0114", message, node.span)
        else:
            found.append(month)
    return tuple(found)


def _short(fields: Fields) -> Short | None:
    """The short version, which has fewer turns than the whole."""
    inner = fields.inside("short")
    if inner is None:
        return None
    short = Short(inner.whole("turns", high=max(1, fields.whole("turns") - 1)), inner.whole("minutes"))
    inner.close()
    return short


def _balance(fields: Fields) -> dict[str, Bound]:
    """The pack's own bounds for its certificate."""
    found = {}
    for key, value in fields.pairs("balance"):
        bound = _bound(value.text) if isinstance(value, Scalar) else None
        if key.text not in BOUNDS:
            hint = did_you_mean(key.text, BOUNDS) or phrase("known: {known}", known=tuple(BOUNDS))
            message = phrase("the certificate has no figure '{name}'", name=key.text)
            fields.problem("E0113", message, key.span, hint)
        elif bound is None:
            hint = phrase("write '3 to 40', 'at most 10' or 'at least 60'")
            fields.problem("E0112", phrase("'{key}:' wants bounds", key=key.text), value.span, hint)
        else:
            found[key.text] = bound
    return found


def _bound(text: str) -> Bound | None:
    """Bounds as they are written."""
    if not re.fullmatch(BOUND, text):
        return None
    side, _, number = text.rpartition(" ")
    last = (thousandths(number) or 0) / 1000
    if side.startswith("at "):
        return (last, None) if side == "at least" else (None, last)
    first = (thousandths(side.removesuffix(" to")) or 0) / 1000
    return (first, last) if first < last else None


def _stages(fields: Fields) -> tuple[str, ...]:
    listed = [(node.text if isinstance(node, Scalar) else "", node.span) for node in fields.entries("stages")]
    for name, span in listed:
        if name not in STAGES:
            hint = did_you_mean(name, STAGES)
            fields.problem("E0113", phrase("a stage is one of {known}", known=tuple(STAGES)), span, hint)
    fields.reading.places["stages",] = fields.key_span("stages")
    names = tuple(name for name, _ in listed if name in STAGES)
    wanted = tuple(name for name in STAGES if name in names or name not in FREE_STAGES)
    if names != wanted and len(names) == len(listed):
        message = phrase(
            "the stages stand in the order {order}; {one} and {other} may be left out",
            order=tuple(STAGES),
            one=FREE_STAGES[0],
            other=FREE_STAGES[1],
        )
        fields.problem("E0423", message, fields.key_span("stages"))
    return names


def _events(folder: Folder) -> list[Event]:
    found = [read_event(document, folder.reading) for document in folder.files("events")]
    return [event for event in found if event is not None]


def _bulletins(folder: Folder) -> list[Bulletin]:
    bulletins: list[Bulletin] = []
    for document in folder.files("bulletins"):
        bulletins += folder.entries(document, "bulletins", read_bulletin)
    return bulletins
