"""`simulate`: many games by bots, as fast as they can be played, to one summary."""

import json
import os
import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from dosmesas.cli.fail import USAGE, fail, told

if TYPE_CHECKING:
    from dosmesas.model.rules import Pack
    from dosmesas.sim.sweep.run import Progress, Sweep

_INTERRUPTED = 130
_AT_ONCE = 2000
"""So many games at most are played in this process: others take longer to start than to play them."""


@frozen
class SimulateOptions:
    """What the command line asked for."""

    pack: str
    games: int
    seed: int
    bot: str
    workers: int | None
    scheduler: str | None
    resume: str | None
    view: str
    language: str | None
    as_json: bool


def simulate_pack(options: SimulateOptions) -> None:
    """Play so many games and print what came of them; what is done is printed and kept when stopped."""
    with told(options.language):
        from dosmesas.cli.languages import language_of
        from dosmesas.load.loading import load_pack

        pack = load_pack(options.pack)
        if options.view not in pack.ruleset.worldviews:
            known = ", ".join(pack.ruleset.worldviews)
            raise click.UsageError(f"no worldview '{options.view}'; there are {known}")
        language = options.language or language_of(pack)
        run = _Run(pack, options, language)
        run.play()


class _Run:
    """One sweep with its clock, its bar and its file."""

    def __init__(self, pack: "Pack", options: SimulateOptions, language: str) -> None:
        self.pack, self.options, self.language = pack, options, language
        self.workers = options.workers or os.cpu_count() or 1
        self.progress = self._begun()
        self.before, self.started, self.shown = self.progress.done, time.monotonic(), 0.0

    def play(self) -> None:
        """Play what is open, print it, and leave with the right code."""
        from dosmesas.sim.sweep.run import LostWorkersError

        sweep = self._sweep()
        try:
            sweep.run(self.progress, self._told)
        except KeyboardInterrupt:
            self._stopped()
        except LostWorkersError:
            self._keep()
            fail(f"processes that play were lost three times; what is done is kept. Go on: {self._again()}")
        self._bar(end=True)
        if self.options.resume:
            self._keep()
        self._print()

    def _begun(self) -> "Progress":
        from dosmesas.sim.sweep.run import Progress, part_size

        asked = self._asked()
        file = self._file()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fail(f"nothing can be kept in {file.parent}: {error.strerror}; name another file", USAGE)
        if not self.options.resume or not file.exists():
            games = self.options.games
            return Progress.of(self.options.seed, games, part_size(games, self.workers))
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
            kept, progress = record["asked"], Progress.read(record)
        except (OSError, ValueError, KeyError, TypeError):
            fail(f"{file} is not a sweep that was stopped; take another file", USAGE)
        if kept != asked:
            different = ", ".join(sorted(name for name in asked if kept.get(name) != asked[name]))
            fail(f"{file} is another sweep: it differs in {different}", USAGE)
        return progress

    def _asked(self) -> dict[str, Any]:
        """What makes a sweep this one: the same again goes on, anything else is another."""
        asked = self.options
        return {
            "pack": self.pack.id,
            "rules": self.pack.digest,
            "games": asked.games,
            "seed": asked.seed,
            "bot": asked.bot,
            "worldview": asked.view,
        }

    def _sweep(self) -> "Sweep":
        from dosmesas.bots.known import UnknownBotError
        from dosmesas.sim.sweep.players import checked
        from dosmesas.sim.sweep.run import Here, Sweep, cluster, processes
        from dosmesas.sim.sweep.work import Rules

        try:
            checked(self.options.bot, self.pack)
        except UnknownBotError as error:
            fail(error.said.told(self.language), USAGE)
        rules = Rules.of(self.pack, self.options.view, self.options.bot)
        if self.options.scheduler:
            try:
                return Sweep(rules, cluster(self.options.scheduler), self.workers)
            except ImportError:
                fail("a cluster needs the extra: pip install 'dosmesas[cluster]'", USAGE)
            except ValueError as error:
                fail(f"{error}; an address is written as in tcp://HOST:8786", USAGE)
            except OSError as error:
                fail(f"no scheduler answers at {self.options.scheduler}: {error}")
        alone = self.workers == 1 or self.options.games <= _AT_ONCE
        return Sweep(rules, Here if alone else processes(self.workers), 1 if alone else self.workers)

    def _told(self, _progress: "Progress") -> None:
        if self.options.resume:
            self._keep()
        self._bar()

    def _bar(self, *, end: bool = False) -> None:
        """Say on stderr how far it is, where somebody sits there."""
        now = time.monotonic()
        if not sys.stderr.isatty() or (not end and now - self.shown < 0.1) or now - self.started < 0.5:
            return
        from dosmesas.session.tell_simulation import progress_text

        self.shown = now
        text = progress_text(
            self.progress.done, self.progress.total, self.before, now - self.started, self.language
        )
        click.echo(f"\r{text:<78}" + ("\n" if end else ""), err=True, nl=False)

    def _stopped(self) -> None:
        """Print what is done, keep it, and say how to go on."""
        from dosmesas.text.catalog import say

        self._bar(end=True)
        self._keep()
        done, total = f"{self.progress.done:,}", f"{self.progress.total:,}"
        click.echo(say(self.language, "sweep_part", done=done, total=total), err=True)
        click.echo(say(self.language, "sweep_resume", command=self._again()), err=True)
        if self.progress.done:
            self._print()
        sys.exit(_INTERRUPTED)

    def _again(self) -> str:
        """What to type to go on: the same question, and the file."""
        asked = self.options
        words = ["dosmesas", "simulate", asked.pack, "--games", asked.games, "--seed", asked.seed]
        words += ["--bot", asked.bot, "--worldview", asked.view, "--resume", self._file()]
        return shlex.join(str(word) for word in words)

    def _file(self) -> Path:
        """Where it is kept how far this is."""
        from dosmesas.session.setup import saves_folder

        name = f"simulate-{self.pack.id}-{self.options.bot}-{self.options.seed}.json"
        return Path(self.options.resume) if self.options.resume else saves_folder() / name

    def _keep(self) -> None:
        """Write how far it is, in one piece."""
        file = self._file()
        beside = file.with_name(file.name + ".new")
        try:
            beside.write_text(
                json.dumps({"asked": self._asked(), **self.progress.record()}), encoding="utf-8"
            )
            beside.replace(file)
        except OSError as error:
            fail(f"{file} cannot be written: {error.strerror}; name another file with --resume", USAGE)

    def _print(self) -> None:
        from dosmesas.session.tell_simulation import Simulated, simulation_lines, simulation_record

        asked, seconds = self.options, max(1e-9, time.monotonic() - self.started)
        done = Simulated(self.pack, self.progress.summary, asked.view, asked.bot, asked.seed, seconds)
        if asked.as_json:
            click.echo(json.dumps(simulation_record(done), ensure_ascii=False, indent=1))
            return
        from dosmesas.plain.page import Page

        Page(sys.stdout, self.language).lines(simulation_lines(done, self.language))
