"""Conditions and effects as a reader is told them."""

from collections.abc import Iterator

from dosmesas.desk.explain.answer import Parts
from dosmesas.lang.describe import unparse
from dosmesas.lang.nodes import Asked, Compare, Junction, Name, Node, Not, Number, children
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When, walk
from dosmesas.text.number import exact, signed

_WORDS = {
    ">=": "cond_at_least",
    "<=": "cond_at_most",
    ">": "cond_above",
    "<": "cond_below",
    "==": "cond_equal",
    "!=": "cond_not_equal",
}
_STEP = "  "


def in_words(parts: Parts, node: Node) -> str:
    """A condition in the reader's language; what has no simple words stands as it is written."""
    match node:
        case Junction(op=op, operands=operands):
            joint = f" {parts.say(op)} "
            inside = [(one, in_words(parts, one)) for one in operands]
            return joint.join(f"({text})" if isinstance(one, Junction) else text for one, text in inside)
        case Not(operand=Name(name=name)):
            return parts.say("not_so", name=shown(parts, name))
        case Not(operand=Asked() as asked):
            return parts.say(f"cond_not_{asked.function}", name=asked.argument)
        case Name(name=name):
            return parts.say("is_so", name=shown(parts, name))
        case Asked(function=("chose" | "happened") as function, argument=argument):
            return parts.say(f"cond_{function}", name=argument)
        case Compare(operators=(operator,), operands=(Name(name=name), Number(value=value))):
            return parts.say(_WORDS[operator], name=shown(parts, name), value=exact(value))
        case _:
            return unparse(node, names_of(parts))


def shown(parts: Parts, name: str) -> str:
    """What an indicator or flag is called on screen; `turn` in the reader's language."""
    if name == "turn":
        return parts.say("cond_turn")
    thing = parts.pack.ruleset.indicators.get(name) or parts.pack.ruleset.flags.get(name)
    return thing.name(parts.language) if thing else name


def names_of(parts: Parts) -> dict[str, str]:
    """What every indicator and flag is called on screen."""
    ruleset = parts.pack.ruleset
    return {name: shown(parts, name) for name in (*ruleset.indicators, *ruleset.flags, "turn")}


def effect_lines(parts: Parts, effects: tuple[Effect, ...], depth: int = 0) -> Iterator[str]:
    """Effects as an author writes them, each with what it stands under and the claims it cites."""
    lead = _STEP * depth
    for effect in effects:
        match effect:
            case Change() | SetFlag():
                cited = f" [{', '.join(effect.because)}]" if effect.because else ""
                yield f"{lead}{target_of(effect)}: {amount_of(effect)}{cited}"
            case After(turns=turns, effects=inside):
                yield f"{lead}after: {turns}"
                yield from effect_lines(parts, inside, depth + 1)
            case Chance(percent=percent, effects=yes, otherwise=no):
                yield f"{lead}chance: {percent}"
                yield from _fork(parts, yes, no, depth)
            case When(condition=condition, effects=yes, otherwise=no):
                yield f"{lead}when: {unparse(condition)}"
                yield from _fork(parts, yes, no, depth)


def _fork(parts: Parts, yes: tuple[Effect, ...], no: tuple[Effect, ...], depth: int) -> Iterator[str]:
    yield from effect_lines(parts, yes, depth + 1)
    if no:
        yield f"{_STEP * depth}otherwise:"
        yield from effect_lines(parts, no, depth + 1)


def target_of(effect: Change | SetFlag) -> str:
    """The indicator or flag that is changed."""
    return effect.indicator if isinstance(effect, Change) else effect.flag


def amount_of(effect: Change | SetFlag) -> str:
    """How much, as it is written."""
    if isinstance(effect, SetFlag):
        return "yes" if effect.value else "no"
    return signed(effect.amount.value) if isinstance(effect.amount, Number) else unparse(effect.amount)


def asks_for(node: Node | None, name: str, options: frozenset[str] = frozenset()) -> bool:
    """Whether a condition or amount reads a name, or asks whether it happened or was chosen."""
    if node is None:
        return False
    match node:
        case Name(name=found) if found == name:
            return True
        case Asked(argument=found) if found == name or found in options:
            return True
        case _:
            return any(asks_for(inside, name, options) for inside in children(node))


def effects_ask(effects: tuple[Effect, ...], name: str, options: frozenset[str] = frozenset()) -> bool:
    """Whether a condition or amount in effects reads a name."""
    for effect in walk(effects):
        node = effect.condition if isinstance(effect, When) else None
        node = effect.amount if isinstance(effect, Change) else node
        if asks_for(node, name, options):
            return True
    return False


def believed_lines(parts: Parts, because: tuple[str, ...]) -> list[str]:
    """How far something that rests on claims counts in each worldview: by the least believed."""
    lines = []
    for view in parts.pack.ruleset.worldviews.values():
        belief = parts.pack.ruleset.beliefs(view)
        percent = min((belief.get(claim, 100) for claim in because), default=100)
        key = "explain_asleep" if percent == 0 else "explain_counts"
        lines.append(parts.say(key, view=view.id, percent=percent))
    return lines
