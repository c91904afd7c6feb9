"""The palette: every command that works on the screen of the moment, found by its name."""

from collections.abc import Iterable
from functools import partial

from textual.app import SystemCommand
from textual.screen import Screen

from dosmesas.text.catalog import say
from dosmesas.tui.commands import every_command, printed
from dosmesas.tui.contract import Main


def palette_of(screen: Screen[object], main: Main) -> Iterable[SystemCommand]:
    """The commands of a screen: the name, the key that does the same, and the doing."""
    known, language = every_command(), main.language
    seen = set()
    for active in screen.active_bindings.values():
        name = active.binding.id
        if name in known and name not in seen and active.enabled:
            seen.add(name)
            key = printed(known[name], language, main.settings.keys)
            yield SystemCommand(
                _capital(say(language, active.binding.description)),
                say(language, "palette_key", typed=key),
                partial(screen.app.run_action, active.binding.action, active.node),
            )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
