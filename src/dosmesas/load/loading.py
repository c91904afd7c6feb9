"""The public door of the loader: one reader with two tempers, for playing and for checking."""

import gc
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from attrs import Factory, evolve, frozen

from dosmesas.lang.notes import span_of
from dosmesas.lang.scope import TURNS, YES_OR_NO, Declared, Kind, Scope
from dosmesas.load.argued import check_bank, check_debates
from dosmesas.load.awake import check_awake
from dosmesas.load.coherence import check_pack, check_ruleset
from dosmesas.load.folders import Folder, Kept
from dosmesas.load.locate import Roots, pack_folder, roots_of
from dosmesas.load.pack import read_home_news, read_languages, read_own_world, read_pack
from dosmesas.load.reach import check_reach
from dosmesas.load.reading import Reading
from dosmesas.load.renames import check_renames
from dosmesas.load.ruleset import read_dossier, read_ruleset
from dosmesas.load.source import Sources
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.text.diagnostic import MOST_PROBLEMS, Diagnostic, Problems, TooManyError
from dosmesas.text.local import NO_TEXT
from dosmesas.text.phrase import NOTHING, PhraseError, phrase
from dosmesas.text.span import NOWHERE, Span

_TURN = Declared(Kind.NUMBER, 1000, 36_000, TURNS, NOWHERE, NOTHING, whole=True)


@frozen(eq=False, repr=False, match_args=False)
class Loaded:
    """The outcome of a reading: problems, the texts that they point into, and a pack if it can be played.

    `declared` has the places of all ids, by kind, also where the pack cannot be played; `rules` are those
    of the game without what the pack changes of them; `reading` is all that was noted on the way; `silenced`
    are the warnings that the author has silenced, with the reasons.
    """

    pack: Pack | None
    problems: Problems
    sources: Sources
    declared: Mapping[str, Mapping[str, Span]] = Factory(dict)
    rules: Ruleset | None = None
    reading: Reading | None = None
    silenced: list[tuple[Diagnostic, str]] = Factory(list)


class BrokenPackError(PhraseError):
    """The pack has errors and cannot be played; `loaded` holds them all."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__(phrase("errors in the pack: {count}", count=loaded.problems.errors))
        self.loaded = loaded


def load_pack(name: str, home: Roots | None = None) -> Pack:
    """The pack to play, by id or path, with the texts that it was read from.

    Raises:
        NotFoundError: there is no such pack.
        BrokenPackError: it has errors.
    """
    folder = pack_folder(name)
    home = home or roots_of(folder)
    loaded = read(folder, home)
    if loaded.pack is None:
        raise BrokenPackError(loaded)
    places = {"seeds": home.seeds, "game": home.game, "pack": folder}
    from dosmesas.load.archive import named  # a check needs no archive

    return evolve(loaded.pack, digest=loaded.sources.digest(), sources=named(loaded.sources.texts, places))


def read(
    folder: Path,
    home: Roots | None = None,
    kept: Kept | None = None,
    instead: Mapping[str, str] | None = None,
) -> Loaded:
    """Read seeds/, game/ and a pack in full, collecting every problem.

    `home` is where the first two lie: without it, beside the content/ that holds the pack, or with the game.
    `kept` spares a second reading of the same folder all files that have not changed since. `instead` are
    texts that are read in the place of files, by the names under which messages show those.
    """
    problems, sources = Problems(MOST_PROBLEMS), Sources(instead=instead or {})
    collecting = gc.isenabled()
    gc.disable()  # tens of thousands of nodes come to be and none is garbage until the end
    try:
        return _read(
            folder, home or roots_of(folder), Reading(problems), sources, {} if kept is None else kept
        )
    except TooManyError:
        return Loaded(None, problems, sources)
    finally:
        # What was made is old at once, without a look through it. It does not stay frozen: games that lie
        # about until they are collected would then never be.
        gc.freeze()
        gc.unfreeze()
        if collecting:
            gc.enable()


def _read(folder: Path, home: Roots, reading: Reading, sources: Sources, kept: Kept) -> Loaded:
    problems = reading.problems
    game = Folder(home.game, sources, reading, kept)
    rules = read_ruleset(game, read_dossier(Folder(home.seeds, sources, reading, kept)))
    own = Folder(folder, sources, reading, kept)
    document = own.file("pack.yaml")
    reading.languages = read_languages(document)
    shared = read_own_world(own, document, rules)
    pack = read_pack(own, document, shared, read_home_news(game, document))
    own.close()
    ruleset = pack.ruleset if pack else shared
    scope = scope_of(ruleset, reading)
    reading.resolve(scope)
    if reading.whole:
        check_renames(reading)
        check_ruleset(ruleset, reading)
        check_bank(ruleset, reading)
        check_reach(ruleset, pack, scope, reading)
    if reading.whole and pack is not None:
        check_pack(pack, reading)
        check_debates(pack, reading)
        check_awake(pack, shared, problems)
    if pack is None or problems.errors:
        return Loaded(None, problems, sources, reading.declared)
    return Loaded(pack, problems, sources, reading.declared, rules, reading)


def scope_of(ruleset: Ruleset, reading: Reading) -> Scope:
    """What expressions may name."""
    names: dict[str, Declared] = {"turn": _TURN}
    for one in ruleset.indicators.values():
        note = span_of(one.low, one.high)
        if one.unit("en"):
            note = phrase("{unit}, {range}", unit=one.unit, range=note)
        where = reading.declared["indicator"].get(one.id, one.where)
        names[one.id] = Declared(Kind.NUMBER, one.low, one.high, one.unit, where, note, whole=one.counts)
    for flag in ruleset.flags.values():
        where = reading.declared["flag"].get(flag.id, flag.where)
        names[flag.id] = Declared(Kind.YES_NO, 0, 1, NO_TEXT, where, YES_OR_NO)
    options = reading.declared["option"]
    short = Counter(name.partition("/")[2] for name in options)
    unique = {end: where for name, where in options.items() if short[end := name.partition("/")[2]] == 1}
    return Scope(names, {**options, **unique}, reading.declared["event"])
