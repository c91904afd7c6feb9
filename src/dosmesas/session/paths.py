"""The main indicators of two games side by side, turn by turn: as a table, or as sentences."""

from attrs import frozen

from dosmesas.session.turns import turns_of
from dosmesas.session.views import headline_of
from dosmesas.session.whatif import WhatIf, hidden_in
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, half_even, spaced

_WIDTH = 79
_NARROWEST = 7
_FINE = 1000
"""Below this difference, in thousandths, a second decimal is shown."""


@frozen
class PathPair:
    """One indicator on both paths: at the start, after each turn, and (None: not over) after the outlook.

    Values are thousandths, rounded as they are shown, so that a reader's own sums come out; `turns` holds
    None where a path had ended.
    """

    name: str
    unit: str
    decimals: int
    start: int
    turns: tuple[tuple[int | None, int | None], ...]
    after: tuple[int | None, int | None]
    parted: bool


def paths_of(found: WhatIf) -> tuple[PathPair, ...]:
    """The indicators on screen of the first human seat, or of the pack's first."""
    saved = found.saved
    seat = saved.setup.seats[0] if saved.setup.seats else saved.pack.seats[0]
    hidden = hidden_in(saved)
    return tuple(_pair(found, name) for name in headline_of(saved, seat) if name not in hidden)


def _pair(found: WhatIf, name: str) -> PathPair:
    one = found.saved.pack.ruleset.indicators[name]
    paths, lasts = [], []
    for session in (found.saved, found.other):
        turns = turns_of(session)
        paths.append([turn.values[name] for turn in turns if not turn.outlook])
        lasts.append(turns[-1].values[name] if session.over else None)
    length = max(len(path) for path in paths)
    mine, theirs = ([*path, *[None] * (length - len(path))] for path in paths)
    pairs = [*zip(mine, theirs, strict=True), (lasts[0], lasts[1])]
    gaps = [abs(a - b) for a, b in pairs if a is not None and b is not None]
    decimals = 2 if 0 < max(gaps, default=0) < _FINE else 1
    shown = [
        (None if a is None else rounded(a, decimals), None if b is None else rounded(b, decimals))
        for a, b in pairs
    ]
    return PathPair(
        one.name(found.saved.setup.language),
        "" if one.is_place else one.unit(found.saved.setup.language),
        decimals,
        one.start,
        tuple(shown[:-1]),
        shown[-1],
        parted=any(gaps) or any((a is None) is not (b is None) for a, b in pairs),
    )


def rounded(value: int, decimals: int) -> int:
    """A number in thousandths as it stands on screen with so many decimals."""
    unit: int = 10 ** (3 - decimals)
    return half_even(value, unit) * unit


def told_apart(pair: PathPair, language: str, *, plain: bool) -> list[str]:
    """An indicator on both paths: a small table, or a heading and one sentence a turn."""
    unit = pair.unit if pair.unit.startswith("(") or not pair.unit else f"({pair.unit})"
    heading = f"{pair.name}{spaced(unit)}"
    return [heading, *(_sentences(pair, language) if plain else _table(pair, language))]


def _sentences(pair: PathPair, language: str) -> list[str]:
    lines = []
    last = [] if pair.after == (None, None) else [(say(language, "whatif_after"), pair.after)]
    alike = next((n for n, (mine, theirs) in enumerate(pair.turns) if mine != theirs), len(pair.turns))
    if alike > 1:
        lines.append(say(language, "whatif_alike_many", last=alike))
    told_before = alike if alike > 1 else 0
    turns = [(say(language, "whatif_turn", turn=n), values) for n, values in enumerate(pair.turns, 1)]
    turns = turns[told_before:]
    for when, (mine, theirs) in (*turns, *last):
        if mine is None or theirs is None:
            key = "whatif_one_over"
        else:
            key = "whatif_alike" if mine == theirs else "whatif_more" if theirs > mine else "whatif_less"
        gap = abs((theirs or 0) - (mine or 0))
        values = {"saved": mine, "other": theirs, "difference": gap}
        told = {name: _cell(value, pair.decimals) for name, value in values.items()}
        lines.append(say(language, key, when=when, **told))
    return lines


def _table(pair: PathPair, language: str) -> list[str]:
    """Rows for both paths and their difference; as many turns side by side as fit."""
    labels = [say(language, key) for key in ("whatif_saved", "whatif_other", "whatif_gap")]
    heads = [say(language, "whatif_start"), *(str(n) for n in range(1, len(pair.turns) + 1))]
    columns = [(pair.start, pair.start), *pair.turns]
    if pair.after != (None, None):
        heads.append(say(language, "whatif_end"))
        columns.append(pair.after)
    cells = [[head, *_column(values, pair.decimals)] for head, values in zip(heads, columns, strict=True)]
    first = max(len(label) for label in labels) + 4
    width = max(_NARROWEST, *(len(cell) + 2 for column in cells for cell in column))
    fitting = max((_WIDTH - first) // width, 1)
    lines = []
    for begin in range(0, len(cells), fitting):
        part = cells[begin : begin + fitting]
        for row, label in enumerate((say(language, "whatif_turns"), *labels)):
            lines.append(f"  {label}".ljust(first) + "".join(column[row].rjust(width) for column in part))
    return lines


def _column(values: tuple[int | None, int | None], decimals: int) -> list[str]:
    mine, theirs = values
    gap = None if mine is None or theirs is None else theirs - mine
    sign = "+" if gap and gap > 0 else ""
    return [_cell(mine, decimals), _cell(theirs, decimals), sign + _cell(gap, decimals)]


def _cell(value: int | None, decimals: int) -> str:
    return "-" if value is None else fixed(value, decimals)
