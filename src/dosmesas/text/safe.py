"""One filter for every text that reaches a screen or a file.

An author's text may hold escape sequences, right-to-left overrides or heaps of combining marks; none of
them may reach a terminal. `faults` names them with their places for the checker; `shown` makes any text
inert for display.
"""

import re
import unicodedata

_HARMLESS = re.compile(r"[\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*")
"""What nearly every text of the project is made of: letters of Latin script, no control, no mark, no bidi."""
_BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_MARKS_IN_A_ROW = 4


def faults(text: str) -> list[tuple[int, str]]:
    """What must not stand in a text: (index, description) of each character refused."""
    if _HARMLESS.fullmatch(text):
        return []
    found: list[tuple[int, str]] = []
    marks = 0
    for index, char in enumerate(text):
        category = unicodedata.category(char)
        marks = marks + 1 if category == "Mn" else 0
        if marks > _MARKS_IN_A_ROW:
            found.append((index, f"more than {_MARKS_IN_A_ROW} combining marks in a row"))
        elif _refused(char, category):
            found.append((index, f"the character U+{ord(char):04X}"))
    return found


def shown(text: str) -> str:
    """The text with every refused character replaced by U+FFFD: safe on any terminal, plainly visible."""
    bad = {index for index, _ in faults(text)}
    return "".join("�" if index in bad else char for index, char in enumerate(text)) if bad else text


def _refused(char: str, category: str) -> bool:
    if char == "\n":
        return False
    return category in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} or ord(char) in _BIDI or category == "Cf"
