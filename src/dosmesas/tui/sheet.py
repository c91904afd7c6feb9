"""The flow sheet in columns: case, rebuttal, reply; a row for each doubt; the policy's path at the end."""

from itertools import zip_longest
from textwrap import wrap

from attrs import frozen

from dosmesas.session.debates.flow import FlowCard, FlowRow, FlowSheet
from dosmesas.session.debates.sheets import Argued
from dosmesas.session.debates.tell import share
from dosmesas.session.debates.tell_flow import FlowTeller, faces_of
from dosmesas.text.catalog import say

_GAP = " │ "
_RULE = "─"
_COLUMNS = 3
_MOMENTS = ("sheet_silent", "sheet_made", "sheet_rebutted", "sheet_answered")


@frozen
class Paper:
    """A sheet of paper of a width, in a language."""

    width: int
    language: str

    @property
    def _column(self) -> int:
        return (self.width - (_COLUMNS - 1) * len(_GAP)) // _COLUMNS

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def drawn(self, sheet: FlowSheet) -> list[str]:
        """A debate: what was said of each doubt, side by side, then how far the policy stood."""
        lines = self.heading(sheet)
        lines.append(self._rule())
        lines += self._beside([[self._say(key)] for key in ("sheet_case", "sheet_rebuttal", "sheet_reply")])
        for row in sheet.rows:
            lines += [self._rule(), *self._row(row)]
        return [*lines, self._rule(), *self._policy(sheet)]

    def explained(self, one: Argued) -> list[str]:
        """Who moved the policy, in three views, each under its own heading; nothing while it goes on."""
        if one.views is None:
            return []
        told = FlowTeller(self.language).explained(one.views, faces_of(one.sheet))
        lines = [*self.heading(one.sheet), self._rule()]
        for text in told:
            inside = text.startswith("  ")
            lines += [""] if not inside and text is not told[0] else []
            lines += wrap(
                text, self.width, initial_indent="  " * inside, subsequent_indent="         " * inside
            )
        return lines

    def heading(self, sheet: FlowSheet) -> list[str]:
        """Whose debate it was, over what, and who answered."""
        foe = sheet.foe or self._say("the_floor")
        text = self._say("sheet_heading", turn=sheet.turn, office=sheet.office, label=sheet.label, foe=foe)
        return wrap(text, self.width)

    def _rule(self) -> str:
        return _RULE * self.width

    def _row(self, row: FlowRow) -> list[str]:
        doubts = ", ".join(f"{name} {share(before)} > {share(after)}" for name, before, after in row.doubts)
        lines = wrap(self._say("sheet_doubt", question=row.text, doubts=doubts), self.width)
        cards = [self._cards(row.case), self._cards(row.rebuttals), self._cards(row.replies)]
        lines += self._beside(cards) if any(cards) else [self._say("flow_nothing")]
        fed = (self._say("flow_fed", face=one.card.face) for one in row.fed)
        return lines + [line for text in fed for line in wrap(text, self.width)]

    def _cards(self, cards: tuple[FlowCard, ...]) -> list[str]:
        lines: list[str] = []
        for one in cards:
            lines += ["", *self._card(one)] if lines else self._card(one)
        return lines

    def _card(self, one: FlowCard) -> list[str]:
        """A card: what it said, how far it stood at each step, and whether it stands."""
        path = " > ".join(share(value) for value in one.strengths if value is not None)
        key = "flow_taken_back" if one.taken_back else "flow_stands" if one.stands else "flow_defeated"
        backing = f"{self._say('play_back')} " if one.role == "back" else ""
        lines = wrap(f"{backing}{one.card.face} ({one.card.basis})", self._column)
        mark = f"{'+' if one.stands else 'x'} {self._say(key)}"
        together = f"{path}  {mark}"
        return [*lines, *([together] if len(together) <= self._column else [path, mark])]

    def _beside(self, columns: list[list[str]]) -> list[str]:
        rows = zip_longest(*columns, fillvalue="")
        return [_GAP.join(cell.ljust(self._column) for cell in row).rstrip() for row in rows]

    def _policy(self, sheet: FlowSheet) -> list[str]:
        """How far the policy stood with each audience, at four moments, in columns."""
        heads = [self._say(key) for key in _MOMENTS]
        support = self._say("sheet_support") if sheet.support is not None else ""
        widths = [*(max(6, len(head) + 2) for head in heads), max(8, len(support) + 2)]
        room = self.width - sum(widths)
        lines = wrap(self._say("sheet_policy"), self.width)
        lines += _table_row("", [*heads, support], widths, room)
        for one in sheet.audiences:
            points = str(one.support // 1000) if one.support is not None else ""
            path = [*(share(value) for value in one.policy), points]
            lines += _table_row(f"{one.name} ({one.share})", path, widths, room)
        if sheet.support is None:
            return lines
        return [*lines, *wrap(FlowTeller(self.language).verdict(sheet), self.width)]


def _table_row(name: str, cells: list[str], widths: list[int], room: int) -> list[str]:
    """A name and its cells; a name that is too long goes on below itself."""
    first, *more = wrap(name, room - 1) or [""]
    parts = [f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)]
    return ["".join([first.ljust(room), *parts]).rstrip(), *(f"  {one}" for one in more)]
