"""`graph`: an event's debate as a map for other programs, or the debates of a pack by name."""

import sys

import click

from dosmesas.cli.fail import USAGE, fail, told


def print_graph(pack_name: str, event: str | None, option: str | None, language: str | None) -> None:
    """Print the debate of an event, or of one option; without an event, those that there are."""
    if option is not None and event is None:
        raise click.UsageError("'--option' wants the event too: add --event EVENT")
    with told():
        from dosmesas.cli.languages import language_of
        from dosmesas.load.loading import load_pack
        from dosmesas.session.tell_graph import NoDebateError, debate_lines, graph_lines

        pack = load_pack(pack_name)
        language = language or language_of(pack)
        if event is None:
            from dosmesas.plain.page import Page

            Page(sys.stdout, language).lines(debate_lines(pack, pack_name, language))
            return
        try:
            # Not through a page: a line of Argdown that is broken is another line.
            lines = graph_lines(pack, event, option, language)
        except NoDebateError as error:
            fail(str(error), USAGE)
        click.echo("\n".join(lines))
