"""Style sheets parsed once for all apps of a test run: each app would parse the same ones again, a third of its time."""

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_KEPT: dict[object, list[RuleSet]] = {}
_parse = Stylesheet._parse_rules


def _parsed(
    self: Stylesheet,
    css: str,
    read_from: tuple[str, str],
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    key = (*self._variables.items(), css, read_from, is_default_rules, tie_breaker, scope)
    if key not in _KEPT:
        _KEPT[key] = _parse(self, css, read_from, is_default_rules, tie_breaker, scope)
    return _KEPT[key]


def parse_once() -> None:
    """From now on, the same text with the same variables is parsed once."""
    Stylesheet._parse_rules = _parsed  # type: ignore[method-assign]
