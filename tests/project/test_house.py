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
    assert text.count("\n") <= 320
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
    assert "5 kept, 0 broken" in done.stdout


def test_no_text_of_an_author_can_reach_eval_or_a_second_yaml_reader() -> None:
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"eval", "exec", "compile", "__import__"}, path
        attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not attributes & {"safe_load", "load_all", "unsafe_load", "full_load"}, path
