"""The only module that compiles: text that `lang.generate` and `engine.generate` wrote, never an author's."""

from collections.abc import Mapping
from typing import Any

from dosmesas.text.number import half_even

_TOTAL = {"abs": abs, "len": len, "min": min, "max": max, "half_even": half_even}


def functions(text: str, given: Mapping[str, object]) -> dict[str, Any]:
    """What a generated text defines; it can reach five total functions and what is given, nothing else."""
    space: dict[str, Any] = {"__builtins__": {}, **_TOTAL, **given}
    code = compile(text, "<generated>", "exec", dont_inherit=True)
    exec(code, space)  # noqa: S102 - the text is ours: slot numbers and integer literals
    return {name: thing for name, thing in space.items() if name not in _TOTAL and name != "__builtins__"}
