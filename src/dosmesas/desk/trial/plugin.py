"""For pytest: collects the tests and invariants of packs. What they need is imported when there are some."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from dosmesas.desk.trial.finding import Found
    from dosmesas.desk.trial.running import Runner
    from dosmesas.desk.trial.telling import Failure
    from dosmesas.model.trials import Invariant, Trial

_GAMES = 5
"""Random games that are held to each invariant."""
_HOMES = ("pack.yaml", "indicators.yaml")
_KEY: "pytest.StashKey[dict[Path, Any]]" = pytest.StashKey()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "TrialFile | None":
    """A YAML file in the folder tests/ of a pack or a ruleset; no other is looked at."""
    if file_path.suffix != ".yaml" or file_path.parent.name != "tests":
        return None
    home = file_path.parent.parent
    if not any((home / name).is_file() for name in _HOMES):
        return None
    file: TrialFile = TrialFile.from_parent(parent, path=file_path)
    return file


class TrialFile(pytest.File):
    """A file of tests."""

    def collect(self) -> "Iterator[pytest.Item]":
        """One item a test, and one an invariant."""
        from dosmesas.desk.trial.running import Runner
        from dosmesas.load.source import shown_path

        found, runner = self._found(Runner)
        if found.suite is None or found.loaded.problems.errors or runner is None:
            from dosmesas.session.languages import own_language
            from dosmesas.text.render import render

            loaded = found.loaded
            raise self.CollectError(render(loaded.problems, loaded.sources.line, own_language()))
        name = shown_path(self.path)
        for trial in found.suite.trials:
            if trial.where.file == name:
                yield TrialItem.from_parent(self, name=trial.name, trial=trial, found=found, runner=runner)
        for one in found.suite.invariants:
            if one.where.file == name:
                yield InvariantItem.from_parent(self, name=one.name, promise=one, found=found, runner=runner)

    def _found(self, runner: "type[Runner]") -> "tuple[Found, Runner | None]":
        """The suite of the home, read once a session."""
        from dosmesas.desk.trial.finding import Finder

        homes = self.session.stash.setdefault(_KEY, {})
        home = self.path.parent.parent
        if home not in homes:
            found = Finder().found(home)
            homes[home] = (found, runner(found.suite, found.invariants) if found.suite else None)
        return homes[home]  # type: ignore[no-any-return] # it was put there above


class FailedError(Exception):
    """A test does not hold."""

    def __init__(self, failures: "list[Failure]") -> None:
        super().__init__(f"{len(failures)} expectations do not hold")
        self.failures = failures


class _Item(pytest.Item):
    """What is shown of a failure: what the command prints."""

    found: "Found"
    line = 1

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The failures as the command prints them; anything else as pytest does."""
        if not isinstance(excinfo.value, FailedError):
            return super().repr_failure(excinfo, style)
        from dosmesas.desk.trial.telling import lines_of
        from dosmesas.session.languages import own_language

        read, language = self.found.loaded.sources.line, own_language()
        return "\n".join(line for one in excinfo.value.failures for line in lines_of(one, read, language))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the test stands."""
        return self.path, self.line - 1, self.name


class TrialItem(_Item):
    """A test."""

    def __init__(self, *, trial: "Trial", found: "Found", runner: "Runner", **more: Any) -> None:
        super().__init__(**more)
        self.trial, self.found, self.runner, self.line = trial, found, runner, trial.where.line

    def runtest(self) -> None:
        """Play it, and hold its games to the invariants."""
        from dosmesas.desk.trial.running import Report
        from dosmesas.desk.trial.telling import failure_of, failures
        from dosmesas.session.languages import own_language

        report, language = Report(), own_language()
        result = self.runner.try_out(self.trial, report)
        found = [*failures(result, language), *(failure_of(one, language) for one in report.broken)]
        if found:
            raise FailedError(found)


class InvariantItem(_Item):
    """An invariant, in random games."""

    def __init__(self, *, promise: "Invariant", found: "Found", runner: "Runner", **more: Any) -> None:
        super().__init__(**more)
        self.promise, self.found, self.runner, self.line = promise, found, runner, promise.where.line

    def runtest(self) -> None:
        """Play a few games at random, and hold them to it."""
        from dosmesas.desk.trial.running import Report
        from dosmesas.desk.trial.telling import failure_of
        from dosmesas.session.languages import own_language

        report = Report()
        for course in self.runner.at_random(_GAMES):
            self.runner.hold((self.promise,), course, report)
        if report.broken:
            language = own_language()
            raise FailedError([failure_of(one, language) for one in report.broken])
