"""The limits of what a pack may hold: one table for the code and for docs/limits.md."""

LANGUAGE_LIMITS = {
    "label": 60,
    "reason": 110,
    "headline": 70,
    "title": 60,
}
"""The most characters of a short text, by field."""

BRIEF_WORDS = (40, 80)
TEXT_CHARACTERS = 4000
ID_CHARACTERS = 40
FILE_BYTES = 1 << 20
PACK_FILES = 200
ARCHIVE_BYTES = 32 << 20
ARCHIVE_FILES = 2000
"""The rules as they are kept with a save: seeds/, game/ and a pack in one archive."""
DEPTH = 64
NODES = 50_000
OUTLOOK_STEPS = 12
BULLETINS_A_TURN = 4
STAGES = ("brief", "choose", "enact", "drift", "reckon")
"""The stages of a turn, in the only order in which a pack may list them."""
