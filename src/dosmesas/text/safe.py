"""One filter for every text that reaches a screen or a file.

An author's text may hold escape sequences, right-to-left overrides or heaps of combining marks; none of
them may reach a terminal. `each_fault` finds them for the checker; `shown` makes any text inert for display,
and `one_line` makes of any text a short line for a message.
"""

import re
import unicodedata
from collections.abc import Iterator

_HARMLESS = re.compile(r"[\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*")
"""What nearly every text of the project is made of: letters of Latin script, no control, no mark, no bidi."""
_BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_INVISIBLE = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
"""Letters, marks and signs by their category that leave nothing, or a hole, on the screen."""
_MARKS = {"Mn", "Me"}
"""What is set on the letter before it."""
MARKS_IN_A_ROW = 4


def each_fault(text: str) -> Iterator[int]:
    """The indexes of all characters that must not stand in a text, as they are found."""
    if _HARMLESS.fullmatch(text):
        return
    marks = 0
    for index, char in enumerate(text):
        category = unicodedata.category(char)
        marks = marks + 1 if category in _MARKS else 0
        if marks > MARKS_IN_A_ROW or _refused(char, category):
            yield index


def faults(text: str) -> list[int]:
    """The indexes of all characters that must not stand in a text."""
    return list(each_fault(text))


def only_heaped(char: str) -> bool:
    """Whether a character is refused only where too many such stand on one letter."""
    category = unicodedata.category(char)
    return category in _MARKS and not _refused(char, category)


def shown(text: str) -> str:
    """The text with every refused character replaced by U+FFFD: safe on any terminal, plainly visible."""
    bad = set(each_fault(text))
    return "".join("�" if index in bad else char for index, char in enumerate(text)) if bad else text


def one_line(text: str, most: int) -> str:
    """The text, inert, on one line of at most so many characters."""
    line = shown(text[: most + 1]).replace("\n", " ")
    return line if len(line) <= most else line[: most - 1] + "…"


def _refused(char: str, category: str) -> bool:
    if char == "\n":
        return False
    hidden = category in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf"}
    return hidden or ord(char) in _BIDI or ord(char) in _INVISIBLE
