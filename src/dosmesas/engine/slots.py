"""Where the generated code finds things: the positions of indicators, flags and questions to the history.

The code reads `v` (values in thousandths), `f` (flags), `q` (the last turn of what is asked about, 0 where it
never came) and `t` (the turn).
"""

from collections.abc import Iterable, Mapping

from attrs import frozen

from dosmesas.engine.scene import chosen_in
from dosmesas.engine.state import Decision
from dosmesas.lang.names import asked_in
from dosmesas.lang.nodes import NEVER
from dosmesas.model.expressions import expressions
from dosmesas.model.rules import Pack

Vector = tuple[int, ...]


@frozen(eq=False)
class PackSlots:
    """The slots of a pack; `asked` numbers every id that some expression asks about."""

    values: Mapping[str, int]
    flags: Mapping[str, int]
    events: frozenset[str]
    questions: Mapping[tuple[bool, str], int]

    @classmethod
    def of(cls, pack: Pack) -> "PackSlots":
        """The slots of a pack, in sorted order."""
        events = frozenset([*pack.events, *pack.bulletins])
        asked = sorted({_about(*one, events) for node in expressions(pack) for one in asked_in(node)})
        return cls(
            {name: slot for slot, name in enumerate(pack.ruleset.indicators)},
            {name: slot for slot, name in enumerate(pack.ruleset.flags)},
            events,
            {about: slot for slot, about in enumerate(asked)},
        )

    def name(self, name: str) -> str:
        """The text of a name."""
        if name == "turn":
            return "(t * 1000)"
        return f"v[{self.values[name]}]" if name in self.values else f"f[{self.flags[name]}]"

    def asked(self, function: str, argument: str) -> str:
        """The text of a question."""
        slot = f"q[{self.question(function, argument)}]"
        if function == "turns_since":
            return f"((t - {slot}) * 1000 if {slot} else {NEVER})"
        return f"({slot} > 0)"

    def question(self, function: str, argument: str) -> int:
        """The number of what a question is about."""
        return self.questions[_about(function, argument, self.events)]

    def past(self, decisions: Iterable[Decision], happened: Iterable[tuple[str, int]]) -> Vector:
        """The last turn of everything asked about."""
        if not self.questions:
            return ()
        options, events = chosen_in(decisions), dict(happened)
        return tuple((events if event else options).get(name, 0) for event, name in self.questions)


def _about(function: str, argument: str, events: frozenset[str]) -> tuple[bool, str]:
    """What a question is about: (whether an event or bulletin, id)."""
    return function == "happened" or (function == "turns_since" and argument in events), argument
