"""What a player can do with a key, declared once: for the bindings, footer, palette, help and settings.

Nothing here needs Textual, so that `dosmesas settings` lists the commands without it.
"""

from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import nearest


@frozen
class Command:
    """A command: the name by which a player may give it another key, its keys, what it calls, its name.

    `key` may list several, the first is shown; `name` is a key of the catalog; `action` is an action of the
    screen. `foot` says whether it stands in the line of keys at the foot of a screen.
    """

    id: str
    key: str
    name: str
    action: str = field()
    foot: bool = True

    @action.default
    def _action(self) -> str:
        return self.id


def room(name: str, key: str, *, foot: bool = True) -> Command:
    """The command that opens a room."""
    return Command(name, key, f"key_{name}", f"open('{name}')", foot)


WHY = room("why", "w")
LEDGER = room("ledger", "l")
CHARTS = room("charts", "c")
MAP = room("map", "m")
DOSSIER = room("dossier", "d")
FLOW = Command("flow", "f", "key_flow")
TURNS = room("turns", "j")
PAPER = room("paper", "n", foot=False)
SAVES = room("saves", "s", foot=False)
SETTINGS = room("settings", "a", foot=False)
HELP = room("help", "h,question_mark")
UNDO = Command("undo", "u", "key_undo")
LANGUAGE = Command("language", "e", "key_language")
LEAVE = Command("leave", "q", "key_quit")
PALETTE = Command("palette", "p", "key_palette")
COPY = Command("copy", "y", "key_copy", foot=False)
PICTURE = Command("picture", "x", "key_picture", foot=False)
BACK = Command("back", "escape", "key_back")
SKIP = Command("skip", "escape", "key_skip")
MORE = Command("more", "pagedown", "key_more")
GO_ON = Command("go_on", "enter", "key_go_on")
PICK = Command("pick", "space", "key_pick")
SPEAK = Command("speak", "g", "key_speak")
SIGN = Command("speak", "g", "key_sign")
VIEWS = Command("turn_page", "v", "key_views")
PLAY = Command("play", "enter", "key_play")
OTHER = Command("other", "o", "key_other")
CODE = Command("code", "c", "key_code")
RESUME = Command("resume", "r", "key_resume")
QUIT = Command("quit", "q", "key_quit")
NEW_GAME = Command("new_game", "o", "key_new")
OTHER_CHAIR = Command("other_chair", "v", "key_chair")
FORK = Command("fork", "k", "key_fork")
TWIN = Command("twin", "t", "key_twin")
COMPARE = Command("compare", "v", "key_compare")
SCALE = Command("scale", "z", "key_scale")
MAIN_ONES = Command("main_ones", "b", "key_main")
TABS = Command("tabs", "t", "key_tabs")
DELETE = Command("delete", "b", "key_delete")
FOLD = Command("fold", "b", "key_fold")
BY = Command("by", "i", "key_by")
FIND = Command("find", "f", "key_find")
EVERYTHING = Command("everything", "o", "key_everything")
NUMBER = Command("number", "i", "key_number")
EARLIER = Command("earlier", "r", "key_earlier", "turn(-1)")
LATER = Command("later", "v", "key_later", "turn(1)")
OTHER_PAPER = Command("other_paper", "right,left", "key_other_paper")
NEXT_PAGE = Command("next_page", "right,enter", "key_next_page", foot=False)
PAGE_BEFORE = Command("page_before", "left", "key_page_before", foot=False)
REVEAL = Command("reveal", "space", "key_reveal")
VOTE = room("vote", "v", foot=False)
MANDATE = room("mandate", "o")
"""Not open everywhere: on some screens its key does something else."""
_MANDATE = evolve(MANDATE, foot=False)

ROOMS = (WHY, LEDGER, CHARTS, MAP, DOSSIER, TURNS, PAPER, SAVES, SETTINGS, HELP)
"""What can be opened from every screen of a game."""
GAMELESS = ("saves", "settings")
"""Rooms that can be opened without a game."""
COMMON = (*ROOMS, LANGUAGE, LEAVE, PALETTE, COPY, PICTURE)
"""What every screen of a game can do."""

_END_OF_LINE = (HELP, PALETTE, LEAVE)
TITLE_SCREEN = (PLAY, RESUME, OTHER, CODE, SAVES, SETTINGS, LANGUAGE, QUIT)
TABLE_SCREEN = (VOTE, TABS, MORE, MANDATE, WHY, LEDGER, CHARTS, MAP, DOSSIER, UNDO, LANGUAGE, *_END_OF_LINE)
DEBATE_SCREEN = (_MANDATE, FLOW, WHY, DOSSIER, UNDO, LANGUAGE, *_END_OF_LINE)
PICK_SCREEN = (PICK, SPEAK, *DEBATE_SCREEN)
SIGN_SCREEN = (PICK, SIGN, *DEBATE_SCREEN)
FLOW_SCREEN = (VIEWS, LANGUAGE, BACK)
CHARTS_SCREEN = (COMPARE, SCALE, MAIN_ONES, TWIN, LANGUAGE, BACK)
MAP_SCREEN = (TWIN, LANGUAGE, BACK)
LEDGER_SCREEN = (BY, FIND, EVERYTHING, BACK)
WHY_SCREEN = (NUMBER, EARLIER, LATER, FOLD, DOSSIER, FLOW, BACK)
CLAIM_SCREEN = (BACK,)
PAPER_SCREEN = (OTHER_PAPER, BACK)
TURNS_SCREEN = (FORK, BACK)
PAST_TURN_SCREEN = (FOLD, FLOW, BACK)
SAVES_SCREEN = (DELETE, BACK)
OUTCOME_SCREEN = (GO_ON, _MANDATE, evolve(PAPER, foot=True), FOLD, FLOW, WHY, LEDGER, LANGUAGE, *_END_OF_LINE)
READING_SCREEN = (GO_ON, FLOW, WHY, LEDGER, PAPER, LANGUAGE, *_END_OF_LINE)
_PAGES = (PAGE_BEFORE, NEXT_PAGE)
END_SCREEN = (*_PAGES, NEW_GAME, OTHER_CHAIR, FLOW, CHARTS, TURNS, LANGUAGE, *_END_OF_LINE)
TOLD_SCREEN = tuple(one for one in READING_SCREEN if one not in {FLOW, PAPER})
"""What came of a part after the last turn: the flow sheets hold the debates of the game alone."""
_EVERY = (
    *(TITLE_SCREEN + TABLE_SCREEN + PICK_SCREEN + SIGN_SCREEN + FLOW_SCREEN + READING_SCREEN + END_SCREEN),
    *(CHARTS_SCREEN + MAP_SCREEN + LEDGER_SCREEN + WHY_SCREEN + TURNS_SCREEN + SAVES_SCREEN),
    *OUTCOME_SCREEN,
    REVEAL,
    *PAPER_SCREEN,
    *COMMON,
    SKIP,
)


def every_command() -> dict[str, Command]:
    """All commands by their names; of two with one name the first, which is what it does."""
    found: dict[str, Command] = {}
    for one in _EVERY:
        found.setdefault(one.id, one)
    return found


def at_the_end(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Commands of a debate after the last turn: nothing to take back there, but each part may be skipped."""
    return tuple(SKIP if one is UNDO else one for one in commands)


_PRINTED = {
    "question_mark": "?",
    "enter": "Enter",
    "pagedown": "PgDn",
    "escape": "Esc",
    "left": "←",
    "right": "→",
}


def keys_of(commands: Iterable[Command], language: str, keys: Mapping[str, str]) -> list[str]:
    """Each key for the foot of a screen, with its name; `keys` are those that the player has given."""
    return [f"{printed(one, language, keys)} {say(language, one.name)}" for one in commands if one.foot]


def laid_out(keys: Iterable[str], width: int) -> str:
    """Keys in lines of a width, none parted from its name."""
    lines = [""]
    for one in keys:
        longer = f"{lines[-1]}  {one}" if lines[-1] else one
        if len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(one)
    return "\n".join(lines)


def printed(command: Command, language: str, keys: Mapping[str, str]) -> str:
    """What is printed on the key of a command."""
    key = keys.get(command.id, command.key).partition(",")[0].strip()
    if key == "space":
        space = say(language, "key_space")
        return f"1-9 {space}" if command.id == PICK.id else space
    return _PRINTED.get(key, key)


def checked_keys(keys: Mapping[str, str], language: str) -> tuple[dict[str, str], list[str]]:
    """The keys of a settings file that can be used, and what is wrong with the others, in words.

    A key is one letter, or f1 to f12 (digits pick what is on the screen); none serves two commands of a
    screen.
    """
    known, found, problems = every_command(), {}, []
    for name, typed in keys.items():
        key = typed.strip().lower()
        if name not in known:
            near = nearest(name, known)
            hint = say(language, "settings_nearest", name=near) if near else ""
            problems.append(say(language, "keys_unknown", name=name, hint=hint).strip())
        elif not _usable(key):
            problems.append(say(language, "keys_unusable", name=name, typed=typed))
        else:
            found[name] = key
    for name, other in _twice(found):
        problems.append(say(language, "keys_twice", name=name, other=other, typed=found.pop(name)))
    return found, problems


def _usable(key: str) -> bool:
    """Whether every keyboard has the key, and a terminal tells it."""
    return (len(key) == 1 and key.isalpha()) or (key[:1] == "f" and key[1:].isdigit() and int(key[1:]) <= 12)


def _twice(given: Mapping[str, str]) -> list[tuple[str, str]]:
    """Commands that were given the key of another one that is open on the same screen."""
    everywhere, found = {one.id for one in COMMON}, dict[str, str]()
    screens = (TITLE_SCREEN, TABLE_SCREEN, PICK_SCREEN, READING_SCREEN, END_SCREEN, FLOW_SCREEN, ROOMS)
    turn = ((*OUTCOME_SCREEN, REVEAL), SIGN_SCREEN, MAP_SCREEN)
    rooms = (CHARTS_SCREEN, LEDGER_SCREEN, WHY_SCREEN, TURNS_SCREEN, SAVES_SCREEN, PAPER_SCREEN)
    for screen in (*screens, *turn, *rooms):
        names = everywhere | {one.id for one in screen}
        for name in given:
            others = names - {name} if name in names else set()
            clash = [other for other in sorted(others) if given[name] in _keys(other, given)]
            if clash:
                found[name] = clash[0]
    return list(found.items())


def _keys(name: str, given: Mapping[str, str]) -> list[str]:
    return given.get(name, every_command()[name].key).split(",")
