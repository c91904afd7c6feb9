"""The vote of a home table: each audience at every moment of the debate, a bar with marks at 40 and 50."""

from attrs import frozen
from textual.content import Content

from dosmesas.session.debates.tell import band_word, points
from dosmesas.session.ratification import Ratification, Supports
from dosmesas.session.tell_after import stands_line
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.bars import grade, vote_bar
from dosmesas.tui.drawing.ink import BAD, DOUBTFUL, GOOD, QUIET, STRONG, columns, folded, ink, row
from dosmesas.tui.marks import EMPTY, FULL, HALF, LEAF

_MOMENTS = ("sheet_silent", "sheet_made", "sheet_rebutted", "sheet_answered")
_CELLS = (20, 10)
_MARKS = 2
"""What a bar is longer than its cells."""
_SHORTEST = 8


TONES = {
    "carried": GOOD,
    "inquiry": DOUBTFUL,
    "watered": DOUBTFUL,
    "blocked": BAD,
    "gave_way": BAD,
}
"""The colours of what becomes of a choice."""
DOTS = {
    "carried": FULL,
    "inquiry": FULL,
    "watered": HALF,
    "blocked": EMPTY,
    "gave_way": EMPTY,
    "": LEAF,
}
"""Its mark: all, half, nothing."""


def vote(view: Ratification, width: int, language: str) -> list[Content]:
    """The table of the vote; below it the verdict, what it means, and why the answer stands where it does."""
    grid = _Grid.of(view, width, language)
    lines = grid.heads()
    for one in view.votes:
        lines += grid.row(one.name, str(one.share), one.supports)
    lines += grid.row(say(language, "home_together"), "", view.together, STRONG)
    legend = say(language, "vote_legend")
    if any(max(one.supports.made, 0) > one.supports.final for one in view.votes):
        legend = f"{legend} {say(language, 'vote_lost')}"
    lines += folded(legend, width, QUIET)
    word = band_word(view.fate, language)
    verdict = f"{DOTS[view.fate]} {word[:1].upper()}{word[1:]}. "
    lines += _after(verdict, " ".join(view.means), width, TONES[view.fate])
    for text in view.why:
        lines += folded(text, width)
    return lines + folded(stands_line(view, language), width, QUIET)


def _after(first: str, text: str, width: int, style: str) -> list[Content]:
    """A text that begins with words of another colour."""
    lines = folded(first + text, width)
    return [row(ink(first, f"bold {style}"), lines[0][len(first) :]), *lines[1:]]


@frozen
class _Grid:
    """The widths of name and share, of the moments' numbers under their heads, and of the bar."""

    name: int
    share: int
    moments: tuple[str, ...]
    cells: int
    argued: bool

    @classmethod
    def of(cls, view: Ratification, width: int, language: str) -> "_Grid":
        """The widest names that leave room for all else."""
        keys = _MOMENTS if view.argued else ("sheet_support",)
        heads = tuple(say(language, key) for key in keys)
        share = max((len(str(one.share)) for one in view.votes), default=1)
        rest = share + sum(max(3, len(head)) for head in heads) + len(heads) + 2 + _MARKS
        wanted = max([len(one.name) for one in view.votes] + [len(say(language, "home_together"))])
        cells = next((one for one in _CELLS if wanted + rest + one <= width), _CELLS[-1])
        return cls(max(_SHORTEST, min(wanted, width - rest - cells)), share, heads, cells, view.argued)

    def heads(self) -> list[Content]:
        """The names of the moments."""
        cells = [([ink("")], self.name), ([ink("")], self.share)]
        return columns([*cells, *(([ink(head.rjust(3), QUIET)], self._wide(head)) for head in self.moments)])

    def _wide(self, head: str) -> int:
        return max(3, len(head))

    def row(self, name: str, share: str, supports: Supports, style: str = "") -> list[Content]:
        """A row; a name that is too long goes on below."""
        course = (supports.silent, supports.made, supports.rebutted, supports.final)
        shown = course if self.argued else course[-1:]
        numbers = [
            ([ink(points(value).rjust(self._wide(head)), self._style(at, shown, style))], self._wide(head))
            for at, (value, head) in enumerate(zip(shown, self.moments, strict=True))
        ]
        bar = vote_bar(supports.final, supports.made, self.cells)
        return columns(
            [
                (folded(name, self.name, style, indent=1), self.name),
                ([ink(share.rjust(self.share), QUIET)], self.share),
                *numbers,
                ([bar], self.cells + _MARKS),
            ]
        )

    def _style(self, at: int, shown: tuple[int, ...], style: str) -> str:
        """The number that counts stands out."""
        return f"bold {grade(shown[at])}" if at == len(shown) - 1 else style or QUIET
