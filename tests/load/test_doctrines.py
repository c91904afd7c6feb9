"""What a doctrine, a mark of what was decided, and bounds of a certificate become when nothing is wrong."""

from pathlib import Path

import pytest

from dosmesas.model.arguments import Act
from dosmesas.model.balance import BOUNDS
from dosmesas.model.doctrines import Doctrine, forbids
from dosmesas.model.rules import Pack
from tests.support.shipped import shipped
from tests.support.small import copy_of_small, load_from

BARE = "doctrine: zealot\nname: The zealot\ntext: Wants all of it.\nbecause:\n  - stock-falls\n"
FULL = f"""{BARE}own: 0
aims:
  stock:
    weight: 70
    from: 20
    to: 60.5
  poaching:
    weight: 30
    from: 50
    to: 10
acts:
  capture: 2.5
  wait: -1.125
deals: -0.5
red_lines:
  - release
  - spend
mood: 0
"""


def loaded(base: Path) -> Pack:
    """The pack harbour of a copy that has nothing wrong."""
    found = load_from(base)
    assert [str(one) for one in found.problems] == []
    assert found.pack is not None
    return found.pack


def doctrine(base: Path, text: str) -> Doctrine:
    """The one doctrine of a copy to which it was added."""
    copy_of_small(base)
    (base / "small/game/doctrines").mkdir()
    (base / "small/game/doctrines/any-name.yaml").write_text(text)
    (found,) = loaded(base / "small").ruleset.doctrines.values()
    return found


def test_every_key_of_a_doctrine_arrives_in_thousandths(tmp_path: Path) -> None:
    found = doctrine(tmp_path, FULL)
    assert (found.id, found.name("en"), found.text("en")) == ("zealot", "The zealot", "Wants all of it.")
    assert found.because == ("stock-falls",)
    assert found.own == 0
    aims = [(one.indicator, one.weight, one.worst, one.best) for one in found.goals]
    assert aims == [("stock", 70, 20_000, 60_500), ("poaching", 30, 50_000, 10_000)]
    assert found.acts == {Act.CAPTURE: 2500, Act.WAIT: -1125}
    assert found.deals == -500
    assert found.never == {Act.RELEASE, Act.SPEND}
    assert found.noise == 0


def test_what_a_doctrine_leaves_out_is_the_mandate_in_full_and_a_mood_of_one_point(tmp_path: Path) -> None:
    found = doctrine(tmp_path, BARE)
    assert (found.own, found.goals, found.acts, found.deals) == (100, (), {}, 0)
    assert (found.never, found.noise, found.stir) == (frozenset(), 1000, 0)


def test_only_acts_behind_a_red_line_are_forbidden_and_what_is_no_act_never_is() -> None:
    stern = Doctrine("x", never=frozenset({Act.RELEASE}))
    assert forbids(stern, Act.RELEASE)
    assert not forbids(stern, Act.CAPTURE)
    assert not forbids(stern, None)


def test_doctrines_stand_in_the_order_of_their_ids_whatever_their_files_are_called(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "game/doctrines").mkdir()
    for file, name in (("a", "zealot"), ("b", "monk")):
        (base / f"game/doctrines/{file}.yaml").write_text(BARE.replace("zealot\nname", f"{name}\nname"))
    assert list(loaded(base).ruleset.doctrines) == ["monk", "zealot"]


def test_a_ruleset_without_doctrines_has_none(tmp_path: Path) -> None:
    assert loaded(copy_of_small(tmp_path)).ruleset.doctrines == {}


def test_the_same_doctrine_twice_is_told_with_the_place_of_the_first(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "game/doctrines").mkdir()
    for file in "ab":
        (base / f"game/doctrines/{file}.yaml").write_text(BARE)
    (told,) = load_from(base).problems
    assert (told.code, str(told.message)) == ("E0116", "the doctrine 'zealot' is declared twice")
    assert told.span.file.endswith("b.yaml")
    assert [at.file[-6:] for _, at in told.related] == ["a.yaml"]


def test_what_was_decided_is_kept_with_the_claims_that_say_so(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / "content/harbour/events/calm.yaml"
    told = "      headline: Minister reads\n"
    assert not loaded(base).option("calm/read-report").decided
    path.write_text(path.read_text().replace(told, f"{told}      decided:\n        - stock-falls\n"))
    assert loaded(base).option("calm/read-report").decided == ("stock-falls",)
    assert not loaded(base).option("calm/ignore-report").decided


def test_each_office_of_an_event_may_have_decided_something(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / "content/harbour/events/calm.yaml"
    text = path.read_text()
    for line in ("      headline: Minister reads\n", "      headline: Suden counts\n"):
        text = text.replace(line, f"{line}      decided:\n        - stock-falls\n")
    path.write_text(text)
    assert loaded(base).option("calm/count-boxes").decided == ("stock-falls",)


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("3 to 40", (3.0, 40.0)),
        ("0.5 to 1.25", (0.5, 1.25)),
        ("at most 10", (None, 10.0)),
        ("at least 60", (60.0, None)),
        ("at most 0", (None, 0.0)),
    ],
)
def test_a_pack_may_set_a_bound_on_either_side_or_on_both(
    written: str, bound: tuple[float | None, float | None], tmp_path: Path
) -> None:
    base = copy_of_small(tmp_path)
    path = base / "content/harbour/pack.yaml"
    path.write_text(f"{path.read_text()}balance:\n  seat_gap: {written}\n")
    assert loaded(base).balance == {"seat_gap": bound}


def test_a_pack_may_set_each_figure_that_a_certificate_has(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / "content/harbour/pack.yaml"
    lines = "".join(f"  {name}: at most 50\n" for name in BOUNDS)
    path.write_text(f"{path.read_text()}balance:\n{lines}")
    assert loaded(base).balance == dict.fromkeys(BOUNDS, (None, 50.0))


def test_a_pack_that_sets_no_bounds_has_none_of_its_own(tmp_path: Path) -> None:
    assert loaded(copy_of_small(tmp_path)).balance == {}


def test_the_doctrines_of_the_game_differ_in_what_they_want_and_what_they_do() -> None:
    doctrines = shipped("culiacan").ruleset.doctrines.values()
    assert len({tuple(goal.indicator for goal in one.goals) for one in doctrines}) == len(doctrines)
    assert len({tuple(sorted(one.acts.items())) for one in doctrines}) == len(doctrines)
    for one in doctrines:
        assert 0 < one.own < 100
        assert one.goals
