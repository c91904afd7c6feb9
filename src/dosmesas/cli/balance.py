"""`balance`: what the debates of a pack are like when they are played out."""

import json
import sys
import time

import click

from dosmesas.cli.fail import told

_PATIENCE = 0.5
"""Seconds after which a wait is told."""


def print_balance(name: str, hands: int, view: str, language: str | None, *, as_json: bool) -> None:
    """Play out every argued option with so many hands, and print what came of it."""
    with told():
        from dosmesas.cli.play import language_of
        from dosmesas.load.loading import load_pack
        from dosmesas.session.tell_balance import balance_lines, balance_record
        from dosmesas.sim.debates import report

        pack = load_pack(name)
        views = pack.ruleset.worldviews
        if view not in views:
            raise click.UsageError(f"no worldview '{view}'; there are {', '.join(views)}")
        language = language or language_of(pack)
        found = report(pack, views[view], hands, Progress())
        if as_json:
            click.echo(json.dumps(balance_record(pack, found), ensure_ascii=False, indent=1))
            return
        from dosmesas.plain.page import Page

        Page(sys.stdout, language).lines(balance_lines(pack, found, language))


class Progress:
    """Says on stderr how far the work is, once it takes longer than a moment."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show it, where somebody sits there."""
        if not sys.stderr.isatty() or time.monotonic() - self.begun < _PATIENCE:
            return
        end = "\n" if done == total else ""
        click.echo(f"\r{done} / {total}{end}", err=True, nl=False)
