"""`preview`: check and play a pack, and again on every save."""

import sys
import time
from pathlib import Path

import click
from attrs import frozen

from dosmesas.cli.fail import FINDINGS, USAGE, fail, told

_PAUSE = 0.15
"""Seconds between two looks at the times of the files."""


@frozen
class PreviewOptions:
    """What `dosmesas preview` was asked for."""

    pack: str
    watch: bool = False
    decisions: str | None = None
    save: str | None = None
    seed: int = 1
    language: str | None = None


def preview_pack(options: PreviewOptions) -> None:
    """Look once, or until Ctrl-C; exit 1 where a single look finds something."""
    if options.decisions and options.save:
        raise click.UsageError("decisions come from '--decisions' or from '--save', not from both")
    from dosmesas.desk.preview.line import LineError
    from dosmesas.session.languages import own_language

    try:
        with told(options.language):
            _look(options)
    except LineError as error:
        fail(error.said.told(options.language or own_language()), USAGE)


def _look(options: PreviewOptions) -> None:
    from dosmesas.cli.report import report
    from dosmesas.desk.preview.desk import Preview
    from dosmesas.desk.preview.watching import stamps, watch
    from dosmesas.load.locate import pack_folder, roots_of
    from dosmesas.session.languages import own_language
    from dosmesas.session.setup import Setup
    from dosmesas.text.phrase import phrase

    folder, language = pack_folder(options.pack), options.language or own_language()
    preview = Preview(
        folder,
        Setup((), options.seed, language=language),
        _line,
        report,
        Path(options.decisions) if options.decisions else None,
        Path(options.save) if options.save else None,
    )
    if not options.watch:
        preview.look()
        sys.exit(0 if preview.sound else FINDINGS)
    home = roots_of(folder)
    places = [home.seeds, home.game, folder, *([preview.decisions] if preview.decisions else [])]
    click.echo(phrase("Watching the files; Ctrl-C ends it.").told(language), err=True)
    try:
        watch(preview.look, lambda: stamps(places), _wait)
    except KeyboardInterrupt:
        click.echo(err=True)


def _wait() -> bool:
    time.sleep(_PAUSE)
    return True


def _line(text: str) -> None:
    from dosmesas.text.safe import shown

    click.echo(shown(text))
