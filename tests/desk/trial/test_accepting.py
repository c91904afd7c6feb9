"""Accepting rewrites what does not hold to what came, and nothing else of the file."""

from pathlib import Path

import pytest

from dosmesas.desk.trial.accepting import by_file, left_over, rewritten
from tests.support.trying import failed, one_test, tried, written

SIGN = ("decisions:", "  - turn: 1", "    no.minister: sign", "    su.minister: agree", "until: 1")


def accepted(folder: Path, text: str, pack: str = "harbour") -> str:
    missed = [one for result in tried(folder, text, pack).results for one in result.missed]
    (edits,) = by_file(missed).values()
    return rewritten(text, edits)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- stock: 40   # why", "- stock: 50.25   # why"),
        ('- stock: "40"', '- stock: "50.25"'),
        ("- stock: at least 70", "- stock: at least 50.25"),
        ("- stock: between 60 and 70", "- stock: 50.25"),
        ("- goodwill: falls", "- goodwill: rises"),
        ("- goodwill: falls by 2", "- goodwill: rises by 8"),
        ("- pact: no", "- pact: yes"),
        ("- not_struck: quota # é", "- struck: quota # é"),
        ("- chosen: refuse", "- not_chosen: refuse"),
        ("- fired: fish-return", "- not_fired: fish-return"),
    ],
)
def test_a_value_is_rewritten_in_its_place_and_then_holds(tmp_path: Path, before: str, after: str) -> None:
    text = one_test(*SIGN, "expect:", f"  {before}", "  - stock: 0 to 100  # stays")
    new = accepted(tmp_path, text)
    assert new == text.replace(before, after)
    assert failed(tmp_path, new) == []


def test_an_ending_and_a_share_are_rewritten(tmp_path: Path) -> None:
    text = one_test("rules_only: yes", "expect:", "  - ending: shared-sea")
    new = accepted(tmp_path, text)
    assert "shared-sea" not in new
    assert failed(tmp_path, new) == []
    head = ("seeds: 20", "others: random", "until: 1", "expect:")
    share = one_test(*head, "  - chosen: sign", "    in_at_least: 99")
    assert failed(tmp_path, accepted(tmp_path, share)) == []


def test_several_edits_of_a_file_do_not_disturb_each_other(tmp_path: Path) -> None:
    text = one_test(*SIGN, "expect:", "  - stock: 1", "  - goodwill: 1 to 2", "  - pact: no")
    assert failed(tmp_path, accepted(tmp_path, text)) == []


def test_a_condition_is_left_to_its_author(tmp_path: Path) -> None:
    text = one_test(*SIGN, "expect:", "  - holds: stock < 10")
    missed = [one for result in tried(tmp_path, text).results for one in result.missed]
    assert by_file(missed) == {}
    assert len(list(left_over(missed))) == 1
    assert written(tmp_path, text).read_text() == text
