"""A game that was found, played again in a test file."""

from collections.abc import Mapping, Sequence

from dosmesas.testing.fuzz.replay import Replay
from dosmesas.testing.fuzz.target import Target
from dosmesas.text.diagnostic import did_you_mean


def play_again(
    pack: str, keeps: str, *, plays: Sequence[Mapping[str, str]], view: str = "authors", seed: int = 0
) -> None:
    """Play a game of a pack (an id or a folder) and hold each of its states to what `keeps` names.

    `plays` are the actions of the seats to move, point by point, as `dosmesas fuzz` prints them; a game whose
    decisions are not legal any more is played as far as they are.

    Raises:
        AssertionError: it does not keep it; the message says what is wrong, and where.
        ValueError: there is no such property or worldview; the message names the nearest.
        NotFoundError: there is no such pack.
        BrokenPackError: the pack has errors.
    """
    target = Target.of(pack)
    if keeps not in target.properties:
        raise ValueError(
            f"nothing that {pack} keeps is called '{keeps}'. {did_you_mean(keeps, target.properties)}"
        )
    views = target.pack.ruleset.worldviews
    if view not in views:
        raise ValueError(f"no worldview '{view}'; there are {', '.join(views)}")
    one = target.properties[keeps]
    for walk in Replay(view, seed, tuple(plays)).walks(target.game(view)):
        wrong = one.first(walk)
        if wrong is not None:
            where = f"{one.where}: " if one.where else ""
            raise AssertionError(f"{where}{keeps}: {wrong.text}")
