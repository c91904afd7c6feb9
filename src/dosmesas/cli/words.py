"""`words`: how much a turn of a pack gives to read."""

import json
import sys
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING

import click

from dosmesas.cli.balance import Progress
from dosmesas.cli.fail import told

if TYPE_CHECKING:
    from dosmesas.plain.words import TurnWords


def print_words(
    pack: str, games: int, language: str | None, *, detail: str, guide: bool, as_json: bool
) -> None:
    """Play so many games for each seat, and print the words of a turn by how long it is argued."""
    with told(language):
        from dosmesas.cli.languages import language_of
        from dosmesas.load.loading import load_pack
        from dosmesas.plain.page import Page
        from dosmesas.plain.words import words_of_game
        from dosmesas.session.settings import Settings
        from dosmesas.session.setup import Setup

        loaded, settings = load_pack(pack), Settings(detail=detail, guide="on" if guide else "off")
        language = language or language_of(loaded)
        progress, found = Progress(), []
        for number, seat in enumerate(loaded.seats):
            for seed in range(games):
                progress(number * games + seed, len(loaded.seats) * games)
                found += words_of_game(loaded, Setup((seat,), seed, language=language), settings)
        if as_json:
            click.echo(json.dumps([*_rows(found)], ensure_ascii=False, indent=1))
            return
        from dosmesas.text.catalog import say

        page = Page(sys.stdout, language)
        page.line(say(language, "words_head", pack=loaded.title(language), turns=len(found)))
        for row in _rows(found):
            page.line("  " + say(language, "words_line", **row))


def _rows(found: list["TurnWords"]) -> Iterator[dict[str, str | int]]:
    """By how long a turn is argued: the median and the most words, the budget, and its debate in seconds."""
    for argue in dict.fromkeys(one.argue for one in sorted(found, key=lambda one: one.budget)):
        here = [one for one in found if one.argue is argue]
        yield {
            "argue": str(argue),
            "turns": len(here),
            "median": round(median(one.words for one in here)),
            "most": max(one.words for one in here),
            "budget": here[0].budget,
            "debate": round(median(one.debate for one in here)),
            "seconds": round(median(one.seconds for one in here)),
        }
