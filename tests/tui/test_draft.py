"""A game that is being set up: what each field may be, and that every choice can be played."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.load.loading import load_pack
from dosmesas.session.setup import checked
from dosmesas.tui.draft import FIELDS, Draft
from tests.support.small import harbour, parley

known = cache(load_pack)
PACK = known("culiacan")


def test_every_field_comes_round_and_says_what_it_means_in_both_languages() -> None:
    draft = Draft.of(PACK, "en", 5)
    for name in FIELDS[:-1]:
        turned = draft
        for _ in draft.choices(name):
            turned = turned.stepped(name, 1, known)
            for language in ("en", "es"):
                assert turned.shown(name, language)
                assert len(turned.about(name, language)) > 20
        assert turned == draft


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_value_stands_on_one_line_of_the_smallest_screen(language: str) -> None:
    draft = Draft.of(PACK, language, 10**18 - 1)
    for name in FIELDS:
        for value in draft.choices(name) or (draft.values[name],):
            assert len(draft.put(name, value).shown(name, language)) <= 33, name


@pytest.mark.parametrize(
    ("difficulty", "counterpart", "level", "handicap"),
    [
        ("gentle", "persona", "novice", 5),
        ("fair", "persona", "advocate", 0),
        ("hard", "greedy", "expert", 0),
        ("severe", "planner", "expert", -5),
    ],
)
def test_a_difficulty_sets_who_sits_across_and_how_they_argue_and_the_handicap(
    difficulty: str, counterpart: str, level: str, handicap: int
) -> None:
    setup = Draft.of(PACK, "en", 5).put("difficulty", difficulty).setup()
    assert (setup.counterpart, setup.level, setup.handicap) == (counterpart, level, handicap)


def test_what_is_changed_by_hand_afterwards_stays_and_the_handicap_with_it() -> None:
    draft = Draft.of(PACK, "en", 5).put("difficulty", "severe").put("counterpart", "hawk")
    assert draft.setup().counterpart == "hawk"
    assert draft.setup().level == "expert"
    assert draft.setup().handicap == -5


def test_the_handicap_is_told_beside_the_difficulty_and_where_nothing_is_carried_home_there_is_none() -> None:
    severe = Draft.of(PACK, "en", 5).put("difficulty", "severe")
    assert "5 points colder" in severe.about("difficulty", "en")
    assert "5 puntos menos" in severe.about("difficulty", "es")
    assert "No handicap" in severe.put("difficulty", "fair").about("difficulty", "en")
    assert "No handicap" in Draft.of(harbour(), "en", 5).put("difficulty", "severe").about("difficulty", "en")


def test_a_bot_of_the_ruleset_is_offered_by_its_name_with_what_it_wants() -> None:
    draft = Draft.of(PACK, "es", 5)
    assert "hawk" in draft.choices("counterpart")
    hawk = draft.put("counterpart", "hawk")
    assert hawk.shown("counterpart", "es") == "La línea dura"
    assert "Primero el orden" in hawk.about("counterpart", "es")


@given(st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from([-1, 1])), max_size=12))
def test_whatever_is_chosen_can_be_played(steps: list[tuple[str, int]]) -> None:
    draft = Draft.of(PACK, "es", 5)
    for name, by in steps:
        draft = draft.stepped(name, by, known)
    assert checked(draft.pack, draft.setup()) == draft.setup()


def test_another_pack_brings_its_own_offices_and_keeps_how_one_argues() -> None:
    draft = Draft.of(PACK, "en", 5).stepped("argue", 1, known)
    draft = Draft(draft.pack, draft.values, ("culiacan", "parley")).stepped("pack", 1, lambda _: parley())
    assert draft.pack.id == "parley"
    assert draft.values["office"] in draft.pack.seats
    assert draft.setup().argue == "all"
    assert draft.setup().seed == 5


def test_a_seed_grows_by_digits_and_never_past_what_a_save_can_hold() -> None:
    draft = Draft.of(PACK, "en", 0)
    for _ in range(30):
        draft = draft.typed("9")
    assert draft.seed == 10**18 - 1
    for _ in range(30):
        draft = draft.rubbed()
    assert draft.seed == 0
