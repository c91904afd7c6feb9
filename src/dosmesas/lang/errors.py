"""What can be wrong with the text of an expression."""


class ExpressionError(Exception):
    """A fault at start..end (character offsets, end excluded): code, message, what to write."""

    def __init__(self, code: str, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint
