"""What word processors, other keyboards and other tongues make of an expression, and what to type."""

_QUOTES = "type straight quotation marks: 'id'"
_MINUS = "type a plain hyphen for minus"
_SPACE = "type a plain space"

CHARACTERS = {
    **dict.fromkeys("‘’‚‛“”„‟«»‹›´`", _QUOTES),
    **dict.fromkeys("‐‑‒–—−", _MINUS),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\t", _SPACE),
    **dict.fromkeys("×·∙⋅∗", "write '*'"),
    **dict.fromkeys("÷∕⁄:", "write '/'"),
    "≥": "write '>='",
    "≤": "write '<='",
    "≠": "write '!='",
    "≈": "write a range: 'stock > 40 and stock < 60'",
    "¬": "write 'not'",
    "∧": "write 'and'",
    "∨": "write 'or'",
    "½": "write 0.5",
    "¼": "write 0.25",
    "²": "write the product out",
    ";": "one expression stands alone; join two with 'and'",
    "?": "leave it out; a condition is no question",
    "$": "write the number alone",
    "€": "write the number alone",
    "#": "in YAML, ' #' begins a comment: put it on a line of its own",
    "{": "there are no lists here; use round brackets to group",
    "}": "there are no lists here; use round brackets to group",
}
"""By character: what to type instead."""

WORDS = {
    **dict.fromkeys(("y", "und", "et", "plus", "with"), "write 'and'"),
    **dict.fromkeys(("o", "oder", "ou", "either"), "write 'or'"),
    **dict.fromkeys(("is", "equals", "equal", "es"), "write '=='"),
    **dict.fromkeys(("above", "over", "more"), "write '>'"),
    **dict.fromkeys(("below", "under", "less"), "write '<'"),
    **dict.fromkeys(
        ("if", "when", "then", "else"), "write the condition alone; 'otherwise:' is a key of its own"
    ),
    "x": "write '*' for times",
    "times": "write '*'",
    "minus": "write '-'",
    "and": "write 'and' in small letters",
    "or": "write 'or' in small letters",
    "not": "write 'not' before what it denies",
    "in": "compare with '==' and join with 'or'",
}
"""By word in small letters, where an operator was wanted."""
