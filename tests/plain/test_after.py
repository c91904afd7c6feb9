"""The vote of the home table and the front pages, asked for at a prompt of plain mode."""

import io

import pytest

from dosmesas.engine.state import Point
from dosmesas.plain.commands import Commands
from dosmesas.plain.page import Page
from dosmesas.session.paper import front_pages
from dosmesas.session.ratification import ratification
from dosmesas.text.catalog import say
from tests.support.midway import SECRETARY, arguing
from tests.support.playing import start


@pytest.fixture(scope="module")
def session() -> object:
    """A game with two turns over, the second one argued."""
    return arguing(Point.CASE, turn=3)


def asked(session: object, command: str, language: str = "en") -> str:
    """The answer to a command, in one line."""
    out = io.StringIO()
    assert Commands(session, Page(out, language), SECRETARY).run(command)  # type: ignore[arg-type] # a session
    return " ".join(out.getvalue().split())


@pytest.mark.parametrize("language", ["en", "es"])
def test_vote_tells_all_that_the_screen_shows(session: object, language: str) -> None:
    view = ratification(session, 2, SECRETARY, language)  # type: ignore[arg-type] # a session
    assert view is not None
    text = asked(session, "vote" if language == "en" else "votación", language)
    for one in view.votes:
        moments = (one.supports.silent, one.supports.made, one.supports.rebutted, one.supports.final)
        silent, made, rebutted, final = (str(value // 1000) for value in moments)
        course = say(language, "vote_course", silent=silent, made=made, rebutted=rebutted, final=final)
        assert say(language, "vote_audience", name=one.name, share=one.share, supports=course) in text
    for line in (*view.means, *view.why):
        assert " ".join(line.split()) in text


@pytest.mark.parametrize("language", ["en", "es"])
def test_paper_tells_both_papers_of_the_last_month_or_of_the_one_named(
    session: object, language: str
) -> None:
    for command, turn in (("paper", 2), ("paper 1", 1)) if language == "en" else (("periódico", 2),):
        text = asked(session, command, language)
        for page in front_pages(session, turn, SECRETARY, language):  # type: ignore[arg-type] # a session
            assert page.masthead in text
            for one in (page.lead, *page.stories, *page.abroad):
                assert f"{one.head}. {one.deck}" in text
            assert all(one in text for one in page.brief)


def test_where_there_is_nothing_yet_it_is_said() -> None:
    fresh = start("no.minister")
    out = io.StringIO()
    commands = Commands(fresh, Page(out, "en"), "no.minister")
    assert commands.run("paper")
    assert commands.run("vote")
    assert " ".join(out.getvalue().split()) == f"{say('en', 'paper_none')} {say('en', 'vote_none')}"
