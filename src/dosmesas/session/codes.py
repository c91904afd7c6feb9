"""Game codes: a set-up in one line that fits on a blackboard, and is typed where a game is started.

`culiacan:us.president:4821:hard:security-first:brisk`: the pack, the office (two with `+` between), the seed,
the difficulty or bot of the others, the worldview, the pace. What comes last may be left out.
"""

from collections.abc import Iterable

from attrs import frozen

from dosmesas.bots.known import players_of
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.rules import Pack
from dosmesas.session.difficulty import DIFFICULTIES, USUAL, Difficulty
from dosmesas.session.pace import WHOLE, paces_of
from dosmesas.session.setup import Setup
from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import nearest

_BETWEEN, _WITH = ":", "+"
_USUAL_VIEW = "authors"
_MOST_SEED = 2**63


class CodeError(Exception):
    """A code that names no game: the part that is wrong, and the nearest name that there is."""

    def __init__(self, key: str, like: str = "", **values: str) -> None:
        super().__init__(key)
        self._key, self._like, self._values = key, like, values

    def told(self, language: str) -> str:
        """What is wrong, for the one who typed it."""
        hint = say(language, "code_nearest", name=self._like) if self._like else ""
        return say(language, self._key, hint=hint, **self._values)


@frozen
class Coded:
    """What a code stands for: a pack and a set-up in a language of the pack."""

    pack: Pack
    setup: Setup


def is_code(text: str) -> bool:
    """Whether a text is meant as a code, and not as the id or folder of a pack."""
    return _BETWEEN in text and text.split(_BETWEEN, maxsplit=1)[0].strip().casefold() in shipped_packs()


def code_of(pack: str, setup: Setup) -> str:
    """The code of a set-up; nothing for one that a code cannot say, such as a worldview from a file."""
    if pack not in shipped_packs() or setup.view_text or setup.draws:
        return ""
    parts = [pack, _WITH.join(setup.seats), str(setup.seed)]
    further = [_opponent(setup), setup.view, setup.pace or WHOLE]
    if not further[0]:
        return ""
    usual = [USUAL, _USUAL_VIEW, WHOLE]
    while further and further[-1] == usual[len(further) - 1]:
        further.pop()
    return _BETWEEN.join([*parts, *further])


def _opponent(setup: Setup) -> str:
    """The difficulty, or the bot that plays the others as it does at the usual difficulty."""
    own = Difficulty(setup.counterpart, setup.level, setup.handicap)
    known = [name for name, one in DIFFICULTIES.items() if one == own]
    if known:
        return known[0]
    fair = DIFFICULTIES[USUAL]
    return setup.counterpart if (setup.level, setup.handicap) == (fair.level, fair.handicap) else ""


def read_code(code: str, language: str) -> Coded:
    """The game of a code; capitals and blanks do not matter.

    Raises:
        CodeError: a part names nothing that there is; it says which, and the nearest that there is.
    """
    parts = [part.strip().casefold() for part in "".join(code.split()).split(_BETWEEN)]
    if len(parts) < 3 or len(parts) > 6:
        raise CodeError("code_shape")
    pack = load_pack(_known("code_pack", parts[0], shipped_packs()))
    seats = tuple(_known("code_office", one, pack.seats) for one in parts[1].split(_WITH))
    if not (parts[2].isascii() and parts[2].isdigit() and int(parts[2]) < _MOST_SEED):
        raise CodeError("code_seed", found=parts[2])
    if len({*seats}) < len(seats):
        raise CodeError("code_twice", found=parts[1])
    opponent, view, pace = [*parts[3:], *["", "", ""][len(parts) - 3 :]]
    opponent = _known("code_opponent", opponent or USUAL, (*DIFFICULTIES, *players_of(pack)))
    fair = DIFFICULTIES[USUAL]
    how = DIFFICULTIES.get(opponent, Difficulty(opponent, fair.level, fair.handicap))
    return Coded(
        pack,
        Setup(
            seats,
            int(parts[2]),
            how.counterpart,
            _known("code_view", view or _USUAL_VIEW, pack.ruleset.worldviews),
            language if language in pack.languages else pack.languages[0],
            level=how.level,
            handicap=how.handicap,
            pace="" if pace in {"", WHOLE} else _known("code_pace", pace, paces_of(pack)),
        ),
    )


def _known(key: str, found: str, known: Iterable[str]) -> str:
    names = tuple(known)
    if found in names:
        return found
    raise CodeError(key, nearest(found, names), found=found, known=", ".join(names))
