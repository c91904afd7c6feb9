"""Whatever stands in a file of a pack, reading it ends in a list of problems and never in a traceback."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dosmesas.load import nodes
from dosmesas.load.fields import Fields
from dosmesas.load.loading import scope_of
from dosmesas.load.nodes import parse
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.declared import AMOUNT, CONDITION, Shape, optional
from dosmesas.text.diagnostic import Problems
from tests.support.full import cases
from tests.support.fuzzing import expressions, files, in_portions, text_of, texts, verdict
from tests.support.small import SMALL, copy_of_small, harbour, load_from

FILES = sorted(str(path.relative_to(SMALL)) for path in SMALL.rglob("*.yaml") if "regatta" not in path.parts)
DECLARED = Reading(Problems())
for event in harbour().events.values():
    DECLARED.declare("event", event.id, event.where)
    for option in (one for own in event.seats.values() for one in own):
        DECLARED.declare("option", option.id, option.where)
SCOPE = scope_of(harbour().ruleset, DECLARED)
NASTY = [
    *(
        "",
        "''",
        "~",
        "[]",
        "{}",
        "- x",
        "[[]]",
        "{a: b}",
        "x: y",
        "&a b",
        "*a",
        "!!int 3",
        "<<",
        "? x",
        "|",
        ">-",
    ),
    *(
        "no",
        "--3",
        "-",
        "+",
        "²",
        "٣",
        "9" * 5000,
        "-1",
        "1.2345",
        "0x1F",
        "1e9",
        "12:30",
        "2019-" + "0" * 5000,
    ),
    *(
        "(" * 300,
        "not " * 90 + "pact",
        "1 / 0",
        "stock ** 2",
        "chose('x')",
        "min()",
        "a.b",
        "'x' and",
        "x" * 500,
        "{all: [pact, {any: [stock > 3, {not: x}]}]}",
        "{not: [pact, turn > stock]}",
        "{all: []}",
        "{any: {not: pact}}",
        "stock > 60 and stock < 40",
        "pact and not pact",
        "{not: " * 25 + "pact" + "}" * 25,
    ),
    *(
        "mx.president",
        "talks/sign",
        "turn",
        "\u00e9",
        "en: x",
        "\U0001f600",
        "Fish, salt and",
        "0 to",
        "0 to 0",
    ),
]


def damaged(text: str, spot: float, length: int, patch: str) -> str:
    """The text with a stretch of one line replaced."""
    lines = text.split("\n")
    number = int(spot * len(lines)) % len(lines)
    line = lines[number]
    colon = line.find(": ")
    start = colon + 2 if colon >= 0 and length % 2 else min(length, len(line))
    lines[number] = line[:start] + patch
    return "\n".join(lines)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_small(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize(
    "patch",
    [
        "--3",
        "²",
        "٣",
        "9" * 5000,
        "-",
        "0 to",
        "2019-²",
        "2019-" + "0" * 5000,
        "1.²",
        "''",
        "no",
        "[]",
        "{all: [pact, {not: stock}]}",
    ],
)
def test_a_nasty_value_in_every_place_of_a_file_never_makes_the_loader_raise(world: Path, patch: str) -> None:
    for file in FILES:
        clean = (SMALL / file).read_text()
        (world / file).write_text(re.sub(r"(?m): \S.*$", lambda _: f": {patch}", clean))
        try:
            loaded = load_from(world)
        finally:
            (world / file).write_text(clean)
        assert (loaded.pack is None) == (loaded.problems.errors > 0), file


@settings(max_examples=cases(20_000, 200), deadline=None)
@given(
    st.sampled_from(FILES),
    st.lists(
        st.tuples(st.floats(0, 0.999), st.integers(0, 40), st.sampled_from(NASTY) | st.text(max_size=12)),
        min_size=1,
        max_size=3,
    ),
)
def test_no_damage_to_any_file_makes_the_loader_raise(
    world: Path, file: str, hits: list[tuple[float, int, str]]
) -> None:
    text = clean = (SMALL / file).read_text()
    for spot, length, patch in hits:
        text = damaged(text, spot, length, patch)
    (world / file).write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        loaded = load_from(world)
    finally:
        (world / file).write_text(clean)
    assert (loaded.pack is None) == (loaded.problems.errors > 0)
    assert all(one.span.line >= 1 and one.span.column >= 1 for one in loaded.problems)
    assert all(one.message and one.span.file for one in loaded.problems)


@pytest.mark.parametrize("portion", range(cases(120, 1)))
def test_no_bytes_make_the_reader_raise_and_both_readers_say_the_same(portion: int) -> None:
    in_portions(files(), lambda data: said_alike(text_of(data)), portion)


@pytest.mark.parametrize("portion", range(cases(120, 1)))
def test_no_text_like_yaml_makes_the_reader_raise_and_both_readers_say_the_same(portion: int) -> None:
    in_portions(texts, lambda text: said_alike(text_of(text.encode("utf-8", "surrogatepass"))), portion)


def said_alike(text: str | None) -> None:
    """With and without libyaml the reader gives one verdict, in a place of the file."""
    if text is None:
        return
    (told, node), before = verdict(text), nodes._Loader
    nodes._Loader = yaml.SafeLoader
    try:
        assert (told, node) == verdict(text)
    finally:
        nodes._Loader = before
    assert told or node is not None
    lines = text.count("\n") + 1
    assert all(1 <= int(place.split(":")[1]) <= lines for _, place, _ in told)


@pytest.mark.parametrize("portion", range(cases(160, 1)))
def test_no_expression_makes_the_parser_or_the_checker_raise(portion: int) -> None:
    in_portions(expressions, checked, portion)


def checked(text: str) -> None:
    """The text as an author's condition and amount: read, parsed, checked against the small world."""
    written = "'" + text.replace("'", "''") + "'"
    for kind in (CONDITION, AMOUNT):
        problems = Problems()
        node = parse(f"a: {written}\n", "f.yaml", problems)
        shape = Shape("a rule", (optional("a", kind, "An expression."),))
        fields = Fields.of(node, shape, Reading(problems)) if node is not None else None
        if fields is not None:
            fields.expression("a")
            fields.reading.resolve(SCOPE)
        assert all(one.message and one.code[0] in "EW" for one in problems)
