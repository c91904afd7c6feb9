"""Why the operating system refused something, in either language."""

import errno
from collections.abc import Mapping

from dosmesas.text.phrase import Phrase, phrase

_REASONS: Mapping[int, Phrase] = {
    errno.ENOENT: phrase("No such file or directory"),
    errno.EACCES: phrase("Permission denied"),
    errno.EPERM: phrase("Operation not permitted"),
    errno.EISDIR: phrase("Is a directory"),
    errno.ENOTDIR: phrase("Not a directory"),
    errno.EEXIST: phrase("File exists"),
    errno.ENAMETOOLONG: phrase("File name too long"),
    errno.ELOOP: phrase("Too many levels of symbolic links"),
    errno.EMFILE: phrase("Too many open files"),
    errno.ENOSPC: phrase("No space left on device"),
    errno.EROFS: phrase("Read-only file system"),
    errno.EIO: phrase("Input/output error"),
}


def refusal(error: OSError) -> Phrase | str:
    """The reason in the words of the system, which are English where we have none of our own."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
