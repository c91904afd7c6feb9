"""How much of an effect counts under a worldview."""

from collections.abc import Mapping

from dosmesas.model.effects import Change


def share(effect: Change, belief: Mapping[str, int]) -> int:
    """The percent of a change that counts: belief in its least believed claim; a counter's counts whole."""
    return 100 if effect.counted else min((belief[claim] for claim in effect.because), default=100)
