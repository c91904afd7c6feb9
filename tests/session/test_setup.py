"""What a game may be started with, and where it is kept."""

from pathlib import Path

import pytest

from dosmesas.engine.draws import DOUBLES, NamedDraws
from dosmesas.session.setup import (
    Setup,
    SetupError,
    checked,
    free_name,
    header_of,
    make_game,
    saves_folder,
    setup_of,
)
from tests.support.making import NORDEN
from tests.support.small import harbour


@pytest.mark.parametrize(
    ("setup", "message"),
    [
        (Setup(("no.ministr",)), "did you mean 'no.minister'"),
        (Setup((NORDEN,), view="nobody"), "no worldview 'nobody'. Known: authors, doubter"),
        (Setup((NORDEN,), language="es"), "harbour is not written in 'es'. Its languages: en"),
    ],
)
def test_what_the_pack_does_not_have_is_refused_with_what_it_has(setup: Setup, message: str) -> None:
    with pytest.raises(SetupError, match=message):
        checked(harbour(), setup)


def test_a_set_up_comes_back_whole_from_the_header_of_a_save() -> None:
    setup = Setup((NORDEN,), 5, "random", "doubter", "en", "least")
    assert setup_of(header_of(harbour(), setup, "", "0")) == setup


def test_draws_are_the_named_ones_unless_a_double_was_asked_for() -> None:
    assert make_game(harbour(), Setup((NORDEN,))).draws == NamedDraws()
    for name, draws in DOUBLES.items():
        assert make_game(harbour(), Setup((NORDEN,), draws=name)).draws is draws


def test_a_new_save_takes_a_name_that_is_free(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = free_name(tmp_path, "harbour", 7)
        path.touch()
        names.append(path.name)
    assert names == ["harbour-7.jsonl", "harbour-7-2.jsonl", "harbour-7-3.jsonl"]


def test_the_folder_of_saves_can_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSMESAS_SAVES", str(tmp_path))
    assert saves_folder() == tmp_path
