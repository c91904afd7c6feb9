"""`sensitivity`: what the outcome of a pack, or of one saved game, hangs on."""

import json
import os
import sys
from pathlib import Path

import click
from attrs import frozen

from dosmesas.cli.balance import Progress
from dosmesas.cli.fail import USAGE, fail, told


@frozen
class SensitivityOptions:
    """What the command line asked for."""

    what: str
    games: int
    seed: int
    workers: int | None
    svg: str | None
    view: str
    language: str | None
    as_json: bool


def print_sensitivity(options: SensitivityOptions) -> None:
    """Print what hangs on which claim; a file that is a save is read as a game."""
    with told(options.language):
        if Path(options.what).is_file():
            _of_save(options)
        else:
            _of_pack(options)


def _of_pack(options: SensitivityOptions) -> None:
    from dosmesas.cli.languages import language_of
    from dosmesas.load.loading import load_pack
    from dosmesas.session.tell_sensitivity import Asked, sensitivity_lines, sensitivity_record
    from dosmesas.sim.sensitivity.survey import sensitivity
    from dosmesas.sim.sensitivity.work import claims_of
    from dosmesas.sim.sweep.run import pool_of
    from dosmesas.sim.sweep.work import Rules

    pack = load_pack(options.what)
    views = pack.ruleset.worldviews
    if options.view not in views:
        raise click.UsageError(f"no worldview '{options.view}'; there are {', '.join(views)}")
    claims = claims_of(pack, views[options.view])
    workers = options.workers or os.cpu_count() or 1
    with pool_of(workers) as pool:
        rules = Rules.of(pack, options.view, "")
        found = sensitivity(rules, claims, options.games, options.seed, pool, Progress())
    asked, language = Asked(pack, options.view, options.games), options.language or language_of(pack)
    if options.svg:
        from dosmesas.desk.certificate.tornado import tornado

        Path(options.svg).write_text(tornado(asked, found, language), encoding="utf-8")
    if options.as_json:
        click.echo(json.dumps(sensitivity_record(asked, found), ensure_ascii=False, indent=1))
        return
    from dosmesas.plain.page import Page

    Page(sys.stdout, language).lines(sensitivity_lines(asked, found, language))


def _of_save(options: SensitivityOptions) -> None:
    from dosmesas.cli.saves import replayed
    from dosmesas.session.hinges import HingeSearch
    from dosmesas.session.tell_sensitivity import saved_lines, saved_record

    session = replayed(options.what)
    if not session.game.is_terminal(session.state):
        fail(f"{options.what} is not over yet: there is no result that could hang on anything", USAGE)
    search, progress = HingeSearch(session, most=len(session.pack.ruleset.dossier.claims)), Progress()
    for number, _ in enumerate(search.steps(), 1):
        progress(number, len(search.claims))
    language = options.language or session.setup.language
    if options.as_json:
        click.echo(json.dumps(saved_record(session, search.found(), len(search.claims)), indent=1))
        return
    from dosmesas.plain.page import Page

    Page(sys.stdout, language).lines(saved_lines(session, search.found(), len(search.claims), language))
