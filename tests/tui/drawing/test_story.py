"""The event's text: brief, words, bulletins, in the order in which they matter."""

from attrs import evolve

from dosmesas.session.views import table_view
from dosmesas.tui.drawing.story import story
from tests.support.making import SUDEN
from tests.support.playing import BOTH, do, start
from tests.tui.drawing.views import bare, text


def test_the_brief_comes_first_and_bulletins_last() -> None:
    view = evolve(bare(), bulletins=("Gulls at noon.",))
    lines = text(story(view, "en", options=True))
    assert lines[0] == view.brief
    assert lines[1] == "Your options. 1. Sign the pact; 2. Refuse; 3. Send the coast guard."
    assert lines[-1] == "Bulletin. Gulls at noon."
    assert len(text(story(view, "en", options=False))) == 2


def test_the_words_of_both_sides_stand_below_the_brief() -> None:
    view = table_view(do(start(*BOTH), "quota", "decline"), SUDEN, "en")
    assert text(story(view, "en", options=True))[1:3] == [
        "You have declined openly.",
        'Minister of Norden has given its word on "A common quota".',
    ]
