"""What is said of a character that must not stand in a text."""

import unicodedata

from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.safe import MARKS_IN_A_ROW, only_heaped

_NAMES = {
    "\t": phrase("a tab"),
    "\r": phrase("a line end of old Macs"),
    "\x00": phrase("a zero byte"),
    "\x1b": phrase("escape"),
}


def refused(text: str, index: int) -> Phrase:
    """That this character of a text may not stand there."""
    return phrase("{what} may not stand in a text", what=named(text[index]))


def named(char: str) -> Phrase:
    """`the character U+200B (zero width space)`; its name in Unicode is English in every language."""
    if only_heaped(char):
        return phrase("more than {most} combining marks in a row", most=MARKS_IN_A_ROW)
    number = f"U+{ord(char):04X}"
    name = _NAMES.get(char) or unicodedata.name(char, "").lower()
    if not name:
        return phrase("the character {number}", number=number)
    return phrase("the character {number} ({name})", number=number, name=name)
