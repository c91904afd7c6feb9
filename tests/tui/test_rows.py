"""Rows and trees as lines of a width: nothing is lost, nothing is wider, branches fold and unfold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.session.ledger import Line
from dosmesas.session.tree import Branch
from dosmesas.tui.folds import Folds
from dosmesas.tui.rows import Row, foldable, in_sight, laid, row_of, whole

TREE = (Branch("a", (Branch("b", (Branch("c"),)), Branch("d"))), Branch("e"))


@given(
    st.text("abc déñ \n", max_size=300), st.integers(30, 120), st.integers(0, 8), st.sampled_from(["", "▸ "])
)
def test_no_line_is_wider_and_no_letter_is_lost(text: str, width: int, indent: int, mark: str) -> None:
    lines = laid(Row(text, indent, mark), width)
    assert all(len(line) <= width for line in lines.split("\n"))
    assert "".join(lines.split()) == (mark + "".join(text.split())).replace(" ", "")


def test_lines_after_the_first_hang_below_its_words() -> None:
    assert (
        laid(Row("one two three four five six seven", 2, "▸ "), 24)
        == "  ▸ one two three four\n    five six seven"
    )


def test_a_word_wider_than_the_list_is_broken_and_a_hostile_text_is_made_safe() -> None:
    assert (
        laid(Row("x" * 50), 30) == "x" * 28 + "\n  " + "x" * 22
        or len(laid(Row("x" * 50), 30).split("\n")) == 2
    )
    assert "\x1b" not in laid(Row("\x1b[2Jx"), 30)


def test_a_folded_branch_hides_what_is_behind_it() -> None:
    def seen(*places: tuple[int, ...]) -> list[str]:
        return [laid(row_of(one), 40) for one in in_sight(TREE, frozenset(places))]

    assert seen() == ["▸ a", "· e"]
    assert seen((0,)) == ["▾ a", "  ▸ b", "  · d", "· e"]
    assert seen((0,), (0, 0)) == ["▾ a", "  ▾ b", "    · c", "  · d", "· e"]
    assert seen((0, 0)) == ["▸ a", "· e"]
    assert [*foldable(TREE)] == [(0,), (0, 0)]


@pytest.mark.parametrize(
    ("top", "height", "found"), [(0, 3, [0, 1]), (1, 3, [1, 2]), (2, 1, []), (0, 100, [0, 1, 2])]
)
def test_a_row_counts_as_seen_where_it_stands_whole_in_sight(top: int, height: int, found: list[int]) -> None:
    assert [*whole([1, 2, 1], top, height)] == found


def line(turn: int, number: int) -> Line:
    return Line(f"{turn}.{number}", turn, "", "", moves=True, applied=1, what="+1", text="")


def test_the_usual_turn_stands_open_and_all_do_where_a_filter_leaves_few() -> None:
    lines = [line(turn, number) for turn in (1, 2) for number in (1, 2)]
    folds = Folds()
    assert folds.rows(lines, [2], narrowed=False) == [1, 2, *lines[2:]]
    assert folds.rows(lines, [2], narrowed=True) == [1, *lines[:2], 2, *lines[2:]]
    many = [line(1, number) for number in range(200)] + [line(2, 1)]
    assert folds.rows(many, [2], narrowed=True) == [1, 2, many[-1]]


def test_a_turn_that_is_turned_over_stays_so_until_it_is_turned_again() -> None:
    lines = [line(1, 1), line(2, 1)]
    folds = Folds()
    folds.turn_over(1)
    assert folds.rows(lines, [2], narrowed=False) == [1, lines[0], 2, lines[1]]
    folds.turn_over(2)
    assert folds.rows(lines, [2], narrowed=False) == [1, lines[0], 2]
    folds.turn_over(1)
    assert folds.rows(lines, [2], narrowed=False) == [1, 2]
    assert folds.begin([1, 2]) == 0
