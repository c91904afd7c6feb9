"""What a player may type besides a number, in both languages, and the answers."""

from collections.abc import Callable

from attrs import field, frozen

from dosmesas.journal.journal import JournalError
from dosmesas.plain.books import Books
from dosmesas.plain.figures import Figures
from dosmesas.plain.manner import Manner
from dosmesas.plain.page import Page
from dosmesas.plain.readings import Readings
from dosmesas.plain.sentence import keep_sentence
from dosmesas.session.debates.told import credit_lines, flow_lines
from dosmesas.session.session import Session
from dosmesas.session.tell_after import paper_told, vote_told
from dosmesas.session.undo import CannotUndoError
from dosmesas.text.catalog import say

_WORDS = {
    "why": "why",
    "porque": "why",
    "porqué": "why",
    "tree": "tree",
    "árbol": "tree",
    "arbol": "tree",
    "status": "status",
    "estado": "status",
    "charts": "charts",
    "gráficas": "charts",
    "graficas": "charts",
    "map": "map",
    "mapa": "map",
    "home": "home",
    "casa": "home",
    "tables": "tables",
    "mesas": "tables",
    "mandate": "mandate",
    "mandato": "mandate",
    "dossier": "dossier",
    "expediente": "dossier",
    "flow": "flow",
    "hoja": "flow",
    "credit": "credit",
    "aporte": "credit",
    "ledger": "ledger",
    "libro": "ledger",
    "turns": "turns",
    "turnos": "turns",
    "fork": "fork",
    "bifurcar": "fork",
    "saves": "saves",
    "partidas": "saves",
    "vote": "vote",
    "votación": "vote",
    "votacion": "vote",
    "paper": "paper",
    "periódico": "paper",
    "periodico": "paper",
    "sentence": "sentence",
    "frase": "sentence",
    "undo": "undo",
    "deshacer": "undo",
    "save": "save",
    "guardar": "save",
    "detail": "detail",
    "detalle": "detail",
    "guide": "guide",
    "guía": "guide",
    "guia": "guide",
    "help": "help",
    "ayuda": "help",
    "quit": "quit",
    "salir": "quit",
    "exit": "quit",
    "?": "glossary",
}


class QuitGameError(Exception):
    """The player wants to stop."""


class TurnBackError(Exception):
    """Something was taken back; the turn begins again."""


@frozen
class Commands:
    """Answers commands for the seat that is being asked."""

    session: Session
    page: Page
    seat: str
    manner: Manner = field(factory=Manner)

    @property
    def _language(self) -> str:
        return self.page.language

    def run(self, line: str) -> bool:
        """Carry out a command; False when the line is none.

        Raises:
            QuitGameError: the player wants to stop.
            TurnBackError: a turn begins again.
            ForkedError: another game begins.
        """
        word, _, rest = line.strip().partition(" ")
        if word.startswith("?") and word != "?":
            word, rest = "?", line.strip()[1:]
        name = _WORDS.get(word.lower())
        books = Books(self.session, self.page, self.seat)
        figures = Figures(self.session, self.page, self.seat, self.manner)
        readings = Readings(self.session, self.page, self.seat)
        actions: dict[str, Callable[[str], None]] = {
            "ledger": books.ledger,
            "turns": books.turns,
            "fork": books.fork,
            "saves": books.saves,
            "why": lambda word: figures.why(word, deep=False),
            "tree": lambda word: figures.why(word, deep=True),
            "status": figures.status,
            "charts": figures.charts,
            "map": figures.map,
            "home": figures.home,
            "tables": figures.tables,
            "mandate": figures.mandate,
            "dossier": readings.dossier,
            "flow": lambda turn: readings.of_turn(turn, flow_lines, "flow_none"),
            "credit": lambda turn: readings.of_turn(turn, credit_lines, "flow_none"),
            "vote": lambda turn: readings.of_turn(turn, vote_told, "vote_none"),
            "paper": lambda turn: readings.of_turn(turn, paper_told, "paper_none"),
            "sentence": self._sentence,
            "undo": self._undo,
            "save": self._save,
            "detail": lambda word: self.manner.set_detail(word, self.page),
            "guide": lambda word: self.manner.set_guide(word, self.page),
            "help": self._help,
            "quit": self._quit,
            "glossary": readings.glossary,
        }
        if name is None:
            return False
        actions[name](rest.strip())
        return True

    def _help(self, _: str) -> None:
        """The commands, one a line."""
        self.page.lines(f"{one.rstrip('.')}." for one in say(self._language, "help").split(". "))

    def _sentence(self, text: str) -> None:
        """Keep the player's own sentence, or say which there is."""
        now = self.session.notes.sentences.get(self.seat)
        if text:
            keep_sentence(self.session, self.seat, text, self.page)
        elif now:
            self.page.say("sentence_now", text=now)
        else:
            self.page.say("sentence_how")

    def _undo(self, _: str) -> None:
        try:
            turn = self.session.undo()
        except CannotUndoError:
            self.page.say("cannot_undo_seen" if len(self.session.setup.seats) > 1 else "cannot_undo")
            return
        except JournalError as error:
            self.page.say("save_failed", problem=error)
            raise TurnBackError from None
        self.page.say("undone", turn=turn)
        raise TurnBackError

    def _save(self, _: str) -> None:
        self.page.line(self.saved())

    def saved(self) -> str:
        """Where the game is kept."""
        journal = self.session.journal
        return (
            say(self._language, "saved_in", path=journal.path)
            if journal
            else say(self._language, "not_saved")
        )

    def _quit(self, _: str) -> None:
        raise QuitGameError
