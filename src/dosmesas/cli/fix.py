"""`check --fix`: what can be mended safely is mended, and shown as a diff."""

import sys

import click

from dosmesas.cli.check import folders_of
from dosmesas.cli.fail import FINDINGS, USAGE, fail


def fix_paths(paths: tuple[str, ...], *, dry: bool) -> None:
    """Mend each pack as far as that is safe; exit 1 where something is left, or (`dry`) would be mended."""
    from dosmesas.cli.report import report
    from dosmesas.desk.checking import check
    from dosmesas.desk.fix.fixing import fix
    from dosmesas.desk.fix.writing import NotWrittenError, diff, write

    left = 0
    for folder in folders_of(paths):
        found = fix(folder)
        for text in diff(found.changes):
            click.echo(text)
        if not dry:
            try:
                write(found.changes)
            except NotWrittenError as error:
                fail(str(error), USAGE)
        click.echo(_told(found.mended, len(found.changes), dry=dry), err=True)
        now = check(folder)
        if not dry:
            click.echo(report(now))
        left += len(now.problems)
    sys.exit(FINDINGS if left else 0)


def _told(mended: int, files: int, *, dry: bool) -> str:
    if not mended:
        return "Nothing that can be mended without a decision."
    what = f"{mended} finding{'s' if mended > 1 else ''} in {files} file{'s' if files > 1 else ''}"
    return f"{what} would be mended. Nothing was written." if dry else f"{what} mended."
