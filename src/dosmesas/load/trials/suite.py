"""All tests and invariants of a pack, or of a ruleset: the files of its folder tests/."""

from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from dosmesas.load.argued import check_bank
from dosmesas.load.coherence import check_ruleset
from dosmesas.load.fields import Fields
from dosmesas.load.folders import Folder, Kept
from dosmesas.load.loading import Loaded, scope_of
from dosmesas.load.locate import Roots
from dosmesas.load.nodes import Node, parse
from dosmesas.load.reach import check_reach
from dosmesas.load.reading import Reading
from dosmesas.load.ruleset import read_dossier, read_ruleset
from dosmesas.load.shapes.trials import TESTS_FILE
from dosmesas.load.source import Sources
from dosmesas.load.trials.alone import alone
from dosmesas.load.trials.desk import Desk
from dosmesas.load.trials.tests import conditions_of, read_invariant, read_trial
from dosmesas.model.rules import Pack
from dosmesas.model.trials import Invariant, Trial
from dosmesas.text.diagnostic import MOST_PROBLEMS, Problems, TooManyError
from dosmesas.text.phrase import phrase

FOLDER = "tests"
TEXT = "new tests"
"""What messages call a text that is in no file."""


@frozen(eq=False, repr=False, match_args=False)
class Suite:
    """The tests of a pack; `alone` where they lie beside game/, and the pack is one in which nothing happens.

    `home` is where tests/ lies.
    """

    pack: Pack
    home: Path
    trials: tuple[Trial, ...]
    invariants: tuple[Invariant, ...]
    alone: bool = False


def suite_of_pack(loaded: Loaded, folder: Path, kept: Kept | None = None) -> Suite | None:
    """The tests beside a pack; problems are added to its own. None where the pack cannot be played."""
    if loaded.pack is None:
        return None
    return _suite(loaded, loaded.pack, folder, kept, of_rules=False)


def suite_of_game(loaded: Loaded, game: Path, kept: Kept | None = None) -> Suite | None:
    """The tests beside the rules that a pack was read with."""
    if loaded.pack is None or loaded.rules is None:
        return None
    return _suite(loaded, alone(loaded.rules, 1), game, kept, of_rules=True)


def read_game(home: Roots, sources: Sources | None = None) -> Loaded:
    """seeds/ and game/ without a pack, as far as they can be played."""
    reading, sources = Reading(Problems(MOST_PROBLEMS)), sources or Sources()
    try:
        dossier = read_dossier(Folder(home.seeds, sources, reading))
        rules = read_ruleset(Folder(home.game, sources, reading), dossier)
        scope = scope_of(rules, reading)
        reading.resolve(scope)
        if reading.whole:
            check_ruleset(rules, reading)
            check_bank(rules, reading)
            check_reach(rules, None, scope, reading)
    except TooManyError:
        return Loaded(None, reading.problems, sources)
    pack = None if reading.problems.errors or not rules.offices else alone(rules, 1)
    return Loaded(pack, reading.problems, sources, reading.declared, rules)


def _suite(loaded: Loaded, pack: Pack, home: Path, kept: Kept | None, *, of_rules: bool) -> Suite:
    desk = _desk(loaded, pack, of_rules=of_rules)
    own = Folder(home, loaded.sources, desk.reading, {} if kept is None else kept)
    documents = own.files(FOLDER) if (home / FOLDER).is_dir() else []
    return Suite(pack, home, *_read(documents, desk), of_rules)


def suite_of_text(loaded: Loaded, text: str, suite: Suite) -> tuple[Suite, Problems]:
    """The tests in a text that is in no file yet, read as if it lay beside those of a suite; its problems."""
    problems = Problems(MOST_PROBLEMS)
    own = Loaded(loaded.pack, problems, loaded.sources, loaded.declared, loaded.rules)
    desk = _desk(own, suite.pack, of_rules=suite.alone)
    document = parse(text, TEXT, problems)
    return Suite(suite.pack, suite.home, *_read([document] if document else [], desk), suite.alone), problems


def _desk(loaded: Loaded, pack: Pack, *, of_rules: bool) -> Desk:
    reading = Reading(loaded.problems, pack.languages)
    for kind, names in loaded.declared.items():
        reading.declared[kind] = dict(names)
    reading.declared["test"], reading.declared["invariant"] = {}, {}
    return Desk(pack, reading, scope_of(pack.ruleset, reading), of_rules)


def _read(documents: Iterable[Node], desk: Desk) -> tuple[tuple[Trial, ...], tuple[Invariant, ...]]:
    """All tests and invariants of some files."""
    trials: list[Trial] = []
    invariants: list[Invariant] = []
    reading = desk.reading
    for document in documents:
        fields = Fields.of(document, TESTS_FILE, reading)
        if fields is None:
            continue
        if not fields.has("tests") and not fields.has("invariants"):
            message = phrase("a file of tests needs 'tests:' or 'invariants:'")
            fields.problem("E0111", message, fields.span)
        trials += filter(None, (read_trial(node, desk) for node in fields.entries("tests")))
        invariants += filter(None, (read_invariant(node, desk) for node in fields.entries("invariants")))
        fields.close()
    reading.resolve(desk.scope)
    desk.judged(conditions_of(trials, invariants))
    return tuple(trials), tuple(invariants)
