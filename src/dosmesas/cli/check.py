"""`check`: every problem of a pack in one run."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dosmesas.cli.fail import FINDINGS, USAGE, fail

if TYPE_CHECKING:
    from dosmesas.load.loading import Loaded


def check_paths(paths: tuple[str, ...]) -> None:
    """Check each pack; exit 1 when one has errors or warnings."""
    from dosmesas.load.loading import read
    from dosmesas.load.locate import NotFoundError, pack_folder, shipped_packs

    found = 0
    for path in paths or shipped_packs():
        try:
            folder: Path = pack_folder(path)
        except NotFoundError as error:
            fail(str(error), USAGE)
        loaded = read(folder)
        found += len(loaded.problems)
        click.echo(report(loaded))
    sys.exit(FINDINGS if found else 0)


def report(loaded: "Loaded") -> str:
    """The diagnostics, and a line that counts."""
    from dosmesas.text.render import render

    problems = loaded.problems
    errors, warnings = problems.errors, len(problems) - problems.errors
    files = len(loaded.sources.texts)
    total = f"{_count(errors, 'error')}, {_count(warnings, 'warning')} in {_count(files, 'file')}."
    if loaded.pack is not None:
        from dosmesas.load.citations import at_work

        claims = loaded.pack.ruleset.dossier.claims
        used = len(at_work(loaded.pack) & set(claims))
        total += f" {used} of {len(claims)} claims at work."
    text = render(problems, loaded.sources.line)
    return f"{text}\n{total}" if text else total


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
