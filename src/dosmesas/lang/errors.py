"""What can be wrong with the text of an expression."""

from dosmesas.text.phrase import NOTHING, Phrase, PhraseError


class ExpressionError(PhraseError):
    """A fault at start..end (character offsets, end excluded): code, message, what to write."""

    def __init__(self, code: str, message: Phrase, start: int, end: int, hint: Phrase = NOTHING) -> None:
        super().__init__(message)
        self.code = code
        self.start = start
        self.end = end
        self.hint = hint
