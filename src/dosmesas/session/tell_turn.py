"""A turn in few words, for plain mode: what has to be read to decide, and what came of it.

The rest is a key away: `? 2` opens an option, `status` all indicators, `why` every receipt. How many words a
turn has is counted by `dosmesas words`. At the first level of detail forecasts are bands, else points.
"""

import re

from attrs import define

from dosmesas.engine.state import DECLINE, SILENT
from dosmesas.session.bands import home_told
from dosmesas.session.deals import DealView
from dosmesas.session.forecast import Move
from dosmesas.session.largest import largest, own, own_line, place_word
from dosmesas.session.outcome import Decided, Entry, Moved, OutcomeView
from dosmesas.session.tell import front
from dosmesas.session.tell_home import support_brief, support_line, win_brief
from dosmesas.session.views import IndicatorRow, OptionView, TableView
from dosmesas.text.catalog import say
from dosmesas.text.number import A_TENTH, signed_short

_MOVE_WORDS = 6
_MOVES_SHOWN = 2
_PAPERS_SHOWN = 1


@define
class TurnTeller:
    """Tells a turn briefly, in one language; forecasts in points, or in bands."""

    language: str
    points: bool = True

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def heading(self, view: TableView) -> list[str]:
        """Turn, month, bulletins, title, brief."""
        return self.begun(view, view.bulletins)

    def begun(self, view: TableView, bulletins: tuple[str, ...]) -> list[str]:
        """The same, with these of the bulletins."""
        month = self._say("turn_heading", turn=view.turn, turns=view.turns, month=view.month)
        return [month, *self.bulletins(bulletins), f"{view.title}.", view.brief]

    def bulletins(self, texts: tuple[str, ...]) -> list[str]:
        """News, each in a line."""
        return [self._say("bulletin_line", text=text) for text in texts]

    def situation(self, view: TableView) -> list[str]:
        """The six indicators in a line, and how much is on its way."""
        lines = ["", self._say("situation_brief", rows="; ".join(self._row(row) for row in view.rows))]
        if view.coming:
            lines.append(self._say("coming_brief", count=len(view.coming)))
        return lines

    def _row(self, row: IndicatorRow) -> str:
        # In bands, what moved much has been told with what followed.
        change = f" ({signed_short(row.change)})" if abs(row.change) >= A_TENTH and self.points else ""
        return f"{row.name} {row.value}{change}"

    def options(self, view: TableView) -> list[str]:
        """The options, numbered, each with what it would move first."""
        lines = ["", self._say("your_options_brief")]
        return lines + [f"{number}. {self._option(one)}" for number, one in enumerate(view.options, 1)]

    def _option(self, option: OptionView) -> str:
        closed = "" if option.legal else self._say("not_open")
        moves = self._in_points(option.moves) if self.points else self._in_bands(option.moves)
        return " ".join(filter(None, (f"{option.label}.", closed, self._home(option), moves)))

    def _home(self, option: OptionView) -> str:
        if option.home is None:
            return ""
        return (support_brief if self.points else home_told)(option.home, self.language)

    def _in_points(self, moves: tuple[Move, ...]) -> str:
        """The first few of the moves."""
        parts, told = re.split(r"(?<=[;,]) ", "; ".join(one.text for one in moves)), ""
        for part in parts:
            if told and len(f"{told} {part}".split()) > _MOVE_WORDS:
                return self._more(told)
            told = f"{told} {part}".strip()
        return self.sentence(told)

    def _in_bands(self, moves: tuple[Move, ...]) -> str:
        """The first two of the moves, and of what comes together the first."""
        shown = moves[:_MOVES_SHOWN]
        told = "; ".join(one.lead for one in shown)
        whole = len(shown) == len(moves) and all(one.lead == one.banded for one in shown)
        return self.sentence(told) if whole else self._more(told)

    def _more(self, told: str) -> str:
        return self.sentence(self._say("and_more", what=told.rstrip(",;")))

    def sentence(self, text: str) -> str:
        """With a capital and a full stop; nothing where there is nothing."""
        return f"{text[0].upper()}{text[1:]}." if text else ""

    def option_open(self, option: OptionView) -> str:
        """An option and everything behind it: reason, requirement, all that it would move, its deals."""
        moves = "; ".join(move.told(points=self.points) for move in option.moves)
        deals = [
            self._say("part_of_deal", name=deal.name, office=deal.partner, theirs=deal.theirs)
            for deal in option.deals
        ]
        told = self._say("moves", what=moves) if moves else self._say("moves_none")
        home = self._home_open(option)
        head = f"{option.label}."
        return " ".join(filter(None, (head, option.reason, option.needs, home, told, *deals)))

    def _home_open(self, option: OptionView) -> str:
        if option.home is None:
            return ""
        return (support_line if self.points else home_told)(option.home, self.language)

    def word_question(self, view: TableView) -> list[str]:
        """The deals that a word may be given on, each with what both sides would choose."""
        number = {option.id: place for place, option in enumerate(view.options, 1)}
        answers = [
            *(self._give(deal, number[deal.mine]) for deal in view.deals),
            self._say("word_decline"),
            self._say("word_silent"),
        ]
        return [
            "",
            self._say("word_heading_brief"),
            *(f"{place}. {text}" for place, text in enumerate(answers, 1)),
        ]

    def _give(self, deal: DealView, option: int) -> str:
        key = "word_give_brief" if self.points else "word_give_first"
        win = win_brief(deal, self.language)
        return self._say(
            key, name=deal.name, mine=option, office=deal.partner, theirs=deal.theirs, win=win
        ).rstrip()

    def words_said(self, view: TableView) -> list[str]:
        """What the partners said of the deals; silence needs no words."""
        return [self._said(deal) for deal in view.deals if deal.said not in {"", SILENT}]

    def _said(self, deal: DealView) -> str:
        key = "their_decline" if deal.said == DECLINE else "their_word"
        return self._say(key, office=deal.partner, name=deal.name)

    def outcome(self, view: OutcomeView, shown: tuple[str, ...]) -> list[str]:
        """What came of a turn: what the reader moved, the decisions, what moved most and why, the papers."""
        lines = [*view.debates, "", self._say("what_followed"), *self._own(view)]
        # The verdict has told already what came of the own choice.
        lines += [self._decided(one) for one in view.decisions if not (one.mine and view.debates)]
        lines += view.events
        moved = [one for one in view.moved if one.id in shown and one.much and not one.slight]
        moved = moved or [one for one in view.moved if not one.slight][:1]
        if moved:
            lines.append(self._say("moved_brief", what="; ".join(map(self._moved, moved))))
        lines += self._receipts(view.moved)
        return lines + [
            self._say("headline_line", paper=one.paper, text=one.text)
            for one in front(view.headlines, _PAPERS_SHOWN)
        ]

    def _decided(self, one: Decided) -> str:
        key = "decided_band" if one.band else "decided_line"
        return self._say(key, office=one.office, label=one.label, band=one.band)

    def _own(self, view: OutcomeView) -> list[str]:
        """What the reader's own decisions moved; nothing where it decided nothing."""
        if not any(one.mine for one in view.decisions):
            return []
        return [own_line(own(view.moved), self.language)]

    def _moved(self, one: Moved) -> str:
        if one.levels:
            before, after = one.levels
            return self._say("moved_place", name=one.name, before=before, after=after)
        return f"{one.name} {signed_short(one.after - one.before)}"

    def _receipts(self, moved: tuple[Moved, ...]) -> list[str]:
        """The receipts that are worth most to the reader, and how many more there are."""
        found = [pair for pair in largest(moved) if pair[1].places]
        lines = [self._receipt(one, entry) for one, entry in found]
        rest = sum(bool(entry.places) for one in moved for entry in one.entries) - len(lines)
        return [*lines, self._say("receipts_rest", count=rest)] if rest else lines

    def _receipt(self, one: Moved, entry: Entry) -> str:
        text, places = entry.who or entry.text, entry.places
        if one.levels:
            word = place_word(entry.applied, self.language)
            return self._say("receipt_place", word=word, name=one.name, text=text, places=places)
        applied = signed_short(entry.applied)
        return self._say("receipt_brief", applied=applied, name=one.name, text=text, places=places)
