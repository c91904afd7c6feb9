"""`balance`: what the debates of a pack are like when they are played out."""

import json
import sys
import time

import click
from attrs import frozen

from dosmesas.cli.fail import told

_PATIENCE = 0.5
"""Seconds after which a wait is told."""


@frozen
class BalanceOptions:
    """What the command line asked for."""

    pack: str
    hands: int
    games: int
    deals: bool
    view: str
    language: str | None
    as_json: bool


def print_balance(options: BalanceOptions) -> None:
    """Play out every argued option, with so many hands and in so many games, and print what came of it."""
    with told():
        from dosmesas.cli.languages import language_of
        from dosmesas.load.loading import load_pack
        from dosmesas.session.tell_balance import balance_lines, balance_record
        from dosmesas.session.tell_home_tables import table_lines, table_record
        from dosmesas.sim.debates import report
        from dosmesas.sim.home_tables import sittings

        pack = load_pack(options.pack)
        views = pack.ruleset.worldviews
        if options.view not in views:
            raise click.UsageError(f"no worldview '{options.view}'; there are {', '.join(views)}")
        language = options.language or language_of(pack)
        found = report(pack, views[options.view], options.hands, Progress())
        sat = sittings(pack, views[options.view], options.games, Progress())
        if options.as_json:
            record = {**balance_record(pack, found), **table_record(sat)}
            click.echo(json.dumps(record, ensure_ascii=False, indent=1))
            return
        from dosmesas.plain.page import Page

        page = Page(sys.stdout, language)
        page.lines(balance_lines(pack, found, language, deals=options.deals))
        page.lines(table_lines(sat, language))


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
