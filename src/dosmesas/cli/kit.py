"""The commands of those who test rules: their options; the work is in modules beside."""

from typing import Any

import click

_LANGUAGES = click.Choice(["en", "es"])


@click.command()
@click.argument("pack", default="culiacan")
@click.option(
    "--examples",
    type=click.IntRange(1, 10**9),
    help="Play so many games; without it, until the time is over.",
)
@click.option("--minutes", type=click.FloatRange(0, 10**5, min_open=True), default=1.0, show_default=True)
@click.option("--seed", type=click.IntRange(0, 2**62), default=0, show_default=True, help="Other games.")
@click.option("--only", metavar="TEXT", multiple=True, help="Hold games to what has this in its name, alone.")
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def fuzz(**options: Any) -> None:
    """Play PACK as nobody would, and find the shortest game that breaks a rule. Where one does, exit 1."""
    from dosmesas.cli.fuzz import FuzzOptions, fuzz_pack

    fuzz_pack(FuzzOptions(**options))


@click.command()
@click.argument("pack", default="culiacan")
@click.option(
    "--from",
    "source",
    type=click.Choice(["tests", "saves", "playouts", "all"]),
    default="tests",
    show_default=True,
    help="Which games: of the pack's tests, recorded ones, played for this.",
)
@click.option(
    "--save",
    "saves",
    multiple=True,
    type=click.Path(dir_okay=False),
    help="This save too; may come again.",
)
@click.option("--games", type=click.IntRange(1, 10**6), default=100, show_default=True, help="Of playouts.")
@click.option("--seed", type=click.IntRange(0, 2**62), default=0, show_default=True, help="The first one.")
@click.option("--bot", metavar="NAME", default="random", show_default=True, help="Who plays every seat.")
@click.option("--html", type=click.Path(dir_okay=False), help="Write the files with marks as one page, too.")
@click.option("--worldview", "view", metavar="ID", default="authors", show_default=True, help="Of playouts.")
@click.option("--at-least", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit 1 for less.")
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def coverage(**options: Any) -> None:
    """Say what of PACK was at work in games, and what never was: events, options, rules, conditions."""
    from dosmesas.cli.coverage import CoverageOptions, print_coverage

    print_coverage(CoverageOptions(**options))


@click.command()
@click.argument("pack", default="culiacan")
@click.option(
    "--mutants", type=click.IntRange(1, 10**6), default=500, show_default=True, help="A sample of so many."
)
@click.option("--all", "every", is_flag=True, help="All of them, however long it takes.")
@click.option("--only", metavar="ID", help="Those of one rule, option, deal, event, bulletin or ending.")
@click.option("--seed", type=click.IntRange(0, 2**20), default=0, show_default=True, help="Another sample.")
@click.option(
    "--games",
    type=click.IntRange(2, 10**6),
    default=2000,
    show_default=True,
    help="Games that show whether a mutant makes a difference.",
)
@click.option("--at-least", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 below N percent killed.")
@click.option(
    "--tests",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write tests that notice what nothing noticed.",
)
@click.option("--workers", type=click.IntRange(1, 64), help="Processes; without it, one a processor.")
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def mutate(**options: Any) -> None:
    """Change the rules of PACK one place at a time, and say which changes no test would notice."""
    from dosmesas.cli.mutate import MutateOptions, print_mutants

    print_mutants(MutateOptions(**options))


KIT = (fuzz, coverage, mutate)
"""The commands in the order in which they are listed."""
