"""`settings`: the player's settings as a file that can be used as it is printed."""

import sys

import click

from dosmesas.cli.fail import FINDINGS
from dosmesas.session.languages import locale_language
from dosmesas.session.settings import CHOICES, read_settings, settings_file
from dosmesas.text.catalog import say
from dosmesas.text.safe import shown
from dosmesas.tui.commands import checked_keys, every_command


def print_settings(language: str | None) -> None:
    """The settings with their choices, and every command with its key, as TOML; problems on stderr."""
    path = settings_file()
    settings, problems = read_settings(path, language or locale_language())
    language = language or settings.language or locale_language()
    keys, wrong = checked_keys(settings.keys, language)
    click.echo(f"# {shown(say(language, 'settings_file', path=path))}")
    for name, choices in CHOICES.items():
        values = ", ".join(one or '""' for one in choices)
        click.echo(f"# {say(language, f'setting_{name}_about')} {values}")
        click.echo(f'{name} = "{settings.value(name)}"')
    click.echo(f"\n# {say(language, 'settings_keys_sample')}\n[keys]")
    for command in every_command().values():
        given = keys.get(command.id)
        line = f'{command.id} = "{given or command.key.partition(",")[0]}"'
        click.echo(f"{'' if given else '# '}{line}  # {say(language, command.name)}")
    for problem in (*problems, *wrong):
        click.echo(shown(problem), err=True)
    sys.exit(FINDINGS if problems or wrong else 0)
