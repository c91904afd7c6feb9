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
def told(language: str | None = None) -> Iterator[None]:
    """Turn what the player can do something about into a message and an exit code.

    It is told in the language that was asked for, else in the player's own.
    """
    try:
        yield
    except Exception as error:
        _tell(error, language)
        raise


def mixed_layers(error: Exception) -> bool:
    """Whether a pack cannot be played as a batch; asks without loading what plays batches."""
    cards = sys.modules.get("dosmesas.sim.batch.cards")
    return cards is not None and isinstance(error, cards.MixedLayersError)


def _tell(error: Exception, asked: str | None) -> None:
    """Say what a player can do about an error, and stop; nothing where it is a bug.

    What it knows of is imported here: whoever starts the screens would else wait for all of it.
    """
    from dosmesas.journal.journal import JournalError
    from dosmesas.load.loading import BrokenPackError
    from dosmesas.load.locate import NotFoundError
    from dosmesas.load.view import BrokenViewError
    from dosmesas.session.languages import own_language
    from dosmesas.session.setup import SetupError
    from dosmesas.text.phrase import phrase

    language = asked or own_language()
    match error:
        case NotFoundError() | SetupError():
            fail(error.said.told(language), USAGE)
        case JournalError():
            fail(str(error))
        case _ if mixed_layers(error):
            kinds = phrase(
                "card '{card}' speaks against cards of more than one kind. Many games are weighed kind by"
                " kind: let its 'against:' name reasons or rebuttals, and write a second card for the others",
                card=str(error),
            )
            fail(kinds.told(language))
        case BrokenPackError():
            from dosmesas.cli.report import report

            click.echo(report(error.loaded, language), err=True)
            fail(phrase("the pack cannot be played until its errors are mended").told(language))
        case BrokenViewError():
            from dosmesas.text.render import render

            click.echo(render(error.loaded.problems, error.loaded.sources.line, language), err=True)
            end = phrase("nothing can be played under the worldview until its errors are mended")
            fail(end.told(language))
