"""The interface says the same things in both languages, and says nothing that nobody asks for."""

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TypeGuard

import pytest

from dosmesas.model.dossier import ClaimKind
from dosmesas.text.catalog import say
from dosmesas.text.catalog_en import ENGLISH
from dosmesas.text.catalog_es import SPANISH

SOURCE = Path(__file__).parents[2] / "src" / "dosmesas"


@cache
def trees() -> list[ast.Module]:
    """The program but for its texts."""
    return [ast.parse(path.read_text()) for path in SOURCE.rglob("*.py") if "catalog_" not in path.name]


def constants() -> set[str]:
    """All texts that stand in the program."""
    nodes = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def is_say(node: ast.AST) -> bool:
    name = getattr(node, "func", None)
    called = getattr(name, "id", None) or getattr(name, "attr", None)
    return isinstance(node, ast.Call) and called in {"say", "_say"}


def is_choice(node: ast.AST) -> TypeGuard[ast.IfExp]:
    return isinstance(node, ast.IfExp)


def made() -> list[re.Pattern[str]]:
    """What keys look like that are put together from parts, such as `setting_{name}_about`."""
    found = []
    for node in (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        parts = [one.value if isinstance(one, ast.Constant) else None for one in node.values]
        fixed = "".join(one for one in parts if isinstance(one, str))
        if re.fullmatch(r"[a-z_]{4,}", fixed):
            found.append(re.compile("".join(".+" if one is None else str(one) for one in parts)))
    return found


def keys_and_values() -> list[tuple[set[str], set[str] | None]]:
    """For each call of say: the keys it may name, and the blanks it fills (None: not known here)."""
    found = []
    for node in (node for tree in trees() for node in ast.walk(tree) if is_say(node)):
        texts = [arg for arg in node.args if isinstance(arg, ast.Constant | ast.IfExp)]
        sides = [one for arg in texts for one in ([arg.body, arg.orelse] if is_choice(arg) else [arg])]
        keys = {one.value for side in sides for one in ast.walk(side) if isinstance(one, ast.Constant)}
        named = {key for key in keys if isinstance(key, str)}
        values = {one.arg for one in node.keywords}
        found.append((named, None if None in values else values))
    return found


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(ENGLISH) == list(SPANISH)


def test_both_languages_leave_the_same_blanks() -> None:
    assert [key for key, text in ENGLISH.items() if blanks(text) != blanks(SPANISH[key])] == []
    assert [key for key, text in ENGLISH.items() if None in blanks(text)] == []


@pytest.mark.parametrize("catalog", [ENGLISH, SPANISH], ids=["en", "es"])
def test_no_text_is_empty_or_has_a_blank_without_a_name(catalog: dict[str, str]) -> None:
    assert all(text.strip() for text in catalog.values())
    assert not any(name == "" or name.isdigit() for text in catalog.values() for name in blanks(text))


def test_somebody_asks_for_every_key() -> None:
    asked, patterns = constants() | {str(kind) for kind in ClaimKind}, made()
    unasked = [key for key in ENGLISH if key not in asked]
    assert sorted(key for key in unasked if not any(one.fullmatch(key) for one in patterns)) == []


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


def test_an_abbreviation_at_the_end_of_a_sentence_brings_its_full_stop_and_paths_keep_their_dots() -> None:
    assert "../saves/a.jsonl" in say("en", "saved_in", path="../saves/a.jsonl")
    assert say("es", "for_office", office="Presidencia de EE. UU.") == "Para: Presidencia de EE. UU."
