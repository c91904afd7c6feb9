"""docs/metamorphic.md lists the properties that there are, and what it says to type works."""

from textwrap import dedent

import pytest

from dosmesas.testing.metamorphic import PROPERTIES, opened
from tests.docs.scripts import DOCS, script
from tests.support.small import SMALL

PAGE = (DOCS / "metamorphic.md").read_text(encoding="utf-8")


def test_the_page_lists_the_properties_of_the_code() -> None:
    assert script("guarded").page("metamorphic.md") == PAGE, "run: python docs/guarded.py"


def test_the_lines_on_the_page_run(capsys: pytest.CaptureFixture[str]) -> None:
    lines = PAGE.partition("```python\n")[2].partition("```")[0]
    harbour = repr(str(SMALL / "content" / "harbour"))
    exec(lines.replace('"culiacan", seeds=range(3)', f"{harbour}, seeds=range(1), many=0"), {})
    assert capsys.readouterr().out.startswith("\n{'seats-change-places': 'no country has two seats")


def test_the_properties_can_be_gone_through_as_it_says() -> None:
    lines = dedent(PAGE.partition("open the pack once:\n\n")[2].partition("\n\n##")[0])
    world = {"opened": opened, "PROPERTIES": {"order-of-keys": PROPERTIES["order-of-keys"]}}
    exec(lines.replace('"culiacan"', repr(str(SMALL / "content" / "harbour"))), world)
    assert world["found"] == []
