"""What of a screen's texts comes into sight, with keys alone: what is never seen whole is clipped.

For every text that a widget has held, its rows are counted and those that stood on the screen are noted while the
keys go everywhere: through each list, down each page, from field to field.
"""

from attrs import define, field
from textual.geometry import Size
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets._toast import Toast

from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.choices import Pointed
from dosmesas.tui.marks import POINTER
from dosmesas.tui.screens.setup import SetupScreen
from tests.support.screens import in_sight, press

_PAGES = 60
"""No text has so many pages."""


@define
class Sight:
    """The rows that each text of each widget needs, and those that were seen; `cut` are signs of a cut text."""

    needed: dict[tuple[str, str], int] = field(factory=dict)
    seen: dict[tuple[str, str], set[int]] = field(factory=dict)
    cut: set[str] = field(factory=set)

    @property
    def count(self) -> int:
        """How many rows have been seen."""
        return sum(map(len, self.seen.values())) + len(self.needed)

    def clipped(self) -> list[str]:
        """What has not been seen whole, widget by widget."""
        found = sorted(self.cut)
        for (widget, text), rows in self.needed.items():
            missing = sorted(set(range(rows)) - self.seen[widget, text])
            if missing:
                found.append(f"{widget}: rows {missing} of {rows} are never in sight: {text[:200]!r}")
        return found

    def look(self, app: DosMesasApp) -> None:
        """Note what is in sight now."""
        places = app.screen._compositor.visible_widgets
        for widget in app.screen.walk_children():
            if _reads(widget):
                region, clip = places.get(widget, (None, None))
                rows = _rows_in_sight(widget, region, clip) if region and clip else set[int]()
                text = _text(widget)
                self.needed[_name(widget), text] = _rows_needed(widget, text)
                self.seen.setdefault((_name(widget), text), set()).update(rows)
        self.cut |= {f"an ellipsis: {row.strip()}" for row in in_sight(app).splitlines() if "…" in row}


async def all_seen(app: DosMesasApp, pilot: Pilot[None]) -> Sight:
    """Look at everything on a screen that keys lead to, without leaving it."""
    sight, screen = Sight(), app.screen
    sight.look(app)
    await _paged(app, pilot, sight)
    for _ in range(max(1, len(screen.focus_chain))):
        focused = screen.focused
        if isinstance(focused, OptionList):
            for _ in range(focused.option_count):
                await press(pilot, "down")
                sight.look(app)
                await _paged(app, pilot, sight)
                await _turned(app, pilot, sight)
        elif isinstance(focused, Select):
            await press(pilot, "enter")
            sight.look(app)
            await press(pilot, "escape")
        await _paged(app, pilot, sight)
        assert app.screen is screen
        await press(pilot, "tab")
    return sight


async def _turned(app: DosMesasApp, pilot: Pilot[None], sight: Sight) -> None:
    """Where the arrow to the right changes a row in its place, look at all that it can become."""
    before = len(sight.needed)
    if isinstance(app.screen, SetupScreen):
        for _ in range(_PAGES):
            await press(pilot, "right")
            sight.look(app)
            await _paged(app, pilot, sight)
            if len(sight.needed) == before:
                return
            before = len(sight.needed)


async def _paged(app: DosMesasApp, pilot: Pilot[None], sight: Sight) -> None:
    """Page down as long as there is something new to see."""
    if not isinstance(app.screen.focused, OptionList | Input | Select):
        await press(pilot, "home")  # some pages open in their middle
        sight.look(app)
    elif not _turns_pages(app):
        return
    for _ in range(_PAGES):
        before = sight.count
        await press(pilot, "pagedown")
        sight.look(app)
        if sight.count == before:
            return


def _turns_pages(app: DosMesasApp) -> bool:
    """Whether the screen itself does something with the key."""
    bound = app.screen._bindings.key_to_bindings.get("pagedown", [])
    return any(one.priority for one in bound)


def _reads(widget: Widget) -> bool:
    """Whether a widget has words of its own for people to read."""
    words = isinstance(widget, Static | Input | OptionList | Button) and not isinstance(widget, Toast)
    hidden = not all(
        one.display and one.visible for one in widget.ancestors_with_self if isinstance(one, Widget)
    )
    return words and not hidden and bool(_text(widget).strip())


def _name(widget: Widget) -> str:
    named = next((one for one in widget.ancestors_with_self if one.id and not one.id.startswith("_")), widget)
    return f"{type(widget).__name__} #{named.id}"


def _text(widget: Widget) -> str:
    if isinstance(widget, Input):
        return widget.value or widget.placeholder
    if isinstance(widget, OptionList):
        text = "\n".join(str(widget.get_option_at_index(n).prompt) for n in range(widget.option_count))
        return (
            text.replace(POINTER, " ") if isinstance(widget, Pointed) else text
        )  # it moves, and says no more
    return str(widget.label if isinstance(widget, Button) else widget.render())


def _rows_needed(widget: Widget, text: str) -> int:
    """The rows that the text takes in the width that the widget has."""
    width = widget.content_size.width
    if isinstance(widget, OptionList):
        return widget.virtual_size.height
    if isinstance(widget, Input | Button) or widget.styles.text_wrap == "nowrap":
        widest = max(map(len, text.splitlines()))
        return widget.content_size.height + (widest > width)  # a row that is not there is never seen
    room = Size(max(1, width), 1000)
    return widget.get_content_height(room, room, max(1, width))


def _rows_in_sight(widget: Widget, region: object, clip: object) -> set[int]:
    """The rows of the text that stand on the screen in their whole width."""
    inner = widget.content_region
    shown = inner.intersection(clip)  # type: ignore[arg-type] # both are regions
    if shown.width < inner.width or not shown.height:
        return set()
    first = shown.y - inner.y
    rows = range(first, first + shown.height)
    scrolled = round(widget.scroll_y) if isinstance(widget, OptionList) else 0
    return {row + scrolled for row in rows}
