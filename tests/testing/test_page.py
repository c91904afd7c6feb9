"""docs/testing.md lists the checks that there are, and what it says to type works."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "testing.md").read_text(encoding="utf-8")


def the_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("conformance_page", DOCS / "conformance.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_lists_the_checks_of_the_code() -> None:
    assert the_script().page() == PAGE, "run: python docs/conformance.py"


def the_example() -> str:
    return PAGE.partition("```python\n")[2].partition("```")[0]


def test_the_lines_on_the_page_run_and_find_nothing_in_the_shipped_pack(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(the_example(), {})
    assert capsys.readouterr().out == "\n"


def test_the_lines_on_the_page_are_five() -> None:
    assert len([line for line in the_example().splitlines() if line]) == 5
