"""`check`: every problem of a pack in one run."""

import sys
from typing import TYPE_CHECKING

import click

from dosmesas.cli.fail import FINDINGS, USAGE, fail
from dosmesas.text.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dosmesas.load.loading import Loaded
    from dosmesas.text.diagnostic import Diagnostic


def check_paths(paths: tuple[str, ...], form: str = "text", asked: str | None = None) -> None:
    """Check each pack; exit 1 when one has errors or warnings.

    It is told in the language that was asked for, else in the reader's own.
    """
    from dosmesas.desk.checking import check
    from dosmesas.session.languages import own_language

    language = asked or own_language()
    results: list[Loaded] = []
    for folder in folders_of(paths, language):
        results.append(check(folder))
        if form == "text":
            from dosmesas.cli.report import report

            click.echo(report(results[-1], language))
    if form != "text":
        _print_as(form, results, language)
    sys.exit(FINDINGS if any(len(one.problems) for one in results) else 0)


def folders_of(paths: tuple[str, ...], language: str) -> "list[Path]":
    """The folders of packs by id or path; without any, of all that come with the game."""
    from dosmesas.load.locate import NotFoundError, pack_folder, shipped_packs

    try:
        return [pack_folder(path) for path in paths or shipped_packs()]
    except NotFoundError as error:
        fail(error.said.told(language), USAGE)


def _print_as(form: str, results: "list[Loaded]", language: str) -> None:
    """All problems for a program; what two packs share is told once."""
    found: Iterable[Diagnostic] = dict.fromkeys(one for loaded in results for one in loaded.problems)
    hushed = dict.fromkeys(one for loaded in results for one in loaded.silenced)

    def line(file: str, number: int) -> str:
        return next(filter(None, (one.sources.line(file, number) for one in results)), "")

    if form == "json":
        from dosmesas.desk.formats.plain_json import as_json

        text = as_json(found, language, hushed, line)
    elif form == "sarif":
        from dosmesas.desk.formats.sarif import as_sarif

        text = as_sarif(found, language, hushed, line)
    else:
        from dosmesas.desk.formats.github import as_github

        text = as_github(found, language)
    if text:
        click.echo(text)
    full = [loaded.problems for loaded in results if loaded.problems.full]
    if full:
        more = phrase("there may be more: mend these first, then check again")
        if any(problems.errors for problems in full):
            more = phrase("the reading stopped early: mend these first, then check again")
        click.echo(f"dosmesas: {more.told(language)}", err=True)
