"""A worldview from a file of its own, or from the text that a save kept, against the claims of a pack."""

from pathlib import Path

from attrs import frozen

from dosmesas.load.nodes import parse
from dosmesas.load.reading import Reading
from dosmesas.load.rules import read_worldview
from dosmesas.load.source import Sources, shown_path
from dosmesas.model.rules import Pack, Worldview
from dosmesas.text.diagnostic import Problems
from dosmesas.text.phrase import PhraseError, phrase

KEPT = "the worldview kept in the save"
"""What messages call the text of a worldview that a save brought along."""


@frozen(eq=False, repr=False, match_args=False)
class LoadedView:
    """The outcome of a reading: the worldview where nothing is wrong, its text, and the problems."""

    view: Worldview | None
    text: str
    problems: Problems
    sources: Sources


class BrokenViewError(PhraseError):
    """The file has errors and cannot be played under; `loaded` holds them all."""

    def __init__(self, loaded: LoadedView) -> None:
        super().__init__(phrase("errors in the worldview: {count}", count=loaded.problems.errors))
        self.loaded = loaded


def read_view(path: Path, pack: Pack) -> LoadedView:
    """The worldview of a file; its id may not be that of a worldview of the pack."""
    problems, sources = Problems(), Sources()
    text = sources.read(path, problems)
    return _read(text, shown_path(path), pack, LoadedView(None, "", problems, sources), fresh=True)


def read_kept_view(text: str, pack: Pack) -> LoadedView:
    """The worldview of a text that was read before."""
    sources = Sources({KEPT: text})
    return _read(text, KEPT, pack, LoadedView(None, "", Problems(), sources), fresh=False)


def _read(text: str | None, name: str, pack: Pack, empty: LoadedView, *, fresh: bool) -> LoadedView:
    problems = empty.problems
    node = parse(text, name, problems) if text is not None else None
    reading = Reading(problems, ())
    ruleset = pack.ruleset
    for claim in ruleset.dossier.claims.values():
        reading.declare("claim", claim.id, claim.where)
    for assumption in ruleset.assumptions.values():
        reading.declare("claim", assumption.id, assumption.where)
    for known in ruleset.worldviews.values() if fresh else ():
        reading.declare("view", known.id, known.where)
    view = read_worldview(node, reading) if node is not None else None
    reading.look_up()
    return LoadedView(None if problems.errors else view, text or "", problems, empty.sources)
