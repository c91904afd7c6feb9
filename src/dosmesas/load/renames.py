"""`renamed_from:`, the names that a thing had before, so that older saves still know it."""

from dosmesas.load.fields import Fields, is_id
from dosmesas.load.nodes import Scalar, Sequence
from dosmesas.load.reading import Reading
from dosmesas.text.span import Span


def read_former(fields: Fields, kind: str, prefix: str = "") -> tuple[str, ...]:
    """The former names of a thing, oldest first: one id, or a list; `prefix` is the event of an option."""
    node = fields.get("renamed_from")
    if node is None:
        return ()
    found = []
    for one in node.items if isinstance(node, Sequence) else [node]:
        if not isinstance(one, Scalar):
            fields.problem("E0112", "'renamed_from:' wants an id, or a list of ids, oldest first", one.span)
        elif not is_id(one.text):
            fields.problem("E0115", f"'{one.text}' is not an id", one.span)
        else:
            _note(fields.reading, kind, prefix + one.text, one.span)
            found.append(one.text)
    return tuple(found)


def _note(reading: Reading, kind: str, name: str, span: Span) -> None:
    """Two things cannot both have been one."""
    first = reading.former[kind].setdefault(name, span)
    if first is not span:
        short = name.rpartition("/")[2]
        message = f"'{short}' is given as a former name twice; what a save means by it must be one {kind}"
        hint = f"keep it at the {kind} that goes on under a new name"
        related = (("first given here", first),)
        reading.problems.add("E0119", message, span, hint=hint, related=related)


def check_renames(reading: Reading) -> None:
    """Add a problem for each former name that something still has."""
    for kind, names in reading.former.items():
        for name, span in names.items():
            still = reading.declared[kind].get(name)
            if still is None:
                continue
            short = name.rpartition("/")[2]
            message = f"'{short}' is still the id of {_kind(kind)}, so nothing was renamed from it"
            hint = "take 'renamed_from:' out, or give the other one a new id"
            related = (("it is declared here", still),)
            reading.problems.add("E0118", message, span, hint=hint, related=related)


def _kind(kind: str) -> str:
    return {"event": "an event or bulletin", "option": "an option", "indicator": "an indicator"}.get(
        kind, f"a {kind}"
    )


def combined(events: tuple[str, ...], options: tuple[str, ...]) -> tuple[str, ...]:
    """The former full ids of an option, from all names of its event and its own, oldest first."""
    return tuple(f"{event}/{option}" for event in events for option in options)[:-1]
