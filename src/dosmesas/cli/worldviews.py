"""`worldviews`: the schools that a pack can be played under."""

import json
import sys

import click

from dosmesas.cli.fail import told


def print_worldviews(name: str, language: str | None, *, as_json: bool) -> None:
    """Every worldview of a pack, with its beliefs and reasons."""
    with told(language):
        from dosmesas.cli.languages import language_of
        from dosmesas.load.loading import load_pack
        from dosmesas.session.worldviews import stories, view_lines

        pack = load_pack(name)
        language = language or language_of(pack)
        found = stories(pack, language)
        if as_json:
            from attrs import asdict

            click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
            return
        from dosmesas.plain.page import Page

        page = Page(sys.stdout, language)
        for one in found:
            page.lines(view_lines(one, language))
            page.gap()
        page.say("view_use")
