"""Numbers in plain mode: why one moved, where all stand, charts and map, who is answered to, the mandate."""

from attrs import frozen

from dosmesas.plain.manner import Manner
from dosmesas.plain.opened import note_opened
from dosmesas.plain.page import Page
from dosmesas.session.charts import charts_view
from dosmesas.session.mandate import mandate_of, mandate_told
from dosmesas.session.places import places_view
from dosmesas.session.session import Session
from dosmesas.session.tell import Teller
from dosmesas.session.tell_charts import all_lines, map_lines, one_lines
from dosmesas.session.tell_home import home_lines, win_lines
from dosmesas.session.tell_joint import joint_lines
from dosmesas.session.turns import finished_turns
from dosmesas.session.views import TableView, level, table_view, visible
from dosmesas.session.why import find_indicator, why
from dosmesas.text.catalog import say
from dosmesas.text.number import spaced


@frozen
class Figures:
    """What a seat asks of the numbers."""

    session: Session
    page: Page
    seat: str
    manner: Manner

    def why(self, word: str, *, deep: bool) -> None:
        """The reasons of an indicator's last change; where asked for, with everything behind them."""
        if not word:
            self.page.say("why_which", names=", ".join(self._visible_names()))
            return
        indicator = self._found(word)
        if not indicator:
            return
        turn, teller = finished_turns(self.session), Teller(self.page.language)
        found = why(self.session, indicator, turn, self.seat, self.page.language)
        cited = (claim for reason in found.reasons for claim in reason.cited)
        note_opened(self.session, self.seat, cited, self.page)
        self.page.lines(teller.tree(found) if deep else teller.why(found))

    def _found(self, word: str) -> str:
        """The indicator that is meant; where it is none, say which there are."""
        indicator = find_indicator(self.session, word, self.seat)
        if not indicator:
            self.page.say("why_unknown", word=word, names=", ".join(self._visible_names()))
        return indicator

    @property
    def _asked(self) -> bool:
        """Whether a seat decides now."""
        return bool(self.seat) and not self.session.over

    def charts(self, word: str) -> None:
        """The numbers as each turn began: all in short, or one with the decisions."""
        view = charts_view(self.session, self.seat, self.page.language)
        if not word:
            self.page.lines(all_lines(view, self.page.language))
        elif name := self._found(word):
            one = next(one for one in view.series if one.id == name)
            self.page.lines(one_lines(view, one, self.page.language))

    def map(self, _: str) -> None:
        """The places, and what happened there."""
        language = self.page.language
        self.page.lines(map_lines(places_view(self.session, self.seat, language), language))

    def _visible_names(self) -> list[str]:
        indicators = self.session.pack.ruleset.indicators.values()
        return [one.name(self.page.language) for one in indicators if one.seen(self.seat)]

    def status(self, _: str) -> None:
        """Every indicator that the office sees, and what is in force."""
        ruleset, state = self.session.pack.ruleset, self.session.state
        self.page.say("status_heading")
        for one, value in zip(ruleset.indicators.values(), state.values, strict=True):
            if one.seen(self.seat):
                shown = level(one, value, self.page.language)
                unit = "" if one.is_place else spaced(one.unit(self.page.language))
                self.page.say("status_line", name=one.name(self.page.language), value=shown, unit=unit)
        on = [
            flag.name(self.page.language)
            for flag, value in zip(ruleset.flags.values(), state.flags, strict=True)
            if value and visible(self.session, flag.id, self.seat)
        ]
        if on:
            self.page.say("in_force", names="; ".join(on))
        view = table_view(self.session, self.seat, self.page.language) if self._asked else None
        if view:
            self._coming(view)

    def _coming(self, view: TableView) -> None:
        """What is on its way, with its months."""
        coming = view.coming_told(points=self.manner.points)
        if coming:
            self.page.lines([say(self.page.language, "coming"), *coming])

    def tables(self, _: str) -> None:
        """Both tables: home, joint, and what is on its way."""
        if not self._asked:
            self.page.say("home_none")
            return
        view, language = table_view(self.session, self.seat, self.page.language), self.page.language
        self.page.lines(home_lines(view, language, points=self.manner.points))
        self.page.lines(joint_lines(view, language, points=self.manner.points))
        self._coming(view)

    def home(self, _: str) -> None:
        """Those whom the office answers to, and what each would make of its options."""
        if self._asked:
            view = table_view(self.session, self.seat, self.page.language)
            points = self.manner.points
            self.page.lines(home_lines(view, self.page.language, points=points))
            self.page.lines(win_lines(view, self.page.language, points=points))
        else:
            self.page.say("home_none")

    def mandate(self, _: str) -> None:
        """What the office is scored on, goal by goal; of all at the keyboard where nobody is asked."""
        seats = [self.seat] if self.seat else self.session.setup.seats
        language = self.page.language
        for seat in seats:
            self.page.lines(mandate_told(mandate_of(self.session, seat, language), language))
