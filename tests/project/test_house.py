"""The house itself: small rooms, docstrings, one direction of imports, one version."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_files_and_functions_are_small_and_say_what_they_are_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= (
        900 if path.name.startswith(("catalog_", "messages_")) else 320
    )  # a line a sentence
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            inside_private = any(
                isinstance(c, ast.ClassDef) and c.name.startswith("_") and node in ast.walk(c)
                for c in tree.body
            )
            assert inside_private or ast.get_docstring(node) or not _public(tree, node), node.name


def _public(tree: ast.Module, node: ast.AST) -> bool:
    """Functions inside functions are nobody else's."""
    owners = [
        n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n is not node and node in ast.walk(n)
    ]
    return not owners


def test_who_may_import_whom_is_kept() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    assert "6 kept, 0 broken" in done.stdout


COMPILER = "lang/compiled.py"
"""The one module that compiles; it is given text that `lang.generate` and `engine.generate` wrote."""
COMPILES_FOR_MANY = {"sim/batch/program.py", "sim/batch/estimating.py"}
"""Rules for whole arrays of games: written by the same `lang.generate`, of expressions that were parsed."""
COMPILES_TO_LOOK = "testing/coverage/probes.py"
"""Conditions asked again, for what a game reached: likewise."""
READS_OWN_FIELDS = {"cli/main.py", "journal/records.py", "load/nodes.py", "load/source.py"}
READS_OWN_FIELDS |= {"desk/schema/places.py", "desk/scaffold/filling.py"}
"""Modules that name attributes of their own or of a library: never a text from a file."""
FORMATS = {"text/catalog.py", "text/phrase.py"}
"""Formats are sentences written in the program; what is put into them is not looked into again."""


def _called(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = {call.id for call in calls if isinstance(call, ast.Name)}
    return named | {f".{call.attr}" for call in calls if isinstance(call, ast.Attribute)}


def _inside(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "dosmesas").as_posix()


def test_one_module_compiles_and_none_evaluates() -> None:
    for path in SOURCES:
        called = _called(path)
        assert not called & {"eval", "__import__", ".eval", ".literal_eval", "globals", "locals", "vars"}, (
            path
        )
        assert not called & {"exec", "compile"} or _inside(path) == COMPILER, path


def test_only_the_engine_and_two_others_hand_text_to_the_compiler() -> None:
    using = {_inside(path) for path in SOURCES if "lang.compiled" in path.read_text(encoding="utf-8")}
    assert using - {COMPILER, "lang/generate.py"} == {
        "engine/program.py",
        *COMPILES_FOR_MANY,
        COMPILES_TO_LOOK,
    }


def test_attributes_are_named_by_the_program_and_never_by_a_text() -> None:
    reaching = {
        _inside(path) for path in SOURCES if _called(path) & {"getattr", "setattr", "hasattr", "delattr"}
    }
    assert reaching <= READS_OWN_FIELDS


def test_no_text_from_a_file_is_a_format() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in {
                "format",
                "format_map",
                "Formatter",
                "Template",
            }:
                assert _inside(path) in FORMATS, path


def test_only_one_reader_of_yaml_is_known() -> None:
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not attributes & {"safe_load", "load_all", "unsafe_load", "full_load"}, path
