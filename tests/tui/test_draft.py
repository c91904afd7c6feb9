"""A game that is being set up: what each field may be, and that every choice can be played."""

from hypothesis import given
from hypothesis import strategies as st

from dosmesas.load.loading import load_pack
from dosmesas.session.setup import checked
from dosmesas.tui.draft import FIELDS, Draft
from tests.support.small import parley

PACK = load_pack("culiacan")


def test_every_field_comes_round_and_says_what_it_means_in_both_languages() -> None:
    draft = Draft.of(PACK, "en", 5)
    for name in FIELDS[:-1]:
        turned = draft
        for _ in draft.choices(name):
            turned = turned.stepped(name, 1, load_pack)
            for language in ("en", "es"):
                assert turned.shown(name, language)
                assert len(turned.about(name, language)) > 20
        assert turned == draft


@given(st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from([-1, 1])), max_size=12))
def test_whatever_is_chosen_can_be_played(steps: list[tuple[str, int]]) -> None:
    draft = Draft.of(PACK, "es", 5)
    for name, by in steps:
        draft = draft.stepped(name, by, load_pack)
    assert checked(draft.pack, draft.setup()) == draft.setup()


def test_another_pack_brings_its_own_offices_and_keeps_how_one_argues() -> None:
    draft = Draft.of(PACK, "en", 5).stepped("argue", 1, load_pack)
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
