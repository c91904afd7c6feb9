"""docs/testing.md lists the checks that there are, and what it says to type works."""

import pytest

from tests.docs.scripts import DOCS, script

PAGE = (DOCS / "testing.md").read_text(encoding="utf-8")


def test_the_page_lists_the_checks_of_the_code() -> None:
    assert script("guarded").page("testing.md") == PAGE, "run: python docs/guarded.py"


def the_example() -> str:
    return PAGE.partition("```python\n")[2].partition("```")[0]


def test_the_lines_on_the_page_run_and_find_nothing_in_the_shipped_pack(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(the_example(), {})
    assert capsys.readouterr().out == "\n"


def test_the_lines_on_the_page_are_five() -> None:
    assert len([line for line in the_example().splitlines() if line]) == 5
