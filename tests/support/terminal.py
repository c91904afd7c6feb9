"""A real pseudo-terminal with a program in it: keys go in, the screen comes out as rows of characters."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Self

import pyte

LIMIT = 120.0
"""Seconds after which a program is taken to hang: no test waits so long for anything that comes."""
_OWN_TERMINAL = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
"""The program gets the terminal as its own, so that it is told of a change of size."""
_ASKED, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"
"""Synchronised output: asked whether it is known here, we say yes, and are told where a picture begins and ends."""


def without_size(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment that does not say how large its terminal is: a runner of tests may, and it would hold."""
    return {name: value for name, value in environment.items() if name not in {"COLUMNS", "LINES"}}


class Terminal:
    """A program in a terminal of a size; leaving the `with` ends it."""

    def __init__(self, command: list[str], environment: Mapping[str, str], size: tuple[int, int]) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        self._ours, theirs = pty.openpty()
        self._sized(size)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL, *command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**without_size(os.environ), **environment, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as words with one space between them, wherever the rows break."""
        return " ".join(" ".join(self.rows).split())

    def press(self, keys: str) -> None:
        """Type something."""
        os.write(self._ours, keys.encode())

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window another size, as a hand with a mouse would."""
        self._screen.resize(size[1], size[0])
        self._sized(size)

    def wait(self, seen: Callable[[str], bool]) -> str:
        """Wait until the screen is as it should be; its text. Fails with the screen where that never comes."""
        end = monotonic() + LIMIT
        while not seen(self.text):
            if not self._read(end):
                raise AssertionError("never seen on this screen:\n" + "\n".join(self.rows))
        return self.text

    def wait_for(self, text: str) -> str:
        """Wait for a text."""
        return self.wait(lambda screen: text in screen)

    def ended(self) -> int:
        """Wait until the program has ended by itself; its code."""
        end = monotonic() + LIMIT
        while self._read(end):
            pass
        return self._process.wait(LIMIT)

    def _read(self, end: float) -> bool:
        """Take what the program has written since; False where the time is over or it has ended."""
        ready, _, _ = select.select([self._ours], [], [], max(0.0, end - monotonic()))
        try:
            written = os.read(self._ours, 65536) if ready else b""
        except OSError:  # the other end is closed
            return False
        if _ASKED in written:
            os.write(self._ours, _ANSWER)
        self._take(written)
        return bool(written)

    def _take(self, written: bytes) -> None:
        """Show what is whole; of a picture that has only begun, nothing yet."""
        held = self._held + written
        begun = held.rfind(_BEGIN)
        cut = begun if begun > held.rfind(_END) else len(held) - _beginning(held)
        self._stream.feed(held[:cut])
        self._held = held[cut:]

    def _sized(self, size: tuple[int, int]) -> None:
        width, height = size
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))


def _beginning(written: bytes) -> int:
    """How many of the last bytes may be the first ones of a mark."""
    return next((size for size in range(len(_BEGIN) - 1, 0, -1) if _BEGIN.startswith(written[-size:])), 0)
