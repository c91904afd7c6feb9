"""The event: its brief, what was said of the deals, the bulletins of the month."""

from textual.content import Content

from dosmesas.engine.state import SILENT, Point
from dosmesas.session.tell_joint import own_word
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.views import TableView
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.ink import QUIET, STRONG, ink


def story(view: TableView, language: str, *, options: bool) -> list[Content]:
    """Paragraphs; the widget breaks them. With `options`, those that wait for the words are named as well."""
    lines = [ink(view.brief)]
    if view.point is Point.WORD and options:
        labels = "; ".join(f"{number}. {one.label}" for number, one in enumerate(view.options, 1))
        lines.append(ink(f"{say(language, 'your_options')} {labels}."))
    elif view.point is not Point.WORD:
        own = [one for one in view.parties if one.own and one.said not in {"", SILENT}]
        said = [own_word(one, language) for one in own] + TurnTeller(language).words_said(view)
        lines += [ink(text, STRONG) for text in said]
    return lines + [ink(say(language, "bulletin_line", text=text), QUIET) for text in view.bulletins]
