"""`renamed_from:`, the names that a thing had before, so that older saves still know it."""

from dosmesas.load.fields import Fields, is_id
from dosmesas.load.nodes import Scalar, Sequence
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.nouns import THE, A
from dosmesas.text.phrase import phrase
from dosmesas.text.span import Span


def read_former(fields: Fields, kind: str, prefix: str = "") -> tuple[str, ...]:
    """The former names of a thing, oldest first: one id, or a list; `prefix` is the event of an option."""
    node = fields.get("renamed_from")
    if node is None:
        return ()
    found = []
    for one in node.items if isinstance(node, Sequence) else [node]:
        if not isinstance(one, Scalar):
            message = phrase("'renamed_from:' wants an id, or a list of ids, oldest first")
            fields.problem("E0112", message, one.span)
        elif not is_id(one.text):
            fields.problem("E0115", phrase("'{text}' is not an id", text=one.text), one.span)
        else:
            _note(fields.reading, kind, prefix + one.text, one.span)
            found.append(one.text)
    return tuple(found)


def _note(reading: Reading, kind: str, name: str, span: Span) -> None:
    """Two things cannot both have been one."""
    first = reading.former[kind].setdefault(name, span)
    if first is not span:
        short = name.rpartition("/")[2]
        message = phrase(
            "'{name}' is given as a former name twice; what a save means by it must be one thing", name=short
        )
        hint = phrase("keep it at {the_kind} that goes on under a new name", the_kind=THE[kind])
        related = ((phrase("first given here"), first),)
        reading.problems.add("E0119", message, span, hint=hint, related=related)


def check_renames(reading: Reading) -> None:
    """Add a problem for each former name that something still has."""
    for kind, names in reading.former.items():
        for name, span in names.items():
            still = reading.declared[kind].get(name)
            if still is None:
                continue
            short = name.rpartition("/")[2]
            message = phrase(
                "'{name}' is still the id of {a_kind}, so nothing was renamed from it",
                name=short,
                a_kind=phrase("an event or bulletin") if kind == "event" else A[kind],
            )
            hint = phrase("take 'renamed_from:' out, or give the other one a new id")
            related = ((phrase("it is declared here"), still),)
            reading.problems.add("E0118", message, span, hint=hint, related=related)


def combined(events: tuple[str, ...], options: tuple[str, ...]) -> tuple[str, ...]:
    """The former full ids of an option, from all names of its event and its own, oldest first."""
    return tuple(f"{event}/{option}" for event in events for option in options)[:-1]
