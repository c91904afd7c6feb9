"""A pack: its own files, merged over the ruleset."""

from collections.abc import Mapping

from attrs import evolve

from dosmesas.load.events import read_bulletin, read_event
from dosmesas.load.fields import Fields, is_digits, local_text, thousandths
from dosmesas.load.folders import Folder
from dosmesas.load.nodes import Mapping as Lines
from dosmesas.load.nodes import Node, Scalar, Sequence
from dosmesas.load.rules import read_ending
from dosmesas.load.ruleset import by_id, read_dynamics, read_worldviews
from dosmesas.load.world import read_flag
from dosmesas.model.events import Bulletin, Event
from dosmesas.model.limits import STAGES
from dosmesas.model.rules import Pack, Ruleset, Worldview
from dosmesas.text.local import LANGUAGES, Month


def read_languages(document: Node | None) -> tuple[str, ...]:
    """The languages that a pack declares; needed before its texts are read."""
    value = document.get("languages") if isinstance(document, Lines) else None
    names = (
        {one.text for one in value.items if isinstance(one, Scalar)} if isinstance(value, Sequence) else set()
    )
    return tuple(name for name in LANGUAGES if name in names) or LANGUAGES


def read_flags(folder: Folder, ruleset: Ruleset) -> Ruleset:
    """The ruleset with the pack's own flags."""
    flags = folder.optional("flags.yaml", "flags", read_flag)
    return evolve(ruleset, flags=by_id([*ruleset.flags.values(), *flags])) if flags else ruleset


def read_pack(folder: Folder, document: Node, ruleset: Ruleset) -> Pack | None:
    """pack.yaml and what lies beside it."""
    fields = Fields.of(document, "a pack", folder.reading)
    if fields is None:
        return None
    pack = Pack(
        fields.identifier("pack", "pack"),
        fields.text("title", limit=60),
        fields.text("about"),
        fields.text("content_note", required=False),
        _languages(fields),
        _month(fields),
        fields.whole("turns", 1, 24),
        fields.whole("minutes", 1, 300, 45),
        _stages(fields),
        fields.references("seats", "office", required=True),
        fields.references("headline", "indicator", required=True),
        tuple(
            local_text(one, "questions", folder.reading, 400)
            for one in fields.entries("questions", required=False)
        ),
        by_id(_events(folder)),
        by_id(_bulletins(folder)),
        _merged(folder, fields, ruleset),
        "",
    )
    fields.close()
    return pack


def _languages(fields: Fields) -> tuple[str, ...]:
    for node in fields.entries("languages"):
        if not isinstance(node, Scalar) or node.text not in LANGUAGES:
            fields.problem("E0113", "a language is one of " + ", ".join(LANGUAGES), node.span)
    return fields.reading.languages


def _month(fields: Fields) -> Month:
    value = fields.scalar("begins", "a month such as 2019-10")
    if value is not None:
        match value.text.split("-"):
            case [year, month] if (
                len(year) == 4 and is_digits(year, 4) and is_digits(month, 2) and 1 <= int(month) <= 12
            ):
                return Month(int(year), int(month))
        fields.problem("E0112", "'begins:' wants a month such as 2019-10", value.span)
    return Month(2000, 1)


def _stages(fields: Fields) -> tuple[str, ...]:
    listed = [(node.text if isinstance(node, Scalar) else "", node.span) for node in fields.entries("stages")]
    for name, span in listed:
        if name not in STAGES:
            fields.problem("E0113", "a stage is one of " + ", ".join(STAGES), span)
    names = tuple(name for name, _ in listed if name in STAGES)
    if names != STAGES and len(names) == len(listed):
        fields.problem("E0113", "the stages stand in the order " + ", ".join(STAGES), fields.span)
    return names


def _events(folder: Folder) -> list[Event]:
    found = [read_event(document, folder.reading) for document in folder.files("events")]
    return [event for event in found if event is not None]


def _bulletins(folder: Folder) -> list[Bulletin]:
    bulletins: list[Bulletin] = []
    for document in folder.files("bulletins"):
        bulletins += folder.entries(document, "bulletins", read_bulletin)
    return bulletins


def _merged(folder: Folder, fields: Fields, ruleset: Ruleset) -> Ruleset:
    """The ruleset with the pack's start values, rules and endings; its endings are asked first."""
    starts = dict(_starts(fields, ruleset))
    indicators = {
        name: evolve(one, start=starts.get(name, one.start)) for name, one in ruleset.indicators.items()
    }
    folder.reading.declared["rule"].clear()  # a pack may replace a rule of the game by its id
    rules = by_id([*ruleset.rules.values(), *read_dynamics(folder)])
    endings = (*folder.optional("endings.yaml", "endings", read_ending), *ruleset.endings)
    views = _views(folder, ruleset)
    return evolve(ruleset, indicators=indicators, rules=rules, endings=endings, worldviews=views)


def _views(folder: Folder, ruleset: Ruleset) -> Mapping[str, Worldview]:
    """The game's worldviews and the pack's own; one with the id of another takes its place."""
    declared = folder.reading.declared["view"]
    places = dict(declared)
    declared.clear()
    own = read_worldviews(folder)
    folder.reading.declared["view"] = {**places, **declared}
    return by_id({**ruleset.worldviews, **{view.id: view for view in own}}.values())


def _starts(fields: Fields, ruleset: Ruleset) -> list[tuple[str, int]]:
    starts = []
    for key, value in fields.pairs("start", required=False):
        fields.reading.refer("indicator", key.text, key.span)
        number = thousandths(value.text) if isinstance(value, Scalar) else None
        if number is None:
            fields.problem("E0112", f"the start of '{key.text}' wants a number", value.span)
            continue
        one = ruleset.indicators.get(key.text)
        if one is not None and not one.low <= number <= one.high:
            fields.problem("E0114", f"the start lies outside the range of '{key.text}'", value.span)
        starts.append((key.text, number))
    return starts
