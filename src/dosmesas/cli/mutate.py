"""`mutate`: changes the rules of a pack one place at a time, and says what no test would notice."""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import define, frozen

from dosmesas.cli.fail import FINDINGS, USAGE, fail, told

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from dosmesas.testing.mutation.mutant import Mutant
    from dosmesas.testing.mutation.running import Work
    from dosmesas.testing.mutation.trying import Bench, Job
    from dosmesas.testing.mutation.verdict import Outcome

_PATIENCE, _EVERY = 0.5, 0.2
"""Seconds after which a wait is told, and between two looks."""
_INTERRUPTED = 130


@frozen
class MutateOptions:
    """What the command line asked for."""

    pack: str
    mutants: int
    every: bool
    only: str | None
    seed: int
    games: int
    at_least: float | None
    tests: str | None
    workers: int | None
    language: str | None
    as_json: bool


def print_mutants(options: MutateOptions) -> None:
    """Try mutants and print what became of them; exit 1 where fewer are killed than was asked for."""
    with told(options.language):
        from dosmesas.cli.languages import language_of
        from dosmesas.testing.mutation.trying import Bench

        job = _job(options)
        bench = Bench(job)
        _Command(options, job, bench, options.language or language_of(bench.pack)).run()


def _job(options: MutateOptions) -> "Job":
    from dosmesas.load.locate import pack_folder, roots_of
    from dosmesas.testing.mutation.trying import Job

    folder = pack_folder(options.pack)
    home = roots_of(folder)
    return Job(str(folder), str(home.seeds), str(home.game), str(home.content), options.games)


@define
class _Command:
    options: MutateOptions
    job: "Job"
    bench: "Bench"
    language: str

    def run(self) -> None:
        from dosmesas.sim.sweep.run import pool_of
        from dosmesas.testing.mutation.running import Work
        from dosmesas.testing.mutation.trying import UnsoundError

        options, every = self.options, self.bench.mutants()
        file = self._writable()
        mutants = self._asked(every)
        work = Work(self.job, mutants)
        workers = min(options.workers or os.cpu_count() or 1, len(mutants))
        waiting, stopped = Waiting(self.language), False
        try:
            with pool_of(workers) as pool:
                work.run(pool, workers, waiting)
                waiting.end()
                if file is not None:
                    self._write(file, self._outcome(work, len(every)), pool)
        except UnsoundError as error:
            self._fail("mutate_unsound", FINDINGS, name=str(error))
        except KeyboardInterrupt:
            stopped = True
        waiting.end()
        outcome = self._outcome(work, len(every))
        self._print(outcome)
        sys.exit(_INTERRUPTED if stopped else self._judged(outcome))

    def _fail(self, key: str, code: int, **values: object) -> None:
        from dosmesas.text.catalog import say

        fail(say(self.language, key, **values), code)

    def _asked(self, every: "list[Mutant]") -> "list[Mutant]":
        """The mutants that are meant: of one owner, all, or a sample."""
        from dosmesas.testing.mutation.sampling import sample
        from dosmesas.text.catalog import say
        from dosmesas.text.diagnostic import did_you_mean

        options = self.options
        known = {one.owner.id for one in every}
        if options.only is not None and options.only not in known:
            there = say(self.language, "mutate_unknown", pack=self.bench.pack.id, name=options.only)
            hint = did_you_mean(options.only, sorted(known)).told(self.language)
            fail(f"{there} {hint}".strip(), USAGE)
        meant = [one for one in every if options.only in {None, one.owner.id}]
        return meant if options.every or options.only else sample(meant, options.mutants, options.seed)

    def _outcome(self, work: "Work", every: int) -> "Outcome":
        from dosmesas.testing.mutation.verdict import Outcome

        return Outcome(self.bench.pack.id, self.options.seed, every, len(work.mutants), work.verdicts())

    def _print(self, outcome: "Outcome") -> None:
        from dosmesas.testing.mutation.telling import Teller, outcome_record
        from dosmesas.text.safe import shown

        if self.options.as_json:
            click.echo(json.dumps(outcome_record(outcome), ensure_ascii=False, indent=1))
            return
        for line in Teller(outcome, self.language).lines():
            click.echo(shown(line))

    def _judged(self, outcome: "Outcome") -> int:
        """The exit code: a finding where fewer were killed than was asked for."""
        from dosmesas.testing.mutation.telling import score
        from dosmesas.text.catalog import say

        least, found = self.options.at_least, outcome.tally.score
        if least is None or found is None or found >= least:
            return 0
        below = say(self.language, "mutate_below", score=score(outcome.tally), least=f"{least:g}")
        click.echo(f"dosmesas: {below}", err=True)
        return FINDINGS

    def _writable(self) -> Path | None:
        """The file of the tests, asked for before minutes of work and not after them."""
        if self.options.tests is None:
            return None
        file = Path(self.options.tests)
        there = file.exists()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.open("a", encoding="utf-8").close()
            if not there:
                file.unlink()
        except OSError as error:
            fail(f"{file}: {error.strerror}", USAGE)
        return file

    def _write(self, file: Path, outcome: "Outcome", pool: "Executor") -> None:
        """Write tests that notice survivors: those of the game's own rules into a file beside."""
        from dosmesas.testing.mutation.sheets.writing import Written, write
        from dosmesas.text.catalog import say

        mutants = [one.mutant for one in outcome.survivors]
        waiting = Waiting(self.language, "mutate_writing")
        parts = write(self.job, mutants, pool, waiting)
        waiting.end()
        homes = {False: (file, self.job.folder), True: (file.with_stem(f"{file.stem}-game"), self.job.game)}
        for shared, (path, home) in homes.items():
            written = Written.of_all(one for one in parts if one.shared is shared)
            if written.tests:
                path.write_text(written.text, encoding="utf-8")
                counts = {"count": len(written.tests), "killed": written.noticed, "all": written.of}
                told_so = say(self.language, "mutate_wrote", file=path, home=home, **counts)
                click.echo(f"dosmesas: {told_so}", err=True)
        if mutants and not any(one.tests for one in parts):
            none = say(self.language, "mutate_wrote_none", all=len(mutants))
            click.echo(f"dosmesas: {none}", err=True)


class Waiting:
    """Says on stderr how far the work is, how fast it goes and how long it will take, after a moment."""

    def __init__(self, language: str, key: str = "mutate_progress") -> None:
        self.language, self.key = language, key
        self.begun = self.last = time.monotonic()
        self.shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show it, where somebody sits there."""
        now = time.monotonic()
        taken = now - self.begun
        if not sys.stderr.isatty() or taken < _PATIENCE or (now - self.last < _EVERY and done < total):
            return
        from dosmesas.text.catalog import say

        self.last, self.shown = now, True
        rate = done / taken
        told_so = say(
            self.language,
            self.key,
            done=f"{done:,}",
            total=f"{total:,}",
            rate=f"{rate:.1f}",
            left=f"{(total - done) / rate:,.0f}" if rate else "?",
        )
        click.echo(f"\r{told_so:<70}", err=True, nl=False)

    def end(self) -> None:
        """Leave the line."""
        if self.shown:
            click.echo(err=True)
