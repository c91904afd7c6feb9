"""What a player can do with a key, declared once: it feeds the bindings, the footer line and the help."""

from attrs import frozen
from textual.binding import Binding, BindingType

from dosmesas.text.catalog import say


@frozen
class Command:
    """A key, the action it calls, and the catalog key of its name."""

    key: str
    action: str
    name: str

    def binding(self) -> BindingType:
        """The Textual binding."""
        return Binding(self.key, self.action, show=False, priority=self.key == "pagedown")


TITLE = (
    Command("enter", "play", "key_play"),
    Command("o", "other", "key_other"),
    Command("r", "resume", "key_resume"),
    Command("l", "language", "key_language"),
    Command("q", "quit", "key_quit"),
)
TABLE = (
    Command("pagedown", "more", "key_more"),
    Command("w", "why", "key_why"),
    Command("d", "dossier", "key_dossier"),
    Command("u", "undo", "key_undo"),
    Command("l", "language", "key_language"),
    Command("question_mark", "help", "key_help"),
    Command("q", "leave", "key_quit"),
)
DEBATE = (
    Command("f", "flow", "key_flow"),
    Command("w", "why", "key_why"),
    Command("d", "dossier", "key_dossier"),
    Command("u", "undo", "key_undo"),
    Command("l", "language", "key_language"),
    Command("question_mark", "help", "key_help"),
    Command("q", "leave", "key_quit"),
)
_SKIP = Command("escape", "skip", "key_skip")
PICK = (Command("space", "pick", "key_pick"), Command("g", "speak", "key_speak"), *DEBATE)
SIGN = (Command("space", "pick", "key_pick"), Command("g", "speak", "key_sign"), *DEBATE)
FLOW = (Command("v", "turn_page", "key_views"), Command("l", "language", "key_language"))
WHY = (Command("f", "flow", "key_flow"),)
READING = (
    Command("enter", "go_on", "key_go_on"),
    Command("f", "flow", "key_flow"),
    Command("w", "why", "key_why"),
    Command("l", "language", "key_language"),
    Command("question_mark", "help", "key_help"),
    Command("q", "leave", "key_quit"),
)
END = (
    Command("n", "new_game", "key_new"),
    Command("c", "other_chair", "key_chair"),
    Command("f", "flow", "key_flow"),
    Command("w", "why", "key_why"),
    Command("l", "language", "key_language"),
    Command("q", "leave", "key_quit"),
)
TOLD = tuple(one for one in READING if one.key != "f")
"""What came of a part after the last turn: the flow sheets hold the debates of the game alone."""
_SHOWN = {"question_mark": "?", "enter": "Enter", "pagedown": "PgDn", "escape": "Esc"}


def at_the_end(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Commands of a debate after the last turn: nothing to take back there, but each part may be skipped."""
    return tuple(_SKIP if one.action == "undo" else one for one in commands)


def bindings(commands: tuple[Command, ...]) -> list[BindingType]:
    """The bindings of a screen."""
    return [command.binding() for command in commands]


def keys_line(commands: tuple[Command, ...], language: str) -> str:
    """The footer: each key with its name."""
    return "  ".join(f"{_shown(one.key, language)} {say(language, one.name)}" for one in commands)


def _shown(key: str, language: str) -> str:
    """What is printed on a key."""
    return f"1-9 {say(language, 'key_space')}" if key == "space" else _SHOWN.get(key, key)
