"""The commands of whoever writes a pack, with their options; what they do lives beside."""

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
