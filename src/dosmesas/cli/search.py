"""`search`: everything that can come of a pack, and what check says of it."""

import json
import sys
import time
from typing import TYPE_CHECKING

import click
from attrs import frozen

from dosmesas.cli.fail import FINDINGS, told

if TYPE_CHECKING:
    from dosmesas.session.tell_search import SearchTeller
    from dosmesas.sim.search.explore import Found, Progress
    from dosmesas.sim.search.facts import Fact

_PATIENCE = 0.5
"""Seconds after which a wait is told."""
_EVERY = 0.25
"""Seconds between two looks of the line that tells it."""


@frozen
class SearchOptions:
    """What the command line asked for."""

    pack: str
    states: int
    minutes: float
    debates: str
    games: int
    shown: tuple[str, ...]
    view: str
    language: str | None
    as_json: bool


def print_search(options: SearchOptions) -> None:
    """Search a pack and print what can come; exit 1 where something of the pack proves unreachable."""
    with told(options.language):
        from dosmesas.cli.languages import language_of
        from dosmesas.desk.checking import check
        from dosmesas.load.loading import BrokenPackError
        from dosmesas.load.locate import pack_folder
        from dosmesas.sim.search.debates import Supposing
        from dosmesas.sim.search.explore import Budget, search

        folder = pack_folder(options.pack)
        loaded = check(folder)
        pack = loaded.pack
        if pack is None:
            raise BrokenPackError(loaded)
        views = pack.ruleset.worldviews
        if options.view not in views:
            raise click.UsageError(f"no worldview '{options.view}'; there are {', '.join(views)}")
        budget = Budget(options.states, 60 * options.minutes)
        waiting = Waiting()
        found = search(pack, views[options.view], Supposing(options.debates), budget, waiting)
        waiting.end()
        shown = tuple(_fact(name, found) for name in options.shown)

        from dosmesas.desk.proofs import own, proofs
        from dosmesas.session.tell_search import Judged, SearchTeller
        from dosmesas.sim.search.plays import play
        from dosmesas.sim.search.worth import worth

        games = 0 if found.exact else options.games
        found.played = play(pack, found.view, games).seen
        language = options.language or language_of(pack)
        shared = frozenset(one for one in found.declared if not own(folder, found, one))
        judged = [Judged(one.finding.code, one.fact, one.verdict.value) for one in proofs(loaded, found)]
        _print(
            SearchTeller(found, language, worth(found), shared, judged, shown, games), as_json=options.as_json
        )


def _print(teller: "SearchTeller", *, as_json: bool) -> None:
    if as_json:
        from dosmesas.session.tell_search import search_record

        click.echo(json.dumps(search_record(teller), ensure_ascii=False, indent=1))
    else:
        from dosmesas.plain.page import Page

        Page(sys.stdout, teller.language).lines(teller.lines())
    if teller.found.exact and teller.unseen:
        sys.exit(FINDINGS)


def _fact(name: str, found: "Found") -> "Fact":
    """What `--show` names, as KIND:ID; an unknown one is wrong usage."""
    from dosmesas.text.diagnostic import did_you_mean

    known = {str(fact): fact for fact in found.declared}
    if name not in known:
        hint = str(did_you_mean(name, known)) or "give KIND:ID, such as ending:..."
        raise click.UsageError(f"nothing in the pack is called '{name}': {hint}")
    return known[name]


class Waiting:
    """Says on stderr how far a search is, once it takes longer than a moment, and how fast it goes."""

    def __init__(self) -> None:
        self.begun = self.last = time.monotonic()
        self.shown = False

    def __call__(self, at: "Progress") -> None:
        """Show it, where somebody sits there."""
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self.begun < _PATIENCE or now - self.last < _EVERY:
            return
        self.last, self.shown = now, True
        rate = at.states / (now - self.begun)
        turn = f"turn {at.layer[1]}"
        click.echo(
            f"\r{at.states:,} states, {turn}, {at.done:,} of {at.there:,}, {rate:,.0f} a second   ",
            err=True,
            nl=False,
        )

    def end(self) -> None:
        """Leave the line."""
        if self.shown:
            click.echo(err=True)
