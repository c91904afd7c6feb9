"""The limits of what a pack may hold. docs/limits.md is made from here by `python docs/limits.py`."""

LANGUAGE_LIMITS = {
    "label": 60,
    "reason": 110,
    "headline": 70,
    "title": 60,
    "rationale": 300,
    "face": 70,
    "warrant": 160,
    "short": 14,
    "question": 220,
}
"""The most characters of a short text, by field."""

BRIEF_WORDS = (40, 80)
TEXT_CHARACTERS = 4000
WORD_CHARACTERS = 300
"""Of a source, a unit, a voice: what has one language and stands in a line with other things."""
ID_CHARACTERS = 40
KEY_CHARACTERS = 80
FILE_BYTES = 1 << 20
PACK_BYTES = 8 << 20
PACK_FILES = 200
ARCHIVE_BYTES = 32 << 20
ARCHIVE_FILES = 2000
"""The rules as they are kept with a save: seeds/, game/ and a pack in one archive."""
DEPTH = 64
NODES = 50_000
LIST_ENTRIES = 500
OPTIONS_A_SEAT = 9
"""One a digit: the screens and plain mode take the keys 1 to 9."""
DEALS_AN_EVENT = 3
OUTLOOK_STEPS = 12
BULLETINS_A_TURN = 4
STAGES = ("brief", "choose", "argue", "ratify", "enact", "drift", "reckon")
"""The stages of a turn, in the only order in which a pack may list them."""
FREE_STAGES = ("argue", "ratify")
"""Those that a pack may leave out."""
