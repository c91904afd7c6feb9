"""Where plain mode writes: lines of at most 79 characters, broken between words, nothing ever redrawn."""

import re
from collections.abc import Iterable
from typing import TextIO

from attrs import frozen

from dosmesas.text.catalog import say
from dosmesas.text.folding import folded
from dosmesas.text.safe import shown

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
"""What an abbreviation at the end of a sentence leaves: one full stop is enough."""


@frozen
class Page:
    """An output stream and the language of the one who reads it."""

    out: TextIO
    language: str

    def line(self, text: str = "") -> None:
        """Write one line, wrapped; a leading indent is kept for what follows."""
        text = _TWO_STOPS.sub(".", shown(text))
        self.out.write("\n".join(folded(text)) + "\n")

    def lines(self, texts: Iterable[str]) -> None:
        """Write several."""
        for text in texts:
            self.line(text)

    def say(self, key: str, **values: object) -> None:
        """Write a text of the catalog."""
        self.line(say(self.language, key, **values))

    def prompt(self) -> None:
        """Write the prompt and leave the line open."""
        self.out.write(say(self.language, "prompt"))
        self.out.flush()

    def gap(self) -> None:
        """An empty line."""
        self.out.write("\n")
