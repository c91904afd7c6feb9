"""The commands of those who ask what rules do in general: their options; the work is in modules beside."""

from typing import Any

import click

_LANGUAGES = click.Choice(["en", "es"])


@click.command()
@click.argument("pack", default="culiacan")
@click.option("--games", type=click.IntRange(1, 2**40), default=10_000, show_default=True)
@click.option(
    "--seed", type=click.IntRange(0, 2**62), default=0, show_default=True, help="The first of the seeds."
)
@click.option("--bot", metavar="NAME", default="persona", show_default=True, help="Who plays every seat.")
@click.option("--workers", type=click.IntRange(1, 1024), help="Processes; without it, one a processor.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask cluster that runs already plays instead.")
@click.option(
    "--resume",
    type=click.Path(dir_okay=False),
    help="Keep how far it is in this file, or go on from there.",
)
@click.option("--worldview", "view", metavar="ID", default="authors", show_default=True)
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def simulate(**options: Any) -> None:
    """Play many games of PACK by bots: endings, mandates and numbers, with how sure they are."""
    from dosmesas.cli.simulate import SimulateOptions, simulate_pack

    simulate_pack(SimulateOptions(**options))


@click.command()
@click.argument("pack", default="culiacan")
@click.option("--games", type=click.IntRange(1, 10**7), help="Games of each sweep; without it, 2,000.")
@click.option("--seed", type=click.IntRange(0, 2**20), default=0, show_default=True, help="Other games.")
@click.option("--html", type=click.Path(dir_okay=False), help="Write the certificate as one page, too.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes; without it, one a processor.")
@click.option("--debates", is_flag=True, help="In its place, what played debates leave.")
@click.option("--hands", type=click.IntRange(1, 1000), default=8, show_default=True, help="Of debates.")
@click.option("--deals", is_flag=True, help="Debates with each option's worst hand, to be read.")
@click.option("--worldview", "view", metavar="ID", default="authors", show_default=True)
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def balance(**options: Any) -> None:
    """Say whether PACK is fair: its certificate, with what to change first. Outside its bounds, exit 1."""
    from dosmesas.cli.balance import BalanceOptions, print_balance

    print_balance(BalanceOptions(**options))


@click.command()
@click.argument("what", metavar="PACK|SAVE", default="culiacan")
@click.option("--games", type=click.IntRange(2, 10**6), default=400, show_default=True, help="Games a claim.")
@click.option("--seed", type=click.IntRange(0, 2**20), default=0, show_default=True, help="Other games.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes; without it, one a processor.")
@click.option("--svg", type=click.Path(dir_okay=False), help="Draw it, too.")
@click.option("--worldview", "view", metavar="ID", default="authors", show_default=True)
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def sensitivity(**options: Any) -> None:
    """Say what hangs on which claim: each taken back alone, in many games of PACK or in the game of SAVE."""
    from dosmesas.cli.sensitivity import SensitivityOptions, print_sensitivity

    print_sensitivity(SensitivityOptions(**options))


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


TESTERS = (simulate, balance, sensitivity, mutate)
"""The commands in the order in which they are listed."""
