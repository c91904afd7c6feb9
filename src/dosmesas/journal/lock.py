"""One save, one player: the file itself is locked while it is played, and freed with its process.

The standard library is enough for this, and the two libraries for it load for 30 milliseconds and more. There
is no file beside the save that a killed process could leave behind. Reading needs no lock.
"""

import os
import sys
from contextlib import suppress
from errno import EACCES, EAGAIN, EDEADLK
from pathlib import Path

from attrs import define

_BUSY = {EACCES, EAGAIN, EDEADLK}
"""What the systems answer where another holds the lock; other errors mean that this disk knows no locks."""
_FAR = 1 << 40
"""Where Windows locks: a byte that no save reaches, since a locked one could not be read."""


class LockedError(Exception):
    """Another process (or another game of this one) holds the save; `holder` is its number, or 0."""

    def __init__(self, holder: int) -> None:
        super().__init__(holder)
        self.holder = holder


@define(eq=False)
class Lock:
    """A save held open. It is free again after `release`, when nobody refers to this, or with its process."""

    _handle: int

    @classmethod
    def take(cls, path: Path) -> "Lock":
        """Hold a save; where the disk knows no locks, hold nothing: a game is worth more than the guard.

        Raises:
            LockedError: it is held already.
            OSError: it cannot be opened.
        """
        try:
            handle = os.open(path, os.O_RDWR)
        except PermissionError:
            handle = os.open(path, os.O_RDONLY)
        try:
            _hold(handle)
        except OSError as error:
            holder = _holder(handle) if error.errno in _BUSY else 0
            os.close(handle)
            if error.errno in _BUSY:
                raise LockedError(holder) from None
            handle = -1
        return cls(handle)

    @property
    def holds(self) -> bool:
        """Whether anything is held: not after `release`, nor on a disk without locks."""
        return self._handle >= 0

    def release(self) -> None:
        """Let the save go; a second time does nothing."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            with suppress(OSError):
                os.close(handle)

    def __del__(self) -> None:
        """A game that was dropped holds nothing."""
        self.release()


if sys.platform == "win32":

    def _hold(handle: int) -> None:
        import msvcrt

        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _hold(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(handle: int) -> int:
    """The process that holds the lock, where the system tells (Linux does), else 0."""
    inode = str(os.fstat(handle).st_ino)
    with suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            # 1: FLOCK  ADVISORY  WRITE 24886 fe:00:2515380 0 EOF
            words = line.split()
            if words[1] == "FLOCK" and words[5].rpartition(":")[2] == inode and int(words[4]) > 0:
                return int(words[4])
    return 0
