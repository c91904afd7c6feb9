"""`schema`: JSON Schemas of the files that an author writes, for an editor."""

from pathlib import Path

import click

from dosmesas.cli.fail import USAGE, fail, told


def print_schema(kind: str | None, pack_name: str, output: str | None) -> None:
    """Print the schema of one kind of file, write those of all kinds into a folder, or list the kinds."""
    from dosmesas.desk.schema.places import places
    from dosmesas.load.shapes.kinds import FILES

    names = [one.name for one in FILES]
    if kind is not None and kind not in names:
        from dosmesas.text.diagnostic import did_you_mean

        hint = str(did_you_mean(kind, names))
        fail(
            f"there is no kind of file '{kind}'. {hint + ' ' if hint else ''}Kinds: {', '.join(names)}", USAGE
        )
    if kind is None and output is None:
        for one in FILES:
            click.echo(f"{one.name:<12} {', '.join(places(one))}")
        return
    with told():
        _write(kind, pack_name, output)


def _write(kind: str | None, pack_name: str, output: str | None) -> None:
    from dosmesas.desk.schema.known import known_of
    from dosmesas.desk.schema.schemas import schemas
    from dosmesas.desk.schema.write import as_text, write_schemas
    from dosmesas.load.loading import read
    from dosmesas.load.locate import pack_folder

    loaded = read(pack_folder(pack_name))
    if loaded.problems.errors:
        click.echo(f"{pack_name} has errors, so ids are suggested without what they stand for.", err=True)
    known = known_of(loaded)
    if output is None:
        click.echo(as_text(schemas(known)[kind or ""]), nl=False)
        return
    try:
        written = write_schemas(Path(output), known)
    except OSError as error:
        fail(f"cannot write the schemas into {output}: {error.strerror}")
    click.echo(f"{len(written)} schemas in {output}", err=True)
