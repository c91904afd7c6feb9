"""Memory while the screens are up: what Textual keeps of them, and when Python looks through all of it."""

import gc
import sys

from textual._styles_cache import StylesCache

_YOUNG, _OLDER, _ALL = 20_000, 5, 10
"""So many new objects, and Python looks at them; so many times of that, and it looks further; and so on."""
_TURNS = 0.0005
"""Seconds that work in another thread may hold up a key."""
READING = 0.4
"""Seconds after which a new screen is being read, and nobody waits for anything."""


def let_go_of_screens() -> None:
    """Forget the painted lines of closed widgets.

    Textual 8 keeps the last 1,024 `StylesCache` objects alive, each with all its lines, as keys of a cache of
    two colours: 15 MB a game.
    """
    StylesCache.get_inner_outer.cache_clear()


def begin_game() -> None:
    """Look through everything now, and from then on leave out what is there: the rules and the program.

    Python would do so again and again in mid-game, and hold up a key for a third of a second each time.
    """
    sys.setswitchinterval(_TURNS)
    gc.set_threshold(_YOUNG, _OLDER, _ALL)
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def look_through() -> None:
    """Find what can be freed, while the player reads."""
    gc.collect()
