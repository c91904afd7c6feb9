"""`graph`: pictures of a pack for other programs, and an event's debate as a map of arguments."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from dosmesas.cli.fail import FINDINGS, USAGE, fail, told

if TYPE_CHECKING:
    from dosmesas.model.rules import Pack, Worldview


@frozen
class GraphOptions:
    """What was asked for; `form` is a format or None for that of the output's name, else SVG."""

    pack: str
    what: str
    form: str | None
    output: str | None
    about: str | None
    view: str
    debate: str | None
    option: str | None
    debates: bool
    language: str | None


def print_graph(asked: GraphOptions) -> None:
    """Write a picture of events or claims, or print a debate."""
    if asked.option is not None and asked.debate is None:
        raise click.UsageError("'--option' wants the event too: add --debate EVENT")
    if asked.about is not None and asked.what != "claims":
        raise click.UsageError("'--about' narrows the picture of claims: add --what claims")
    with told(asked.language):
        from dosmesas.cli.languages import language_of
        from dosmesas.load.loading import load_pack

        pack = load_pack(asked.pack)
        language = asked.language or language_of(pack)
        if asked.debates or asked.debate is not None:
            if asked.form not in {None, "argdown"}:
                raise click.UsageError("a debate is written as Argdown: leave --format out")
            _debate(pack, asked, language)
        else:
            _picture(pack, asked, language)


def _picture(pack: "Pack", asked: GraphOptions, language: str) -> None:
    from dosmesas.desk.graphs.draw import drawn, graph_of
    from dosmesas.desk.graphs.mermaid import MOST_ARROWS, MOST_CHARACTERS
    from dosmesas.text.catalog import say

    form = asked.form or _form_of(asked.output)
    if form == "argdown":
        raise click.UsageError("Argdown holds a debate: add --debate EVENT")
    graph = graph_of(pack, asked.what, _view(pack, asked.view), language, asked.about or "")
    if asked.about and not graph.boxes:
        fail(_no_such(pack, asked.about), USAGE)
    text = drawn(graph, asked.what, form)
    if form == "mermaid" and (len(graph.arrows) > MOST_ARROWS or len(text) > MOST_CHARACTERS):
        have = {"have": len(graph.arrows), "long": len(text)}
        limits = {"arrows": MOST_ARROWS, "characters": MOST_CHARACTERS}
        click.echo(say(language, "graph_mermaid_large", **limits, **have), err=True)
    _write(text, asked.output, language)


def _write(text: str, output: str | None, language: str) -> None:
    from dosmesas.text.catalog import say

    if output is None or output == "-":
        click.echo(text, nl=False)
        return
    try:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        fail(f"cannot write {output}: {error.strerror}", FINDINGS)
    click.echo(say(language, "graph_written", file=output), err=True)


def _form_of(output: str | None) -> str:
    """What the end of a file's name says; SVG where it says nothing."""
    ends = {".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot"}
    return ends.get(Path(output or "").suffix.lower(), "svg")


def _view(pack: "Pack", name: str) -> "Worldview":
    from dosmesas.text.diagnostic import did_you_mean

    views = pack.ruleset.worldviews
    if name not in views:
        hint = str(did_you_mean(name, views)) or f"there are {', '.join(views)}"
        fail(f"there is no worldview '{name}' in {pack.id}; {hint}", USAGE)
    return views[name]


def _no_such(pack: "Pack", name: str) -> str:
    from dosmesas.desk.movers import movers
    from dosmesas.text.diagnostic import did_you_mean

    numbers = [one for one in movers(pack) if not one.is_flag]
    known = {word for one in numbers for word in (one.target, one.owner, *one.because)}
    hint = str(did_you_mean(name, known)) or "it wants an indicator, claim, rule, option or deal"
    return f"nothing that moves a number of {pack.id} has to do with '{name}'; {hint}"


def _debate(pack: "Pack", asked: GraphOptions, language: str) -> None:
    """The debate of an event, or of one option; without an event, those that there are."""
    from dosmesas.session.tell_graph import NoDebateError, debate_lines, graph_lines

    if asked.debate is None:
        from dosmesas.plain.page import Page

        Page(sys.stdout, language).lines(debate_lines(pack, asked.pack, language))
        return
    try:
        # Not through a page: a line of Argdown that is broken is another line.
        lines = graph_lines(pack, asked.debate, asked.option, language)
    except NoDebateError as error:
        fail(str(error), USAGE)
    _write("\n".join(lines) + "\n", asked.output, language)
