"""Everything that is said to an author has its Spanish: found by walking the program, not by running it."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from dosmesas.text.messages_es import AREAS, SPANISH

SOURCE = Path(__file__).parents[2] / "src" / "dosmesas"
HOME = "text/phrase.py"
"""The one module that makes phrases of what it is given."""
TELLERS = (
    "Diagnostic",
    "ExpressionError",
    "Fault",
    "_problem",
    "_refuse",
    "_unread",
    "_warn",
    "add",
    "problem",
    "warn",
)
"""What takes a problem in the readers, the language and the desk."""
SAME = {
    "error",
    "1 error",
    "escape",  # what Unicode calls it
    "{place} {problem}",
    "{tests}; {invariants}",
    "{verdict}: {notes}",
    "{when} {verdict}: {readings}",
    "{unit}, {range}",
    "{parts} = {total}",
}
"""What is the same in both languages, or made of parts that are told for themselves."""


@cache
def called() -> dict[str, list[tuple[str, ast.Call]]]:
    """Every call by the name of the function or method, with its file and line."""
    found = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                to = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                found[to].append((f"{name}:{node.lineno}", node))
    return found


def template(call: ast.Call) -> str | None:
    first = call.args[0] if len(call.args) == 1 else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def templates() -> set[str]:
    return {found for _, call in called()["phrase"] if (found := template(call)) is not None}


def blanks(text: str) -> list[tuple[str, str]]:
    """The blanks with how they are written, such as `count` with a comma between thousands."""
    return sorted((name, form or "") for _, name, form, _ in Formatter().parse(text) if name is not None)


def worded(node: ast.AST) -> Iterator[ast.Constant]:
    """Texts of two words or more that are no phrase's template: codes, keys and signs have one."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "phrase":
        for one in node.keywords:
            yield from worded(one.value)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str) and " " in node.value.strip():
            yield node
    else:
        for child in ast.iter_child_nodes(node):
            yield from worded(child)


def test_the_walk_finds_the_phrases() -> None:
    assert len(templates()) > 600


def test_every_phrase_is_written_out_where_it_is_said() -> None:
    assert [where for where, call in called()["phrase"] if template(call) is None] == []
    assert {where.partition(":")[0] for where, _ in called()["Phrase"]} == {HOME}


def test_every_phrase_has_its_spanish_and_no_spanish_is_left_over() -> None:
    assert sorted(templates() - SPANISH.keys()) == []
    assert sorted(SPANISH.keys() - templates()) == []


def test_no_phrase_stands_in_two_areas() -> None:
    assert sum(map(len, AREAS)) == len(SPANISH)


def test_the_spanish_has_the_same_blanks_written_the_same_way() -> None:
    assert {english for english, spanish in SPANISH.items() if blanks(english) != blanks(spanish)} == set()


def test_the_blanks_of_a_phrase_are_those_that_are_filled() -> None:
    for where, call in called()["phrase"]:
        named = {name for name, _ in blanks(template(call) or "")}
        assert named == {one.arg for one in call.keywords}, where


def test_only_what_is_the_same_in_both_languages_is_the_same() -> None:
    assert {english for english, spanish in SPANISH.items() if english == spanish} == SAME


@pytest.mark.parametrize("teller", TELLERS)
def test_no_problem_is_given_a_bare_text(teller: str) -> None:
    assert called()[teller]
    for where, call in called()[teller]:
        if where.split("/")[0] in {"load", "lang", "desk", "text"}:
            assert [one.value for one in worded(ast.Tuple([*call.args, *call.keywords]))] == [], where


def test_what_fills_a_blank_holds_no_words_of_one_language() -> None:
    for where, call in called()["phrase"]:
        assert [one.value for one in worded(call)] == [], where


def test_spanish_is_formal_and_opens_its_questions() -> None:
    familiar = re.compile(r"\b(tú|tus?|vosotros|pon|haz|dale)\b")
    assert [one for one in SPANISH.values() if familiar.search(one)] == []
    asked = [one for one in SPANISH.values() if one.rstrip(")}").endswith("?")]
    assert [one for one in asked if "¿" not in one] == []
    assert [one for english, one in SPANISH.items() if english.endswith("?") and "?" not in one] == []
