"""The debrief in pages: ending, paths, decisions, argument, claims, what came later, questions."""

from collections.abc import Callable, Mapping

from attrs import frozen
from textual.content import Content

from dosmesas.session.debrief import Brought, Debrief, Score
from dosmesas.session.paths import rounded
from dosmesas.session.tell_marks import argued_lines
from dosmesas.session.views import IndicatorRow
from dosmesas.text.catalog import say
from dosmesas.text.local import dated
from dosmesas.text.number import fixed, signed
from dosmesas.tui.drawing.ink import BAD, GOOD, HEAD, QUIET, STRONG, columns, folded, ink, row
from dosmesas.tui.marks import FILLED, UNFILLED
from dosmesas.tui.panes import blocks

PAGES = ("ending", "paths", "decisions", "argued", "claims", "later", "questions")
_PARTLY, _CELLS, _CHARTS = 6, 20, 3
_SHORTEST, _NAME = 12, 30
_WIDEST = 96
"""A line of running text that is longer than this is hard to read."""


def _path(one: IndicatorRow, width: int) -> list[Content]:
    """An indicator's whole path on its own fixed scale, then where it began and ended."""
    began, ended = rounded(one.history[0], 1), rounded(one.history[-1], 1)
    told = f"{fixed(began)} → {fixed(ended)} ({signed(ended - began)})"
    drawn = blocks(one)
    name = max(_SHORTEST, width - len(drawn) - len(told) - 2)
    name = min(name, _NAME)
    return columns(
        [(folded(one.name, name, indent=1), name), ([ink(drawn)], len(drawn)), ([ink(told)], len(told))]
    )


def _bar(value: int) -> Content:
    """A mark or a return, in thousandths of 100."""
    full = value * _CELLS // 100_000
    return row(ink(FILLED * full), ink(UNFILLED * (_CELLS - full), QUIET))


@frozen
class EndPages:
    """Draws the pages of one debrief; the charts of the paths are drawn elsewhere.

    `mattered` tells of the choice that mattered most, `hung` of claims, from a heading to its limit.
    """

    view: Debrief
    language: str
    mattered: tuple[str, ...] = ()
    hung: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The pages that have something to tell."""
        argued = self.view.argued or self.view.signed
        return tuple(one for one in PAGES if one != "argued" or argued)

    @property
    def charted(self) -> tuple[str, ...]:
        """The three indicators that went furthest in the game, each as a share of its range."""
        spans = {one.id: (one.high - one.low) or 1 for one in self.view.paths}
        ways = {one.id: max(one.history) - min(one.history) for one in self.view.paths}
        furthest = sorted(ways, key=lambda name: -ways[name] * 100_000 // spans[name])
        return tuple(one.id for one in self.view.paths if one.id in furthest[:_CHARTS])

    def page(self, name: str, width: int) -> list[Content]:
        """A page at a width."""
        drawn: Mapping[str, Callable[[int], list[Content]]] = {
            "ending": self._ending,
            "paths": self._paths,
            "decisions": self._decisions,
            "argued": self._argued,
            "claims": self._claims,
            "later": self._later,
            "questions": self._questions,
        }
        return drawn[name](width)

    def tabs(self, opened: str, width: int) -> list[Content]:
        """The names of the pages with their digits; the open one stands out, without colour too."""
        lines, now = list[Content](), Content("")
        for number, name in enumerate(self.names, 1):
            text = f" {number} {say(self.language, f'end_page_{name}')} "
            part = ink(text, "bold reverse" if name == opened else QUIET)
            if now.cell_length and now.cell_length + part.cell_length > width:
                lines.append(now)
                now = Content("")
            now = row(now, part)
        return [*lines, now]

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _text(self, text: str, width: int, style: str = "", indent: int = 0) -> list[Content]:
        return folded(text, min(width, _WIDEST), style, indent)

    def _head(self, key: str, width: int) -> list[Content]:
        return self._text(self._say(key), width, HEAD)

    def _ending(self, width: int) -> list[Content]:
        lines = [*self._text(self.view.text, width), ink("")]
        lines += self._head("scores_heading", width)
        shown = [(self._scored(one), one.value, one.mine) for one in self.view.scores]
        shown.append((self._say("whatif_joint"), self.view.joint, False))
        name = min(max(len(text) for text, _, _ in shown), max(12, width - 34))
        for text, value, mine in shown:
            lines += columns(
                [
                    (folded(text, name, STRONG if mine else ""), name),
                    ([ink(fixed(value).rjust(5), STRONG)], 5),
                    ([_bar(value)], _CELLS),
                ]
            )
        return [
            *lines,
            *self._earned(width),
            *self._worked_out(self.mattered, width),
            *self._worked_out(self.hung, width),
        ]

    def _earned(self, width: int) -> list[Content]:
        """What brought the ending about."""
        if not self.view.earned:
            return []
        told = [line for text in self.view.earned for line in self._text(text, width)]
        return [ink(""), *self._head("earned_heading", width), *told]

    def _worked_out(self, texts: tuple[str, ...], width: int) -> list[Content]:
        """What is worked out beside the screen: a heading, paragraphs, the limit of it."""
        if not texts:
            return []
        heading, *told = texts
        lines = [ink(""), *self._text(heading, width, HEAD)]
        for text in told:
            lines += self._text(text, width, QUIET if text is told[-1] else "")
        return lines

    def _scored(self, one: Score) -> str:
        return one.office + (self._say("mine") if one.mine else "")

    def _paths(self, width: int) -> list[Content]:
        """The paths that have no chart of their own, each in a line."""
        lines = []
        for one in self.view.paths:
            if one.id not in self.charted:
                lines += _path(one, width)
        return [*lines, *self._text(self._say("end_path_note"), width, QUIET)]

    def _decisions(self, width: int) -> list[Content]:
        mine = [one for one in self.view.decisions if one.mine]
        others = [one for one in self.view.decisions if not one.mine]
        lines = self._head("end_mine", width) if mine else []
        for one in mine:
            lines += [ink(""), *self._decision(one, width)]
        lines += [ink(""), *self._head("others_heading", width)] if others else []
        for one in others:
            told = self._say("decision_line", turn=one.turn, office=one.office, label=one.label)
            lines += self._text(told, width, indent=2)
        return lines

    def _decision(self, one: Brought, width: int) -> list[Content]:
        """A decision and the sums of its receipts: for the better, for the worse, neither."""
        several = len({other.office for other in self.view.decisions if other.mine}) > 1
        who = f"{one.office}: " if several else ""
        head = f"{self._say('end_turn', turn=one.turn)} · {who}{one.label}"
        lines = self._text(head, width, STRONG)
        for key, good, style in (("brought", True, GOOD), ("cost", False, BAD), ("shifted", None, "")):
            what = "; ".join(f"{name} {signed(value)}" for name, value, better in one.sums if better is good)
            if what:
                text = self._text(self._say(f"end_{key}", what=what), width - 2, style, indent=2)
                lines += [part.pad_left(2) for part in text]
        return lines if one.sums else [*lines, *self._text(self._say("brought_nothing"), width)]

    def _argued(self, width: int) -> list[Content]:
        """The marks, each with a bar before its sentence; the player's own sentence; what was signed."""
        heading, *told = argued_lines(self.view.argued, self.language, self.view.signed)[1:]
        lines, bars = [*self._text(heading, width, HEAD), ink("")], self._bars()
        for text in told:
            bar = bars.pop(0) if bars and text.startswith(bars[0][0]) else None
            said = self._text(text.strip(), width - _CELLS - 1, indent=2)
            side = [_bar(bar[1])] if bar else [ink("")]
            lines += columns([(side, _CELLS), (said, width - _CELLS - 1)])
        return lines

    def _bars(self) -> list[tuple[str, int]]:
        """The marks in the order in which they are told: how a sentence begins, and the mark."""
        found = []
        for one in self.view.argued:
            marks = {"quality": one.marks.quality, "clash": one.marks.clash.mark}
            marks |= {"fit": one.marks.fit.mark, "evidence": one.marks.evidence.mark}
            for name, mark in marks.items():
                if mark is not None:
                    begins = self._say(f"argued_{name}", mark="\n", count="", part="", of="")
                    found.append((begins.partition("\n")[0], mark))
        return found

    def _claims(self, width: int) -> list[Content]:
        lines = list[Content]()
        for part in self.view.teaching:
            lines += self._text(part.heading, width, HEAD)
            lines += [line for text in part.told for line in self._text(text, width, indent=2)]
            lines.append(ink(""))
        lines += self._head("claims_heading", width)
        for number, claim in enumerate(self.view.claims, 1):
            lines += [ink(""), *self._text(f"{number}. {claim.text}", width, indent=3)]
            lines += [line.pad_left(3) for line in self._text(claim.moved, width - 3)]
        lines += [ink(""), *self._text(self._say("view_played", view=self.view.view), width)]
        if self.view.partly:
            told = ", ".join(f"{name} {percent}" for name, percent in self.view.partly[:_PARTLY])
            lines += self._text(self._say("view_partly", claims=told), width)
        return lines + self._text(self._say("view_elsewhere"), width, QUIET)

    def _later(self, width: int) -> list[Content]:
        lines = self._head("secrets_heading", width)
        for office, text in self.view.secrets:
            lines += self._text(self._say("secret_line", office=office, text=text), width, indent=2)
        if self.view.later:
            lines += [ink(""), *self._head("later_heading", width)]
        for date, text, source in self.view.later:
            told = self._say("later_line", date=dated(date, self.language), text=text, source=source)
            lines += self._text(told, width, indent=2)
        return lines

    def _questions(self, width: int) -> list[Content]:
        lines = self._head("questions_heading", width)
        for number, text in enumerate(self.view.questions, 1):
            lines += [ink(""), *self._text(f"{number}. {text}", width, indent=3)]
        return lines
