"""The interface says the same things in both languages, and says nothing that nobody asks for."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from dosmesas.model.dossier import ClaimKind
from dosmesas.text.catalog import say
from dosmesas.text.catalog_en import ENGLISH
from dosmesas.text.catalog_es import SPANISH

SOURCE = Path(__file__).parents[2] / "src" / "dosmesas"
TREES = [ast.parse(path.read_text()) for path in SOURCE.rglob("*.py") if "catalog_" not in path.name]
CONSTANTS = {
    node.value
    for tree in TREES
    for node in ast.walk(tree)
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def is_say(node: ast.AST) -> bool:
    name = getattr(node, "func", None)
    called = getattr(name, "id", None) or getattr(name, "attr", None)
    return isinstance(node, ast.Call) and called in {"say", "_say"}


def keys_and_values() -> list[tuple[set[str], set[str] | None]]:
    """For each call of say: the keys it may name, and the blanks it fills (None: not known here)."""
    found = []
    for node in (node for tree in TREES for node in ast.walk(tree) if is_say(node)):
        texts = [arg for arg in node.args if isinstance(arg, ast.Constant | ast.IfExp)]
        keys = {one.value for arg in texts for one in ast.walk(arg) if isinstance(one, ast.Constant)}
        named = {key for key in keys if isinstance(key, str)}
        values = {one.arg for one in node.keywords}
        found.append((named, None if None in values else values))
    return found


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(ENGLISH) == list(SPANISH)


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_both_languages_leave_the_same_blanks(key: str) -> None:
    assert blanks(ENGLISH[key]) == blanks(SPANISH[key])
    assert None not in blanks(ENGLISH[key])


@pytest.mark.parametrize("catalog", [ENGLISH, SPANISH], ids=["en", "es"])
def test_no_text_is_empty_or_has_a_blank_without_a_name(catalog: dict[str, str]) -> None:
    assert all(text.strip() for text in catalog.values())
    assert not any(name == "" or name.isdigit() for text in catalog.values() for name in blanks(text))


def test_somebody_asks_for_every_key() -> None:
    asked = CONSTANTS | {str(kind) for kind in ClaimKind}
    assert sorted(set(ENGLISH) - asked) == []


def test_every_key_that_the_code_says_exists_and_its_blanks_are_filled() -> None:
    calls = keys_and_values()
    assert sum(len(keys) for keys, _ in calls) > 80
    for keys, values in calls:
        languages = {"en", "es"}
        assert keys - languages <= ENGLISH.keys()
        for key in keys - languages:
            assert values is None or blanks(ENGLISH[key]) <= values, key


def test_an_unknown_key_is_a_bug_and_not_an_empty_line() -> None:
    with pytest.raises(KeyError):
        say("en", "no_such_key")


def test_blanks_are_filled_and_authors_texts_are_not_read_as_patterns() -> None:
    assert say("en", "news") == "a bulletin"
    assert say("es", "deal_named", name="{turn} %s {0}") == "el acuerdo: {turn} %s {0}"
