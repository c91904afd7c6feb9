"""A front page, set like a newspaper: a masthead between rules, the lead across, the rest in columns."""

from itertools import zip_longest

from textual.content import Content

from dosmesas.session.paper import FrontPage, Story
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.ink import HEAD, QUIET, STRONG, ends, filled, folded, ink, row

_TWO_COLUMNS = 68
_GUTTER = " │ "


def front_page(page: FrontPage, width: int, language: str) -> list[Content]:
    """The page at a width; in two columns below the lead where it is wide enough for them."""
    lines = [*_masthead(page, width), *_lead(page.lead, width), ink("")]
    own = [line for one in page.stories for line in [*_story(one, _column(width)), ink("")]]
    mood = _boxed(page.mood.head, [page.mood.deck], _column(width)) if page.mood.deck else []
    abroad = _section(say(language, "paper_from_abroad"), _column(width)) if page.abroad else []
    abroad += [line for one in page.abroad for line in [*_story(one, _column(width)), ink("")]]
    brief = _boxed(say(language, "paper_brief"), page.brief, _column(width)) if page.brief else []
    note = folded(say(language, "paper_invented"), width, QUIET)
    if width < _TWO_COLUMNS:
        return [*lines, *_trimmed([*own, *abroad, *brief, *mood]), ink(""), *note]
    left, right = own, abroad
    for part in (brief, mood):
        if len(left) <= len(right):
            left = [*left, *part]
        else:
            right = [*right, *part]
    return [*lines, *_side_by_side(_trimmed(left), _trimmed(right), _column(width)), ink(""), *note]


def _column(width: int) -> int:
    """The width of a column."""
    return (width - len(_GUTTER)) // 2 if width >= _TWO_COLUMNS else width


def _masthead(page: FrontPage, width: int) -> list[Content]:
    """The paper's name, widely set where it fits, and the edition."""
    wide = " ".join(page.masthead.upper())
    wide = wide.replace("   ", "    ")
    name = wide if len(wide) <= width else page.masthead
    heavy, light = ink("━" * width, STRONG), ink("─" * width, QUIET)
    named = [ink(one.plain.center(width).rstrip(), STRONG) for one in folded(name, width)]
    if len(wide) <= width:  # folding would take what stands between the words
        named = [ink(wide.center(width).rstrip(), STRONG)]
    return [heavy, *named, light, *ends(ink(page.edition, QUIET), ink(page.place, QUIET), width), heavy]


def _lead(story: Story, width: int) -> list[Content]:
    """The lead, in the middle of the page."""
    heads = [ink(one.plain.center(width).rstrip(), STRONG) for one in folded(story.head.upper(), width - 4)]
    decks = [ink(one.plain.center(width).rstrip()) for one in folded(story.deck, width - 4)]
    return [ink(""), *heads, *decks] if story.deck else [ink(""), *heads]


def _story(story: Story, width: int) -> list[Content]:
    return [*folded(story.head, width, STRONG), *(folded(story.deck, width) if story.deck else [])]


def _section(title: str, width: int) -> list[Content]:
    """The heading of a part of the page."""
    return [row(ink(f"{title} ", HEAD), ink("─" * max(0, width - len(title) - 1), QUIET))]


def _boxed(title: str, texts: tuple[str, ...] | list[str], width: int) -> list[Content]:
    return [*_section(title, width), *(line for text in texts for line in [*folded(text, width), ink("")])]


def _trimmed(lines: list[Content]) -> list[Content]:
    """Lines without empty ones at their end."""
    while lines and not lines[-1].plain:
        lines = lines[:-1]
    return lines


def _side_by_side(left: list[Content], right: list[Content], width: int) -> list[Content]:
    """Two columns with a rule between them."""
    pairs = zip_longest(left, right, fillvalue=Content(""))
    return [row(filled(one, width), ink(_GUTTER, QUIET), other).rstrip() for one, other in pairs]
