"""A condition in words: names as they stand on screen, with their values now."""

from dosmesas.lang.describe import unparse
from dosmesas.lang.nodes import Asked, Compare, Junction, Name, Node, Not, Number
from dosmesas.session.session import Session
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, fixed

_ASKED = {"chose": "was_chosen", "happened": "has_come"}
_WORDS = {">=": "at_least", "<=": "at_most", ">": "above", "<": "below", "==": "equal", "!=": "not_equal"}


def in_words(session: Session, node: Node, language: str) -> str:
    """A condition as a sentence without its full stop; what has no simple words stands as written."""
    match node:
        case Junction(op=op, operands=operands):
            joint = f" {say(language, op)} "
            return joint.join(in_words(session, one, language) for one in operands)
        case Not(operand=Name(name=name)):
            return say(language, "not_so", name=_name(session, name, language))
        case Name(name=name):
            return say(language, "is_so", name=_name(session, name, language))
        case Asked(function=function, argument=argument) if function in _ASKED:
            return say(language, _ASKED[function], name=_past(session, argument, language))
        case Compare(operators=(operator,), operands=(Name(name=name), Number(value=value))):
            now = fixed(session.game.tables.scene(session.state).value(name))
            return say(
                language, _WORDS[operator], name=_name(session, name, language), value=exact(value), now=now
            )
        case _:
            return unparse(node)


def _past(session: Session, asked: str, language: str) -> str:
    """What a condition asks the history for, as it stood on screen: an event's title or an option's label."""
    events = session.pack.events
    if asked in events:
        return events[asked].title(language)
    options = (one for event in events.values() for seat in event.seats.values() for one in seat)
    return next(
        (one.label(language) for one in options if asked in (one.id, one.id.partition("/")[2])), asked
    )


def _name(session: Session, name: str, language: str) -> str:
    ruleset = session.pack.ruleset
    thing = ruleset.indicators.get(name) or ruleset.flags.get(name)
    return thing.name(language) if thing else name
