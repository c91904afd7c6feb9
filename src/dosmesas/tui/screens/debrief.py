"""The end: the ending, the paths, what each decision brought, the claims, what really happened, questions."""

from typing import ClassVar

from attrs import evolve

from dosmesas.session.debrief import debrief
from dosmesas.session.session import Session
from dosmesas.session.setup import free_name, saves_folder
from dosmesas.session.tell import Teller
from dosmesas.tui import panes
from dosmesas.tui.bindings import bindings
from dosmesas.tui.commands import END_SCREEN
from dosmesas.tui.screens.reading import ReadingScreen


class DebriefScreen(ReadingScreen):
    """The debrief is the lesson."""

    commands = END_SCREEN
    BINDINGS: ClassVar = bindings(END_SCREEN)

    def heading(self) -> str:
        """The ending's title."""
        return self.say("ending_heading", title=debrief(self.session, self.language).ending)

    def lines(self) -> list[str]:
        """The whole debrief, with the paths drawn on fixed scales."""
        view = debrief(self.session, self.language)
        drawn = [panes.path_line(row) for row in view.paths]
        told = Teller(self.language).debrief(view)[2:]
        return [told[0], "", *drawn, *told[1:]]

    def action_flow(self) -> None:
        """Every debate of the game, opened."""
        self.main.open_flow(None)

    def action_new_game(self) -> None:
        """Back to the title."""
        self.main.open_title()

    def action_other_chair(self) -> None:
        """The same seed from the next chair."""
        pack, setup = self.session.pack, self.session.setup
        seats = pack.seats
        place = seats.index(setup.seats[0]) if setup.seats else 0
        chair = evolve(setup, seats=(seats[(place + 1) % len(seats)],), language=self.language)
        save = free_name(saves_folder(), pack.id, setup.seed)
        self.main.begin(Session.start(pack, chair, save=save))
