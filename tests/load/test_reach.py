"""Effects under the conditions around them: what can never come, what comes always, what is cut whole."""

from pathlib import Path

import pytest

from dosmesas.load.loading import Loaded
from tests.support.small import copy_of_small, load_from

SEA = "game/dynamics/sea.yaml"
TALKS = "content/harbour/events/talks.yaml"
STORM = "content/harbour/events/storm.yaml"
NEWS = "content/harbour/bulletins/news.yaml"


def planted(base: Path, file: str, old: str, new: str) -> Loaded:
    path = copy_of_small(base) / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return load_from(base / "small")


def told(loaded: Loaded) -> list[tuple[str, str]]:
    return [(one.code, str(one.message)) for one in loaded.problems]


def rule(when: str, effects: str) -> tuple[str, str, str]:
    """The rule of the poachers with another condition and other effects."""
    lines = "".join(f"      {line}\n" for line in effects.split("\n"))
    old = "when: poaching > 20\n    text: poachers take their share\n    effects:\n      - stock: -0.01 * poaching\n"
    return SEA, old, f"when: {when}\n    text: poachers take their share\n    effects:\n{lines}"


def test_what_lands_later_is_read_on_nothing_known(tmp_path: Path) -> None:
    later = "- after: 2\n  effects:\n    - stock: +3\n    - pact: yes\n    - when: stock >= 90\n      effects:\n        - stock: -1"
    assert told(planted(tmp_path, *rule("stock >= 100 and pact", later))) == []


def test_both_branches_of_a_chance_are_read_on_what_is_known_before_it(tmp_path: Path) -> None:
    both = "- chance: 20\n  effects:\n    - stock: +3\n  otherwise:\n    - stock: +1\n    - goodwill: +1"
    loaded = planted(tmp_path, *rule("stock >= 100", both))
    assert told(loaded) == [("W0312", "stock is at its highest, 100, here: nothing is left of this")] * 2
    assert [one.span.line for one in loaded.problems] == [31, 33]


def test_the_branch_of_otherwise_knows_that_the_condition_failed(tmp_path: Path) -> None:
    effects = "- when: goodwill > 0\n  effects:\n    - goodwill: -3\n  otherwise:\n    - goodwill: -1"
    loaded = planted(tmp_path, *rule("pact", effects))
    assert told(loaded) == [("W0312", "goodwill is at its lowest, 0, here: nothing is left of this")]
    (one,) = loaded.problems
    assert str(one.related[0][0]) == "goodwill > 0 fails around it"


def test_inside_what_never_comes_nothing_more_is_told(tmp_path: Path) -> None:
    dead = "- stock: +300\n- when: stock > 120\n  effects:\n    - stock: 0"
    codes = [code for code, _ in told(planted(tmp_path, *rule("stock > 60 and stock < 40", dead)))]
    assert codes == ["W0310", "W0307"]  # what a condition says by itself is told wherever it stands


@pytest.mark.parametrize("when", ["stock > 120", "stock >= 0 and pact", "stock > 120 or stock < 150"])
def test_what_a_single_comparison_has_said_is_not_said_again(tmp_path: Path, when: str) -> None:
    codes = {code for code, _ in told(planted(tmp_path, *rule(when, "- goodwill: -1")))}
    assert codes == {"W0307"}


def test_a_broken_condition_says_nothing_about_what_stands_in_it(tmp_path: Path) -> None:
    inner = "- when: stock > 50\n  effects:\n    - stock: -1"
    codes = [code for code, _ in told(planted(tmp_path, *rule("stock > 60 and stokc > 3", inner)))]
    assert codes == ["E0203"]


def test_amounts_are_reckoned_on_what_is_known(tmp_path: Path) -> None:
    """-3 * poaching may be -300; where poaching is 30 at most, it is -90."""
    loaded = planted(tmp_path, *rule("poaching <= 30", "- stock: -3 * poaching"))
    assert told(loaded) == []


def test_an_event_fixed_on_a_turn_knows_it_and_its_options_too(tmp_path: Path) -> None:
    loaded = planted(tmp_path, TALKS, "requires: goodwill >= 90", "requires: turn == 2")
    (one,) = loaded.problems
    assert (one.code, str(one.message)) == ("W0310", "turn == 2 can never hold here: turn is 1")
    assert str(one.related[0][1]).endswith("talks.yaml:4:7")


def test_a_bulletin_comes_no_later_than_the_last_turn(tmp_path: Path) -> None:
    loaded = planted(tmp_path, NEWS, "chance: 50", "chance: 50\n    when: turn > 3")
    assert told(loaded) == [("W0310", "turn > 3 can never hold here: turn is 1 to 3")]


def test_of_a_turn_that_could_not_be_read_nothing_is_concluded(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    news, pack = base / NEWS, base / "content/harbour/pack.yaml"
    news.write_text(news.read_text().replace("chance: 50", "chance: 50\n    when: turn > 3"))
    pack.write_text(pack.read_text().replace("turns: 3", "turns: three"))
    assert [one.code for one in load_from(base).problems] == ["E0112"]


def test_an_option_is_read_on_what_its_event_and_it_require(tmp_path: Path) -> None:
    old = "requires: goodwill >= 90\n      effects:\n        - goodwill: -20"
    new = "requires: goodwill >= 90\n      effects:\n        - when: goodwill > 80\n          effects:\n            - goodwill: -20"
    loaded = planted(tmp_path, TALKS, old, new)
    assert told(loaded) == [("W0310", "goodwill > 80 always holds here: goodwill is 90 to 100")]


def test_a_deal_is_read_on_what_both_of_its_options_require(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = base / TALKS
    text = path.read_text().replace(
        "headline: Minister signs", "headline: Minister signs\n      requires: stock > 60"
    )
    text = text.replace(
        "      - goodwill: +5",
        "      - when: stock > 50 and chose('agree')\n        effects:\n          - goodwill: +5",
    )
    path.write_text(text)
    ((code, message),) = told(load_from(base))
    assert (code, message.split(":")[0]) == ("W0310", "stock > 50 and chose('agree') always holds here")


def test_whether_an_option_was_chosen_is_not_known_when_it_is_asked_for(tmp_path: Path) -> None:
    old = "requires: goodwill >= 90\n      effects:\n        - goodwill: -20"
    new = (
        "requires: not chose('threaten')\n      effects:\n        - when: not chose('threaten')\n"
        "          effects:\n            - goodwill: -20"
    )
    loaded = planted(tmp_path, TALKS, old, new)
    assert told(loaded) == [
        ("W0310", "not chose('threaten') can never hold here: chose('threaten') is yes"),
    ]


def test_a_flag_that_is_changed_where_it_is_otherwise_is_well(tmp_path: Path) -> None:
    assert told(planted(tmp_path, *rule("not pact", "- pact: yes"))) == []
    assert told(planted(tmp_path / "two", *rule("pact", "- pact: no"))) == []


@pytest.mark.parametrize(
    ("amount", "codes"),
    [
        ("100", []),
        ("-100", []),
        ("100.001", ["W0311"]),
        ("-100.001", ["W0311"]),
        ("goodwill - stock", []),
        ("stock * 1.001", ["W0311"]),
        ("0.000", ["W0312"]),
        ("0 * goodwill", ["W0312"]),
    ],
)
def test_an_amount_may_be_as_large_as_its_range_is_wide(
    tmp_path: Path, amount: str, codes: list[str]
) -> None:
    assert [code for code, _ in told(planted(tmp_path, *rule("pact", f"- stock: {amount}")))] == codes


@pytest.mark.parametrize(
    ("when", "amount", "codes"),
    [
        ("stock >= 100", "+1", ["W0312"]),
        ("stock >= 99.999", "+1", []),
        ("stock >= 100", "-1", []),
        ("stock <= 0", "-1", ["W0312"]),
        ("stock <= 0", "0.1 * goodwill", []),
        ("stock <= 0", "-0.1 * goodwill", ["W0312"]),
        ("stock >= 100", "goodwill - 50", []),
    ],
)
def test_an_amount_is_cut_whole_only_where_it_pushes_beyond_an_end(
    tmp_path: Path, when: str, amount: str, codes: list[str]
) -> None:
    assert [code for code, _ in told(planted(tmp_path, *rule(when, f"- stock: {amount}")))] == codes


def test_an_ending_that_excludes_itself_is_told(tmp_path: Path) -> None:
    loaded = planted(
        tmp_path, "game/endings.yaml", "when_now: stock <= 5", "when_now: stock <= 5 and stock > 6"
    )
    assert [code for code, _ in told(loaded)] == ["W0310"]


def test_an_amount_on_a_place_is_measured_on_its_three_levels(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    (base / "game/places.yaml").write_text(
        "places:\n  - place: quayside\n    name: The quayside\n    text: Where the boats lie.\n"
        "    start: 1\n    source: estimate\n    willing: yes\n"
    )
    path = base / SEA
    path.write_text(path.read_text().replace("- stock: +2", "- quayside: +2\n      - quayside: +2.5"))
    assert told(load_from(base)) == [("W0311", "+2.5 is more than the whole range of quayside, 0 to 2")]
