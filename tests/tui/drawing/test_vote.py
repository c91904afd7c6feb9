"""The vote of a home table drawn: marks that say what passes, numbers in line, nothing beyond the edge."""

import pytest

from dosmesas.session.ratification import Ratification, Supports, Vote
from dosmesas.text.catalog import say
from dosmesas.tui.drawing.bars import vote_bar
from dosmesas.tui.drawing.vote import vote
from tests.tui.drawing.views import text

LONG = "those who have waited for an answer for longer than anyone"


def view(*, argued: bool = True, fate: str = "watered", name: str = "the press") -> Ratification:
    """A vote of two audiences."""
    first, second = Supports(40_000, 60_000, 35_900, 47_900), Supports(55_000, 58_000, 51_000, 51_000)
    votes = (Vote("a", name, 4, first, 50_000, 49_000), Vote("b", "crews", 13, second, 50_000, 50_000))
    return Ratification(
        *(1, "no.minister", "Minister", "Share the haul", votes, Supports(41_000, 59_000, 42_000, 48_400)),
        argued=argued,
        answers_for=False,
        fate=fate,
        means=("What it means.",),
        why=("Why it stands there.",),
    )


@pytest.mark.parametrize("cells", [10, 20])
@pytest.mark.parametrize("support", range(0, 100_001, 500))
def test_what_has_not_reached_a_mark_is_not_drawn_beyond_it_and_what_passed_it_is(
    cells: int, support: int
) -> None:
    drawn = vote_bar(support, support, cells).plain
    assert len(drawn) == cells + 2
    half, rest = drawn.split("┆")
    middle, whole = rest.split("┃")
    solid = {"━", "╸"}
    if support > 40_000:
        assert set(half) == {"━"}
    else:
        assert not {*middle} & solid
    assert bool({*middle, *whole} & solid) is (support > 40_000)
    assert bool({*whole} & solid) is (support > 50_000)


def test_what_the_case_won_and_lost_again_is_drawn_broken() -> None:
    assert vote_bar(30_000, 70_000, 10).plain == "━━━╍┆╍┃╍╍───"
    assert "╍" not in vote_bar(70_000, 30_000, 10).plain


def test_each_audience_has_its_share_and_its_support_at_every_moment() -> None:
    lines = text(vote(view(), 76, "en"))
    heads = [say("en", f"sheet_{one}") for one in ("silent", "made", "rebutted", "answered")]
    assert lines[0].split() == " ".join(heads).split()
    assert lines[1].split()[:7] == ["the", "press", "4", "40", "60", "35", "47"]
    assert lines[2].split()[:6] == ["crews", "13", "55", "58", "51", "51"]
    assert lines[3].split()[:5] == [say("en", "home_together"), "41", "59", "42", "48"]


def test_where_nothing_was_argued_there_is_one_number() -> None:
    lines = text(vote(view(argued=False), 76, "en"))
    assert lines[1].split()[:4] == ["the", "press", "4", "47"]


@pytest.mark.parametrize(
    ("fate", "mark"), [("carried", "●"), ("watered", "◐"), ("blocked", "○"), ("inquiry", "●")]
)
def test_the_verdict_has_a_mark_and_a_word_and_its_meaning_and_reason_follow(fate: str, mark: str) -> None:
    drawn = "\n".join(text(vote(view(fate=fate), 76, "en")))
    word = say("en", f"band_{fate}")
    assert f"{mark} {word[0].upper()}{word[1:]}. What it means." in drawn
    assert drawn.index("What it means.") < drawn.index("Why it stands there.")
    assert "the press 49 (-1.0)" in drawn


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [70, 76, 96, 116])
def test_no_line_is_wider_than_the_room_and_long_names_are_whole(width: int, language: str) -> None:
    lines = text(vote(view(name=LONG), width, language))
    assert max(map(len, lines)) <= width
    assert not [word for word in LONG.split() if word not in " ".join(lines)]
