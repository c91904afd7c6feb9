"""`test`: tries the tests and invariants that lie beside packs and rules."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from dosmesas.cli.balance import Progress
from dosmesas.cli.fail import FINDINGS, USAGE, fail
from dosmesas.text.phrase import Phrase, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dosmesas.desk.trial.finding import Found
    from dosmesas.desk.trial.running import Report
    from dosmesas.desk.trial.telling import Failure


@frozen
class TestOptions:
    """What the command line asked for."""

    __test__ = False
    paths: tuple[str, ...]
    games: int
    only: str | None
    accept: bool
    as_json: bool
    language: str | None = None


def run_tests(options: TestOptions) -> None:
    """Try all tests; exit 1 where something does not hold."""
    from dosmesas.desk.trial.finding import Finder, NotFoundError, homes_of
    from dosmesas.desk.trial.running import run
    from dosmesas.session.languages import own_language

    language = options.language or own_language()
    try:
        homes = homes_of(options.paths)
    except NotFoundError as error:
        fail(error.said.told(language), USAGE)
    finder, done = Finder(), []
    for home, only in homes:
        found = finder.found(home, only)
        report = None
        if found.suite is not None and not found.loaded.problems.errors:
            trials = [one for one in found.trials if (options.only or "").lower() in one.name.lower()]
            games = 0 if options.only or only else options.games
            report = run(found.suite, found.invariants, trials, games, Progress())
        done.append((found, report))
    for found, _ in done:
        if found.suite is not None and not found.trials and not found.suite.invariants:
            where = found.home / "tests"
            none = phrase("no tests yet in {folder}; docs/testing-a-scenario.md shows how", folder=str(where))
            click.echo(f"dosmesas: {none.told(language)}", err=True)
    if options.accept:
        _accept(done, language)
    if options.as_json:
        click.echo(json.dumps(_record(done, language), ensure_ascii=False, indent=1))
    else:
        _print(done, language)
    sys.exit(0 if all(report is not None and report.holds for _, report in done) else FINDINGS)


def _print(done: "Iterable[tuple[Found, Report | None]]", language: str) -> None:
    from dosmesas.desk.trial.telling import failure_of, failures, lines_of
    from dosmesas.text.render import render
    from dosmesas.text.safe import shown

    told: set[object] = set()
    for found, report in done:
        problems = [one for one in found.loaded.problems if one not in told]
        told.update(problems)
        if problems:
            click.echo(render(problems, found.loaded.sources.line, language))
        if report is None:
            continue
        read = found.loaded.sources.line
        for one in [it for result in report.results for it in failures(result, language)]:
            click.echo("\n".join(map(shown, lines_of(one, read, language))))
        for it in report.broken:
            click.echo("\n".join(map(shown, lines_of(failure_of(it, language), read, language))))
    click.echo(f"{_total(done).told(language)}.")


def _total(done: "Iterable[tuple[Found, Report | None]]") -> Phrase:
    """One line that counts."""
    reports = [report for _, report in done if report is not None]
    results = [one for report in reports for one in report.results]
    failed = sum(not one.holds for one in results)
    promises = {id(one): one for found, report in done if report for one in found.invariants}
    broken = len({id(one.invariant) for report in reports for one in report.broken})
    games, states = sum(one.games for one in reports), sum(one.states for one in reports)
    unread = sum(report is None for _, report in done)
    told = _tests(len(results), failed)
    if promises:
        kept = _kept(len(promises), broken, states, games)
        told = phrase("{tests}; {invariants}", tests=told, invariants=kept)
    if unread:
        left = phrase("1 folder") if unread == 1 else phrase("{count:,} folders", count=unread)
        told = phrase("{tried}; {folders} not tried: mend the errors first", tried=told, folders=left)
    return told


def _tests(number: int, failed: int) -> Phrase:
    if number == 1:
        return phrase("{held} of 1 test holds", held=1 - failed)
    return phrase("{held} of {count:,} tests hold", held=number - failed, count=number)


def _kept(number: int, broken: int, states: int, games: int) -> Phrase:
    played = phrase("1 game") if games == 1 else phrase("{count:,} games", count=games)
    if number == 1:
        return phrase(
            "{held} of 1 invariant holds in {states:,} states of {games}",
            held=1 - broken,
            states=states,
            games=played,
        )
    return phrase(
        "{held} of {count:,} invariants hold in {states:,} states of {games}",
        held=number - broken,
        count=number,
        states=states,
        games=played,
    )


def _accept(done: "Iterable[tuple[Found, Report | None]]", language: str) -> None:
    """Rewrite what does not hold, and show the difference."""
    from difflib import unified_diff

    from dosmesas.desk.trial.accepting import by_file, left_over, rewritten
    from dosmesas.text.safe import shown

    for found, report in done:
        missed = [one for result in report.results for one in result.missed] if report else []
        for name, edits in by_file(missed).items():
            before = Path(name).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
            if before != found.loaded.sources.texts[name]:
                changed = phrase(
                    "{file} changed while it was tried, or holds letters in two parts; nothing was written",
                    file=name,
                )
                fail(changed.told(language))
            after = rewritten(before, edits)
            Path(name).write_text(after, encoding="utf-8")
            lines = unified_diff(before.split("\n"), after.split("\n"), name, name, lineterm="")
            click.echo("\n".join(shown(line) for line in lines), err=True)
        for one in left_over(missed):
            left = phrase("{place} cannot be rewritten: only you know", place=str(one.expectation.where))
            click.echo(f"dosmesas: {left.told(language)}", err=True)


def _record(done: "Iterable[tuple[Found, Report | None]]", language: str) -> dict[str, Any]:
    from dosmesas.desk.formats.plain_json import entry
    from dosmesas.desk.trial.telling import failure_of, failures

    tests, broken = [], []
    for found, report in done:
        for result in report.results if report else ():
            where = result.trial.where
            tests.append(
                {
                    "name": result.trial.name,
                    "home": found.home.name,
                    "file": where.file,
                    "line": where.line,
                    "games": len(result.courses),
                    "ok": result.holds,
                    "failures": [_failure(one) for one in failures(result, language)],
                }
            )
        broken += [_failure(failure_of(one, language)) for one in report.broken] if report else []
    problems = dict.fromkeys(one for found, _ in done for one in found.loaded.problems)
    reports = [report for _, report in done if report]
    return {
        "ok": len(reports) == len(list(done)) and all(one.holds for one in reports),
        "tests": tests,
        "invariants": broken,
        "games": sum(one.games for one in reports),
        "states": sum(one.states for one in reports),
        "problems": [entry(one, language) for one in problems],
    }


def _failure(one: "Failure") -> dict[str, object]:
    from dosmesas.desk.formats.plain_json import place

    return {
        "test": one.test,
        **place(one.where),
        "expected": one.expected,
        "came": one.came,
        "seed": one.seed,
        "why": list(one.why),
    }
