"""The door for every save: to play on, or to look; whatever is in the way is told, with what can be done.

Nothing is changed before the player has agreed: a question is an error with the choices to come back with.
"""

from pathlib import Path

from attrs import evolve, frozen

from dosmesas.journal.journal import DamagedError, JournalError, check_free, read_journal
from dosmesas.journal.packs import NoRulesError, keep_rules, load_rules
from dosmesas.journal.records import Header
from dosmesas.journal.scan import Recovered, language_of
from dosmesas.load.loading import BrokenPackError, load_pack
from dosmesas.load.locate import NotFoundError
from dosmesas.model.rules import Pack
from dosmesas.session.coda.kept import unfitting
from dosmesas.session.difference import parting, told
from dosmesas.session.session import Session
from dosmesas.session.setup import SetupError
from dosmesas.text.catalog import say
from dosmesas.text.phrase import phrase, told_of
from dosmesas.text.system import refusal


@frozen
class Choices:
    """What the player has decided about a save.

    `rules` is `now`, `old` or empty; `from_whole_part` agrees to go on from before a damaged record.
    """

    rules: str = ""
    from_whole_part: bool = False

    def command(self, path: Path) -> str:
        """What to type for these choices."""
        from shlex import quote

        rules = f" --rules {self.rules}" if self.rules else ""
        part = " --from-whole-part" if self.from_whole_part else ""
        return f"dosmesas resume {quote(str(path))}{part}{rules}"


class QuestionError(JournalError):
    """The player has to choose: stop, or come back with `choices`, which do what `offer` says."""

    def __init__(self, problem: str, offer: str, choices: Choices, path: Path, language: str) -> None:
        how = say(language, "save_type", offer=offer, command=choices.command(path))
        super().__init__(f"{problem} {how}")
        self.problem = problem
        self.offer = offer
        self.choices = choices
        self.language = language


def open_save(path: Path, choices: Choices | None = None) -> Session:
    """Go on with a save.

    Raises:
        QuestionError: it is damaged, or its rules have changed, and the player has to choose.
        JournalError: it cannot be gone on with.
        NotFoundError, BrokenPackError, SetupError: its pack is gone, and its rules are not kept either.
    """
    choices = choices or Choices()
    check_free(path)
    recovered = _read(path, choices)
    pack, note = _rules(path, recovered, choices)
    session = Session.resume(pack, path, from_whole_part=choices.from_whole_part)
    if pack.digest == recovered.header.digest:
        try:
            keep_rules(path, pack, language_of(recovered.header))  # a save that was moved has them again
        except JournalError as error:
            note = f"{note}. {error}" if note else str(error)
    strange = unfitting(session, session.setup.language)
    session.notice = ". ".join(filter(None, (session.notice, note, strange)))
    return session


def look(path: Path) -> tuple[Session, str]:
    """A save as far as it went, under its own rules, without touching it; and a note.

    It tells where the rules are old ones, and where what was said of the end does not fit the game.

    Raises:
        JournalError, NotFoundError, BrokenPackError, SetupError: as for `open_save`.
    """
    recovered = _read(path, Choices())
    header, language = recovered.header, language_of(recovered.header)
    now, problem = _current(header)
    note = ""
    if now is None or now.digest != header.digest:
        try:
            now, note = load_rules(path, header), say(language, "rules_of_then")
        except NoRulesError as error:
            if now is None:
                raise problem or error from None
            found = parting(now, recovered, None)
            if found is not None:
                raise JournalError(_lost(told(found, recovered, None), error, language)) from None
            note = say(language, "rules_changed_unsure", why=error) if header.digest else ""
    session = Session.replayed(now, recovered)
    session.notice = recovered.notice
    return session, ". ".join(filter(None, (note, unfitting(session, language))))


def _read(path: Path, choices: Choices) -> Recovered:
    try:
        return read_journal(path, from_whole_part=choices.from_whole_part)
    except DamagedError as error:
        offer = say(error.language, "save_offer_whole_part", whole=error.whole)
        go_on = evolve(choices, from_whole_part=True)
        raise QuestionError(f"{error}.", offer, go_on, path, error.language) from None


def _rules(path: Path, recovered: Recovered, choices: Choices) -> tuple[Pack, str]:
    """The pack to go on with, and a line about it where it is not simply the one of then."""
    header, language = recovered.header, language_of(recovered.header)
    if choices.rules == "old":
        try:
            return load_rules(path, header), say(language, "rules_of_then")
        except NoRulesError as error:
            raise JournalError(_lost("", error, language)) from None
    now, problem = _current(header)
    if now is not None and header.digest in {"", now.digest}:
        return now, ""
    old, missing = _kept(path, recovered)
    found = None
    try:
        found = parting(now, recovered, old) if now else None
    except SetupError as error:
        now, problem = None, error
    if now is not None and found is None:
        return now, say(language, "rules_changed_unsure", why=missing) if missing else say(
            language, "rules_same"
        )
    if found is not None:
        reason = told(found, recovered, old)
    elif old is None and problem is not None:
        raise problem
    else:
        reason = say(language, "rules_unusable", why=told_of(problem, language) if problem else "")
    if missing is not None:
        raise JournalError(_lost(reason, missing, language))
    offer = say(language, "rules_offer_old")
    question = QuestionError(reason, offer, evolve(choices, rules="old"), path, language)
    raise JournalError(str(question)) if choices.rules == "now" else question


def _current(header: Header) -> tuple[Pack | None, Exception | None]:
    """The pack of a save as it is now, or why there is none."""
    try:
        return load_pack(header.folder or header.pack), None
    except (NotFoundError, BrokenPackError) as error:
        return None, error
    except OSError as error:  # a name that no system takes
        name = header.folder or header.pack
        return None, NotFoundError(phrase("no pack '{name}': {why}", name=name, why=refusal(error)))


def _kept(path: Path, recovered: Recovered) -> tuple[Pack | None, JournalError | None]:
    """The rules of then, if they are kept and lead where the save says; else why not."""
    try:
        old = load_rules(path, recovered.header)
        Session.replayed(old, recovered)
    except NoRulesError as error:
        return None, error
    except (JournalError, SetupError):
        return None, JournalError(say(language_of(recovered.header), "rules_of_other_program"))
    return old, None


def _lost(reason: str, why: Exception, language: str) -> str:
    return f"{reason} {say(language, 'rules_lost', why=why)}".strip()
