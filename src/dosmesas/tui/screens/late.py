"""Keys that come late: struck before a screen could change, they arrive when another has taken its place."""

from textual.screen import Screen


def late(screen: Screen[None]) -> bool:
    """Whether this screen has left the app's stack, so that what it is told to do has been done already."""
    return screen not in screen.app.screen_stack
