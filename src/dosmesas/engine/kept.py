"""Results of pure functions, kept while they are asked for again: so many at most, the oldest go first."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def kept(most: int, work: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """The same function, which remembers its last `most` results; arguments and results must be frozen.

    An object that keeps results of its own methods would live until a garbage collection: keep functions.
    """
    return cast("Callable[_Given, _Result]", lru_cache(most)(work))
