"""Commands as Textual bindings; the app's keymap puts the player's own keys in their place."""

from collections.abc import Iterable
from typing import Any

from attrs import evolve
from textual.binding import Binding, BindingType
from textual.screen import Screen

from dosmesas.tui.commands import MORE, Command, every_command


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of a screen; each carries the command's name, under which the keymap finds it."""
    return [
        Binding(one.key, one.action, one.name, show=False, priority=one is MORE, id=one.id)
        for one in commands
    ]


def held(screen: Screen[Any]) -> list[Command]:
    """The commands that work on a screen now, with the keys that they have now, in the order of its foot."""
    keys: dict[str, list[str]] = {}
    found: dict[str, Command] = {}
    known = every_command()
    for key, active in screen.active_bindings.items():
        one = active.binding
        if one.id in known and active.enabled:
            keys.setdefault(one.id, []).append(key)
            found[one.id] = Command(one.id, "", one.description, one.action)
    order = list(known)
    return [evolve(found[name], key=",".join(keys[name])) for name in sorted(found, key=order.index)]
