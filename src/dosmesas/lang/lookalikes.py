"""What word processors, other keyboards and other tongues make of an expression, and what to type."""

from dosmesas.text.phrase import Phrase, phrase


def write(sign: str) -> Phrase:
    """The hint to write something else."""
    return phrase("write '{sign}'", sign=sign)


_QUOTES = phrase("type straight quotation marks: 'id'")
_MINUS = phrase("type a plain hyphen for minus")
_SPACE = phrase("type a plain space")

CHARACTERS = {
    **dict.fromkeys("‘’‚‛“”„‟«»‹›´`", _QUOTES),
    **dict.fromkeys("‐‑‒–—−", _MINUS),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\t", _SPACE),
    **dict.fromkeys("×·∙⋅∗", write("*")),
    **dict.fromkeys("÷∕⁄:", write("/")),
    "≥": write(">="),
    "≤": write("<="),
    "≠": write("!="),
    "≈": phrase("write a range: 'stock > 40 and stock < 60'"),
    "¬": write("not"),
    "∧": write("and"),
    "∨": write("or"),
    "½": phrase("write 0.5"),
    "¼": phrase("write 0.25"),
    "²": phrase("write the product out"),
    ";": phrase("one expression stands alone; join two with 'and'"),
    "?": phrase("leave it out; a condition is no question"),
    "$": phrase("write the number alone"),
    "€": phrase("write the number alone"),
    "#": phrase("in YAML, ' #' begins a comment: put it on a line of its own"),
    "{": phrase("there are no lists here; use round brackets to group"),
    "}": phrase("there are no lists here; use round brackets to group"),
}
"""By character: what to type instead."""

WORDS = {
    **dict.fromkeys(("y", "und", "et", "plus", "with"), write("and")),
    **dict.fromkeys(("o", "oder", "ou", "either"), write("or")),
    **dict.fromkeys(("is", "equals", "equal", "es"), write("==")),
    **dict.fromkeys(("above", "over", "more"), write(">")),
    **dict.fromkeys(("below", "under", "less"), write("<")),
    **dict.fromkeys(
        ("if", "when", "then", "else"), phrase("write the condition alone; 'otherwise:' is a key of its own")
    ),
    "x": phrase("write '*' for times"),
    "times": write("*"),
    "minus": write("-"),
    "and": phrase("write 'and' in small letters"),
    "or": phrase("write 'or' in small letters"),
    "not": phrase("write 'not' before what it denies"),
    "in": phrase("compare with '==' and join with 'or'"),
}
"""By word in small letters, where an operator was wanted."""
