"""Commands as Textual bindings; the app's keymap puts the player's own keys in their place."""

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from dosmesas.tui.commands import MORE, Command


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of a screen; each carries the command's name, under which the keymap finds it."""
    return [
        Binding(one.key, one.action, one.name, show=False, priority=one is MORE, id=one.id)
        for one in commands
    ]
