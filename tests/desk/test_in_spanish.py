"""Everything that check can say of bad input is said in Spanish, of the same places and with the same codes."""

from pathlib import Path

import pytest

from dosmesas.desk.codes.pages import codes, page
from dosmesas.desk.handbook.trying import try_out
from dosmesas.text.render import render
from tests.desk.lints.test_lints import Case, planted
from tests.load.test_corpus import Fault, corpus, read_with
from tests.support.small import copy_of_small
from tests.support.spanish import KEPT, english_left


@pytest.mark.parametrize("fault", corpus(), ids=lambda one: one.name)
def test_a_fault_of_an_author_is_told_in_spanish(tmp_path: Path, fault: Fault) -> None:
    base = copy_of_small(tmp_path)
    fault.block.plant(base)
    loaded = read_with(fault, base)
    assert len(loaded.problems)
    assert [left for one in loaded.problems for left in english_left(one, loaded.sources.texts)] == []
    both = [render(loaded.problems, loaded.sources.line, language).split("\n") for language in ("en", "es")]
    assert len(both[0]) == len(both[1])
    heads = [[line.split()[0] for line in told if " E0" in line or " W0" in line] for told in both]
    assert heads[0] == heads[1]


@pytest.mark.parametrize("code", codes())
def test_the_example_of_a_page_is_told_in_spanish(code: str) -> None:
    tried = try_out(page(code).bad)
    assert code in {one.code for one in tried.problems}
    assert [left for one in tried.problems for left in english_left(one, tried.texts)] == []


@pytest.mark.parametrize("fault", planted(), ids=lambda one: f"{one.code} {one.name}")
def test_a_weakness_is_told_in_spanish(fault: Case) -> None:
    tried = try_out(fault.example)
    assert tried.problems
    assert [left for one in tried.problems for left in english_left(one, tried.texts)] == []


def test_words_that_no_catalog_has_are_let_through_for_few_codes() -> None:
    assert set(KEPT) <= set(codes())
    assert len(KEPT) <= 9
