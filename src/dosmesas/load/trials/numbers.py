"""What is expected of a number, as an author writes it: `40 to 50`, `at least 40`, `falls by 2`, `lower`."""

import re

from attrs import frozen

from dosmesas.model.trials import Form
from dosmesas.text.number import exact, thousandths

FORMS = "45, 40 to 50, at least 40, at most 50, rises, falls by 2, stays, lower, higher by 1 to 3, same"
"""How it may be written."""
_NUMBER = r"([+-]?\d{1,9}(?:\.\d{1,3})?)"
_ENDS = re.compile(
    rf"(?:{_NUMBER}(?: to {_NUMBER})?|between {_NUMBER} and {_NUMBER}|at (least|most) {_NUMBER})"
)
_MOVES = {"rises": (Form.MOVE, 1), "falls": (Form.MOVE, -1), "higher": (Form.GAP, 1), "lower": (Form.GAP, -1)}
_STILL = {"stays": Form.MOVE, "same": Form.GAP}

End = int | None


@frozen
class Ends:
    """A form, the two ends between which the number is to lie, and the numbers as they are written."""

    form: Form
    low: End
    high: End
    written: tuple[int, ...] = ()


def ends_of(text: str) -> Ends | None:
    """What a text expects, or None where it is none of the forms."""
    text = " ".join(text.split())
    if text in _STILL:
        return Ends(_STILL[text], 0, 0)
    word, _, rest = text.partition(" by ")
    if word in _MOVES:
        form, sign = _MOVES[word]
        found = (1, None, ()) if word == text else _ends(rest, least=0)
        if found is None or any(one < 0 for one in found[2]):
            return None
        low, high, written = found
        return Ends(form, low, high, written) if sign > 0 else Ends(form, _minus(high), _minus(low), written)
    plain = _ends(text)
    return None if plain is None else Ends(Form.LEVEL, *plain)


def _ends(text: str, least: End = None) -> tuple[End, End, tuple[int, ...]] | None:
    match = _ENDS.fullmatch(text)
    if match is None:
        return None
    one, two, low, high, which, limit = (
        thousandths(it) if it and it[-1].isdigit() else it for it in match.groups()
    )
    if which == "least":
        return _known(limit), None, (_known(limit),)
    if which == "most":
        return least, _known(limit), (_known(limit),)
    first = _known(one if low is None else low)
    last = _known(first if two is None and high is None else two if high is None else high)
    return (first, last, (first,) if first == last else (first, last)) if first <= last else None


def _known(value: object) -> int:
    return value if isinstance(value, int) else 0


def _minus(value: End) -> End:
    return None if value is None else -value


def text_of(form: Form, low: int, high: int, like: str) -> str:
    """How an author would write that a number came to lie between two ends, in the manner of `like`."""
    if form is Form.LEVEL:
        return _spread(low, high, like)
    up, down, still = ("rises", "falls", "stays") if form is Form.MOVE else ("higher", "lower", "same")
    if low == high == 0:
        return still
    if low < 0 < high or 0 in {low, high}:
        return ""  # it went both ways: no form says that
    word, ends = (up, (low, high)) if low > 0 else (down, (-high, -low))
    return word if " by " not in like else f"{word} by {_spread(*ends, like.partition(' by ')[2])}"


def _spread(low: int, high: int, like: str) -> str:
    if like.startswith("at least"):
        return f"at least {_plain(low)}"
    if like.startswith("at most"):
        return f"at most {_plain(high)}"
    if low == high:
        return _plain(low)
    between = like.startswith("between")
    return f"between {_plain(low)} and {_plain(high)}" if between else f"{_plain(low)} to {_plain(high)}"


def _plain(value: int) -> str:
    return exact(value).replace(",", "")
