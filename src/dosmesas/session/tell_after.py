"""The vote of a home table and the front pages of a month as lines of plain text."""

from dosmesas.session.debates.tell import band_word, points
from dosmesas.session.paper import FrontPage, Story, front_pages
from dosmesas.session.ratification import Ratification, Supports, Vote, ratification
from dosmesas.session.session import Session
from dosmesas.session.turns import finished_turns
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed


def vote_told(session: Session, number: int, seat: str, language: str) -> list[str]:
    """How a seat's home table voted in a turn; nothing where none was asked, or the turn is not over."""
    found = ratification(session, number, seat, language) if seat else None
    return vote_lines(found, language) if found else []


def paper_told(session: Session, number: int, seat: str, language: str) -> list[str]:
    """The front pages of a turn as a seat may read them; nothing where it is not over."""
    if not 1 <= number <= finished_turns(session):
        return []
    return paper_lines(front_pages(session, number, seat, language), language)


def vote_lines(vote: Ratification, language: str) -> list[str]:
    """How a home table voted, audience by audience; what the verdict means; why the answer stands there."""
    lines = [say(language, "vote_heading", label=vote.label)]
    for one in vote.votes:
        supports = _supports(one.supports, language, argued=vote.argued)
        lines.append("  " + say(language, "vote_audience", name=one.name, share=one.share, supports=supports))
    together, band = _supports(vote.together, language, argued=vote.argued), band_word(vote.fate, language)
    lines.append(say(language, "vote_together", supports=together, band=band))
    return [*lines, *vote.means, *vote.why, stands_line(vote, language)]


def stands_line(vote: Ratification, language: str) -> str:
    """Where the audiences stand with the office since; those that moved."""
    moved = [one for one in vote.votes if one.stands != one.stood]
    if not moved:
        return say(language, "vote_unmoved")
    return say(language, "vote_stands", what=", ".join(_stand(one, language) for one in moved))


def _stand(one: Vote, language: str) -> str:
    change = fixed(one.stands - one.stood)
    sign = "" if one.stands < one.stood else "+"
    return say(language, "vote_stand", name=one.name, value=points(one.stands), change=f"{sign}{change}")


def _supports(supports: Supports, language: str, *, argued: bool) -> str:
    """The support at the moments of a debate; one number where nothing was argued."""
    if not argued:
        return say(language, "vote_once", final=points(supports.final))
    return say(
        language,
        "vote_course",
        silent=points(supports.silent),
        made=points(supports.made),
        rebutted=points(supports.rebutted),
        final=points(supports.final),
    )


def paper_lines(pages: tuple[FrontPage, ...], language: str) -> list[str]:
    """The front pages of a month, one after the other."""
    return [
        *(line for one in pages for line in page_lines(one, language)),
        "",
        say(language, "papers_invented"),
    ]


def page_lines(page: FrontPage, language: str) -> list[str]:
    """A front page from its name to the mood."""
    lines = ["", f"{page.masthead}. {page.edition.replace(' · ', ', ')}."]
    lines += [_story(one) for one in (page.lead, *page.stories)]
    if page.abroad:
        lines += [f"{say(language, 'paper_from_abroad')}.", *(_story(one) for one in page.abroad)]
    if page.brief:
        lines += [f"{say(language, 'paper_brief')}.", *page.brief]
    return [*lines, _story(page.mood)] if page.mood.deck else lines


def _story(one: Story) -> str:
    return f"{one.head}. {one.deck}".rstrip()
