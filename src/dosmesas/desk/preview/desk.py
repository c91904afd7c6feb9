"""One preview: the pack, the line that is played, and the last view of it that was whole."""

from collections.abc import Callable
from pathlib import Path

from attrs import Factory, define, evolve

from dosmesas.desk.checking import check
from dosmesas.desk.preview.changes import changes
from dosmesas.desk.preview.line import Line, line_of_file, line_of_save, wishes_of
from dosmesas.desk.preview.played import Played, play
from dosmesas.desk.preview.story import story
from dosmesas.load.folders import Kept
from dosmesas.load.loading import Loaded
from dosmesas.load.source import shown_path
from dosmesas.model.rules import Pack
from dosmesas.session.setup import Setup, SetupError
from dosmesas.text.catalog import say


@define(eq=False)
class Preview:
    """Looks at a pack again and again.

    `write` takes one line, `report` makes text of what a check found, in a language.

    `decisions` or `save` give the line; without them it is that of a game between bots, which is then kept.
    """

    folder: Path
    setup: Setup
    write: Callable[[str], None]
    report: Callable[[Loaded, str], str]
    decisions: Path | None = None
    save: Path | None = None
    run: int = 0
    good: Played | None = None
    good_run: int = 0
    sound: bool = True
    line: Line | None = None
    kept: Kept = Factory(dict)

    def look(self, changed: tuple[str, ...] = ()) -> None:
        """Check and play once, and tell; an error leaves the last good view standing.

        Raises:
            LineError, JournalError: the line of decisions cannot be read.
        """
        self.run += 1
        names = ", ".join(shown_path(Path(one)) for one in changed[:3]) + (
            ", ..." if len(changed) > 3 else ""
        )
        self.write("")
        self.write(f"== {self.say('preview_run', run=self.run)}{' ' + names if names else ''} ==")
        loaded = check(self.folder, kept=self.kept)
        self.sound = not loaded.problems.found
        for text in self.report(loaded, self.language).split("\n"):
            self.write(text)
        if loaded.pack is None:
            self.broken()
        else:
            self.tell(loaded.pack)

    def broken(self) -> None:
        """What stands while the pack cannot be played."""
        if self.good is None:
            self.write(self.say("preview_none"))
            return
        self.write(self.say("preview_last", run=self.good_run))
        self.views(self.good)

    def tell(self, pack: Pack) -> None:
        """The story under the rules of now, and what is not as it was."""
        setup = self.setup
        if setup.language not in pack.languages:
            setup = evolve(setup, language=pack.languages[0])
        try:
            played = play(pack, self.line_for(pack, setup))
        except SetupError as error:
            self.sound = False
            self.write(error.said.told(self.language))
            return
        told: list[str] = []
        if self.good is not None:
            told = changes(self.good.session, played.session, self.language)
            self.write(self.say("preview_changed" if told else "preview_same", run=self.good_run))
            for text in told:
                self.write(f"  {text}")
        if self.good is None or told:
            self.views(played)
        self.good, self.good_run = played, self.run
        if self.decisions is None and self.save is None:
            self.line = Line(setup, wishes_of(played.session))

    def views(self, played: Played) -> None:
        """The story of a game."""
        for text in story(played, self.language):
            self.write(text)

    def line_for(self, pack: Pack, setup: Setup) -> Line:
        """The line to play: read anew where it is a file, for that may be edited too."""
        if self.decisions is not None:
            return line_of_file(self.decisions, setup)
        if self.line is None:
            self.line = line_of_save(self.save, pack) if self.save is not None else Line(setup)
        return self.line

    @property
    def language(self) -> str:
        """The language of what is told."""
        return self.setup.language

    def say(self, key: str, **values: object) -> str:
        """A text of the catalog."""
        return say(self.language, key, **values)
