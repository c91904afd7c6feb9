"""Every kind of change is found, in the pack's own files and in the rules that it has from the game."""

from pathlib import Path

import pytest

from dosmesas.testing.mutation.mutant import Kind
from dosmesas.testing.mutation.trying import Bench
from tests.support.small import SMALL, copy_of_small
from tests.testing.mutation.harbour import job_of, lines, mutants


def of(owner: str, kind: Kind, pack: str = "harbour") -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [lines(one) for one in mutants(pack) if one.owner.id == owner and one.kind is kind]


@pytest.mark.parametrize(
    ("owner", "kind", "old", "new"),
    [
        ("talks/threaten", Kind.FLIP, "requires: goodwill >= 90", "requires: goodwill < 90"),
        ("storm", Kind.SHIFT, "when: turn == 2", "when: turn == 1"),
        ("shared-sea", Kind.FLIP, "when: pact and stock >= 45", "when: pact or stock >= 45"),
        ("quota", Kind.NEGATE, "- pact: yes", "- pact: no"),
        ("quota", Kind.SCALE, "- goodwill: +5", "- goodwill: +2.5"),
        ("talks/sign", Kind.DELAY, "- after: 2", "- after: 3"),
        ("talks/refuse", Kind.CHANCE, "- chance: 50", "- chance: 75"),
        ("quota", Kind.OFFICE, "no.minister: sign", "no.minister: refuse"),
        ("poachers-feed", Kind.NEGATE, "- stock: -0.01 * poaching", "- stock: -(-0.01 * poaching)"),
        ("poachers-feed", Kind.SCALE, "- stock: -0.01 * poaching", "- stock: 2 * (-0.01 * poaching)"),
    ],
)
def test_each_kind_of_change_is_found_where_it_can_be_made(
    owner: str, kind: Kind, old: str, new: str
) -> None:
    assert ((old,), (new,)) in of(owner, kind)


def test_a_dropped_effect_goes_with_its_lines_and_the_only_one_of_a_list_with_the_list() -> None:
    assert (("- goodwill: +3",), ()) in of("talks/sign", Kind.DROP)
    assert (("- after: 2", "effects:", "- stock: +4"), ()) in of("talks/sign", Kind.DROP)
    assert (("otherwise:", "- goodwill: -1"), ()) in of("talks/refuse", Kind.DROP)
    # The only effect of an option has nothing around it that could go.
    assert of("talks/agree", Kind.DROP) == [(("- poaching: -5",), ("- poaching: 0",))]


def test_the_only_citation_is_replaced_by_one_that_somebody_believes_otherwise() -> None:
    views = Bench(job_of(SMALL)).pack.ruleset
    for old, new in of("fish-return", Kind.CITATION):
        was, now = old[0].removeprefix("- "), new[0].removeprefix("- ")
        beliefs = [views.beliefs(one) for one in views.worldviews.values()]
        assert [one[was] for one in beliefs] != [one[now] for one in beliefs]
    assert of("fish-return", Kind.CITATION)


def test_one_of_several_citations_is_dropped_and_each_once(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    file = base / "game" / "dynamics" / "sea.yaml"
    text = file.read_text().replace("      - stock-falls\n", "      - stock-falls\n      - talks-help\n", 1)
    file.write_text(text)
    found = [one for one in Bench(job_of(base)).mutants() if one.owner.id == "stock-shrinks"]
    cited = [lines(one) for one in found if one.kind is Kind.CITATION]
    assert cited == [(("- stock-falls",), ()), (("- talks-help",), ())]


OWN = """\
rules:
  - rule: pact-works
    because:
      - pact-saves-stock
    when: pact
    text: the pact works better here
    effects:
      - stock: +3
"""


def test_rules_that_the_pack_plays_without_or_replaces_are_left_alone(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    home = base / "content" / "harbour"
    (home / "pack.yaml").write_text((home / "pack.yaml").read_text() + "without:\n  - poachers-feed\n")
    (home / "dynamics").mkdir()
    (home / "dynamics" / "own.yaml").write_text(OWN)
    found = {(one.owner.id, Path(one.file).name) for one in Bench(job_of(base)).mutants()}
    assert ("stock-shrinks", "sea.yaml") in found
    assert ("pact-works", "own.yaml") in found
    assert not found & {("pact-works", "sea.yaml"), ("poachers-feed", "sea.yaml")}


def test_what_nobody_plays_by_is_not_changed() -> None:
    """Tests, texts, cards and what the world is made of."""
    for pack in ("harbour", "parley", "regatta"):
        for one in mutants(pack):
            assert "/tests/" not in one.file
            assert one.file.rpartition("/")[2] not in {"offices.yaml", "indicators.yaml", "pack.yaml"}
            assert one.owner.id


def test_a_change_of_a_place_is_told_with_its_line_and_column() -> None:
    one = next(it for it in mutants() if it.owner.id == "talks/threaten" and it.kind is Kind.FLIP)
    text = (SMALL / one.file.partition("small/")[2]).read_text()
    assert text.split("\n")[one.line - 1][one.column - 1 :].startswith("goodwill >= 90")
    assert one.of(text).count("goodwill < 90") == 1
    assert len(one.of(text)) == len(text) - 1
