"""How a failing example is printed: as a few lines that can be read, in place of a constructor call."""

from abc import ABC, abstractmethod
from typing import Protocol


class Printer(Protocol):
    """What Hypothesis prints with."""

    def text(self, obj: str) -> None:
        """Print a text."""

    def break_(self) -> None:
        """Go to a new line."""


class Shown(ABC):
    """Something drawn that prints as its lines."""

    @abstractmethod
    def lines(self) -> list[str]:
        """What it is, a line each."""

    def __repr__(self) -> str:
        return "\n".join(self.lines())

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # noqa: ARG002 - as it is called
        """What Hypothesis asks for, and takes before the fields of a class."""
        first, *rest = self.lines()
        printer.text(first)
        for line in rest:
            printer.break_()
            printer.text(line)
