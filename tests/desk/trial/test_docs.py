"""Every example of docs/testing-a-scenario.md is tried as it stands there."""

import re
import shutil
from pathlib import Path

import pytest

from dosmesas.desk.trial.finding import Finder
from dosmesas.desk.trial.running import run
from dosmesas.desk.trial.telling import failure_of, failures
from dosmesas.load.locate import roots
from dosmesas.load.shapes.trials import EXPECTED, INVARIANT, TEST
from tests.cli.running import dosmesas

PAGE = (Path(__file__).parents[3] / "docs" / "testing-a-scenario.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def pack_with(folder: Path, text: str) -> Path:
    """A copy of the shipped pack that has these tests only."""
    home = folder / "culiacan"
    shutil.copytree(roots().content / "culiacan", home, ignore=shutil.ignore_patterns("tests"))
    (home / "tests").mkdir()
    (home / "tests" / "first.yaml").write_text(text, encoding="utf-8")
    return home


@pytest.mark.parametrize("text", SNIPPETS, ids=range(len(SNIPPETS)))
def test_a_snippet_reads_and_holds(tmp_path: Path, text: str) -> None:
    found = Finder().found(pack_with(tmp_path, text))
    assert [(str(one.span), str(one.message)) for one in found.loaded.problems] == []
    assert found.suite is not None
    report = run(found.suite, found.suite.invariants, found.trials, 2, lambda _done, _all: None)
    missed = [one for result in report.results for one in failures(result, "en")]
    assert [
        (one.test, one.expected, one.came)
        for one in [*missed, *(failure_of(one, "en") for one in report.broken)]
    ] == []


def test_the_message_on_the_page_is_the_one_that_is_printed(tmp_path: Path) -> None:
    home = pack_with(tmp_path, SNIPPETS[0].replace("trust: falls", "trust: rises"))
    printed = dosmesas(tmp_path, "test", str(home)).stdout.split("\n")
    shown = re.findall(r"^    (content/culiacan/tests/first\.yaml.*?)\n\n", PAGE, re.DOTALL | re.MULTILINE)[0]
    wanted = [line.removeprefix("    ") for line in shown.split("\n")]
    assert printed[0] == wanted[0].replace("content/culiacan", "culiacan")
    assert printed[1 : len(wanted)] == wanted[1:]


def test_every_key_stands_on_the_page() -> None:
    keys = {key for shape in (TEST, EXPECTED, INVARIANT) for key in shape.keys}
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", PAGE)] == []
