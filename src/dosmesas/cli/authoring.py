"""The commands of whoever writes a pack, with their options; what they do lives beside."""

from typing import Any

import click

_LANGUAGES = click.Choice(["en", "es"])
_DETAILS = click.Choice(["first", "full"])
_FORMATS = click.Choice(["svg", "mermaid", "dot", "argdown"])
_SUPPOSINGS = click.Choice(["bands", "par"])
_PICTURES = click.Choice(["events", "claims"])


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


@click.command()
@click.argument("pack")
@click.option("--watch", is_flag=True, help="Again on every save, until Ctrl-C.")
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Lines of TURN OFFICE OPTION to play.",
)
@click.option("--save", metavar="SAVE", type=click.Path(dir_okay=False), help="Play the decisions of a save.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=1, show_default=True)
@click.option("--lang", "language", type=_LANGUAGES)
def preview(**options: Any) -> None:
    """Check PACK and play one line of decisions; with --watch, tell what each save changes of it."""
    from dosmesas.cli.preview import PreviewOptions, preview_pack

    preview_pack(PreviewOptions(**options))


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, for code scanning, or as annotations of GitHub Actions.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without a decision, and show it.")
@click.option("--dry-run", "dry", is_flag=True, help="With --fix: show it, and write nothing.")
@click.option("--lang", "language", type=_LANGUAGES, help="en or es; without it, as set, or your locale's.")
def check(paths: tuple[str, ...], form: str, language: str | None, *, fix: bool, dry: bool) -> None:
    """Check packs (all that come with the game, without PATH) and name every problem at its line."""
    if dry and not fix:
        raise click.UsageError("--dry-run goes with --fix")
    if fix and form != "text":
        raise click.UsageError("--fix shows a diff; for a program, --format json has every fix")
    if fix:
        from dosmesas.cli.fix import fix_paths

        fix_paths(paths, language, dry=dry)
    from dosmesas.cli.check import check_paths

    check_paths(paths, form, language)


@click.command("test")
@click.argument("paths", nargs=-1)
@click.option(
    "--games",
    type=click.IntRange(0, 10_000),
    default=5,
    show_default=True,
    help="Random games of each that are held to the invariants.",
)
@click.option("--only", metavar="WORDS", help="Only tests whose name has these words, and no random games.")
@click.option(
    "--accept", is_flag=True, help="Rewrite expectations that do not hold to what came, and show a diff."
)
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def trial(**options: Any) -> None:
    """Try the tests of PATHS: packs, game, folders of packs, single files; all tests without PATHS."""
    from dosmesas.cli.trial import TestOptions, run_tests

    run_tests(TestOptions(**options))


@click.command()
@click.argument("name")
@click.option(
    "--pack", default="culiacan", show_default=True, help="The pack to look in: its id or its folder."
)
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def explain(name: str, pack: str, language: str | None, *, as_json: bool) -> None:
    """What a code of check means; or what NAME is (a claim, rule, option, card ...) and who uses it."""
    from dosmesas.cli.explain import print_explanation

    print_explanation(name, pack, language, as_json=as_json)


@click.command()
@click.argument("pack", default="culiacan")
@click.option(
    "--what",
    type=_PICTURES,
    default="events",
    show_default=True,
    help="How events lead to events, or which claims drive which numbers.",
)
@click.option(
    "--format",
    "form",
    type=_FORMATS,
    help="Without it, by the end of --output; else svg (argdown: a debate).",
)
@click.option("--output", type=click.Path(dir_okay=False), help="The file to write; without it, stdout.")
@click.option("--about", metavar="NAME", help="Only what an indicator, claim, rule or option has to do with.")
@click.option("--worldview", "view", metavar="ID", default="authors", show_default=True)
@click.option("--debates", is_flag=True, help="List the debates of PACK in place of a picture.")
@click.option(
    "--debate", "--event", metavar="EVENT", help="The debate of EVENT in Argdown in place of a picture."
)
@click.option("--option", metavar="OPTION", help="The debate of this option alone.")
@click.option("--lang", "language", type=_LANGUAGES)
def graph(**options: Any) -> None:
    """Draw PACK for its author: events and what leads to them, or claims and the numbers they drive."""
    from dosmesas.cli.graph import GraphOptions, print_graph

    print_graph(GraphOptions(**options))


@click.command()
@click.argument("pack", default="culiacan")
@click.option(
    "--states",
    type=click.IntRange(1),
    default=1_000_000,
    show_default=True,
    help="Stop after so many states (about 1 GB a million).",
)
@click.option(
    "--minutes",
    type=click.FloatRange(0),
    default=10,
    show_default=True,
    help="Stop after so long; what lies beyond is then tried in part.",
)
@click.option(
    "--debates",
    type=_SUPPOSINGS,
    default="bands",
    show_default=True,
    help="Suppose that debates end in every way that a case can bring about, or as ordinary ones do.",
)
@click.option(
    "--games",
    type=click.IntRange(0, 100_000),
    default=100,
    show_default=True,
    help="Games played besides, for proof, where the search is not exact.",
)
@click.option(
    "--show",
    "shown",
    metavar="KIND:ID",
    multiple=True,
    help="A shortest way to an ending, event, option, deal, bulletin, rule or flag.",
)
@click.option("--worldview", "view", metavar="ID", default="authors", show_default=True)
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--json", "as_json", is_flag=True)
def search(**options: Any) -> None:
    """Find everything that can come of PACK, and prove what cannot; best replies; what check says of it."""
    from dosmesas.cli.search import SearchOptions, print_search

    print_search(SearchOptions(**options))


@click.command()
@click.argument("pack", default="culiacan")
@click.option(
    "--games", type=click.IntRange(1, 100), default=4, show_default=True, help="Games for each seat."
)
@click.option("--lang", "language", type=_LANGUAGES)
@click.option("--detail", type=_DETAILS, default="first", show_default=True)
@click.option(
    "--guide/--no-guide", default=True, show_default=True, help="With a newcomer's notes or without."
)
@click.option("--json", "as_json", is_flag=True)
def words(**options: Any) -> None:
    """Count the words that a turn of PACK puts before a player, against what it should have."""
    from dosmesas.cli.words import print_words

    print_words(**options)


AUTHORS = (check, trial, explain, schema, new, preview, graph, search, words)
"""The commands in the order in which an author needs them."""
