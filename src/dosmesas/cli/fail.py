"""How commands fail: one clear message on stderr, and the right exit code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

FINDINGS = 1
USAGE = 2


def fail(message: str, code: int = FINDINGS) -> NoReturn:
    """Say what is wrong and stop."""
    from dosmesas.text.safe import shown

    click.echo(f"dosmesas: {shown(message)}", err=True)
    sys.exit(code)


@contextmanager
def told() -> Iterator[None]:
    """Turn what the player can do something about into a message and an exit code."""
    from dosmesas.journal.journal import JournalError
    from dosmesas.load.loading import BrokenPackError
    from dosmesas.load.locate import NotFoundError
    from dosmesas.load.view import BrokenViewError
    from dosmesas.session.setup import SetupError

    try:
        yield
    except (NotFoundError, SetupError) as error:
        fail(str(error), USAGE)
    except JournalError as error:
        fail(str(error))
    except BrokenPackError as error:
        from dosmesas.cli.report import report

        click.echo(report(error.loaded), err=True)
        fail("the pack cannot be played until its errors are mended")
    except BrokenViewError as error:
        from dosmesas.text.render import render

        click.echo(render(error.loaded.problems, error.loaded.sources.line), err=True)
        fail("nothing can be played under the worldview until its errors are mended")
