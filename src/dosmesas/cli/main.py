"""`dosmesas`: the commands and their options. What a command does lives beside, in its own module."""

import gc
import sys
from typing import Any

import click

from dosmesas import __version__
from dosmesas.cli.authoring import AUTHORS
from dosmesas.cli.kit import KIT
from dosmesas.cli.testers import TESTERS

_LANGUAGES = click.Choice(["en", "es"])
_DRAWS = click.Choice(["fixed", "least", "greatest"])
_RULES = click.Choice(["now", "old"])
_DETAILS = click.Choice(["first", "full"])
_LEVELS = click.Choice(["novice", "advocate", "expert"])
_PARTS = click.Choice(["alternate", "all", "auto"])


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dosmesas")
@click.pass_context
def dosmesas(context: click.Context) -> None:
    """Dos Mesas: act as a Mexican or U.S. official, choose, and see why each number moved."""
    if context.invoked_subcommand is None:
        from dosmesas.cli.play import title

        title()


@dosmesas.command()
@click.argument("pack", metavar="PACK|CODE", default="culiacan")
@click.option(
    "--as", "seats", metavar="OFFICE[,OFFICE]", help="The office you hold; two for two at one keyboard."
)
@click.option(
    "--difficulty",
    type=click.Choice(["gentle", "fair", "hard", "severe"]),
    default="fair",
    show_default=True,
    help="Who plays the rest, how well they argue, how warmly your home tables begin.",
)
@click.option("--counterpart", metavar="BOT", help="Who plays the rest, whatever the difficulty.")
@click.option("--level", type=_LEVELS, help="How well the others argue, whatever the difficulty.")
@click.option(
    "--argue",
    type=_PARTS,
    default="alternate",
    show_default=True,
    help="Your part of a debate: the case and by turns reply or rebuttal; all of it; none.",
)
@click.option("--minutes", type=click.IntRange(1, 600), help="The time there is: debates are cut to fit.")
@click.option("--short", is_flag=True, help="The short version of a pack that has one.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The same seed gives the same chances.")
@click.option("--lang", "language", type=_LANGUAGES, help="en or es; without it, your locale's.")
@click.option(
    "--worldview",
    "view",
    metavar="ID|FILE.yaml",
    default="authors",
    show_default=True,
    help="Which claims the rules believe.",
)
@click.option("--plain", is_flag=True, help="Lines of text only: for a screen reader, a pipe, a transcript.")
@click.option(
    "--save", type=click.Path(dir_okay=False), help="Where to save; without it, in the folder of saves."
)
@click.option("--draws", type=_DRAWS, default=None, help="For tests: chance that always gives the same.")
@click.option("--detail", type=_DETAILS, help="Forecasts in bands or in points; without it, as set.")
@click.option(
    "--guide/--no-guide", default=None, help="Explain new words as they come, or not; without it, as set."
)
def play(**options: Any) -> None:
    """Play PACK: its id, its folder, or a game code such as culiacan:us.president:4821."""
    from dosmesas.cli.play import PlayOptions, play_pack

    play_pack(PlayOptions(**options))


@dosmesas.command()
@click.argument("pack", default="culiacan")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=7, show_default=True)
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--counterpart", metavar="BOT", default="persona", show_default=True)
@click.option("--level", type=_LEVELS, default="advocate", show_default=True)
def demo(**options: Any) -> None:
    """Watch bots play a short game, narrated with its receipts."""
    from dosmesas.cli.play import demo_pack

    demo_pack(**options)


@dosmesas.command()
@click.argument("save", required=False, type=click.Path(dir_okay=False))
@click.option("--plain", is_flag=True, help="Lines of text only.")
@click.option(
    "--fork",
    metavar="TURN",
    type=click.IntRange(1),
    help="A new game from the beginning of that turn, with the same seed; SAVE stays as it is.",
)
@click.option(
    "--rules", type=_RULES, help="Where the pack has changed: its rules of now, or those of the save."
)
@click.option("--from-whole-part", is_flag=True, help="Where a save is damaged: go on from what is whole.")
@click.option("--detail", type=_DETAILS, help="Forecasts in bands or in points; without it, as set.")
@click.option(
    "--guide/--no-guide", default=None, help="Explain new words as they come, or not; without it, as set."
)
def resume(  # noqa: PLR0913 - the options of a command
    save: str | None,
    *,
    plain: bool,
    fork: int | None,
    rules: str | None,
    from_whole_part: bool,
    detail: str | None,
    guide: bool | None,
) -> None:
    """Go on with SAVE, from its last decision; without it, with the newest that is not finished."""
    from dosmesas.cli.play import fork_save, resume_save, settings_said

    said = settings_said(detail, guide=guide)
    if fork is not None:
        fork_save(save, fork, plain=plain, said=said)
        return
    resume_save(save, plain=plain, rules=rules, from_whole_part=from_whole_part, said=said)


@dosmesas.command()
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def saves(language: str | None, *, as_json: bool) -> None:
    """List the saved games, the newest first: which game, how far, when, and what is wrong with them."""
    from dosmesas.cli.saves import print_saves

    print_saves(language, as_json=as_json)


@dosmesas.command()
@click.argument("save", type=click.Path(dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON.")
def replay(save: str, *, as_json: bool) -> None:
    """Tell a saved game again from its decisions."""
    from dosmesas.cli.saves import replay_save

    replay_save(save, as_json=as_json)


@dosmesas.command()
@click.argument("save", type=click.Path(dir_okay=False))
@click.option("--json", "as_json", is_flag=True)
def verify(save: str, *, as_json: bool) -> None:
    """Say whether a save is whole and plays again to the same states."""
    from dosmesas.cli.saves import verify_save

    verify_save(save, as_json=as_json)


@dosmesas.command()
@click.argument("save", type=click.Path(dir_okay=False))
@click.option(
    "--turn", type=click.IntRange(0), required=True, help="The turn at whose end to look; 0 is the start."
)
@click.option("--json", "as_json", is_flag=True)
def state(save: str, turn: int, *, as_json: bool) -> None:
    """Where every number stood at the end of a turn."""
    from dosmesas.cli.saves import print_state

    print_state(save, turn, as_json=as_json)


@dosmesas.command()
@click.argument("save", type=click.Path(dir_okay=False))
@click.argument("indicator")
@click.option("--turn", type=click.IntRange(1), help="Without it, the last turn that is over.")
@click.option("--json", "as_json", is_flag=True)
def why(save: str, indicator: str, turn: int | None, *, as_json: bool) -> None:
    """Why INDICATOR moved in a turn: rules, what they read, decisions, claims, paragraphs."""
    from dosmesas.cli.saves import print_why

    print_why(save, indicator, turn, as_json=as_json)


@dosmesas.command("what-if")
@click.argument("save", type=click.Path(dir_okay=False))
@click.option("--turn", type=click.IntRange(1), help="The turn whose decision is changed.")
@click.option("--choose", metavar="OFFICE=OPTION", help="What that office chooses instead.")
@click.option(
    "--say", metavar="OFFICE=DEAL", help="What it says instead: the id of a deal, decline or silent."
)
@click.option(
    "--worldview", "view", metavar="ID|FILE.yaml", help="Run the whole game under another worldview."
)
@click.option("--plain", is_flag=True, help="Sentences in place of tables.")
@click.option("--json", "as_json", is_flag=True, help="Both records and the first difference as JSON.")
def what_if(**options: Any) -> None:
    """Run a saved game again with one thing changed, and show both paths side by side."""
    from dosmesas.cli.whatif import WhatIfOptions, print_what_if

    print_what_if(WhatIfOptions(**options))


@dosmesas.command()
@click.argument("pack", default="culiacan")
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def worldviews(pack: str, language: str | None, *, as_json: bool) -> None:
    """What the worldviews of PACK believe, and why."""
    from dosmesas.cli.worldviews import print_worldviews

    print_worldviews(pack, language, as_json=as_json)


@dosmesas.command()
@click.option("--lang", "language", type=_LANGUAGES)
def settings(language: str | None) -> None:
    """Where your settings are kept, what they are, what is wrong with them, and a sample with all keys."""
    from dosmesas.cli.settings import print_settings

    print_settings(language)


for _command in (*AUTHORS, *TESTERS, *KIT):
    dosmesas.add_command(_command)


def run() -> None:
    """The entry point: exit codes 0 fine, 1 findings or failures, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        dosmesas(standalone_mode=False)
    except click.ClickException as error:
        from dosmesas.text.safe import shown

        # It repeats what was typed, which must not reach the terminal alive.
        error.message = shown(error.message)  # type: ignore[misc] # click calls it final
        error.show()
        sys.exit(2 if isinstance(error, click.UsageError) else error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    finally:
        gc.freeze()  # the program ends: nothing has to be looked through for what could be freed
