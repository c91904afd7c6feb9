"""`explain`: what a name in a pack or in the game stands for."""

import json
import sys

import click

from dosmesas.cli.fail import USAGE, fail, told


def print_explanation(name: str, pack_name: str, language: str | None, *, as_json: bool = False) -> None:
    """All that is called so, of whatever kind, as lines or as a list in JSON."""
    with told():
        from dosmesas.cli.languages import language_of
        from dosmesas.desk.explain.find import UnknownNameError, answers
        from dosmesas.load.loading import load_pack
        from dosmesas.plain.page import Page

        pack = load_pack(pack_name)
        language = language or language_of(pack)
        try:
            found = answers(pack, name, language)
        except UnknownNameError as error:
            hint = f"did you mean '{error.nearest}'?" if error.nearest else "ids stand in the YAML files"
            fail(f"nothing in {pack.id} is called '{name}'; {hint}", USAGE)
        if as_json:
            click.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=1))
            return
        page = Page(sys.stdout, language)
        for number, one in enumerate(found):
            if number:
                page.gap()
            page.lines(one.told(language))
