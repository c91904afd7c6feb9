"""Mistakes in files of tests: each is named in its place, all in one run."""

from pathlib import Path

import pytest

from dosmesas.desk.checking import check
from dosmesas.load.loading import load_pack
from tests.support.phrases import told_of
from tests.support.small import roots_of
from tests.support.trying import found, one_test, told, written

EXPECT = ("expect:", "  - stock: falls")


@pytest.mark.parametrize(
    ("lines", "wrong", "said"),
    [
        (("expect:", "  - stok: falls"), "E0203 4:9-12", "did you mean 'stock'?"),
        (("expect:", "  - stock: 101"), "E0701 4:16-18", "stock is 0 to 100"),
        (("expect:", "  - stock: rises by 101"), "E0701 4:16-27", "whole range of stock"),
        (("start:", "  stock: -1", *EXPECT), "E0701 4:14-15", "can never be"),
        (("start:", "  pact: maybe", *EXPECT), "E0112 4:13-17", "yes or no"),
        (("expect:", "  - stock: fals"), "E0702 4:16-19", "such as 45"),
        (("expect:", "  - pact: 1"), "E0702 4:15", "yes or no"),
        (("expect:", "  - stock: falls", "    pact: yes"), "E0702 4:9", "says one thing"),
        (("expect:", "  - turn: 2"), "E0702 4:9", "says one thing"),
        (("until: 4", *EXPECT), "E0703 3:12", "there are 3"),
        (("until: 2", "expect:", "  - ending: as-before"), "E0703 5:17-25", "no ending yet"),
        (("expect:", "  - stock: falls", "    turn: 16"), "E0703 5:15-16", "there are 15"),
        (("until: 2", "expect:", "  - stock: falls", "    since: 2"), "E0703 6:16", "nothing moves"),
        (("expect:", "  - stock: 40", "    since: 2"), "E0702 5:9-13", "goes with a move"),
        (("expect:", "  - fired: pact-wroks"), "E0202 4:16-25", "did you mean 'pact-works'?"),
        (("expect:", "  - cites: pact-saves-fish"), "E0201 4:16-30", "did you mean 'pact-saves-stock'?"),
        (("expect:", "  - comes: strom"), "E0202 4:16-20", "did you mean 'storm'?"),
        (("expect:", "  - ending: share-sea"), "E0202 4:17-25", "did you mean 'shared-sea'?"),
        (("expect:", "  - struck: quotta"), "E0202 4:17-22", "did you mean 'quota'?"),
        (("expect:", "  - chosen: sing"), "E0202 4:17-20", "did you mean 'sign'?"),
        (("expect:", "  - watered: sign"), "E0702 4:18-21", "no home table"),
        (("expect:", "  - stock: higher"), "E0705 4:16-21", "than what?"),
        (("expect:", "  - stock: falls", "    in_at_least: 50"), "E0706 5:22-23", "add 'seeds: 50'"),
        (("expect:", "  - holds: stok > 3"), "E0203 4:16-19", "stock"),
        (("expect:", "  - holds: stock > 200"), "W0307 4:16-26", "0 to 100"),
        (("expect:", "  - holds: stock > 60 and stock < 50"), "W0310 4:16-40", "can never hold"),
        (("worldview: doubtre", *EXPECT), "E0202 3:16-22", "did you mean 'doubter'?"),
        (("seats:", "  - no.warden", *EXPECT), "E0202 4:9-17", "not an office"),
        (("others: nobody", *EXPECT), "E0113 3:13-18", "persona"),
        (("seed: 1", "sedes: 4", *EXPECT), "E0110 4:5-9", "did you mean 'seeds'?"),
        (("until: 1",), "E0111 2:5", "needs 'expect:'"),
        (
            ("decisions:", "  - turn: 1", "    no.minister: sgin", *EXPECT),
            "E0704 5:22-25",
            "did you mean 'sign'?",
        ),
        (
            ("decisions:", "  - turn: 1", "    no.minister: agree", *EXPECT),
            "E0704 5:22-26",
            "for su.minister",
        ),
        (
            ("decisions:", "  - turn: 1", "    no.ministre: sign", *EXPECT),
            "E0202 5:9-19",
            "did you mean 'no.minister'?",
        ),
        (("decisions:", "  - turn: 4", *EXPECT), "E0703 4:15", "there are 3"),
        (("decisions:", "  - turn: 1", "  - turn: 1", *EXPECT), "E0116 5:15", "first written here"),
        (
            ("decisions:", "  - turn: 1", "    event: strom", *EXPECT),
            "E0202 5:16-20",
            "did you mean 'storm'?",
        ),
        (
            ("decisions:", "  - turn: 2", "    event: storm", "  - turn: 3", "    event: storm", *EXPECT),
            "E0703 7:16-20",
            "comes once",
        ),
        (
            ("decisions:", "  - turn: 2", "    event: storm", "    no.minister: sign", *EXPECT),
            "E0704 6:22-25",
            "here comes 'storm'",
        ),
        (
            ("rules_only: yes", "decisions:", "  - turn: 1", "    no.minister: sign", *EXPECT),
            "E0704 4:5-13",
            "nobody decides",
        ),
    ],
)
def test_a_mistake_is_named_in_its_place_with_what_to_do(
    tmp_path: Path, lines: tuple[str, ...], wrong: str, said: str
) -> None:
    suite = found(tmp_path, one_test(*lines))
    assert told(suite) == [wrong]
    problem = next(iter(suite.loaded.problems))
    assert said in told_of(problem)


INVARIANTS = """invariants:
  - invariant: One
    always: stock > 3
    never: pact
    reason: x
  - invariant: Two
    rises_at_most:
      stok: 3
    reason: x
  - invariant: Three
    rises_at_most:
      stock: -3
    because:
      - nobody-said
  - invariant: Three
    always: stock >= 0
"""


def test_everything_wrong_with_a_file_is_told_in_one_run(tmp_path: Path) -> None:
    suite = found(tmp_path, INVARIANTS)
    assert told(suite) == [
        "E0702 2:5",
        "E0202 8:7-10",
        "E0112 12:14-15",
        "E0201 14:9-19",
        "E0116 15:16-20",
        "E0707 15:16-20",
        "W0307 16:13-22",
    ]


def test_check_tells_of_tests_and_whoever_plays_does_not_read_them(tmp_path: Path) -> None:
    path = written(tmp_path, one_test("expect:", "  - stok: falls"))
    home = path.parent.parent
    roots = roots_of(tmp_path / "small")
    loaded = check(home, roots)
    assert [one.code for one in loaded.problems] == ["E0203"]
    assert loaded.pack is not None
    before = load_pack(str(home), roots).digest
    path.unlink()
    path.parent.rmdir()
    assert load_pack(str(home), roots).digest == before


def test_mistakes_beside_the_rules_are_told_with_every_pack(tmp_path: Path) -> None:
    path = written(tmp_path, one_test("expect:", "  - stok: falls"), pack="")
    base = path.parents[2]
    for pack in ("harbour", "parley"):
        assert [one.code for one in check(base / "content" / pack, roots_of(base)).problems] == ["E0203"]


def test_a_file_that_is_no_file_of_tests_is_told(tmp_path: Path) -> None:
    assert told(found(tmp_path, "something: else\n")) == ["E0110 1:1-9", "E0111 1:1"]
    assert told(found(tmp_path, "tests:\n  - test: x\n   expect: y\n")) == ["E0103 3:4"]
