"""What a player may type besides a number, in both languages, and the answers."""

from collections.abc import Callable, Iterable

from attrs import field, frozen

from dosmesas.journal.journal import JournalError
from dosmesas.plain.books import Books
from dosmesas.plain.manner import Manner
from dosmesas.plain.page import Page
from dosmesas.plain.sentence import keep_sentence
from dosmesas.session.charts import charts_view
from dosmesas.session.debates.told import credit_lines, flow_lines
from dosmesas.session.places import places_view
from dosmesas.session.mandate import mandate_line
from dosmesas.session.session import Session
from dosmesas.session.tell import Teller
from dosmesas.session.tell_charts import all_lines, map_lines, one_lines
from dosmesas.session.tell_home import home_lines, win_lines
from dosmesas.session.turns import finished_turns
from dosmesas.session.undo import CannotUndoError
from dosmesas.session.views import level, table_view, visible
from dosmesas.session.why import claim_line, find_indicator, why
from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import nearest
from dosmesas.text.number import spaced

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
        actions: dict[str, Callable[[str], None]] = {
            "ledger": books.ledger,
            "turns": books.turns,
            "fork": books.fork,
            "saves": books.saves,
            "why": lambda word: self._why(word, deep=False),
            "tree": lambda word: self._why(word, deep=True),
            "status": self._status,
            "charts": self._charts,
            "map": self._map,
            "home": self._home,
            "mandate": self._mandate,
            "dossier": self._dossier,
            "flow": lambda turn: self._argued(turn, flow_lines),
            "credit": lambda turn: self._argued(turn, credit_lines),
            "sentence": self._sentence,
            "undo": self._undo,
            "save": self._save,
            "detail": lambda word: self.manner.set_detail(word, self.page),
            "guide": lambda word: self.manner.set_guide(word, self.page),
            "help": self._help,
            "quit": self._quit,
            "glossary": self._glossary,
        }
        if name is None:
            return False
        actions[name](rest.strip())
        return True

    def _why(self, word: str, *, deep: bool) -> None:
        """The reasons of an indicator's last change; where asked for, with everything behind them."""
        if not word:
            self.page.say("why_which", names=", ".join(self._visible_names()))
            return
        indicator = self._found(word)
        if not indicator:
            return
        turn, teller = finished_turns(self.session), Teller(self._language)
        found = why(self.session, indicator, turn, self.seat, self._language)
        self.opened(claim for reason in found.reasons for claim in reason.cited)
        self.page.lines(teller.tree(found) if deep else teller.why(found))

    def _found(self, word: str) -> str:
        """The indicator that is meant; where it is none, say which there are."""
        indicator = find_indicator(self.session, word, self.seat)
        if not indicator:
            self.page.say("why_unknown", word=word, names=", ".join(self._visible_names()))
        return indicator

    def _charts(self, word: str) -> None:
        """The numbers as each turn began: all in short, or one with the decisions."""
        view = charts_view(self.session, self.seat, self._language)
        if not word:
            self.page.lines(all_lines(view, self._language))
        elif name := self._found(word):
            one = next(one for one in view.series if one.id == name)
            self.page.lines(one_lines(view, one, self._language))

    def _map(self, _: str) -> None:
        """The places, and what happened there."""
        self.page.lines(map_lines(places_view(self.session, self.seat, self._language), self._language))

    def opened(self, claims: Iterable[str]) -> None:
        """Note what the player opens; where that cannot be saved, it is shown all the same."""
        try:
            self.session.note_opened(self.seat, claims)
        except JournalError as error:
            self.page.say("save_failed", problem=error)

    def _visible_names(self) -> list[str]:
        indicators = self.session.pack.ruleset.indicators.values()
        return [one.name(self._language) for one in indicators if one.seen(self.seat)]

    def _status(self, _: str) -> None:
        ruleset, state = self.session.pack.ruleset, self.session.state
        self.page.say("status_heading")
        for one, value in zip(ruleset.indicators.values(), state.values, strict=True):
            if one.seen(self.seat):
                shown = level(one, value, self._language)
                unit = "" if one.is_place else spaced(one.unit(self._language))
                self.page.say("status_line", name=one.name(self._language), value=shown, unit=unit)
        on = [
            flag.name(self._language)
            for flag, value in zip(ruleset.flags.values(), state.flags, strict=True)
            if value and visible(self.session, flag.id, self.seat)
        ]
        if on:
            self.page.say("in_force", names="; ".join(on))

    def _home(self, _: str) -> None:
        """Those whom the office answers to, and what each would make of its options."""
        if self.seat and not self.session.over:
            view = table_view(self.session, self.seat, self._language)
            points = self.manner.points
            self.page.lines(home_lines(view, self._language, points=points))
            self.page.lines(win_lines(view, self._language, points=points))
        else:
            self.page.say("home_none")

    def _mandate(self, _: str) -> None:
        """What the office is there to achieve, with the weights; of all offices where nobody is asked."""
        seats = [self.seat] if self.seat else self.session.setup.seats
        self.page.lines(mandate_line(self.session.pack, seat, self._language) for seat in seats)

    def _help(self, _: str) -> None:
        """The commands, one a line."""
        self.page.lines(f"{one.rstrip('.')}." for one in say(self._language, "help").split(". "))

    def _dossier(self, word: str) -> None:
        claims, word = self.session.pack.ruleset.dossier.claims, word.lower()
        found = [one.id for one in claims.values() if word and word in {one.id, one.paragraph.lower()}]
        if not word:
            self.page.say("dossier_heading", count=len(claims))
        elif not found and word not in self.session.pack.ruleset.assumptions:
            self.page.say("dossier_unknown", word=word, near=nearest(word, claims) or "-")
        listed = found or ([word] if word in self.session.pack.ruleset.assumptions else [])
        self.opened(listed)
        if len(listed) == 1:
            Books(self.session, self.page, self.seat).claim(listed[0])
            return
        for name in listed:
            self.page.line(claim_line(self.session.pack, name, self._language))

    def _argued(self, word: str, tell: Callable[[Session, int, str, str], list[str]]) -> None:
        """What was argued in the turn named, or in the last one in which anything was."""
        named = word.isascii() and word.isdigit()
        # No pack has so many turns; and a number of thousands of digits is none that Python reads.
        turns = [int(word[:6])] if named else range(finished_turns(self.session), 0, -1)
        told = (tell(self.session, turn, self.seat, self._language) for turn in turns)
        self.page.lines(next(filter(None, told), [say(self._language, "flow_none")]))

    def _glossary(self, word: str) -> None:
        terms = self.session.pack.ruleset.glossary
        names = {text.lower(): term for term in terms for _, text in term.term.versions}
        key = word.lower()
        starts = [name for name in sorted(names) if key and (name.startswith(key) or key in name.split())]
        term = names.get(key) or (names[starts[0]] if starts else None)
        if term is not None:
            self.page.say("glossary_line", term=term.term(self._language), text=term.text(self._language))
        elif key:
            self.page.say("glossary_unknown", word=word, near=nearest(key, names) or "-")
        else:
            self.page.say(
                "glossary_list", names=", ".join(sorted(term.term(self._language) for term in terms))
            )

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
