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


TESTERS = (simulate,)
"""The commands in the order in which they are listed."""
