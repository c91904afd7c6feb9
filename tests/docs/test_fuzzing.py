"""Every python block of the page on fuzzing from code runs, in its order, and says what the page says."""

import re
import unittest
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "fuzzing-from-code.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def ran() -> dict[str, object]:
    """What the blocks leave behind; each goes on where the last one stopped."""
    names: dict[str, object] = {"__name__": "page"}
    for block in BLOCKS:
        exec(compile(block, "docs/fuzzing-from-code.md", "exec"), names)
    return names


def test_every_block_of_the_page_runs(ran: dict[str, object]) -> None:
    assert len(BLOCKS) >= 10
    assert {"decisions", "expressions", "games", "histories", "packs", "rulesets", "worldviews"} <= {*ran}


@pytest.mark.parametrize("name", ["TestCuliacan", "TestMine"])
def test_the_test_cases_of_the_page_pass(ran: dict[str, object], name: str) -> None:
    case = ran[name]
    assert isinstance(case, type)
    assert issubclass(case, unittest.TestCase)
    result = unittest.TestResult()
    case("runTest").run(result)
    assert result.testsRun == 1
    assert result.wasSuccessful(), result.failures


def test_the_failing_example_is_told_as_the_page_shows_it(ran: dict[str, object]) -> None:
    failed = ran["failed"]
    assert isinstance(failed, pytest.ExceptionInfo)
    told = "\n".join(failed.value.__notes__)
    shown = re.findall(
        r"^ {4}(    .*)$",
        PAGE.partition("test_trust_never_falls(\n")[2].partition("\n    )")[0],
        re.MULTILINE,
    )
    assert len(shown) == 4
    for line in shown:
        assert line.strip().removesuffix("...").removesuffix(",") in told
