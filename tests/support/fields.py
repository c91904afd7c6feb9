"""One value under the key `a`, read by a shape of its own."""

from dosmesas.load.fields import Fields
from dosmesas.load.nodes import parse
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.declared import Key, Shape, Value, optional
from dosmesas.text.diagnostic import Problems


def fields_of(written: str, value: Value, *others: Key, languages: tuple[str, ...] = ("en", "es")) -> Fields:
    """The fields of `a: written`; what is wrong is noted in its reading."""
    problems = Problems()
    node = parse(f"a: {written}\n", "f.yaml", problems)
    assert node is not None
    shape = Shape("a thing", (optional("a", value, "A value."), *others))
    fields = Fields.of(node, shape, Reading(problems, languages))
    assert fields is not None
    return fields


def codes(fields: Fields) -> list[str]:
    """What is wrong so far."""
    return [one.code for one in fields.reading.problems]
