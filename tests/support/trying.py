"""Tests in YAML tried in a copy of the small world."""

from pathlib import Path

from dosmesas.desk.trial.finding import Finder, Found
from dosmesas.desk.trial.running import Report, run
from dosmesas.desk.trial.telling import Failure, failure_of, failures
from tests.support.small import copy_of_small


def written(folder: Path, text: str, pack: str = "harbour") -> Path:
    """A copy of the small world with a file of tests beside a pack, or (`pack` empty) beside its rules."""
    base = folder / "small" if (folder / "small").is_dir() else copy_of_small(folder)
    home = base / "content" / pack if pack else base / "game"
    (home / "tests").mkdir(exist_ok=True)
    path = home / "tests" / "promises.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def found(folder: Path, text: str, pack: str = "harbour") -> Found:
    """The suite as it was read."""
    return Finder().found(written(folder, text, pack).parent.parent)


def told(suite: Found) -> list[str]:
    """Codes and places (line:column-end) of what is wrong with the files."""
    return [f"{one.code} {str(one.span).rpartition('.yaml:')[2]}" for one in suite.loaded.problems]


def tried(folder: Path, text: str, pack: str = "harbour", games: int = 0) -> Report:
    """The tests of a text, run."""
    one = found(folder, text, pack)
    assert one.suite is not None
    assert not one.loaded.problems.errors, told(one)
    return run(one.suite, one.invariants, one.trials, games, lambda _done, _all: None)


def failed(folder: Path, text: str, pack: str = "harbour", games: int = 0) -> list[Failure]:
    """Everything that does not hold."""
    report = tried(folder, text, pack, games)
    return [
        *(one for result in report.results for one in failures(result, "en")),
        *(failure_of(one, "en") for one in report.broken),
    ]


def one_test(*lines: str) -> str:
    """A file with one test of these lines."""
    return "\n".join(["tests:", "  - test: A test", *(f"    {line}" for line in lines), ""])
