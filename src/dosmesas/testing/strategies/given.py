"""What a test hands to a strategy: a pack by its id or folder, or as it is; and what is wrong with it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from dosmesas.load.loading import BrokenPackError, load_pack
from dosmesas.load.locate import NotFoundError, shipped_packs
from dosmesas.model.rules import Pack, Ruleset, Worldview
from dosmesas.testing.strategies.drawn import DrawnPack, DrawnRules
from dosmesas.text.diagnostic import did_you_mean

Given = Pack | DrawnPack | str | Path
"""A pack, one that was drawn, the id of one that comes with the game, or the folder of one."""
AUTHORS = "authors"
"""The worldview that comes first wherever one is drawn."""
_TOLD = 3


def pack_of(given: Given) -> Pack:
    """The pack that is meant.

    Raises:
        InvalidArgument: it is none, there is none, or it has errors; the message says which, and what to do.
    """
    if isinstance(given, Pack):
        return given
    if isinstance(given, DrawnPack):
        return given.pack
    if not isinstance(given, str | Path):
        raise InvalidArgument(
            f"a pack is wanted, its id or its folder, such as 'culiacan'; this is {_kind(given)}"
        )
    return _shipped(given) if given in shipped_packs() else _read(given)


def ruleset_of(given: Given | Ruleset | DrawnRules) -> Ruleset:
    """The ruleset that is meant, or that of a pack.

    Raises:
        InvalidArgument: as for `pack_of`.
    """
    if isinstance(given, Ruleset):
        return given
    return given.ruleset if isinstance(given, DrawnRules) else pack_of(given).ruleset


def view_of(pack: Pack, view: str | Worldview) -> Worldview:
    """The worldview of a pack that is meant.

    Raises:
        InvalidArgument: the pack has none of this id.
    """
    if isinstance(view, Worldview):
        return view
    known = pack.ruleset.worldviews
    if view not in known:
        raise InvalidArgument(f"no worldview {view!r} in the pack '{pack.id}'; {_there(view, known)}")
    return known[view]


def whole(name: str, number: object, low: int, high: int | None = None) -> int:
    """A number that was handed over, once it is one within bounds.

    Raises:
        InvalidArgument: it is none.
    """
    fits = isinstance(number, int) and not isinstance(number, bool)
    if not isinstance(number, int) or not fits or number < low or (high is not None and number > high):
        bounds = f"{low} or more" if high is None else f"{low} to {high}"
        raise InvalidArgument(f"{name}={number!r}: a whole number is wanted, {bounds}")
    return number


def _there(name: object, known: Iterable[str]) -> str:
    """What there is in place of what there is not."""
    near = str(did_you_mean(name, known)) if isinstance(name, str) else ""
    return ". ".join(filter(None, (f"there are {', '.join(known)}", near[:1].upper() + near[1:])))


def _kind(thing: object) -> str:
    if isinstance(thing, SearchStrategy):
        return "a strategy: write packs().flatmap(games), or draw the pack first"
    return f"a {type(thing).__name__}"


@cache
def _shipped(name: str) -> Pack:
    return load_pack(name)


def _read(given: str | Path) -> Pack:
    try:
        return load_pack(str(given))
    except NotFoundError as error:
        raise InvalidArgument(str(error)) from None
    except BrokenPackError as error:
        wrong = [f"{one.span}: {one.message}" for one in error.loaded.problems if one.code.startswith("E")]
        more = "; dosmesas check tells the rest" if len(wrong) > _TOLD else ""
        raise InvalidArgument(f"{error} '{given}': {'; '.join(wrong[:_TOLD])}{more}") from None
