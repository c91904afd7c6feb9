"""`fuzz`: games that nobody would play, until one breaks something; then the shortest that does."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import define, frozen

from dosmesas.cli.fail import FINDINGS, USAGE, fail, told

if TYPE_CHECKING:
    from dosmesas.testing.fuzz.chase import Chased
    from dosmesas.testing.fuzz.hunt import Caught, Hunt
    from dosmesas.testing.fuzz.kept import Kept
    from dosmesas.testing.fuzz.replay import Replay
    from dosmesas.testing.fuzz.target import Target
    from dosmesas.testing.fuzz.tell import Report

_INTERRUPTED = 130
_SHRINKS = 30.0
"""Seconds in which the shortest game is looked for; of a short run no more than half of it."""
_EVERY = 0.25
"""Seconds between two looks of the line of progress."""


@frozen
class FuzzOptions:
    """What the command line asked for."""

    pack: str
    examples: int | None
    minutes: float
    seed: int
    only: tuple[str, ...]
    language: str | None
    as_json: bool


def fuzz_pack(options: FuzzOptions) -> None:
    """Fuzz a pack; exit 1 with the shortest game where something is broken."""
    with told(options.language):
        from dosmesas.cli.languages import language_of
        from dosmesas.testing.fuzz.target import Target
        from dosmesas.text.catalog import say

        target = Target.of(options.pack, options.only)
        language = options.language or language_of(target.pack)
        if not target.properties:
            names = ", ".join(options.only)
            fail(say(language, "fuzz_no_property", pack=target.pack.id, names=names), USAGE)
        run = _Run(target, options, language, time.monotonic())
        report, code = run.result()
        _print(target, report, language, as_json=options.as_json)
        sys.exit(code)


@define(eq=False)
class _Run:
    target: "Target"
    options: FuzzOptions
    language: str
    begun: float
    shown: float = 0.0
    chased: float = 0.0

    @property
    def folder(self) -> Path:
        """Where findings are kept."""
        from dosmesas.session.setup import saves_folder

        return saves_folder() / "fuzz"

    def result(self) -> "tuple[Report, int]":
        """Hunt, chase, keep; what to print, and the exit code."""
        from dosmesas.testing.fuzz.hunt import Hunt

        hunt = Hunt(self.target, self.options.seed)
        mended, caught, code = list[str](), list["Caught"](), 0
        try:
            caught = self._known(mended) or self._hunt(hunt)
        except KeyboardInterrupt:
            code = _INTERRUPTED
        seconds = time.monotonic() - self.begun
        self._line("")
        found = self._chase(hunt, caught) if caught else None
        return self._report(hunt, found, seconds, mended, caught), FINDINGS if found else code

    def _known(self, mended: list[str]) -> "list[Caught]":
        from dosmesas.testing.fuzz.kept import known

        found = []
        for one in known(self.target, self.folder):
            if isinstance(one, str):
                mended.append(one)
            else:
                found.append(one)
        return found

    def _hunt(self, hunt: "Hunt") -> "list[Caught]":
        """Play until something is found, or the games or the time are over."""
        for _ in self._rounds(hunt):
            caught = hunt.next()
            if caught:
                return caught
        return []

    def _rounds(self, hunt: "Hunt") -> Iterator[None]:
        until = self.begun + 60 * self.options.minutes
        while time.monotonic() < until and hunt.games != self.options.examples:
            yield
            self._progress(hunt)

    def _chase(self, hunt: "Hunt", caught: "list[Caught]") -> "Chased":
        from dosmesas.testing.fuzz.chase import shortest
        from dosmesas.text.catalog import say

        text = say(self.language, "fuzz_chasing", games=hunt.games, name=caught[0].property.name)
        click.echo(text, err=True)
        started = time.monotonic()
        found = shortest(self.target, caught[0], min(_SHRINKS, 30 * self.options.minutes), self._shorter)
        self._line("")
        self.chased = time.monotonic() - started
        return found

    def _shorter(self, found: "Replay") -> None:
        from dosmesas.text.catalog import say

        self._line(say(self.language, "fuzz_shorter", count=found.decisions))

    def _report(
        self, hunt: "Hunt", found: "Chased | None", seconds: float, mended: list[str], caught: "list[Caught]"
    ) -> "Report":
        from dosmesas.testing.fuzz.tell import Report

        kept = self._keep(found) if found else None
        also = tuple(one.property.name for one in caught[1:])
        return Report(hunt, found, kept, seconds, self.chased, tuple(mended), also)

    def _keep(self, found: "Chased") -> "Kept | None":
        from dosmesas.journal.journal import JournalError
        from dosmesas.testing.fuzz.kept import keep
        from dosmesas.text.catalog import say

        try:
            return keep(self.target, found, self.folder)
        except (OSError, JournalError) as error:
            click.echo(say(self.language, "fuzz_unkept", why=str(error)), err=True)
            return None

    def _progress(self, hunt: "Hunt") -> None:
        now = time.monotonic()
        if now - self.shown < _EVERY or not sys.stderr.isatty():
            return
        from dosmesas.testing.fuzz.tell import progress_line

        self.shown = now
        self._line(progress_line(hunt, now - self.begun, self.language))

    def _line(self, text: str) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{text:<79}\r", err=True, nl=False)


def _print(target: "Target", report: "Report", language: str, *, as_json: bool) -> None:
    from dosmesas.testing.fuzz.tell import finding_lines, kept_lines, record, summary_lines
    from dosmesas.text.catalog import say
    from dosmesas.text.safe import shown

    if as_json:
        click.echo(json.dumps(record(target, report, language), ensure_ascii=False, indent=1))
        return
    lines = []
    if report.found:
        lines += [*finding_lines(target, report.found, language), ""]
        if report.also:
            lines.append(say(language, "fuzz_also", names=", ".join(report.also)))
        lines += kept_lines(report.kept, language) if report.kept else []
        lines.append("")
    else:
        lines.append(say(language, "fuzz_nothing", pack=target.pack.id))
    lines += summary_lines(report, language)
    click.echo("\n".join(map(shown, lines)))
