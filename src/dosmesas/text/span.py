"""Places in source files, in characters: lines and columns count from 1."""

from attrs import frozen


@frozen
class Span:
    """A stretch of one file. `end_column` is the last column covered, on `end_line`."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """`file:line:column-end_column`, or without the end where the span crosses lines."""
        if self.end_line == self.line and self.end_column > self.column:
            return f"{self.file}:{self.line}:{self.column}-{self.end_column}"
        return f"{self.file}:{self.line}:{self.column}"

    def inside(self, start: int, end: int) -> "Span":
        """The characters start..end (0-based, end excluded) of a one-line scalar that begins here."""
        if self.end_line != self.line:
            return self
        column = self.column + start
        return Span(self.file, self.line, column, self.line, max(column, self.column + end - 1))


NOWHERE = Span("", 0, 0, 0, 0)
"""The place of what the program made itself."""
