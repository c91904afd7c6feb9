"""The first turn in bands: what must be read before the first answer takes less than a minute.

It names option, audience and forecast, and no more: bulletins and situation wait for the second question.
"""

from attrs import define

from dosmesas.engine.home import Band, band_of
from dosmesas.session.bands import home_told
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.views import IndicatorRow, OptionView, TableView
from dosmesas.text.number import spaced


@define
class OpeningTeller(TurnTeller):
    """Tells the first turn, in bands."""

    points: bool = False

    def heading(self, view: TableView) -> list[str]:
        """Turn, month, title, brief."""
        return self.begun(view, ())

    def situation(self, view: TableView) -> list[str]:
        """What waited: bulletins, the six indicators with their units."""
        return ["", *self.bulletins(view.bulletins), *super().situation(view)[1:]]

    def _row(self, row: IndicatorRow) -> str:
        return f"{super()._row(row)}{spaced(row.unit)}"

    def options(self, view: TableView) -> list[str]:
        """The options, each with the first thing that it would move, and where home would not stand by it."""
        return [f"{number}. {self._lead(one)}" for number, one in enumerate(view.options, 1)]

    def _lead(self, option: OptionView) -> str:
        closed = "" if option.legal else self._say("not_open")
        home = ""
        if option.home is not None and band_of(option.home.now) is Band.BLOCKED:
            home = home_told(option.home, self.language)
        moves = self.sentence(option.moves[0].lead) if option.moves else ""
        return " ".join(filter(None, (f"{option.label}.", closed, home, moves)))

    def word_question(self, view: TableView) -> list[str]:
        """The deals that a word may be given on, by the option that it would promise."""
        number = {option.id: place for place, option in enumerate(view.options, 1)}
        answers = [
            *(self._say("word_promise", option=number[deal.mine]) for deal in view.deals),
            self._say("word_no"),
            self._say("word_nothing"),
        ]
        return ["", self._say("word_heading_opening"), *(f"{n}. {text}" for n, text in enumerate(answers, 1))]
