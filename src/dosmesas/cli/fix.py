"""`check --fix`: what can be mended safely is mended, and shown as a diff."""

import sys

import click

from dosmesas.cli.check import folders_of
from dosmesas.cli.fail import FINDINGS, USAGE, fail
from dosmesas.cli.report import files_of, report
from dosmesas.text.phrase import Phrase, phrase


def fix_paths(paths: tuple[str, ...], asked: str | None = None, *, dry: bool) -> None:
    """Mend each pack as far as that is safe; exit 1 where something is left, or (`dry`) would be mended."""
    from dosmesas.desk.checking import check
    from dosmesas.desk.fix.fixing import fix
    from dosmesas.desk.fix.writing import NotWrittenError, diff, write
    from dosmesas.session.languages import own_language

    left, language = 0, asked or own_language()
    for folder in folders_of(paths, language):
        found = fix(folder)
        for text in diff(found.changes):
            click.echo(text)
        if not dry:
            try:
                write(found.changes)
            except NotWrittenError as error:
                fail(error.said.told(language), USAGE)
        click.echo(_told(found.mended, len(found.changes), dry=dry).told(language), err=True)
        now = check(folder)
        if not dry:
            click.echo(report(now, language))
        left += len(now.problems)
    sys.exit(FINDINGS if left else 0)


def _told(mended: int, files: int, *, dry: bool) -> Phrase:
    if not mended:
        return phrase("Nothing that can be mended without a decision.")
    what = phrase(
        "{findings} in {files}",
        findings=phrase("1 finding") if mended == 1 else phrase("{count} findings", count=mended),
        files=files_of(files),
    )
    if dry:
        return phrase("{what} would be mended. Nothing was written.", what=what)
    return phrase("{what} mended.", what=what)
