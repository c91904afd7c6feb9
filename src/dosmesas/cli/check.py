"""`check`: every problem of a pack in one run."""

import sys
from pathlib import Path

import click

from dosmesas.cli.fail import FINDINGS, USAGE, fail
from dosmesas.cli.report import report


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
