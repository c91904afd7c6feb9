"""A quarrel over fish, with rules of its own: the game knows nothing of the two countries that it was made for."""

import re
from pathlib import Path

import pytest

from dosmesas.desk.checking import check
from dosmesas.desk.trial.finding import Finder
from dosmesas.desk.trial.running import run as run_tests
from dosmesas.desk.trial.telling import failures
from tests.cli.running import dosmesas

HERRING = Path(__file__).parents[1] / "fishing" / "content" / "herring"
AT_HOME = re.compile(
    r"exic|United States|Estados Unidos|U\.S\.|Washington|cartel|Culiac|the Guard\b|\bmx\b|\bus\."
)


def test_it_checks_clean_without_a_silenced_warning() -> None:
    loaded = check(HERRING)
    assert [str(one.span) for one in loaded.problems] == loaded.silenced == []


def test_what_its_author_promises_holds() -> None:
    found = Finder().found(HERRING)
    assert found.suite is not None
    report = run_tests(found.suite, found.suite.invariants, found.trials, 1, lambda _done, _all: None)
    assert [one.test for result in report.results for one in failures(result, "en")] == []
    assert len(report.results) >= 6
    assert not report.broken


@pytest.mark.parametrize("command", ["demo", "play --plain", "graph", "graph --what claims", "worldviews"])
def test_nothing_that_is_printed_speaks_of_other_countries(tmp_path: Path, command: str) -> None:
    verb, *rest = command.split()
    printed = dosmesas(tmp_path, verb, str(HERRING), *rest, typed="1\n" * 60)
    assert printed.returncode == 0
    assert AT_HOME.search(printed.stdout) is None
    assert "Hvaland" in printed.stdout or verb == "worldviews"
