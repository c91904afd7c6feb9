"""The marks that stand for something without colours, each named once: for the drawing and for the help."""

UP, DOWN = "▲", "▼"
UP_LITTLE, DOWN_LITTLE = "▴", "▾"
UP_MUCH, DOWN_MUCH = UP * 2, DOWN * 2
BETTER, WORSE = "+", "!"
SOLID, SOLID_HALF, BROKEN, LOST, NEEDED, HALF_WAY = "━", "╸", "╍", "·", "┃", "┆"
PICKED, UNPICKED, SPEAK = "[x]", "[ ]", ">"
FULL, HALF, EMPTY, UNKNOWN = "●", "◐", "○", "?"
GIVEN, REFUSED, DEAL, POINTER, THEN = "✓", "×", "◆", "▸", "›"
FOLDED, UNFOLDED, LEAF = "▸", "▾", "·"
PATTERNS = {"calm": "░", "tense": "▒", "violent": "▓"}
"""What the cells of a place on the map are filled with: levels can be told apart without colours."""
HAPPENED = "★"
LINES = "●▲■◆"
"""The lines of a chart, in their order."""
TAKEN, OUTLOOK = "┻", "┊"
BLOCKS = "▁▂▃▄▅▆▇█"
FILLED, UNFILLED = "█", "░"

LEGEND = (
    (f"{UP} {DOWN}", "mark_moves"),
    (f"{UP_MUCH} {DOWN_MUCH}", "mark_much"),
    (f"{UP_LITTLE} {DOWN_LITTLE}", "mark_little"),
    (f"{BETTER} {WORSE}", "mark_verdict"),
    (f"{SOLID} {BROKEN}", "mark_support"),
    (f"{NEEDED} {HALF_WAY}", "mark_needed"),
    (LOST, "mark_lost"),
    (THEN, "mark_then"),
    (f"{FULL} {HALF} {EMPTY} {UNKNOWN}", "mark_deal_state"),
    (f"{FULL} {HALF} {EMPTY}", "mark_vote"),
    (f"{FULL} {EMPTY}", "mark_turns"),
    (DEAL, "mark_deal"),
    (GIVEN, "mark_given"),
    (REFUSED, "mark_refused"),
    (f"{PICKED} {FULL} {EMPTY} {WORSE}", "mark_card"),
    (f"{FOLDED} {UNFOLDED} {LEAF}", "mark_folds"),
    (POINTER, "mark_pointer"),
    (" ".join(PATTERNS.values()), "mark_levels"),
    (HAPPENED, "mark_happened"),
    (" ".join(LINES), "mark_lines"),
    (f"{TAKEN} {OUTLOOK}", "mark_taken"),
    (f"{BLOCKS[0]}{BLOCKS[3]}{BLOCKS[-1]}", "mark_path"),
    (f"{FILLED}{UNFILLED}", "mark_filled"),
)
"""Every mark with the catalog's key for what it means."""
