"""What takes longer than a moment is said once, to whoever waits at a terminal; never in a transcript."""

import sys
import time

from attrs import define, field

from dosmesas.plain.page import Page

_MOMENT = 0.5
"""Seconds."""


@define
class Patience:
    """A line for stderr, written after a moment of waiting."""

    text: str
    _begun: float = field(init=False, factory=time.monotonic)
    _said: bool = field(init=False, default=False)

    def wait(self, page: Page) -> None:
        """Say it where it is due, after all that stands on the page."""
        if self._said or not sys.stderr.isatty() or time.monotonic() - self._begun < _MOMENT:
            return
        self._said = True
        page.out.flush()
        sys.stderr.write(f"{self.text}\n")
        sys.stderr.flush()
