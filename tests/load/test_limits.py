"""Every limit on a stranger's pack: the most is taken, one more is refused, and the page in docs/ says so."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dosmesas.load.fields import Fields
from dosmesas.load.nodes import parse
from dosmesas.load.shapes.declared import CONDITION, Value, list_of, map_of, text, word
from dosmesas.load.source import Sources
from dosmesas.text.diagnostic import Problems
from tests.support.fields import codes, fields_of
from tests.support.small import copy_of_small, load_from

DOCS = Path(__file__).parents[2] / "docs"


def the_page() -> ModuleType:
    spec = importlib.util.spec_from_file_location("limits_page", DOCS / "limits.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(text: str) -> set[str]:
    problems = Problems()
    parse(text, "f.yaml", problems)
    return {one.code for one in problems}


def asked(written: str, value: Value, ask: Callable[[Fields], object]) -> set[str]:
    fields = fields_of(written, value)
    ask(fields)
    return set(codes(fields))


def planted(tmp_path: Path, file: str, old: str, new: str) -> set[str]:
    base = copy_of_small(tmp_path)
    path = base / file
    text = path.read_text() if old else ""
    assert old in text
    path.write_text(text.replace(old, new, 1) if old else new)
    return {one.code for one in load_from(base).problems}


def files(tmp_path: Path, count: int, size: int) -> set[str]:
    """The codes for a pack of so many files and so many bytes in all."""
    base = copy_of_small(tmp_path)
    own = list((base / "content/harbour").rglob("*.yaml"))
    bodies = [len(path.read_bytes()) for path in own]
    head = b"bulletins:\n  - x\n# "
    left = size - sum(bodies)
    for number in range(count - len(own)):
        share = (
            left // (count - len(own))
            if number
            else left - left // (count - len(own)) * (count - len(own) - 1)
        )
        path = base / "content/harbour/bulletins" / f"z{number:03}.yaml"
        path.write_bytes(head + b"x" * (share - len(head)))
    return {one.code for one in load_from(base).problems}


def file_of(tmp_path: Path, size: int) -> set[str]:
    path, problems = tmp_path / "f.yaml", Problems()
    path.write_bytes(b"x" * size)
    Sources().read(path, problems)
    return {one.code for one in problems}


def marks(tmp_path: Path, count: int) -> set[str]:
    path, problems = tmp_path / "f.yaml", Problems()
    path.write_text("a: x" + "\u0323" * count)
    Sources().read(path, problems)
    return {one.code for one in problems}


TALKS, CALM = "content/harbour/events/talks.yaml", "content/harbour/events/calm.yaml"
OPTION = "    - {{option: o{}, label: L, reason: R, headline: H, effects: [stock: 1]}}\n"
DEAL = (
    "  - {{deal: d{}, name: N, because: [talks-help], between: {{no.minister: sign, su.minister: agree}}, "
    "effects: [pact: yes]}}\n"
)


def condition(written: str) -> set[str]:
    return asked(written, CONDITION, lambda one: one.expression("a"))


CASES: dict[str, Callable[[Path, int], set[str]]] = {
    "bytes of a file": file_of,
    "bytes of all files of a pack": lambda at, most: files(at, 40, most),
    "files of a pack": lambda at, most: files(at, most, 400_000),
    "levels of YAML in each other": lambda _, most: told("[" * most + "x" + "]" * most),
    "values of a file: keys, texts, lists, mappings": lambda _, most: told("- x\n" * (most - 1)),
    "characters of a key": lambda _, most: told(f"{'k' * most}: 1"),
    "entries of a list, keys of a mapping whose keys are free": lambda _, most: (
        asked("\n" + "  - x\n" * most, list_of(word()), lambda one: one.entries("a"))
        | asked(
            "\n" + "".join(f"  k{n}: x\n" for n in range(most)),
            map_of("", word()),
            lambda one: one.pairs("a"),
        )
    ),
    "options of a seat in an event": lambda at, most: planted(
        at, CALM, "  no.minister:\n", "  no.minister:\n" + "".join(OPTION.format(n) for n in range(most - 2))
    ),
    "deals of an event": lambda at, most: planted(
        at, TALKS, "deals:\n", "deals:\n" + "".join(DEAL.format(n) for n in range(most - 1))
    ),
    "characters of an id": lambda at, most: planted(at, CALM, "event: calm", f"event: {'c' * most}"),
    "characters of a label": lambda at, most: planted(at, TALKS, "label: Refuse", f"label: {'x' * most}"),
    "characters of a reason": lambda at, most: planted(
        at, TALKS, "reason: Our boats first.", f"reason: {'x' * most}"
    ),
    "characters of a headline": lambda at, most: planted(
        at, TALKS, "headline: Suden waits", f"headline: {'x' * most}"
    ),
    "characters of a title": lambda at, most: planted(at, TALKS, "title: Talks", f"title: {'x' * most}"),
    "characters of a source, unit or voice": lambda _, most: asked(
        "x" * most, word(), lambda one: one.word("a")
    ),
    "characters of any other text": lambda _, most: asked("x" * most, text(), lambda one: one.text("a")),
    "combining marks in a row": marks,
    "characters of an expression": lambda _, most: condition("a >" + " " * (most - 4) + "1"),
    "parts of an expression": lambda _, most: condition(" or ".join(["a"] * (most - 1))),
    "brackets and signs of an expression in each other": lambda _, most: condition(
        "(" * most + "a" + ")" * most
    ),
    "digits of a number before the point": lambda _, most: condition(f"a > {'1' * most}"),
    "decimals of a number": lambda _, most: condition(f"a > 1.{'1' * most}"),
}


def test_every_limit_of_the_page_has_a_case() -> None:
    assert [what for what, _, _ in the_page().rows()] == list(CASES)


@pytest.mark.parametrize(("what", "most", "code"), the_page().rows(), ids=lambda one: str(one)[:40])
def test_the_most_is_taken_and_one_more_is_refused(tmp_path: Path, what: str, most: int, code: str) -> None:
    below, above = tmp_path / "below", tmp_path / "above"
    below.mkdir()
    above.mkdir()
    assert not CASES[what](below, most) & {code, "E0100", "E0103"}
    assert code in CASES[what](above, most + 1)


def test_the_page_of_limits_says_what_the_code_does() -> None:
    assert (DOCS / "limits.md").read_text(encoding="utf-8") == the_page().page(), "run: python docs/limits.py"
