"""What a pack changes of the ruleset: start values, rules replaced or left out, endings asked first."""

from attrs import evolve

from dosmesas.load.fields import Fields
from dosmesas.load.folders import Folder
from dosmesas.load.nodes import Scalar
from dosmesas.load.rules import read_ending
from dosmesas.load.ruleset import by_id, read_dynamics, read_worldviews
from dosmesas.load.world import start_outside
from dosmesas.model.rules import Override, Rule, Ruleset, Worldview
from dosmesas.model.world import Indicator
from dosmesas.text.diagnostic import declared_here, did_you_mean
from dosmesas.text.number import thousandths
from dosmesas.text.phrase import phrase


def merged(folder: Folder, fields: Fields, ruleset: Ruleset) -> Ruleset:
    """The ruleset with the pack's start values, rules and endings, and a note of each override."""
    starts, started = _started(fields, ruleset)
    left_out = _left_out(fields, ruleset)
    folder.reading.declared["rule"].clear()  # a pack may replace a rule of the game by its id
    own = read_dynamics(folder)
    replaced = [
        Override(rule.id, ruleset.rules[rule.id], rule, rule.where)
        for rule in own
        if rule.id in ruleset.rules
    ]
    without = {one.id for one in left_out}
    kept = [rule for rule in ruleset.rules.values() if rule.id not in without]
    endings = tuple(folder.optional("endings.yaml", "endings", read_ending))
    if not endings or endings[-1].when is not None:  # a last one that always holds leaves none to the game's
        endings = (*endings, *ruleset.endings)
    return evolve(
        ruleset,
        indicators={**ruleset.indicators, **started},
        rules=by_id([*kept, *own]),
        endings=endings,
        worldviews=_views(folder, ruleset),
        overrides=by_id([*starts, *left_out, *replaced]),
    )


def _views(folder: Folder, ruleset: Ruleset) -> dict[str, Worldview]:
    """The game's worldviews and the pack's own; one with the id of another takes its place."""
    declared = folder.reading.declared["view"]
    places = dict(declared)
    declared.clear()
    own = read_worldviews(folder)
    folder.reading.declared["view"] = {**places, **declared}
    return by_id({**ruleset.worldviews, **{view.id: view for view in own}}.values())


def _started(fields: Fields, ruleset: Ruleset) -> tuple[list[Override], dict[str, Indicator]]:
    """The indicators that begin elsewhere in this pack."""
    overrides: list[Override] = []
    for key, value in fields.pairs("start"):
        fields.reading.refer("indicator", key.text, key.span)
        number = thousandths(value.text) if isinstance(value, Scalar) else None
        if number is None:
            message = phrase("the start of '{name}' wants a number", name=key.text)
            fields.problem("E0112", message, value.span)
            continue
        one = ruleset.indicators.get(key.text)
        if one is None:
            continue
        if not one.low <= number <= one.high:
            message = start_outside(key.text, one.low, one.high)
            related = ((declared_here(key.text), one.where),)
            fields.reading.problems.add("E0114", message, value.span, related=related)
        overrides.append(Override(one.id, one, evolve(one, start=number), key.span))
    return overrides, {one.id: one.now for one in overrides if isinstance(one.now, Indicator)}


def _left_out(fields: Fields, ruleset: Ruleset) -> list[Override]:
    """The rules of the game that this pack plays without."""
    found = []
    for node in fields.entries("without"):
        if not isinstance(node, Scalar):
            fields.problem("E0112", phrase("'without:' lists ids of rules, one a line"), node.span)
            continue
        rule: Rule | None = ruleset.rules.get(node.text)
        if rule is not None:
            found.append(Override(rule.id, rule, None, node.span))
        elif fields.reading.whole:  # else the rule may stand in a file that could not be read
            hint = did_you_mean(node.text, ruleset.rules)
            message = phrase("'{name}' is not a rule of the game", name=node.text)
            fields.problem("E0202", message, node.span, hint)
    return found
