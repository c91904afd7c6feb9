"""`coverage`: what of a pack was at work in its tests, in recorded games or in games played for it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from dosmesas.cli.balance import Progress, writable
from dosmesas.cli.fail import fail, told

if TYPE_CHECKING:
    from dosmesas.desk.trial.finding import Found
    from dosmesas.testing.coverage.words import Words


@frozen
class CoverageOptions:
    """What the command line asked for."""

    pack: str
    source: str
    saves: tuple[str, ...]
    games: int
    seed: int
    bot: str
    view: str
    html: str | None
    at_least: float | None
    language: str | None
    as_json: bool


def print_coverage(options: CoverageOptions) -> None:
    """Play, count and print; exit 1 where less was at work than was asked for."""
    with told(options.language):
        from dosmesas.cli.languages import language_of
        from dosmesas.desk.trial.finding import Finder
        from dosmesas.load.loading import BrokenPackError
        from dosmesas.load.locate import pack_folder
        from dosmesas.testing.coverage.gathering import Asked, gather
        from dosmesas.testing.coverage.tally import Source
        from dosmesas.testing.coverage.words import Words

        found = Finder().found(pack_folder(options.pack))
        pack = found.loaded.pack
        if pack is None or found.loaded.problems.errors:
            raise BrokenPackError(found.loaded)
        language, page = options.language or language_of(pack), writable(options.html)
        sources = frozenset(Source if options.source == "all" else [Source(options.source)])
        saves = tuple(Path(one) for one in options.saves)
        asked = Asked(sources, saves, options.games, options.seed, options.bot, options.view, language)
        tally = gather(found, asked, Progress())
        words = Words(pack, tally, language, found.loaded.sources.line)
        _note(words, found, wanted=Source.TESTS in sources)
        if page:
            from dosmesas.testing.coverage.page import coverage_page

            page.write_text(coverage_page(words, found.loaded.sources.texts), encoding="utf-8", newline="\n")
        _print(words, as_json=options.as_json)
        if options.at_least is not None and tally.below(options.at_least):
            fail(words.too_little(options.at_least))


def _note(words: "Words", found: "Found", *, wanted: bool) -> None:
    """Say on stderr what could not be counted."""
    from dosmesas.text.safe import shown

    notes = [words.said("skipped", file=file, why=why) for file, why in words.tally.skipped]
    if wanted and not found.trials:
        notes.append(words.said("no_tests"))
    elif not words.tally.games.total():
        notes.append(words.said("no_games"))
    for one in notes:
        click.echo(f"dosmesas: {shown(one)}", err=True)


def _print(words: "Words", *, as_json: bool) -> None:
    if as_json:
        from dosmesas.testing.coverage.record import coverage_record

        click.echo(json.dumps(coverage_record(words), ensure_ascii=False, indent=1))
        return
    from dosmesas.testing.coverage.lines import coverage_lines
    from dosmesas.text.safe import shown

    # Not through a page: a line with a place in a file is not broken.
    for line in coverage_lines(words):
        click.echo(shown(line))
