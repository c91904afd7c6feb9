"""Runs of eight words, normalised and hashed: what the guard against quotation compares."""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b

LENGTH = 8
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})


def words(text: str) -> list[str]:
    """The words of a text in one form: NFC, casefolded, letters, digits and apostrophes only."""
    plain = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).casefold()
    return _WORDS.findall(unicodedata.normalize("NFC", plain))


def hashed(run: str, salt: bytes) -> str:
    """The salted hash of a run, 8 bytes in hex."""
    return blake2b(run.encode(), digest_size=8, salt=salt).hexdigest()


def runs(text: str) -> Iterator[str]:
    """Every run of eight words."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        yield " ".join(found[start : start + LENGTH])


def quoted(text: str, hashes: frozenset[str], salt: bytes) -> list[str]:
    """The runs of a text that are among the hashes."""
    return [run for run in runs(text) if hashed(run, salt) in hashes]
