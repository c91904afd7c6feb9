"""What a check is, and what it finds."""

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from dosmesas.testing.conformance.walk import Step, Walk


@frozen
class Wrong:
    """Something wrong at a step of a walk, in words."""

    at: int
    text: str


Look = Callable[[Walk], Iterator[Wrong]]


@frozen(eq=False)
class Check:
    """A check: its name, one sentence of what it guards, and how it looks at a walk."""

    name: str
    guards: str
    look: Look


@frozen
class Finding:
    """What a check found: with the seed and the decisions so far, anyone can come there again."""

    check: str
    seed: int
    decisions: tuple[Mapping[str, str], ...]
    message: str

    def __str__(self) -> str:
        taken = " | ".join(" ".join(f"{seat}={one[seat]}" for seat in sorted(one)) for one in self.decisions)
        return f"{self.check}: {self.message} (seed {self.seed}, after {taken or 'no decision'})"


def check(look: Look) -> Check:
    """A check from a function: its name with hyphens, and its docstring."""
    return Check(look.__name__.replace("_", "-"), (look.__doc__ or "").strip(), look)


def wrong(step: Step, text: str) -> Wrong:
    """Something wrong at a step."""
    return Wrong(step.number, f"{step}: {text}")
