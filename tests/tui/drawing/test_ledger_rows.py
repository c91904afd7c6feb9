"""The rows of the ledger: columns in line with each other, for the better or worse without colour."""

import pytest

from dosmesas.session.ledger import By, Filter, Ledger, ledger
from dosmesas.tui.drawing.ledger_rows import LedgerRows
from tests.support.midway import SECRETARY
from tests.tui.test_books import game

WIDTHS = (76, 116)


@pytest.fixture(scope="module")
def book() -> Ledger:
    return ledger(game(2), SECRETARY, "en")


@pytest.mark.parametrize("width", WIDTHS)
def test_amounts_end_in_one_column_with_their_verdict_behind_them(book: Ledger, width: int) -> None:
    rows = LedgerRows(book.lines, Filter(), "en")
    moved = [one for one in book.lines if one.moves]
    firsts = [rows.line(one, width)[0].plain for one in moved]
    ends = {
        len(first.rstrip()[: first.index(one.what) + len(one.what)])
        for one, first in zip(moved, firsts, strict=True)
    }
    assert len(ends) == 1
    (end,) = ends
    for one, first in zip(moved, firsts, strict=True):
        assert first[end + 1] == {None: " ", True: "+", False: "!"}[one.better]
    assert {one.better for one in moved} >= {True, False}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("by", [Filter(), Filter(By.INDICATOR, "homicides")], ids=["all", "indicator"])
def test_nothing_is_lost_and_no_row_is_wider_than_the_list(book: Ledger, width: int, by: Filter) -> None:
    found = book.narrowed(by)
    rows = LedgerRows(found, by, "en")
    for one in found:
        lines = rows.line(one, width)
        assert all(line.cell_length <= width for line in lines)
        words = {word for line in lines for word in line.plain.replace("(", " ").replace(")", " ").split()}
        wanted = f"{one.what} {one.text} {one.basis}{'' if by.by is By.INDICATOR else f' {one.name}'}"
        assert set(wanted.replace("(", " ").replace(")", " ").split()) <= words


def test_further_lines_of_a_row_stand_under_its_words(book: Ledger) -> None:
    rows = LedgerRows(book.lines, Filter(), "en")
    for one in book.lines:
        first, *others = rows.line(one, 60)
        begins = next(at for at in range(9, len(first.plain)) if first.plain[at].isalpha())
        assert all(not line.plain[:begins].strip() for line in others)
