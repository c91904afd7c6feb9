"""`balance`: the certificate of a pack, or what its debates are like when they are played out."""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from dosmesas.cli.fail import FINDINGS, USAGE, fail, told

if TYPE_CHECKING:
    from dosmesas.model.rules import Pack

_PATIENCE = 0.5
"""Seconds after which a wait is told."""
_FEWEST = 20
"""Fewer games of each sweep say nothing of most figures: the dear sweeps would have one or none."""


@frozen
class BalanceOptions:
    """What the command line asked for."""

    pack: str
    debates: bool
    hands: int
    games: int | None
    seed: int
    deals: bool
    html: str | None
    workers: int | None
    view: str
    language: str | None
    as_json: bool


def print_balance(options: BalanceOptions) -> None:
    """Print the certificate and leave with 1 where something lies outside its bounds; or the debates."""
    with told(options.language):
        from dosmesas.cli.languages import language_of
        from dosmesas.load.loading import load_pack

        pack = load_pack(options.pack)
        views = pack.ruleset.worldviews
        if options.view not in views:
            raise click.UsageError(f"no worldview '{options.view}'; there are {', '.join(views)}")
        language = options.language or language_of(pack)
        if options.debates or options.deals:
            _print_debates(pack, options, language)
        else:
            _print_certificate(pack, options, language)


def _print_certificate(pack: "Pack", options: BalanceOptions, language: str) -> None:
    from dosmesas.sim.certificate.measure import Effort
    from dosmesas.sim.certificate.survey import Survey, certificate
    from dosmesas.sim.sweep.run import pool_of
    from dosmesas.sim.sweep.work import Rules

    if options.games is not None and options.games < _FEWEST:
        fail(f"a certificate wants --games {_FEWEST} or more, and says little below 2,000", USAGE)
    page = writable(options.html)
    effort = Effort.of(options.games) if options.games else Effort()
    asked = Survey(Rules.of(pack, options.view, ""), options.seed, effort)
    workers = options.workers or os.cpu_count() or 1
    with pool_of(workers) as pool:
        found = certificate(asked, pool, Progress())
    if page:
        from dosmesas.desk.certificate.page import certificate_page

        page.write_text(certificate_page(pack, found, effort.playouts), encoding="utf-8")
    if options.as_json:
        from dosmesas.desk.certificate.record import certificate_record

        click.echo(json.dumps(certificate_record(found), ensure_ascii=False, indent=1))
    else:
        from dosmesas.desk.certificate.lines import certificate_lines
        from dosmesas.plain.page import Page

        Page(sys.stdout, language).lines(certificate_lines(pack, found, language, effort.playouts))
    if found.outside():
        sys.exit(FINDINGS)


def writable(html: str | None) -> Path | None:
    """The file of the page, asked for before minutes of work and not after them."""
    if html is None:
        return None
    page = Path(html)
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"{page.parent} cannot be made: {error.strerror}; name another file with --html", USAGE)
    if not os.access(page if page.exists() else page.parent, os.W_OK):
        fail(f"{page} cannot be written; name another file with --html", USAGE)
    return page


def _print_debates(pack: "Pack", options: BalanceOptions, language: str) -> None:
    """Play out every argued option, with so many hands and in so many games, and print what came of it."""
    from dosmesas.session.tell_balance import balance_lines, balance_record
    from dosmesas.session.tell_home_tables import table_lines, table_record
    from dosmesas.sim.debates import report
    from dosmesas.sim.home_tables import sittings

    view = pack.ruleset.worldviews[options.view]
    found = report(pack, view, options.hands, Progress())
    sat = sittings(pack, view, 60 if options.games is None else options.games, Progress())
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
