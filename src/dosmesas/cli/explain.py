"""`explain`: what a name in a pack or in the game stands for."""

import json
import re
import sys

import click

from dosmesas.cli.fail import USAGE, fail, told

_CODE = re.compile(r"[A-Za-z]\d{3,5}")
"""What looks like the code of a check; ids that look so are not in use."""


def print_code(code: str, language: str) -> None:
    """The page of a code of `check`, with an example."""
    from dosmesas.desk.codes.pages import NoPageError
    from dosmesas.desk.handbook.telling import told, unknown_code

    try:
        click.echo("\n".join(told(code.upper(), language)))
    except NoPageError:
        fail(unknown_code(code, language), USAGE)


def print_explanation(name: str, pack_name: str, language: str | None, *, as_json: bool = False) -> None:
    """A code of `check`; else all that is called so, of whatever kind, as lines or as a list in JSON."""
    from dosmesas.cli.languages import language_of
    from dosmesas.session.languages import own_language

    if _CODE.fullmatch(name):
        print_code(name, language or own_language())
        return
    with told(language):
        from dosmesas.desk.explain.find import UnknownNameError, answers
        from dosmesas.load.loading import load_pack
        from dosmesas.plain.page import Page
        from dosmesas.text.catalog import say

        pack = load_pack(pack_name)
        language = language or language_of(pack)
        try:
            found = answers(pack, name, language)
        except UnknownNameError as error:
            key = "explain_near" if error.nearest else "explain_unknown"
            fail(say(language, key, pack=pack.id, name=name, near=error.nearest), USAGE)
        if as_json:
            click.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=1))
            return
        page = Page(sys.stdout, language)
        for number, one in enumerate(found):
            if number:
                page.gap()
            page.lines(one.told(language))
