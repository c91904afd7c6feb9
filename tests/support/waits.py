"""How long tests of screens wait after a key: Textual's pilot looks four times a key whether all is quiet."""

from textual import _wait

_LOOK = 1 / 100
_QUIET = 20
"""One part in so many of the time between two looks may be work where all is quiet."""


def wait_less() -> None:
    """Look twice as often as Textual does; a third of the time of these tests was waiting."""
    _wait.SLEEP_GRANULARITY = _LOOK
    _wait.SLEEP_IDLE = _LOOK / _QUIET
