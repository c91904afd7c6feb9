"""The commands of whoever writes a pack, with their options; what they do lives beside."""

from typing import Any

import click


@click.command()
@click.argument("kind", required=False)
@click.option(
    "--pack",
    "pack_name",
    default="culiacan",
    show_default=True,
    help="Whose ids are suggested: an id or a folder.",
)
@click.option(
    "--output", metavar="FOLDER", type=click.Path(file_okay=False), help="Write those of all kinds here."
)
def schema(kind: str | None, pack_name: str, output: str | None) -> None:
    """The JSON Schema of a KIND of file, for an editor; without KIND, the kinds that there are."""
    from dosmesas.cli.schema import print_schema

    print_schema(kind, pack_name, output)


@click.command()
@click.argument("path", type=click.Path())
@click.option("--title", help="What the pack is called on screen.")
@click.option("--seats", metavar="OFFICE,OFFICE", help="Which two offices face each other.")
@click.option("--turns", type=int, help="How many turns a game has.")
@click.option(
    "--language",
    type=click.Choice(["en", "es", "both"]),
    default="both",
    show_default=True,
    help="Of its texts.",
)
@click.option("--ruleset", is_flag=True, help="With rules of its own: PATH/seeds, PATH/game, PATH/content.")
def new(**options: Any) -> None:
    """Write a small pack that plays into the new folder PATH; what is not said is asked."""
    from dosmesas.cli.new import NewOptions, write_pack

    write_pack(NewOptions(**options))
